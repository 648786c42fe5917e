import Disclosure
import Ingest
import LedgerSQLite
import MongolianText
public import Publication
import SystemEdges

/// One office's installation: its configuration, its work directory, its clock. Every command starts here.
public struct Engine: Sendable {
  /// The configuration in force.
  public let configuration: Configuration
  /// The work directory, absolute or relative to the current directory.
  public let root: String
  let files: any FileStore
  let clock: any WallClock
  let zone: OfficeZone
  let mongolian: MongolianNormalizer
  /// What stands between us and the ledger: nothing, or what a test puts there.
  package var ledgerSeam: @Sendable (any LedgerStore) -> any LedgerStore = { $0 }
  let converter: any DocumentConverter

  /// Opens the installation that a configuration file describes.
  ///
  /// Throws `ConfigurationFaults` with every fault at once.
  public static func open(configuration path: String, workDirectory: String? = nil) throws -> Engine {
    let bytes = try configurationBytes(path)
    var configuration = try ConfigurationReader.read(bytes, path: path)
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    let base = path.utf8.contains(0x2F) ? (folder.isEmpty ? "/" : folder) : "."
    let named = configuration.workDirectory
    let root = workDirectory ?? (named.hasPrefix("/") ? named : base + "/" + named)
    let rules = try configuration.mongolianRules.map { rule in
      let place = rule.hasPrefix("/") ? rule : base + "/" + rule
      guard let (bytes, _) = try Disk(root: ".").reading(place), let text = String(validating: bytes, as: UTF8.self)
      else {
        throw ConfigurationFaults([
          PipelineError(.badOption, subject: "text.mongolianRules", details: ["reason": rule])
        ])
      }
      return text
    }
    if let path = configuration.wrongNamesPath {
      let place = path.hasPrefix("/") ? path : base + "/" + path
      let read = try Disk(root: ".").reading(place).map { WrongNamesReader.read($0.bytes) }
      switch read ?? .failure(WrongNamesReader.Fault(reason: "找不到文件 \(path)")) {
      case .success(let names): configuration.wrongNames = names
      case .failure(let fault):
        throw ConfigurationFaults([
          PipelineError(.badOption, subject: "text.wrongNames", details: ["reason": fault.reason])
        ])
      }
    }
    return try Engine(configuration, root: root, files: Disk(root: root), clock: SystemClock(), rules: rules)
  }

  package init(
    _ configuration: Configuration, root: String, files: any FileStore, clock: any WallClock, rules: [String] = [],
    converter: (any DocumentConverter)? = nil
  ) throws {
    guard let zone = OfficeZone(name: configuration.office.timeZone) else {
      throw ConfigurationFaults([PipelineError(.zoneUnknown, subject: configuration.office.timeZone)])
    }
    self.configuration = configuration
    self.root = root
    self.files = files
    self.clock = clock
    self.zone = zone
    self.converter = converter ?? ProgramConverter(root: root, limits: configuration.subprocesses)
    do {
      mongolian = rules.isEmpty ? MongolianNormalizer() : try MongolianNormalizer(siteRules: rules)
    } catch {
      throw ConfigurationFaults([
        PipelineError(.badOption, subject: "text.mongolianRules", details: ["reason": "\(error)"])
      ])
    }
  }

  static func configurationBytes(_ path: String) throws -> [UInt8] {
    guard let (bytes, _) = try Disk(root: ".").reading(path) else {
      throw ConfigurationFaults([PipelineError(.configurationMissing, subject: path)])
    }
    return bytes
  }

  /// Today in the office's zone.
  public var today: CivilDate { zone.day(at: clock.nanoseconds()) }

  func decider(today: CivilDate) -> Decider {
    Decider(configuration, mongolian: mongolian, converter: converter, today: today)
  }

  /// The ledger, to change it.
  func ledger() throws -> any LedgerStore {
    try files.makeFolder(WorkFolders.state, mode: 0o700)
    return ledgerSeam(try SQLiteLedger.open(path: root + "/" + WorkFolders.ledger, access: .readWrite))
  }

  /// The ledger, to read it; `nil` before the first run has made one.
  func ledgerToRead() throws -> (any LedgerStore)? {
    guard try files.status(of: FileName(WorkFolders.ledger)) != nil else { return nil }
    return try SQLiteLedger.opening(toRead: root + "/" + WorkFolders.ledger)
  }

  /// Answers a question from the ledger, `empty` before the first run.
  func asking<Answer>(_ empty: Answer, _ question: (any LedgerReading) throws -> Answer) throws -> Answer {
    guard let ledger = try ledgerToRead() else { return empty }
    return try ledger.read(question)
  }
}

extension Disk {
  /// A file by a path of the command line, which may be absolute.
  func reading(_ path: String) throws -> (bytes: [UInt8], status: FileStatus)? {
    let disk = path.hasPrefix("/") ? Disk(root: "") : self
    return try disk.read(FileName(path.hasPrefix("/") ? String(path.dropFirst()) : path), limit: 1 << 30)
  }
}
