/// A year of invented documents: equal seed, equal bytes.
struct Year: Sendable {
  var seed: UInt64 = 1
  /// The (last) calendar year.
  var year = 2025
  /// Years in a row, the last one being `year`.
  var years = 1
  /// The share of the mix, 1 for a whole year.
  var scale = 1.0

  var months: [String] {
    (0..<years).flatMap { back in (1...12).map { "\(year - years + 1 + back)-\(Day.padded($0))" } }
  }

  /// Makes every document, hands each to `drop`, and says what must become of all of them.
  func generate(_ drop: (DroppedItem) throws -> Void) rethrows -> ExpectedYear {
    var expectation = ExpectedYear()
    var serial = 0
    for calendarYear in (year - years + 1)...year {
      var maker = DocumentMaker(year: calendarYear, serial: serial, seed: seed &+ UInt64(calendarYear))
      try publishedContents(&maker, &expectation, drop)
      for flaw in Flaw.allCases where flaw != .duplicate {
        for _ in 0..<share(flaw.count) {
          let item = maker.flawed(flaw)
          expectation.drop(item)
          expectation.park(flaw)
          try drop(item)
        }
      }
      serial = maker.serial
    }
    return expectation
  }

  private func publishedContents(
    _ maker: inout DocumentMaker, _ expectation: inout ExpectedYear, _ drop: (DroppedItem) throws -> Void
  ) rethrows {
    let duplicates = share(Flaw.duplicate.count)
    let every = max(Mix.published.reduce(0) { $0 + share($1.count) } / max(duplicates, 1), 1)
    var copied = 0
    var since = 0
    for kind in Mix.published {
      for _ in 0..<share(kind.count) {
        since += 1
        for (item, outlets, month) in maker.content(kind) {
          expectation.drop(item)
          expectation.publish(outlets, month: month)
          try drop(item)
          if since >= every, copied < duplicates, item.companions.isEmpty {
            since = 0
            copied += 1
            let copy = item.copy
            expectation.drop(copy)
            expectation.park(.duplicate)
            try drop(copy)
          }
        }
      }
    }
  }

  private func share(_ count: Int) -> Int { Int((Double(count) * scale).rounded()) }
}
