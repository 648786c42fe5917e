import Publication

/// Lists the inbox (or a claim) and says which files belong together. Links are not followed, nothing is opened but HTML and
/// Markdown that may show a loose picture lying beside them.
struct InboxScanner {
  let files: any FileStore
  let ignore: IgnoreRules
  /// Levels of folders that are entered.
  var depth = 8

  private static let documentExtensions: Set<String> = [
    "txt", "md", "markdown", "html", "htm", "docx", "doc", "wps", "odt", "ofd", "pdf", "rtf", "mht", "mhtml", "",
  ]
  private static let imageExtensions: Set<String> = [
    "png", "jpg", "jpeg", "gif", "webp", "bmp", "svg", "emf", "wmf", "tif", "tiff",
  ]

  /// Whether a name is that of a picture: never an article.
  static func isPicture(_ name: FileName) -> Bool { imageExtensions.contains(name.fileExtension) }

  /// What lies under `root`; `nil` where there is no such folder.
  func scan(root: FileName) throws -> InboxScan? {
    guard let entries = try files.entries(of: root) else { return nil }
    var scan = InboxScan()
    level(root, FileName(bytes: []), entries, &scan)
    scan.groups.sort { left, right in
      let (a, b) = (isUrgent(left), isUrgent(right))
      guard a == b else { return a }
      // Of a file and its copy the file goes out under its name, whatever a copy is called.
      let (c, d) = (CopyName.isCopy(left.article.path), CopyName.isCopy(right.article.path))
      return c == d ? left.article.path < right.article.path : d
    }
    return scan
  }

  private func isUrgent(_ group: InboxGroup) -> Bool {
    group.article.path.bytes.starts(with: WorkFolders.urgent.bytes + [0x2F])
  }

  /// The inbox itself, or the urgent folder: every loose document is an item.
  private func level(_ root: FileName, _ folder: FileName, _ entries: [FileEntry], _ scan: inout InboxScan) {
    var pool: [SeenFile] = []
    var folders: [FileEntry] = []
    for entry in entries {
      let path = folder.appending(entry.name)
      if path == WorkFolders.sentinel { continue }
      switch entry.status.kind {
      case .folder where entry.name.bytes.first == 0x2E || ignore.ignores(entry.name):
        scan.fileCount += 1
        scan.leave(path, .ignoredName, ignored: true)
      case .folder: folders.append(entry)
      case .regular where ignore.ignores(entry.name):
        scan.fileCount += 1
        scan.leave(path, .ignoredName, ignored: true)
        if EditorLock.looksLikeLock(entry.name) { scan.locks[path] = SeenFile(path: path, status: entry.status) }
      case .regular: pool.append(SeenFile(path: path, status: entry.status))
      case .symbolicLink, .other:
        scan.fileCount += 1
        scan.leave(path, .notAFile, ignored: true)
      }
    }
    var groups = loose(root, pool, &scan)
    let owners = owners(among: groups)
    for entry in folders {
      let path = folder.appending(entry.name)
      if folder.bytes.isEmpty, entry.name == WorkFolders.urgent {
        if let entries = content(root, path, &scan) { level(root, path, entries, &scan) }
      } else if folder.bytes.isEmpty, entry.name == WorkFolders.registers {
        var incomplete: Code?
        for file in everything(root, path, 1, &scan, &incomplete) {
          scan.fileCount += 1
          if file.path.fileExtension == "csv" {
            scan.registers.append(file)
          } else {
            scan.leave(file.path, .registerFolder, ignored: true)
          }
        }
      } else if let (stem, isPart) = companionFolder(entry.name) {
        companions(root, path, stem, isPart, owners, &groups, &scan)
      } else {
        bundle(root, path, &scan)
      }
    }
    for group in groups {
      // An article without all that belongs to it must not go out.
      if let code = group.incomplete { scan.leave(group.article.path, code) } else { scan.groups.append(group) }
    }
  }

  /// Loose files: documents with their sidecars, and pictures beside the pages that show them.
  private func loose(_ root: FileName, _ pool: [SeenFile], _ scan: inout InboxScan) -> [InboxGroup] {
    let (sidecars, others) = pairSidecars(pool, &scan)
    let images = others.filter { Self.isPicture($0.path) }
    var groups: [InboxGroup] = []
    for file in others where !Self.isPicture(file.path) {
      scan.fileCount += 1
      groups.append(InboxGroup(root: root, article: file, sidecar: sidecars[file.path]))
    }
    scan.fileCount += images.count
    let owners = images.isEmpty ? [:] : owners(of: images, among: groups, root)
    for image in images {
      if let owner = owners[image.path] {
        groups[owner].members.append(.init(file: image, name: image.path.base, isPart: true))
      } else {
        groups.append(InboxGroup(root: root, article: image, sidecar: sidecars[image.path]))
      }
    }
    return groups
  }

