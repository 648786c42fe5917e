import Publication

/// Takes the rule on personal numbers over the lines of one member, over line ends and cells too.
struct NumberPass {
  /// A number and where it stands.
  struct Hit: Equatable {
    var number: PersonalNumber
    var place: Place
  }

  private let rule: PersonalNumberRule
  private let lines: [ScannedLine]
  private var tableContexts: [Int: NumberContext] = [:]

  init(rule: PersonalNumberRule, lines: [ScannedLine]) {
    self.rule = rule
    self.lines = lines
  }

  /// Every number found, in reading order.
  mutating func hits() -> [Hit] {
    var hits: [Hit] = []
    var chain: [Int] = []
    var row = TableRow()
    for index in lines.indices {
      let line = lines[index]
      if line.standing != row.standing, line.standing != .apart { hits += endOfRow(&row, after: hits, next: line) }
      if case .cell = line.standing { row.lines.append(index) }
      guard line.traits.contains(.digit) else {
        // The X in the last box.
        if chain.count >= 17, isSingleDigit(line.text) { chain.append(index) }
        hits += endOfChain(&chain)
        if index > 0, lines[index - 1].traits.contains(.digit) { hits += acrossLines(index) }
        continue
      }
      if line.traits.contains(.number) {
        let onlyIDs = line.place.kind == .unpublished(.scriptOrStyle)
        hits += rule.numbers(in: line.text, nearby: context(of: line), onlyIDs: onlyIDs).map {
          Hit(number: $0, place: line.place)
        }
      }
      if line.traits.contains(.plate) {
        hits += PlateNumber.numbers(in: line.text.unicodeScalars.map(\.value)).map {
          Hit(number: $0, place: line.place)
        }
      }
      if line.traits.contains(.short), isSingleDigit(line.text) {
        // The first of a chain may be the last of what stands before it.
        if chain.isEmpty { hits += acrossLines(index) }
        chain.append(index)
      } else {
        hits += endOfChain(&chain)
        hits += acrossLines(index)
      }
    }
    hits += endOfRow(&row, after: hits, next: nil)
    return hits + endOfChain(&chain)
  }

  /// The lines of a row of a table as far as they were read, and where its numbers begin among the hits.
  private struct TableRow {
    var standing = ScannedLine.Standing.apart
    var lines: [Int] = []
    var firstHit = 0
  }

  /// What several cells of a row make together, as far as it isn't known already.
  private mutating func endOfRow(_ row: inout TableRow, after hits: [Hit], next: ScannedLine?) -> [Hit] {
    defer { row = TableRow(standing: next?.standing ?? .apart, firstHit: hits.count) }
    guard row.lines.count > 1, row.lines.contains(where: { lines[$0].traits.contains(.digit) }) else { return [] }
    let known = hits[row.firstHit...].map(\.number)
    var found: [Hit] = []
    var cells: [CellNumbers.Cell] = []
    var first = 0
    func numbers(_ context: NumberContext) -> [PersonalNumber] {
      // One digit a cell is a chain of its own, over lines and rows too.
      guard cells.count > 1, cells.contains(where: { $0.digits.count > 1 }) else { return [] }
      return CellNumbers(context: context, contacts: rule.contacts).numbers(in: cells)
    }
    for index in row.lines + [-1] {
      if index >= 0, let cell = CellNumbers.Cell(lines[index].text) {
        if cells.isEmpty { first = index }
        cells.append(cell)
      } else {
        let place = lines[first].place
        let context = cells.count > 1 ? self.context(of: lines[first]) : []
        found += numbers(context).filter { !known.contains($0) }.map { Hit(number: $0, place: place) }
        cells = []
      }
    }
    return found
  }

  /// One digit a cell or line: eighteen boxes of a form.
  private mutating func endOfChain(_ chain: inout [Int]) -> [Hit] {
    defer { chain.removeAll(keepingCapacity: true) }
    guard chain.count >= 11, let first = chain.first else { return [] }
    let text = chain.map { lines[$0].text }.joined(separator: " ")
    return rule.numbers(in: text, nearby: context(of: lines[first])).map { Hit(number: $0, place: lines[first].place) }
  }

  /// A number broken over the end of a line or over two cells: only what crosses the break is new.
  private func acrossLines(_ index: Int) -> [Hit] {
    guard index > 0 else { return [] }
    let (before, line) = (lines[index - 1], lines[index])
    guard before.traits.contains(.digit), before.place.kind == line.place.kind,
      before.place.member == line.place.member,
      before.standing == line.standing || line.standing == .paragraph,
      // The break must stand between figures: looked at before anything is copied.
      MarkLine.isFigure(before.text.unicodeScalars.last(where: MarkLine.isVisible)),
      MarkLine.isFigure(line.text.unicodeScalars.first(where: MarkLine.isVisible))
    else { return [] }
    let tail = MarkLine.visibleTail(before.text)
    let head = MarkLine.visibleHead(line.text)
    guard let last = tail.last, Digit.value(of: last.value) != nil else { return [] }
    // A column of figures: both lines are figures only. A number that goes on has words before it.
    let hasWords = tail.contains { Digit.value(of: $0.value) == nil && !$0.isBlank }
    let joined = String(String.UnicodeScalarView(tail)) + "\n" + String(String.UnicodeScalarView(head))
    let alone =
      rule.numbers(in: String(String.UnicodeScalarView(tail)))
      + rule.numbers(in: String(String.UnicodeScalarView(head)))
    return rule.numbers(in: joined)
      .filter { number in !alone.contains(number) && (hasWords || number.kind == .residentID) }
      .map { Hit(number: $0, place: before.place) }
  }

  private func isSingleDigit(_ text: String) -> Bool {
    var count = 0
    for scalar in text.unicodeScalars where !scalar.isBlank && !MarkLine.isInvisible(scalar.value) {
      count += 1
      guard count == 1, Digit.value(of: scalar.value) != nil || scalar.value | 0x20 == 0x78 else { return false }
    }
    return count == 1
  }

  private mutating func context(of line: ScannedLine) -> NumberContext {
    guard case .cell(let table, _) = line.standing else { return [] }
    if let known = tableContexts[table] { return known }
    var context: NumberContext = []
    for other in lines {
      if case .cell(table, _) = other.standing {
        context.formUnion(NumberContext(of: other.text.unicodeScalars.map(\.value)))
      }
    }
    tableContexts[table] = context
    return context
  }
}

extension MarkLine {
  fileprivate static func isVisible(_ scalar: Unicode.Scalar) -> Bool { !scalar.isBlank && !isInvisible(scalar.value) }

  /// Whether a number may end or go on with it.
  fileprivate static func isFigure(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { Digit.value(of: $0.value) != nil || DigitRun.isX($0.value) } ?? false
  }

  /// The last code points of a text that a number could begin in, white space at the end dropped.
  fileprivate static func visibleTail(_ text: String) -> [Unicode.Scalar] {
    var tail = Array(text.unicodeScalars.suffix(48))
    while let last = tail.last, last.isBlank || isInvisible(last.value) { tail.removeLast() }
    return tail
  }

  /// The first code points of a text that a number could go on in, white space at the beginning dropped.
  fileprivate static func visibleHead(_ text: String) -> [Unicode.Scalar] {
    Array(text.unicodeScalars.prefix(96).drop { $0.isBlank || isInvisible($0.value) }.prefix(48))
  }
}
