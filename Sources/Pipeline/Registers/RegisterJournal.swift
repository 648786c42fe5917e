import Publication

/// The registers' record in one text file, `registers/journal.jsonl`: a line of JSON for each record, and a last line that says how many there are
/// and which hash the last one has.
///
/// Every entry writes the whole file anew beside the old one, makes it durable and puts it in its place by rename: a crash at any moment leaves the
/// old record or the new one. Only the owner of the process reads it (0700, 0600), because it names applicants.
struct RegisterJournal: RegisterStore {
  let files: any FileStore

  static let folder = FileName("registers")
  static let journal = FileName("registers/journal.jsonl")
  static let next = FileName("registers/journal.part")
  static let lock = FileName("registers/lock")
  /// A large office's years; far from what fits into memory.
  private static let mostBytes = 1 << 30

  func records() throws -> [RegisterRecord] { try read().records }

  @discardableResult func record(
    _ origin: RegisterOrigin, _ drafts: ([RegisterRecord]) throws -> [RegisterDraft]
  ) throws -> RegisterChanges {
    try files.makeFolder(Self.folder, mode: 0o700)
    guard let lock = try files.lock(Self.lock) else { throw PipelineError(.registersBusy) }
    defer { lock.unlock() }
    let records = try records()
    let (added, changes) = RegisterRecord.following(records, try drafts(records), origin)
    guard !added.isEmpty else { return changes }
    try files.write(Self.bytes(of: records + added), to: Self.next, mode: 0o600)
    try files.setMode(Self.next, 0o600)
    try files.sync()
    try files.move(Self.next, to: Self.journal, replacing: true)
    try files.sync()
    return changes
  }

  /// The records, and whether the last line confirms them.
  func read() throws -> (records: [RegisterRecord], isConfirmed: Bool) {
    guard let (bytes, _) = try files.read(Self.journal, limit: Self.mostBytes) else { return ([], true) }
    var records: [RegisterRecord] = []
    var seal: JSONValue?
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: true).enumerated() {
      let json = try? JSONValue.reading(Array(line))
      if let json, json["schema"]?.text == "zarlal.registers/1" {
        seal = json
      } else if let record = json.flatMap({ RegisterRecord(json: $0) }), seal == nil {
        records.append(record)
      } else {
        throw PipelineError(
          .registersDamaged, subject: Self.journal.description, details: ["line": String(index + 1)])
      }
    }
    let isConfirmed =
      seal?["records"]?.integer == records.count && seal?["head"]?.text == records.last?.hash
    return (records, isConfirmed)
  }

  private static func bytes(of records: [RegisterRecord]) -> [UInt8] {
    var out: [UInt8] = []
    for record in records {
      out += record.json.utf8()
      out.append(0x0A)
    }
    let seal = JSONValue.object([
      "schema": .string("zarlal.registers/1"), "records": .int(records.count), "head": .optional(records.last?.hash),
    ])
    return out + seal.utf8() + [0x0A]
  }
}
