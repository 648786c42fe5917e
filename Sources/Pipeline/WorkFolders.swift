import Publication
import SystemEdges

/// The folders of a work directory, relative to it (contract, "Folders of a work directory").
enum WorkFolders {
  static let inbox = FileName("inbox")
  static let urgent = FileName("加急")
  static let registers = FileName("登记")
  static let sentinel = FileName(".zarlal-inbox")
  static let work = FileName("work")
  /// Payload files on their way to an outlet; swept at the start of a run.
  static let staging = FileName("work/out")
  /// Documents that another program is reading.
  static let conversion = ProgramConverter.folder
  static let state = FileName("state")
  static let lock = FileName("state/lock")
  static let ledger = "state/ledger.sqlite"
  static let observed = FileName("state/observed.json")
  static let held = FileName("held")
  static let restricted = FileName("held/restricted")
  static let rejected = FileName("rejected")
  static let duplicates = FileName("duplicates")
  static let sealed = FileName("sealed")
  static let onRequest = FileName("on-request")
  static let done = FileName("done")
  static let outbox = FileName("outbox")
  static let outboxFiles = FileName("outbox/files")
  static let reports = FileName("reports")
  static let note = FileName("说明.txt")
  static let why = FileName("why.json")

  static func pending(_ outlet: OutletID) -> FileName { FileName("outbox/\(outlet)/pending") }
  static func taken(_ outlet: OutletID) -> FileName { FileName("outbox/\(outlet)/taken") }
  static func payloadFile(_ id: PayloadID) -> FileName { FileName("\(id).json") }

  /// `annual-2025.docx`, and `annual-2025.md` with the office's own text.
  static func annualReport(_ year: Int, _ suffix: String) -> FileName { FileName("reports/annual-\(year).\(suffix)") }

  /// Every folder with its permissions, for `init` and `doctor`.
  static func all(outlets: [OutletConfiguration]) -> [(path: FileName, mode: UInt32)] {
    let open: [FileName] =
      [inbox, inbox.appending(urgent), inbox.appending(registers), held, rejected, duplicates, done, outboxFiles]
      + outlets.flatMap { [pending($0.id), taken($0.id)] } + [reports]
    let closed: [FileName] = [restricted, sealed, onRequest, work, state, FileName("registers")]
    return open.map { ($0, 0o755) } + closed.map { ($0, 0o700) }
  }
}
