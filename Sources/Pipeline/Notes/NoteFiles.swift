import Publication

/// The two files that we add to a folder of originals. An original may have the same name: ours then steps aside.
enum NoteFiles {
  private static let alternatives: [(note: FileName, why: FileName)] = [
    (WorkFolders.note, WorkFolders.why), (FileName("说明（zarlal）.txt"), FileName("why（zarlal）.json")),
  ]

  /// Names of the notes in `folder` that are ours: they name the item.
  static func ours(in folder: FileName, of item: ItemID, files: any FileStore) throws -> [FileName] {
    var found: [FileName] = []
    for name in alternatives.flatMap({ [$0.note, $0.why] }) {
      guard let (bytes, _) = try files.read(folder.appending(name), limit: 1 << 20) else { continue }
      if bytes.contains(sequence: Array(item.rawValue.utf8)), bytes.contains(sequence: Array("zarlal".utf8)) {
        found.append(name)
      }
    }
    return found
  }

  /// Removes ours, the covered copy among them, leaves originals.
  static func remove(from folder: FileName, of item: ItemID, files: any FileStore) throws {
    for name in try ours(in: folder, of: item, files: files) { try files.remove(folder.appending(name)) }
    try MaskedCopies.remove(of: item, from: folder, files: files)
  }

  /// Writes ours beside the originals in `folder`.
  static func write(
    for record: ItemRecord, in folder: FileName, files: any FileStore, copies: MaskedCopies? = nil
  ) throws {
    try remove(from: folder, of: record.itemID, files: files)
    let copy = try copies?.copy(of: record, in: folder)
    if let copy { try MaskedCopies.write(copy, of: record.itemID, in: folder, files: files) }
    for (note, why) in alternatives {
      guard try files.status(of: folder.appending(note)) == nil, try files.status(of: folder.appending(why)) == nil
      else {
        continue
      }
      try files.write(Array(Note.text(for: record, hasCopy: copy != nil).utf8), to: folder.appending(note), mode: 0o644)
      try files.write(Note.json(for: record).utf8(pretty: true), to: folder.appending(why), mode: 0o644)
      return
    }
  }
}
