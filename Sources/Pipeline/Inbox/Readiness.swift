import Publication

/// Which groups may be taken now, and what the others wait for.
///
/// A file is settled when its inode has not changed for `settle` seconds by `ctime`, which nobody can set: neither a
/// modification time of 1970 nor one of 2100 matters. A `ctime` in the future (the clock was set back) counts from when we first saw it.
struct Readiness {
  let waiting: Configuration.Waiting
  /// Nanoseconds since 1970.
  let now: Int
  /// Files with a `ctime` in the future: what we saw of them, and when.
  let observed: [FileName: Observation]
  /// Lock files of office suites, by path.
  let locks: [FileName: SeenFile]

  struct Observation: Sendable, Equatable {
    var size: Int
    var changed: Int
    var inode: UInt64
    var firstSeen: Int
  }

  /// Nanoseconds for which the file has been left alone.
  func age(of file: SeenFile) -> Int {
    if file.status.changed <= now { return now - file.status.changed }
    guard let seen = observed[FileName(file.path.description)], seen.size == file.status.size,
      seen.changed == file.status.changed, seen.inode == file.status.inode, seen.firstSeen <= now
    else { return 0 }
    return now - seen.firstSeen
  }

  /// What the group waits for; `nil`: it is ready.
  func obstacle(_ group: InboxGroup) -> (code: Code, details: [String: String])? {
    let ages = group.files.map(age(of:))
    let age = ages.min() ?? 0
    let articleAge = self.age(of: group.article)
    if waiting.settle > 0, age < seconds(waiting.settle) { return (.notSettled, [:]) }
    if let lock = lock(of: group.article) { return (.lockedByEditor, ["lock": lock.path.base.description]) }
    if group.article.status.size == 0, articleAge < seconds(waiting.empty) { return (.emptyWaiting, [:]) }
    if group.sidecar == nil, articleAge < seconds(waiting.sidecar) { return (.sidecarGrace, [:]) }
    return nil
  }

  /// What a register table waits for; `nil`: it is ready. It has no metadata beside it to wait for.
  func obstacle(ofTable table: SeenFile) -> (code: Code, details: [String: String])? {
    let age = age(of: table)
    if waiting.settle > 0, age < seconds(waiting.settle) { return (.notSettled, [:]) }
    if let lock = lock(of: table) { return (.lockedByEditor, ["lock": lock.path.base.description]) }
    if table.status.size == 0, age < seconds(waiting.empty) { return (.emptyWaiting, [:]) }
    return nil
  }

  private func lock(of article: SeenFile) -> SeenFile? {
    guard !locks.isEmpty else { return nil }
    let folder = article.path.folder ?? FileName(bytes: [])
    return EditorLock.locks(of: article.path.base).lazy.compactMap { locks[folder.appending($0)] }
      .first { age(of: $0) < seconds(waiting.staleLock) }
  }

  private func seconds(_ count: Int) -> Int { count * 1_000_000_000 }
}
