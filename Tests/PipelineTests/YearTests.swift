import Foundation
import Publication
import SystemEdges
import Testing

@testable import Pipeline
@testable import yeargen

/// A small year of the generator, whole and disturbed. `Benchmarks/year-long` does the same with ten thousand documents.
@Suite("A year in the office")
struct YearTests {
  static let year = Year(seed: 11, scale: 0.012)

  /// What a run left: counts by outlet and month, and the payload files.
  struct Outcome: Equatable {
    var counts: [String: [String: Int]]
    var outbox: [String: Data]
  }

  @discardableResult private func drop(
    into office: Office, where wanted: (DroppedItem) -> Bool = { _ in true }
  ) throws -> (expectation: ExpectedYear, dropped: [Data]) {
    var dropped: [Data] = []
    let expectation = try Self.year.generate { item in
      let files = [(item.name, item.bytes)] + (item.sidecar.map { [(item.name + ".json", $0)] } ?? []) + item.companions
      for (path, bytes) in files where wanted(item) {
        try office.drop(path, Data(bytes))
        dropped.append(Data(bytes))
      }
    }
    return (expectation, dropped)
  }

  private func outcome(of office: Office) throws -> Outcome {
    let json = try JSONValue.reading(
      office.engine.channelReport(
        from: CivilDate(iso: "2025-01-01"), to: CivilDate(iso: "2025-12-31"), format: .json))
    var counts: [String: [String: Int]] = [:]
    guard case .array(let outlets)? = json["outlets"] else { return Outcome(counts: [:], outbox: [:]) }
    for outlet in outlets {
      for month in Self.year.months {
        counts[outlet["id"]?.text ?? "", default: [:]][month] = outlet["byMonth"]?[month]?.integer
      }
    }
    return Outcome(counts: counts, outbox: try office.everything(below: "outbox"))
  }

  private func undisturbed() throws -> (office: Office, expectation: ExpectedYear, dropped: [Data]) {
    let office = try Office()
    office.options.today = CivilDate(iso: "2025-12-31")
    let (expectation, dropped) = try drop(into: office)
    try office.run()
    return (office, expectation, dropped)
  }

  @Test("every outlet and month counts exactly what was meant for it, and every other document lies where it belongs")
  func counts() throws {
    let (office, expectation, dropped) = try undisturbed()
    let counts = try outcome(of: office).counts
    for outlet in ExpectedYear.outlets {
      for month in Self.year.months {
        #expect(counts[outlet]?[month] == expectation.byOutlet[outlet]?[month] ?? 0, "\(outlet) \(month)")
      }
    }
    #expect(try office.list(.held).count == expectation.count(state: "held"))
    #expect(try office.list(.onRequest).count == expectation.count(state: "onRequest"))
    #expect(try office.list(.sealed).count == expectation.count(state: "sealed"))
    #expect(try office.list(.rejected).count == expectation.count(state: "rejected"))
    #expect(try office.list(.duplicates).count == expectation.count(state: "duplicates"))
    #expect(try office.isClean())

    let kept = Set(try office.everything().values)
    #expect(dropped.allSatisfy(kept.contains))
    let closed = ["sealed/", "on-request/", "held/restricted/"]
    let canary = Data("CANARY".utf8)
    for (path, data) in try office.everything() where !closed.contains(where: path.hasPrefix) {
      #expect(data.range(of: canary) == nil && !path.contains("CANARY"), "\(path)")
    }
    for name in try FileManager.default.contentsOfDirectory(atPath: office.url("state").path) {
      #expect(try Data(contentsOf: office.url("state/" + name)).range(of: canary) == nil, "\(name)")
    }
  }

  @Test("a second run of the year changes no byte outside state")
  func secondRun() throws {
    let (office, _, _) = try undisturbed()
    let before = try office.everything()
    let head = try office.engine.historyHead()
    try office.run()
    #expect(try office.everything() == before)
    #expect(try office.engine.historyHead() == head)
  }

  @Test("thirteen runs over the months end as one run at the end of the year")
  func months() throws {
    let whole = try outcome(of: undisturbed().office)
    let office = try Office()
    for (index, month) in Self.year.months.enumerated() {
      let stamp = "2025\(Day.padded(index + 1))"
      try drop(into: office) { $0.name.hasPrefix(stamp) }
      // What is meant for the last days of a month is scheduled, and goes out with the next run.
      try office.run(today: "\(month)-28")
    }
    try office.run(today: "2025-12-31")
    #expect(try outcome(of: office) == whole)
    #expect(try office.isClean())
  }

  @Test("the order in which a folder lists its files decides nothing")
  func shuffled() throws {
    let whole = try outcome(of: undisturbed().office)
    let office = try Office()
    try drop(into: office)
    var options = office.options
    options.today = CivilDate(iso: "2025-12-31")
    let disk = ShuffledDisk(disk: Disk(root: office.root.path))
    _ = try Engine(office.configuration, root: office.root.path, files: disk, clock: office.clock).run(options)
    #expect(try outcome(of: office) == whole)
    #expect(try office.isClean())
  }
}

/// The real disk, but folders are listed in another order each time.
struct ShuffledDisk: FileStore {
  let disk: Disk

  func eachEntry(of folder: FileName, _ body: (FileEntry) throws -> Void) throws -> Bool {
    guard let entries = try disk.entries(of: folder) else { return false }
    for entry in entries.shuffled() { try body(entry) }
    return true
  }
  func status(of path: FileName) throws -> FileStatus? { try disk.status(of: path) }
  func read(_ path: FileName, limit: Int) throws -> (bytes: [UInt8], status: FileStatus)? {
    try disk.read(path, limit: limit)
  }
  func isBeingWritten(_ path: FileName) -> Bool { disk.isBeingWritten(path) }
  func isWritable(_ folder: FileName) -> Bool { disk.isWritable(folder) }
  func write(_ bytes: [UInt8], to path: FileName, mode: UInt32) throws { try disk.write(bytes, to: path, mode: mode) }
  func makeFolder(_ path: FileName, mode: UInt32) throws { try disk.makeFolder(path, mode: mode) }
  func move(_ from: FileName, to: FileName, replacing: Bool) throws -> Bool {
    try disk.move(from, to: to, replacing: replacing)
  }
  func remove(_ path: FileName) throws -> Bool { try disk.remove(path) }
  func setMode(_ path: FileName, _ mode: UInt32) throws { try disk.setMode(path, mode) }
  func sync() throws { try disk.sync() }
  func freeBytes() throws -> Int { try disk.freeBytes() }
  func lock(_ path: FileName, waiting: Bool) throws -> (any FileLock)? { try disk.lock(path, waiting: waiting) }
}
