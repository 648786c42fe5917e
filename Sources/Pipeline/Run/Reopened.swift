import Ingest
import Publication

/// An original that is judged again where it lies, in `held/<id>/`.
struct Reopened {
  var prepared: Prepared
  var item: InboxItem

  /// Reads the original of `record` in its folder; `nil` where it isn't there any more.
  static func open(_ record: ItemRecord, files: any FileStore, claims: Claims) throws -> Reopened? {
    let folder = FileName(record.folder)
    let notes = try NoteFiles.ours(in: folder, of: record.itemID, files: files)
    let scanner = InboxScanner(files: files, ignore: IgnoreRules(site: notes.map(\.description)))
    let name = FileName(record.file ?? "")
    var group: InboxGroup?
    if let parent = name.folder, parent != WorkFolders.urgent { group = try scanner.bundle(of: name.base, in: folder) }
    if group == nil, let groups = try scanner.scan(root: folder)?.groups {
      group = groups.first { $0.article.path.base == name.base } ?? groups.first
    }
    guard let group else { return nil }
    let (prepared, item) = try claims.take(group, number: 0)
    guard var item else { return nil }
    // Judged under the name it was dropped with, folder and all.
    item.name = FileName(record.file ?? item.name.description)
    return Reopened(prepared: prepared, item: item)
  }

  /// What reviewers see of it; `nil` where the files are not what was decided about `record` any more.
  func reviewedInput(of record: ItemRecord) -> InputID? {
    DocumentReader.inputID(of: item) == record.inputID ? DocumentReader.reviewedInput(of: item) : nil
  }
}
