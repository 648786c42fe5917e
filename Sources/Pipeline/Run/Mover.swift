import Publication

/// Takes originals from a claim (or an earlier folder) to where they belong. Every step can be taken again.
struct Mover: Sendable {
  let files: any FileStore
  /// Makes covered copies of what is held for personal numbers.
  let copies: MaskedCopies
  /// Folders known to exist.
  private var made: Set<FileName> = []

  init(files: any FileStore, copies: MaskedCopies) {
    self.files = files
    self.copies = copies
  }

  /// Moves the files of `move.from`; `record` is the item as the ledger has it now. `isWholeClaim`: the caller has just claimed these
  /// files, none of them in a subfolder, so that the folder itself can be renamed without a look into it.
  mutating func perform(_ move: PlannedMove, record: ItemRecord?, isWholeClaim: Bool = false) throws {
    let from = FileName(move.from)
    let to = FileName(move.to)
    if isWholeClaim, let record, !needsNote(record), !isRestricted(to), try files.status(of: to) == nil {
      try makeParent(of: to)
      try files.move(from, to: to, replacing: false)
      return
    }
    guard try files.status(of: from) != nil else { return }
    if isRestricted(to) {
      if from.folder != WorkFolders.work { try NoteFiles.remove(from: from, of: move.itemID, files: files) }
      try conceal(from, to, source: record?.source)
      return
    }
    if from == to {
      if let record, needsNote(record) { try NoteFiles.write(for: record, in: to, files: files, copies: copies) }
      return
    }
    if from.folder == WorkFolders.work { try removeEmptied(from) }
    // Notes of an earlier state say nothing true any more; a claim has none yet.
    if from.folder != WorkFolders.work { try NoteFiles.remove(from: from, of: move.itemID, files: files) }
    if var record, needsNote(record) || isAside(to, of: record) {
      // Originals of an earlier drop of an item that went on: the note must not speak of the item as it is now.
      if isAside(to, of: record) { record.state = .superseded }
      try NoteFiles.write(for: record, in: from, files: files, copies: copies)
    }
    try makeParent(of: to)
    // A covered copy of ours is no folder that the article came in.
    let own = MaskedCopies.folder(of: move.itemID)
    let entries = try (files.entries(of: from) ?? []).filter { $0.name != own }
    let isFlat = !entries.contains { $0.status.kind == .folder && !isCompanionFolder($0.name) }
    if isFlat, try files.status(of: to) == nil {
      try files.move(from, to: to, replacing: false)
      return
    }
    try files.makeFolder(to, mode: 0o755)
    // An earlier note there says nothing true any more, and is no original.
    try NoteFiles.remove(from: to, of: move.itemID, files: files)
    let folders =
      isFlat ? [] : try articleFolders(in: from, but: NoteFiles.ours(in: from, of: move.itemID, files: files) + [own])
    if let last = folders.last { try merge(last, into: to) }
    for folder in folders.reversed() { try files.remove(folder) }
    try merge(from, into: to)
  }

  private mutating func makeParent(of folder: FileName) throws {
    if let parent = folder.folder, made.insert(parent).inserted { try files.makeFolder(parent, mode: 0o755) }
  }

  private func needsNote(_ record: ItemRecord) -> Bool {
    [.held, .rejected, .duplicate, .superseded].contains(record.state)
  }

  private func isAside(_ folder: FileName, of record: ItemRecord) -> Bool {
    folder.folder == WorkFolders.rejected && folder.description != record.folder
  }

  private func isRestricted(_ folder: FileName) -> Bool {
    [WorkFolders.sealed, WorkFolders.onRequest, WorkFolders.restricted].contains { folder.folder == $0 }
  }

