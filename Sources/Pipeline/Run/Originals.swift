import Publication

/// The folders with originals of an item, newest first: the present one, and those of earlier revisions, which stay where they were (docs/inbox.md, "What goes where").
struct Originals {
  /// Relative to the work directory, with the digest of the article in it. Some may be gone.
  private(set) var folders: [(folder: String, source: ContentDigest)]

  init(of item: ItemRecord, in ledger: any LedgerReading) throws {
    folders = [(item.folder, item.source)]
    let shown = try ledger.payloads(of: item.itemID).filter { $0.action != .withdraw }
    for (revision, rows) in Dictionary(grouping: shown, by: \.revision).sorted(by: { $0.key > $1.key }) {
      guard let row = rows.first else { continue }
      let source = try Self.source(of: row, in: ledger) ?? item.source
      add(Self.folder(of: item.itemID, revision, on: row.date), source)
    }
    // What was held, or replaced before it was published, under the same id.
    for folder in [WorkFolders.held, WorkFolders.rejected] {
      add(folder.appending(FileName(item.itemID.rawValue)).description, item.source)
    }
  }

  private mutating func add(_ folder: String, _ source: ContentDigest) {
    guard !folders.contains(where: { $0.folder.utf8.elementsEqual(folder.utf8) }) else { return }
    folders.append((folder, source))
  }

  /// Without folders that belong to another item: a revision that was released lies where the item that it corrected has its originals.
  mutating func leave(_ others: Set<String>) { folders.removeAll { others.contains($0.folder) } }

  /// Where the originals of a revision lie once it is queued: by 发布日期.
  static func folder(of item: ItemID, _ revision: Int, on day: CivilDate) -> String {
    let month = day.monthText.split(separator: "-").joined(separator: "/")
    return "\(WorkFolders.done)/\(month)/\(item)" + (revision == 1 ? "" : "-\(revision)")
  }

  private static func source(of row: PayloadRow, in ledger: any LedgerReading) throws -> ContentDigest? {
    guard let body = try ledger.body(of: row.payloadID), let json = try? JSONValue.reading(body) else { return nil }
    return json["source"]?["sha256"]?.text.flatMap(ContentDigest.init(hex:))
  }
}
