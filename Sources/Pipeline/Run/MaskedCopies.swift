import Disclosure
import Ingest
import Publication

/// Suggestions for what is held for personal numbers: the same item with the numbers covered, beside the original, for a clerk to look at and drop instead.
///
/// A copy is only made where reading it again finds no number any more and nothing new against it. It has the permissions of its original, and nothing takes it in by itself.
struct MaskedCopies: Sendable {
  let files: any FileStore
  let decider: Decider
  let claims: Claims

  /// The folder of a copy, in the folder of its original. It names the item, so that no original has the same name.
  static func folder(of item: ItemID) -> FileName { FileName("遮盖稿-\(item.rawValue.prefix(12))") }

  /// A copy of what lies in `folder`, and the permissions of the original; `nil` where there is nothing to cover, or not everything can be covered.
  func copy(of record: ItemRecord, in folder: FileName) throws -> (item: InboxItem, mode: UInt32)? {
    guard record.state == .held, record.codes.contains(.personalNumber),
      !record.codes.contains(.bundleAmbiguous), !record.codes.contains(.tooLarge),
      let group = try Reopened.group(of: record, in: folder, files: files),
      let status = try files.status(of: folder.appending(group.article.path)),
      let item = try claims.take(group, number: 0).item,
      let copy = decider.masked(item, codes: Set(record.codes))
    else { return nil }
    return (copy, status.permissions)
  }

  /// Writes a copy as it is to be dropped: the article, its sidecar, and its attachments in `<stem>.附件/`.
  static func write(
    _ copy: (item: InboxItem, mode: UInt32), of id: ItemID, in place: FileName, files: any FileStore
  ) throws {
    let folder = place.appending(Self.folder(of: id))
    // As the folders of held items: who may look into one may look into the other.
    try files.makeFolder(folder, mode: 0o755)
    func write(_ bytes: [UInt8], _ path: FileName) throws {
      let target = folder.appending(path)
      if let parent = path.folder { try files.makeFolder(folder.appending(parent), mode: 0o755) }
      try files.write(bytes, to: target, mode: copy.mode)
    }
    let name = copy.item.name.base
    try write(copy.item.bytes, name)
    if let sidecar = copy.item.sidecar { try write(sidecar, FileName(bytes: name.bytes + Array(".json".utf8))) }
    let attachments = FileName(bytes: name.stem.bytes + Array(".附件".utf8))
    for companion in copy.item.companions {
      try write(companion.bytes, companion.isPart ? companion.name : attachments.appending(companion.name))
    }
  }

  /// Removes the copy in the folder of an original.
  static func remove(of id: ItemID, from place: FileName, files: any FileStore) throws {
    func clear(_ folder: FileName) throws {
      guard let entries = try files.entries(of: folder) else { return }
      for entry in entries {
        let path = folder.appending(entry.name)
        if entry.status.kind == .folder { try clear(path) } else { try files.remove(path) }
      }
      try files.remove(folder)
    }
    try clear(place.appending(folder(of: id)))
  }
}

extension Decider {
  /// The item with its personal numbers covered: carefully at first, then also where only words far away tell what a number is.
  func masked(_ item: InboxItem, codes: Set<Code>) -> InboxItem? {
    for isWide in [false, true] {
      let mask = MaskedFile(limits: limits, isWide: isWide) { gate.covered(in: $0, isWide: isWide) }
      var copy = item
      copy.name = mask.name(item.name.base)
      copy.bytes = mask.bytes(of: item.bytes, name: item.name)
      copy.sidecar = item.sidecar.map { mask.bytes(of: $0, name: FileName("a.json")) }
      for index in copy.companions.indices {
        let companion = copy.companions[index]
        copy.companions[index].bytes = mask.bytes(of: companion.bytes, name: companion.name)
        copy.companions[index].name = mask.name(companion.name)
      }
      let judged = decision(on: copy)
      guard !judged.outcome.isRestricted, !judged.codes.contains(.personalNumber), codes.isSuperset(of: judged.codes)
      else {
        continue
      }
      return copy
    }
    return nil
  }
}