  /// Which group each picture belongs to: the first page or Markdown text in the same folder that names it. A text that can't be
  /// read names nothing: it is told when it is claimed.
  private func owners(of images: [SeenFile], among groups: [InboxGroup], _ root: FileName) -> [FileName: Int] {
    var owners: [FileName: Int] = [:]
    for (index, group) in groups.enumerated()
    where owners.count < images.count
      && ["html", "htm", "md", "markdown"].contains(group.article.path.fileExtension)
    {
      guard let text = try? files.read(root.appending(group.article.path), limit: 8 << 20)?.bytes else { continue }
      let names = PictureNames(in: text, extensions: Self.imageExtensions)
      for image in images where owners[image.path] == nil && names.mention(image.path.base) {
        owners[image.path] = index
      }
    }
    return owners
  }

  private func pairSidecars(
    _ pool: [SeenFile], _ scan: inout InboxScan
  ) -> (sidecars: [FileName: SeenFile], others: [SeenFile]) {
    let names = Set(pool.map(\.path))
    var sidecars: [FileName: SeenFile] = [:]
    var others: [SeenFile] = []
    for file in pool {
      guard file.path.fileExtension == "json" else {
        others.append(file)
        continue
      }
      let article = FileName(bytes: file.path.bytes.dropLast(5))
      if names.contains(article), article.fileExtension != "json" {
        sidecars[article] = file
      } else {
        scan.leave(file.path, .loneSidecar, details: ["name": article.base.description])
      }
    }
    return (sidecars, others)
  }

  /// `<stem>.附件/` holds attachments, `<stem>.files/` and `<stem>_files/` hold what a page shows.
  private func companionFolder(_ name: FileName) -> (stem: [UInt8], isPart: Bool)? {
    for (suffix, isPart) in [(".附件", false), (".files", true), ("_files", true), (".fld", true)] {
      let tail = Array(suffix.utf8)
      if name.bytes.count > tail.count, name.bytes.suffix(tail.count).elementsEqual(tail) {
        return (Array(name.bytes.dropLast(tail.count)), isPart)
      }
    }
    return nil
  }

  private func companions(
    _ root: FileName, _ folder: FileName, _ stem: [UInt8], _ isPart: Bool, _ owners: [FileName: Int],
    _ groups: inout [InboxGroup], _ scan: inout InboxScan
  ) {
    var incomplete: Code?
    let found = everything(root, folder, 1, &scan, &incomplete)
    scan.fileCount += found.count
    let owner = owners[FileName(bytes: stem)]
    guard let owner else {
      for file in found {
        scan.leave(file.path, .orphanPart)
      }
      return
    }
    groups[owner].incomplete = groups[owner].incomplete ?? incomplete
    groups[owner].members += found.map { file in
      let name = isPart ? folder.base.appending(relative(file.path, to: folder)) : relative(file.path, to: folder)
      return .init(file: file, name: name, isPart: isPart)
    }
  }

  /// A subfolder with exactly one article and its attachments.
  private func bundle(_ root: FileName, _ folder: FileName, _ scan: inout InboxScan) {
    var incomplete: Code?
    let found = everything(root, folder, 1, &scan, &incomplete)
    let (sidecars, others) = pairSidecars(found, &scan)
    scan.fileCount += others.count
    guard !others.isEmpty else { return }
    let documents = others.filter {
      $0.path.folder == folder && Self.documentExtensions.contains($0.path.fileExtension)
    }
    let annex = Array("附件".utf8)
    let mains = documents.filter { !$0.path.base.bytes.starts(with: annex) }
    let marked = mains.filter { sidecars[$0.path] != nil }
    let article = mains.count == 1 ? mains.first : marked.count == 1 ? marked.first : nil
    guard let first = article ?? documents.first ?? others.first else { return }
    var group = InboxGroup(root: root, article: first, sidecar: sidecars[first.path])
    group.isAmbiguous = article == nil
    for file in others where file.path != first.path {
      let name = relative(file.path, to: folder)
      let isPart = name.folder.map { companionFolder($0.base)?.isPart == true } ?? false
      group.members.append(.init(file: file, name: name, isPart: isPart))
    }
    for (path, sidecar) in sidecars.sorted(by: { $0.key < $1.key }) where path != first.path {
      group.members.append(.init(file: sidecar, name: relative(sidecar.path, to: folder), isPart: true))
    }
    if let incomplete { scan.leave(first.path, incomplete) } else { scan.groups.append(group) }
  }

