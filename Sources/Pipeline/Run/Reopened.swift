import Ingest
import Publication

/// An original that is judged again where it lies, in `held/<id>/`.
struct Reopened {
  var prepared: Prepared
  var item: InboxItem

  /// Reads the original of `record` in its folder; `nil` where it isn't there any more.
  static func open(_ record: ItemRecord, files: any FileStore, claims: Claims) throws -> Reopened? {
    guard let group = try group(of: record, in: FileName(record.folder), files: files) else { return nil }
    let (prepared, item) = try claims.take(group, number: 0)
    guard var item else { return nil }
    // Judged under the name it was dropped with, folder and all.
    item.name = FileName(record.file ?? item.name.description)
    return Reopened(prepared: prepared, item: item)
  }

  /// The original of `record` in `folder`, without what we wrote beside it.
  static func group(of record: ItemRecord, in folder: FileName, files: any FileStore) throws -> InboxGroup? {
    let notes = try NoteFiles.ours(in: folder, of: record.itemID, files: files)
    let own = notes.map(\.description) + [MaskedCopies.folder(of: record.itemID).description]
    let scanner = InboxScanner(files: files, ignore: IgnoreRules(site: own))
    let name = FileName(record.file ?? "")
    if let parent = name.folder, parent != WorkFolders.urgent,
      let bundle = try scanner.bundle(of: name.base, in: folder)
    {
      return bundle
    }
    guard let groups = try scanner.scan(root: folder)?.groups else { return nil }
    return groups.first { $0.article.path.base == name.base } ?? groups.first
  }

  /// What reviewers see of it; `nil` where the files are not what was decided about `record` any more.
  func reviewedInput(of record: ItemRecord) -> InputID? {
    DocumentReader.inputID(of: item) == record.inputID ? DocumentReader.reviewedInput(of: item) : nil
  }
}