  private func isCompanionFolder(_ name: FileName) -> Bool {
    [".附件", ".files", "_files", ".fld"].contains { name.bytes.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  /// The folders, each in the one before, that hold all there is, but `notes`: `加急/`, a bundle's own, and those that lead to it. They are not kept.
  private func articleFolders(in from: FileName, but notes: [FileName]) throws -> [FileName] {
    var found: [FileName] = []
    var place = from
    while true {
      let entries = try (files.entries(of: place) ?? []).filter { !(found.isEmpty && notes.contains($0.name)) }
      guard entries.count == 1, let only = entries.first, only.status.kind == .folder, !isCompanionFolder(only.name)
      else { return found }
      place = place.appending(only.name)
      found.append(place)
    }
  }

  /// Folders go before files: as long as the article is there, a move that was cut short finds the folder that it lies in again.
  private func merge(_ from: FileName, into to: FileName) throws {
    let entries = try files.entries(of: from) ?? []
    for entry in entries where entry.status.kind == .folder {
      let new = to.appending(entry.name)
      try files.makeFolder(new, mode: 0o755)
      try merge(from.appending(entry.name), into: new)
    }
    for entry in entries where entry.status.kind != .folder {
      let old = from.appending(entry.name)
      var new = to.appending(entry.name)
      var count = 1
      while let there = try files.status(of: new), try !isSame(old, new, there, entry.status) {
        count += 1
        new = to.appending(entry.name.numbered(count))
      }
      try files.move(old, to: new, replacing: true)
    }
    try files.remove(from)
  }

  private func isSame(_ a: FileName, _ b: FileName, _ x: FileStatus, _ y: FileStatus) throws -> Bool {
    guard x.kind == .regular, x.size == y.size else { return false }
    return try files.read(a, limit: x.size)?.bytes == files.read(b, limit: x.size)?.bytes
  }

  /// `sealed/<id>` with `<id>.json`, 0600: the only place that keeps the name.
  private func conceal(_ from: FileName, _ to: FileName, source: ContentDigest?) throws {
    if let parent = to.folder { try files.makeFolder(parent, mode: 0o700) }
    let ignore = IgnoreRules(site: [])
    let group = try InboxScanner(files: files, ignore: ignore).scan(root: from)?.groups.first
    var rest: [FileName] = try everything(from, FileName(bytes: []))
    if let article = try rest.first(where: { try isArticle(from.appending($0), source) }) ?? group?.article.path {
      rest.removeAll { $0 == article }
      rest.insert(article, at: 0)
    }
    // The names first: a file without its name could not be told apart later. A move that was cut short has written them already, and what
    // lies there is not to be overwritten by what is left, nor by another revision of the same name.
    let index = FileName(bytes: to.bytes + Array(".json".utf8))
    var names = try names(in: index)
    let known = names.count
    var targets: [FileName: FileName] = [:]
    for path in rest {
      let own = names.prefix(known).filter { $0.name == path }.map(\.target)
      if let target = try own.first(where: { try isFree($0, for: from.appending(path)) }) {
        targets[path] = target
        continue
      }
      let target = try place(for: from.appending(path), at: to, but: Set(names.map(\.target)))
      names.append((target, path))
      targets[path] = target
    }
    if names.count > known {
      let json = JSONValue.object([
        "schema": .string("zarlal.restricted/1"), "id": .string(to.base.description),
        "names": .array(
          names.map { .object(["file": .string($0.target.base.description), "name": .string($0.name.description)]) }),
      ])
      try files.write(json.utf8(pretty: true), to: index, mode: 0o600)
    }
    for path in rest {
      guard let target = targets[path] else { continue }
      try files.setMode(from.appending(path), 0o600)
      try files.move(from.appending(path), to: target, replacing: true)
    }
    try removeFolders(from)
    for path in rest { try removeEmptyFolders(of: path) }
  }

  /// Whether these are the bytes that were decided about. Of several documents in a folder of originals only that tells which is the article.
  private func isArticle(_ path: FileName, _ source: ContentDigest?) throws -> Bool {
    guard let source, let status = try files.status(of: path), status.kind == .regular,
      let (bytes, _) = try files.read(path, limit: status.size)
    else { return false }
    return ContentDigest(of: bytes) == source
  }

  /// Where an earlier try put, or meant to put, each file, and the name it had.
  private func names(in index: FileName) throws -> [(target: FileName, name: FileName)] {
    guard let (bytes, _) = try files.read(index, limit: 1 << 26), let json = try? JSONValue.reading(bytes),
      case .array(let names)? = json["names"], let folder = index.folder
    else { return [] }
    return names.compactMap { one in
      guard let file = one["file"]?.text, let name = one["name"]?.text else { return nil }
      return (folder.appending(FileName(file)), FileName(name))
    }
  }

  /// Whether nothing lies at `target`, or the same bytes.
  private func isFree(_ target: FileName, for path: FileName) throws -> Bool {
    guard let there = try files.status(of: target), let status = try files.status(of: path) else { return true }
    return try isSame(path, target, status, there)
  }

  /// The first of `<id>`, `<id>.1`, … that is free, or has the same bytes: the same drop again, under another name.
  private func place(for path: FileName, at to: FileName, but taken: Set<FileName>) throws -> FileName {
    guard let status = try files.status(of: path) else { return to }
    var number = 0
    var target = to
    while true {
      if let there = try files.status(of: target) {
        if try isSame(path, target, status, there) { return target }
      } else if !taken.contains(target) {
        return target
      }
      number += 1
      target = FileName(bytes: to.bytes + Array(".\(number)".utf8))
    }
  }

  /// The folders of the inbox that a bundle lay in carry its name: they go when they are empty.
  private func removeEmptyFolders(of path: FileName) throws {
    guard let folder = path.folder, !folder.bytes.isEmpty, !Self.kept.contains(folder) else { return }
    guard try files.remove(WorkFolders.inbox.appending(folder)) else { return }
    try removeEmptyFolders(of: folder)
  }

  /// Companion folders (`通知.附件/`) of a claim leave nothing in the inbox but themselves: they go when they are empty. Folders that a clerk
  /// made for other things stay.
  private func removeEmptied(_ claim: FileName) throws {
    guard try (files.entries(of: claim) ?? []).contains(where: { $0.status.kind == .folder }) else { return }
    for path in try everything(claim, FileName(bytes: [])) {
      var folder = path.folder
      while let one = folder,
        one.bytes.split(separator: 0x2F).contains(where: { isCompanionFolder(FileName(bytes: $0)) })
      {
        guard try files.remove(WorkFolders.inbox.appending(one)) else { break }
        folder = one.folder
      }
    }
  }

  private static let kept = [FileName("加急"), FileName("登记")]

  private func everything(_ root: FileName, _ folder: FileName) throws -> [FileName] {
    var found: [FileName] = []
    for entry in try files.entries(of: folder.bytes.isEmpty ? root : root.appending(folder)) ?? [] {
      let path = folder.appending(entry.name)
      if entry.status.kind == .folder { found += try everything(root, path) } else { found.append(path) }
    }
    return found
  }

  private func removeFolders(_ folder: FileName) throws {
    for entry in try files.entries(of: folder) ?? [] where entry.status.kind == .folder {
      try removeFolders(folder.appending(entry.name))
    }
    try files.remove(folder)
  }
}
