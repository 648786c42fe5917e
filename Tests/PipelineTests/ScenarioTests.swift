import Foundation
import Publication
import SystemEdges
import Testing

@testable import Pipeline
@testable import hostilegen

/// Something that happens in an inbox. Where it must end stands in `docs/inbox.md`, under the same name.
struct Scenario: Sendable, CustomTestStringConvertible {
  /// What the play led to; `ScenarioTests` compares it with the table.
  enum End {
    /// The file of this name is in one list.
    case file(String)
    /// One item without a name is in a list.
    case nameless
    /// The run stepped aside.
    case busy
    /// The item was taken back.
    case withdrawn(String)
    /// `verify` found faults.
    case faults([PipelineError])
  }

  let name: String
  let play: @Sendable (Office) throws -> End
  var testDescription: String { name }

  init(_ name: String, _ play: @escaping @Sendable (Office) throws -> End) {
    self.name = name
    self.play = play
  }

  static let all = copies + identities + names + people + times + faults + places + kinds + metadata + contents + setups
}

/// A row of the table in `docs/inbox.md`.
struct ScenarioRow {
  var scenario: String
  var state: String
  var folder: String
  var code: String

  static func all() throws -> [ScenarioRow] {
    let text = try String(contentsOf: ConfigurationTests.root.appendingPathComponent("docs/inbox.md"), encoding: .utf8)
    let section = text.components(separatedBy: "## What may happen").last?.components(separatedBy: "\n## ").first ?? ""
    return section.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst().map { line in
      let cells = line.components(separatedBy: " | ").map { $0.trimmingCharacters(in: .init(charactersIn: "| ")) }
      return ScenarioRow(
        scenario: cells[0], state: cells[1], folder: cells[2].trimmingCharacters(in: .init(charactersIn: "`")),
        code: cells[3])
    }
  }
}

@Suite("What may happen")
struct ScenarioTests {
  @Test("the table and the tests tell of the same things")
  func complete() throws {
    let rows = try ScenarioRow.all().map(\.scenario)
    #expect(rows.count > 80)
    #expect(Set(rows).count == rows.count)
    #expect(Set(rows).symmetricDifference(Scenario.all.map(\.name)).isEmpty)
    #expect(Set(Scenario.all.map(\.name)).count == Scenario.all.count)
  }

  @Test("it ends where the table says", arguments: Scenario.all)
  func ends(_ scenario: Scenario) throws {
    let row = try #require(try ScenarioRow.all().first { $0.scenario == scenario.name })
    let office = try Office()
    let before = try office.engine.verify()
    #expect(before.isEmpty)
    do {
      let end = try scenario.play(office)
      try check(end, row, office)
    } catch let error as PipelineError {
      try failed([error], row, office)
    } catch let error as ConfigurationFaults {
      try failed(error.faults, row, office)
    }
    guard row.state != "exit 1" else { return }
    #expect(try office.engine.verify() == [])
  }

  private func check(_ end: Scenario.End, _ row: ScenarioRow, _ office: Office) throws {
    switch end {
    case .busy: #expect(row.state == "busy")
    case .faults(let faults):
      #expect(row.state == "exit 1")
      #expect(faults.map(\.code.rawValue) == [row.code])
    case .withdrawn(let id): #expect(try office.engine.why(id).item.state.rawValue == row.state)
    case .nameless:
      let kind = try #require(ListedKind(rawValue: row.state))
      let listed = try office.list(kind)
      #expect(listed.count == 1)
      #expect(listed.allSatisfy { $0.file == nil && $0.codes.map(\.rawValue).contains(row.code) })
      #expect(try !office.everything(below: row.folder).isEmpty)
    case .file(let file): try check(file, row, office)
    }
  }

  private func check(_ file: String, _ row: ScenarioRow, _ office: Office) throws {
    // The lists of where files stand; the others list what is published once more, by how timely it is.
    let standings: [ListedKind] = [
      .held, .sealed, .onRequest, .rejected, .duplicates, .ignored, .waiting, .scheduled, .queued,
    ]
    for kind in standings {
      let listed = try office.list(kind).filter { $0.file.map { $0.utf8.elementsEqual(file.utf8) } == true }
      guard kind.rawValue == row.state else {
        #expect(listed.isEmpty, "also in \(kind)")
        continue
      }
      #expect(kind == .queued ? !listed.isEmpty : listed.count == 1, "\(listed)")
      if row.code != "–" { #expect(listed.allSatisfy { $0.codes.map(\.rawValue).contains(row.code) }, "\(listed)") }
    }
    guard row.folder != "–" else { return }
    let base = Array("/".utf8) + FileName(file).base.bytes
    let kept = try office.everything(below: row.folder).keys.filter { Array($0.utf8).contains(sequence: base) }
    // A name that is no UTF-8 is not to be found this way.
    #expect(!kept.isEmpty || file.contains("\\x") || row.state == "ignored", "\(file) is not in \(row.folder)")
  }

  private func failed(_ faults: [PipelineError], _ row: ScenarioRow, _ office: Office) throws {
    #expect(faults.map(\.code.rawValue) == [row.code])
    let isConfiguration = faults.allSatisfy { $0.code.rawValue.hasPrefix("CFG") }
    #expect(row.state == (isConfiguration ? "exit 78" : "exit 75"))
    if row.folder == "inbox/" { #expect(try !office.everything(below: "inbox").isEmpty) }
  }
}

extension Office {
  /// A run on a disk that is watched.
  @discardableResult func run(
    watching watch: @escaping @Sendable (WatchedDisk.Step, FileName) throws -> Void,
    seeing seen: @escaping @Sendable (FileName, FileStatus?) -> FileStatus? = { $1 }
  ) throws -> RunSummary {
    var disk = WatchedDisk(Disk(root: root.path), watch: watch)
    disk.seen = seen
    return try Engine(configuration, root: root.path, files: disk, clock: clock).run(options)
  }

  /// Ordinary waiting times.
  func waitAsUsual() {
    options.settle = nil
    configuration.waiting.sidecar = 0
  }

  func pass(seconds: Int) { clock.time += seconds * 1_000_000_000 }

  /// A file whose name is any bytes.
  func drop(bytes name: [UInt8], _ text: String) throws {
    try Drop(root: url("inbox").path).file(name, Array(text.utf8))
  }
}
