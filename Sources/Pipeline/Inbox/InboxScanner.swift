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
    var scan = InboxScan(root: root)
    guard try level(root, FileName(bytes: []), &scan) else { return nil }
    // An article without all that belongs to it must not go out.
    for group in scan.groups.removeIncomplete() {
      if let code = group.incomplete { scan.leave(group.article.path, code) }
    }
    scan.groups.sort()
    scan.groups.pack()
    return scan
  }

  /// The inbox itself, or the urgent folder: every loose document is an item. False where there is no such folder.
  private func level(_ root: FileName, _ folder: FileName, _ scan: inout InboxScan) throws -> Bool {
    let start = scan.groups.files.count
    var others: [FileEntry] = []
    let exists = try files.eachEntry(of: folder.bytes.isEmpty ? root : root.appending(folder)) { entry in
      let path = folder.appending(entry.name)
      if entry.status.kind == .regular, path != WorkFolders.sentinel, !ignore.ignores(entry.name) {
        scan.groups.files.append(path, entry.status)
      } else {
        others.append(entry)
      }
    }
    guard exists else { return false }
    others.sort { $0.name < $1.name }
    var folders: [FileEntry] = []
    for entry in others {
      let path = folder.appending(entry.name)
      if path == WorkFolders.sentinel { continue }
      switch entry.status.kind {
      case .folder where entry.name.bytes.first != 0x2E && !ignore.ignores(entry.name): folders.append(entry)
      case .folder:
        scan.fileCount += 1
        scan.leave(path, .ignoredName, ignored: true)
      case .regular:
        scan.fileCount += 1
        scan.leave(path, .ignoredName, ignored: true)
        if EditorLock.looksLikeLock(entry.name) { scan.locks[path] = SeenFile(path: path, status: entry.status) }
      case .symbolicLink, .other:
        scan.fileCount += 1
        scan.leave(path, .notAFile, ignored: true)
      }
    }
    let loose = loose(scan.groups.files.order(from: start), &scan)
    for entry in folders {
      let path = folder.appending(entry.name)
      if folder.bytes.isEmpty, entry.name == WorkFolders.urgent {
        urgent(root, path, &scan)
      } else if folder.bytes.isEmpty, entry.name == WorkFolders.registers {
        registers(root, path, &scan)
      } else if let (stem, isPart) = companionFolder(entry.name) {
        let owner = loose.owner(of: folder.appending(FileName(bytes: stem)), in: scan.groups)
        companions(root, path, owner, isPart, &scan)
      } else {
        bundle(root, path, &scan)
      }
    }
    return true
  }

  /// A folder that can't be read is told, and stops nothing.
  private func urgent(_ root: FileName, _ folder: FileName, _ scan: inout InboxScan) {
    do {
      _ = try level(root, folder, &scan)
    } catch {
      scan.fileCount += 1
      scan.leave(folder, .unreadable)
    }
  }

  private func registers(_ root: FileName, _ folder: FileName, _ scan: inout InboxScan) {
    var incomplete: Code?
    for file in everything(root, folder, 1, &scan, &incomplete) {
      scan.fileCount += 1
      if file.path.fileExtension == "csv" {
        scan.registers.append(file)
      } else {
        scan.leave(file.path, .registerFolder, ignored: true)
      }
    }
  }

  /// Loose files: documents with their sidecars, and pictures beside the pages that show them.
  private func loose(_ order: [Int32], _ scan: inout InboxScan) -> LooseFiles {
    var loose = LooseFiles()
    var pictures: [Int32] = []
    var sidecars: [Int32: Int32] = [:]
    var twins: [Int32: [Int32]] = [:]
    for index in order {
      let path = scan.groups.files.path(Int(index))
      let fileExtension = path.fileExtension
      if fileExtension == "json" {
        if let article = article(of: path, order, scan.groups.files) {
          if let other = sidecars.updateValue(index, forKey: article) { twins[article, default: []].append(other) }
        } else {
          scan.leave(path, .loneSidecar, details: ["name": FileName(bytes: path.bytes.dropLast(5)).base.description])
        }
      } else if Self.imageExtensions.contains(fileExtension) {
        pictures.append(index)
      } else {
        loose.documents.append(index)
      }
    }
    scan.fileCount += loose.documents.count + pictures.count
    loose.firstDocument = scan.groups.count
    for index in loose.documents {
      let position = scan.groups.append(article: index, sidecar: sidecars[index])
      // `x.docx.json` beside `x.docx.JSON`: both can't be true, and we don't choose. As an attachment that can't be read it holds the item.
      for twin in twins[index] ?? [] {
        let file = scan.groups.files[Int(twin)]
        scan.groups.update(position) { $0.members.append(.init(file: file, name: file.path.base, isPart: false)) }
      }
    }
    let owners = pictures.isEmpty ? [:] : owners(of: pictures, among: loose, scan.groups)
    loose.firstPicture = scan.groups.count
    for index in pictures {
      if let owner = owners[index] {
        let file = scan.groups.files[Int(index)]
        scan.groups.update(owner) { $0.members.append(.init(file: file, name: file.path.base, isPart: true)) }
      } else {
        loose.pictures.append(index)
        scan.groups.append(article: index, sidecar: sidecars[index])
      }
    }
    return loose
  }

  /// The file that a sidecar belongs to.
  private func article(of sidecar: FileName, _ order: [Int32], _ files: SeenFiles) -> Int32? {
    let path = FileName(bytes: sidecar.bytes.dropLast(5))
    let place = files.lowerBound(of: path, in: order)
    guard place < order.count, files.compare(Int(order[place]), path.bytes[...]) == 0, path.fileExtension != "json"
    else { return nil }
    return order[place]
  }

  /// Which group each picture belongs to, by position: the first page or Markdown text in the same folder that names it. A text that can't be
  /// read names nothing: it is told when it is claimed.
  private func owners(of images: [Int32], among loose: LooseFiles, _ groups: InboxGroups) -> [Int32: Int] {
    var owners: [Int32: Int] = [:]
    for (offset, index) in loose.documents.enumerated() where owners.count < images.count {
      let path = groups.files.path(Int(index))
      guard ["html", "htm", "md", "markdown"].contains(path.fileExtension),
        let text = try? files.read(groups.root.appending(path), limit: 8 << 20)?.bytes
      else { continue }
      let names = PictureNames(in: text, extensions: Self.imageExtensions)
      for image in images where owners[image] == nil && names.mention(groups.files.path(Int(image)).base) {
        owners[image] = loose.firstDocument + offset
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
        // Of two that differ in case none is chosen: see `loose`.
        if let other = sidecars.updateValue(file, forKey: article) { others.append(other) }
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
    _ root: FileName, _ folder: FileName, _ owner: Int?, _ isPart: Bool, _ scan: inout InboxScan
  ) {
    var incomplete: Code?
    let found = everything(root, folder, 1, &scan, &incomplete)
    scan.fileCount += found.count
    guard let owner else {
      for file in found { scan.leave(file.path, .orphanPart) }
      return
    }
    scan.groups.update(owner) { group in
      group.incomplete = group.incomplete ?? incomplete
      group.members += found.map { file in
        let name = isPart ? folder.base.appending(relative(file.path, to: folder)) : relative(file.path, to: folder)
        return .init(file: file, name: name, isPart: isPart)
      }
    }
  }

  /// A subfolder with exactly one article and its attachments; folders that lead to them and hold nothing else are none of its own.
  private func bundle(_ root: FileName, _ outermost: FileName, _ scan: inout InboxScan) {
    var incomplete: Code?
    let found = everything(root, outermost, 1, &scan, &incomplete)
    let (sidecars, others) = pairSidecars(found, &scan)
    scan.fileCount += others.count
    guard !others.isEmpty else { return }
    let folder = innermost(outermost, holding: others)
    let all = others.filter { Self.documentExtensions.contains($0.path.fileExtension) }
    let documents = all.filter { $0.path.folder == folder }
    // A second document is one at whatever depth: a clerk's folder of several bundles is none.
    let mains = all.filter { !isAnnex(relative($0.path, to: folder)) }
    let marked = mains.filter { sidecars[$0.path] != nil }
    let single = mains.count == 1 ? mains.first : marked.count == 1 ? marked.first : nil
    let article = single.flatMap { $0.path.folder == folder ? $0 : nil }
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

  /// The folder, at or below `folder`, that has all these files in it and is not passed through only; never one of attachments.
  private func innermost(_ folder: FileName, holding files: [SeenFile]) -> FileName {
    var place = folder
    while true {
      var steps: Set<FileName> = []
      for file in files {
        let path = relative(file.path, to: place)
        guard path.folder != nil else { return place }
        steps.insert(FileName(bytes: path.bytes.prefix { $0 != 0x2F }))
        guard steps.count == 1 else { return place }
      }
      guard let step = steps.first, !isAnnex(step), companionFolder(step) == nil else { return place }
      place = place.appending(step)
    }
  }

  /// Whether a path says that it is an attachment: its name, or that of a folder on the way.
  private func isAnnex(_ path: FileName) -> Bool {
    let steps = path.bytes.split(separator: 0x2F).map { FileName(bytes: $0) }
    return steps.contains { $0.bytes.starts(with: "附件".utf8) }
      || steps.dropLast().contains { companionFolder($0) != nil }
  }

  /// The files of `root` as the bundle of the article `name` in it: a bundle's own subfolder is not kept where originals go.
  func bundle(of name: FileName, in root: FileName) throws -> InboxGroup? {
    var scan = InboxScan(root: root)
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
