import Publication

/// Takes register tables out of `inbox/登记/`: claimed by rename, entered whole or held whole.
///
/// Claims, originals and held tables lie in `registers/` (0700, 0600), because they name applicants. Every step can be taken again: a claim that a
/// killed run left is entered by the next, and rows that are known change nothing.
struct RegisterIntake {
  let files: any FileStore
  let desk: RegisterDesk
  /// The first part of every claim's name.
  let stamp: String
  /// Tables entered, and those that were known already.
  private(set) var taken = 0
  /// Tables newly held.
  private(set) var held = 0
  /// Claims of an earlier run that were finished.
  private(set) var recovered = 0
  /// Lines for people.
  private(set) var spoken: [String] = []
  /// Tables that wait for the next run.
  private(set) var left: [WaitingEntry] = []

  static let incoming = FileName("registers/incoming")

  init(files: any FileStore, desk: RegisterDesk, stamp: String) {
    self.files = files
    self.desk = desk
    self.stamp = stamp
  }

  /// Enters what an earlier run claimed, then these tables of the inbox.
  mutating func run(_ tables: [SeenFile]) throws {
    for entry in try files.entries(of: Self.incoming) ?? [] where entry.status.kind == .folder {
      recovered += 1
      try take(Self.incoming.appending(entry.name))
    }
    for (number, table) in tables.enumerated() {
      guard let claim = try claim(table, number) else { continue }
      try take(claim)
    }
  }

  /// Tables that were dropped among the documents: nothing of them is entered, and they lie behind the closed door as if they had been.
  mutating func hold(misplaced tables: [SeenFile]) throws {
    for (number, table) in tables.enumerated() {
      guard let claim = try claim(table, number, misplaced: true) else { continue }
      try take(claim)
    }
  }

  /// Whether a document of the inbox is a register table in truth: by its head, also where the head isn't right, or by naming applicants.
  static func isMisplaced(_ group: InboxGroup, in root: FileName, files: any FileStore) -> Bool {
    guard group.article.path.fileExtension == "csv",
      let (bytes, _) = try? files.read(root.appending(group.article.path), limit: RegisterReading.mostBytes)
    else { return false }
    do {
      _ = try RegisterReading.table(bytes) { _ in [:] }
      return true
    } catch {
      let known = error.diagnostics.contains {
        $0.code != .registerUnknown && $0.code != .tableEmpty && $0.code.rawValue.hasPrefix("REG-")
      }
      return known || bytes.contains(sequence: Array("申请人".utf8)) || bytes.contains(sequence: gbApplicant)
    }
  }

  /// 申请人 in GB 18030.
  private static let gbApplicant: [UInt8] = [0xC9, 0xEA, 0xC7, 0xEB, 0xC8, 0xCB]
  /// The end of the name of a claim of a misplaced table.
  private static let misplaced = Array("-m".utf8)

  private mutating func claim(_ table: SeenFile, _ number: Int, misplaced: Bool = false) throws -> FileName? {
    let claim = Self.incoming.appending(FileName("\(stamp)-\(number)\(misplaced ? "-m" : "")"))
    let target = claim.appending(table.path.base)
    let home = WorkFolders.inbox.appending(table.path)
    try files.makeFolder(claim, mode: 0o700)
    do {
      guard try files.move(home, to: target, replacing: false) else {
        try files.remove(claim)
        return nil
      }
    } catch let error as PipelineError where error.code == .storageFault {
      try files.remove(claim)
      leave(table.path, .unreadable)
      return nil
    }
    if let status = try files.status(of: target), status.isSameContent(as: table.status) { return claim }
    // Somebody is still writing it.
    if try files.status(of: home) == nil { try files.move(target, to: home, replacing: false) }
    try files.remove(claim)
    leave(table.path, .changedWhileReading)
    return nil
  }

  private mutating func take(_ claim: FileName) throws {
    guard let entry = try files.entries(of: claim)?.first else {
      try files.remove(claim)
      return
    }
    let file = claim.appending(entry.name)
    try files.setMode(file, 0o600)
    guard let (bytes, _) = try files.read(file, limit: RegisterReading.mostBytes) else { return }
    let digest = ContentDigest(of: bytes)
    if claim.bytes.suffix(2).elementsEqual(Self.misplaced) {
      try hold(file, digest, [Diagnostic(.tableMisplaced, .hold)], isMisplaced: true)
      try files.remove(claim)
      return
    }
    do {
      _ = try desk.enter(table: bytes, by: "run")
      try files.makeFolder(RegisterDesk.originals, mode: 0o700)
      try files.move(file, to: RegisterDesk.original(digest), replacing: true)
      try HeldTables(files: files).dismiss(name: entry.name, but: nil)
      taken += 1
    } catch let faults as RegisterFaults {
      try hold(file, digest, faults.diagnostics)
    } catch let error as PipelineError where error.code == .registersBusy {
      leave(WorkFolders.registers.appending(entry.name), .registersBusy)
      return
    }
    try files.remove(claim)
  }

  private mutating func hold(
    _ file: FileName, _ digest: ContentDigest, _ faults: [Diagnostic], isMisplaced: Bool = false
  ) throws {
    let tables = HeldTables(files: files)
    let home = isMisplaced ? file.base : WorkFolders.registers.appending(file.base)
    let isNew = try tables.hold(file, digest, faults, as: home, on: desk.today)
    try tables.dismiss(name: file.base, but: digest)
    guard isNew else { return }
    held += 1
    let codes = Set(faults.map(\.code)).sorted().map(\.rawValue).joined(separator: "、")
    let name = Printable.line(home.description)
    spoken.append("\(name)：登记表没有导入（\(codes)）。\(HeldTables.message(faults))详见 \(tables.folder(digest))/说明.txt")
  }

  private mutating func leave(_ path: FileName, _ code: Code) {
    left.append(WaitingEntry(file: path.description, state: "waiting", code: code, message: code.text().message))
  }
}
