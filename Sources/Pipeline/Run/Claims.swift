import Disclosure
import Ingest
import Publication

/// A group that has been claimed and decided.
struct Prepared: Sendable {
  var group: InboxGroup
  /// Its folder under `work/`: the name tells nothing of the document.
  var claim: FileName
  /// The claimed files as they were when they were read.
  var statuses: [FileName: FileStatus]
  /// The decision; `nil`: the group could not be read and `obstacle` says why.
  var decision: Decision?
  var obstacle: Code?

  /// Whether the claim is a folder with the group's files and nothing else: no file of it lies in a subfolder.
  var isWholeClaim: Bool { claim != group.root && group.files.allSatisfy { $0.path.folder == nil } }
}

/// Takes groups out of the inbox by rename, reads them, and gives back what can't be taken now.
struct Claims: Sendable {
  let files: any FileStore
  let limits: IngestLimits
  /// The first part of every claim's name: the moment of the run, hexadecimal.
  let stamp: String

  /// Claims and reads a group; one that is a claim already, or is only looked at (`claiming` false), is read where it is.
  func take(
    _ group: InboxGroup, number: Int, claiming: Bool = true
  ) throws -> (prepared: Prepared, item: InboxItem?) {
    let isClaimed = claiming && group.root == WorkFolders.inbox
    let claim = isClaimed ? place(of: group, number: number) : group.root
    var prepared = Prepared(group: group, claim: claim, statuses: [:])
    do {
      if isClaimed, group.files.contains(where: { files.isBeingWritten(WorkFolders.inbox.appending($0.path)) }) {
        prepared.obstacle = .notSettled
        return (prepared, nil)
      }
      if isClaimed, try !rename(group, to: claim) {
        prepared.obstacle = .changedWhileReading
        return (prepared, nil)
      }
      return try read(prepared)
    } catch let error as PipelineError where error.code == .storageFault {
      prepared.obstacle = .unreadable
      return (prepared, nil)
    }
  }

  /// The claim of a group: of one that lies in the inbox, by its number in the run.
  func place(of group: InboxGroup, number: Int) -> FileName {
    guard group.root == WorkFolders.inbox else { return group.root }
    return WorkFolders.work.appending(FileName("\(stamp)-\(number)"))
  }

  /// The most that is read of a sidecar: one that is longer can't be whole JSON then, and is held as unreadable.
  static let sidecarBytes = 1 << 20

  /// The end of the name of a claim that isn't whole yet: a later run gives its files back.
  static let unfinished = Array(".part".utf8)

  /// Renames every file, and then the folder to `claim` when all are there; false when one has gone since the scan. One that has changed is
  /// noticed when it is read.
  ///
  /// The article comes last, and a sidecar alone is nothing that could be taken: a document that has no more than a sidecar is whole as soon as it is
  /// there, and its claim needs no second name.
  private func rename(_ group: InboxGroup, to claim: FileName) throws -> Bool {
    let folder = group.members.isEmpty ? claim : FileName(bytes: claim.bytes + Self.unfinished)
    do {
      return try rename(group, into: folder) && (folder == claim || files.move(folder, to: claim, replacing: false))
    } catch {
      // What was moved already goes back at once; where even that fails, the next run sees to it.
      if group.files.count > 1 { try? giveBack(folder) }
      throw error
    }
  }

  private func rename(_ group: InboxGroup, into folder: FileName) throws -> Bool {
    try files.makeFolder(folder, mode: 0o755)
    for file in group.files {
      let target = folder.appending(file.path)
      if let parent = file.path.folder { try files.makeFolder(folder.appending(parent), mode: 0o755) }
      guard try isPlain(file.path), try files.move(WorkFolders.inbox.appending(file.path), to: target, replacing: false)
      else {
        if group.files.count > 1 { try giveBack(folder) }
        return false
      }
    }
    return true
  }

  /// Whether every folder on the way is still a folder, and no link that leads elsewhere.
  private func isPlain(_ path: FileName) throws -> Bool {
    var folder = path.folder
    while let here = folder {
      guard try files.status(of: WorkFolders.inbox.appending(here))?.kind == .folder else { return false }
      folder = here.folder
    }
    return true
  }

  private func read(_ start: Prepared) throws -> (prepared: Prepared, item: InboxItem?) {
    var prepared = start
    let group = start.group
    func bytes(_ file: SeenFile, limit: Int) throws -> [UInt8]? {
      guard let (bytes, status) = try files.read(start.claim.appending(file.path), limit: limit),
        status.isSameContent(as: file.status)
      else { return nil }
      prepared.statuses[file.path] = status
      return bytes
    }
    guard let article = try bytes(group.article, limit: limits.fileBytes) else {
      prepared.obstacle = .changedWhileReading
      return (prepared, nil)
    }
    var item = InboxItem(name: group.article.path, bytes: article)
    if let sidecar = group.sidecar {
      // Without what it says, the article must not be judged.
      guard let content = try bytes(sidecar, limit: Self.sidecarBytes) else {
        prepared.obstacle = .changedWhileReading
        return (prepared, nil)
      }
      item.sidecar = content
    }
    for member in group.members {
      guard group.size <= limits.bundleBytes else {
        prepared.statuses[member.file.path] = try files.status(of: start.claim.appending(member.file.path))
        continue
      }
      guard let content = try bytes(member.file, limit: limits.fileBytes) else {
        prepared.obstacle = .changedWhileReading
        return (prepared, nil)
      }
      item.companions.append(.init(name: member.name, bytes: content, isPart: member.isPart))
    }
    item.companions.sort { $0.name < $1.name }
    return (prepared, item)
  }

  /// Whether the claimed files are still as they were read.
  func isUnchanged(_ prepared: Prepared) throws -> Bool {
    for (path, status) in prepared.statuses {
      guard let now = try files.status(of: prepared.claim.appending(path)), now.isSameContent(as: status) else {
        return false
      }
    }
    return true
  }

  /// Puts the files of a claim back where they came from. A file whose place is taken stays in the claim, for the next run.
  func giveBack(_ claim: FileName) throws {
    try giveBack(claim, FileName(bytes: []))
    try files.remove(claim)
  }

  private func giveBack(_ claim: FileName, _ folder: FileName) throws {
    for entry in try files.entries(of: folder.bytes.isEmpty ? claim : claim.appending(folder)) ?? [] {
      let path = folder.appending(entry.name)
      if entry.status.kind == .folder {
        try giveBack(claim, path)
        try files.remove(claim.appending(path))
      } else {
        let home = WorkFolders.inbox.appending(path)
        guard try files.status(of: home) == nil else { continue }
        if let folder = home.folder { try files.makeFolder(folder, mode: 0o755) }
        try files.move(claim.appending(path), to: home, replacing: false)
      }
    }
  }
}