  /// The files of `root` as the bundle of the article `name` in it: a bundle's own subfolder is not kept where originals go.
  func bundle(of name: FileName, in root: FileName) throws -> InboxGroup? {
    var scan = InboxScan()
    var incomplete: Code?
    let found = everything(root, FileName(bytes: []), 0, &scan, &incomplete)
    guard incomplete == nil, let article = found.first(where: { $0.path == name }) else { return nil }
    let sidecar = found.first { $0.path.bytes == name.bytes + Array(".json".utf8) }
    var group = InboxGroup(root: root, article: article, sidecar: sidecar)
    for file in found where file != article && file != sidecar {
      let isPart = file.path.folder.map { companionFolder($0.base)?.isPart == true } ?? isSidecar(file, among: found)
      group.members.append(.init(file: file, name: file.path, isPart: isPart))
    }
    return group
  }

  private func isSidecar(_ file: SeenFile, among files: [SeenFile]) -> Bool {
    let article = FileName(bytes: file.path.bytes.dropLast(5))
    return file.path.fileExtension == "json" && article.fileExtension != "json" && files.contains { $0.path == article }
  }

  /// The first document of each stem, and of each whole name: whose companion folders they are.
  private func owners(among groups: [InboxGroup]) -> [FileName: Int] {
    var owners: [FileName: Int] = [:]
    for (index, group) in groups.enumerated() {
      for name in [group.article.path.stem, group.article.path.base] where owners[name] == nil { owners[name] = index }
    }
    return owners
  }

  /// What a folder holds. One that can't be read is told, and stops nothing.
  private func content(_ root: FileName, _ folder: FileName, _ scan: inout InboxScan) -> [FileEntry]? {
    do {
      return try files.entries(of: folder.bytes.isEmpty ? root : root.appending(folder))
    } catch {
      scan.fileCount += 1
      scan.leave(folder, .unreadable)
      return nil
    }
  }

  /// Every regular file below a folder, to the bound of depth. `incomplete` tells why there may be more.
  private func everything(
    _ root: FileName, _ folder: FileName, _ level: Int, _ scan: inout InboxScan, _ incomplete: inout Code?
  ) -> [SeenFile] {
    var found: [SeenFile] = []
    let content = content(root, folder, &scan)
    if content == nil { incomplete = .unreadable }
    for entry in content ?? [] {
      let path = folder.appending(entry.name)
      switch entry.status.kind {
      case .regular where ignore.ignores(entry.name), .folder where ignore.ignores(entry.name):
        scan.fileCount += 1
        scan.leave(path, .ignoredName, ignored: true)
        if EditorLock.looksLikeLock(entry.name) { scan.locks[path] = SeenFile(path: path, status: entry.status) }
      case .regular: found.append(SeenFile(path: path, status: entry.status))
      case .folder where level < depth: found += everything(root, path, level + 1, &scan, &incomplete)
      case .folder:
        scan.fileCount += 1
        scan.leave(path, .tooDeep)
        incomplete = incomplete ?? .tooDeep
      case .symbolicLink, .other:
        scan.fileCount += 1
        scan.leave(path, .notAFile, ignored: true)
      }
    }
    return found
  }

  private func relative(_ path: FileName, to folder: FileName) -> FileName {
    FileName(bytes: path.bytes.dropFirst(folder.bytes.count + 1))
  }
}

extension [UInt8] {
  /// Whether `needle` occurs; a plain search with a jump to its first byte.
  func contains(sequence needle: [UInt8]) -> Bool {
    guard let first = needle.first, count >= needle.count else { return false }
    return withUnsafeBufferPointer { hay in
      var start = 0
      while let found = hay[start...(hay.count - needle.count)].firstIndex(of: first) {
        if hay[found..<found + needle.count].elementsEqual(needle) { return true }
        start = found + 1
        if start > hay.count - needle.count { return false }
      }
      return false
    }
  }
}
