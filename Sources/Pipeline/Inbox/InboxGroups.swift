import Publication

/// Groups in the order in which they are taken. A loose document with or without its sidecar, which most are, is two indices until somebody
/// asks for it: what a pass keeps in memory of a large inbox is little more than its names.
struct InboxGroups: Sendable, RandomAccessCollection {
  private struct Slot: Sendable {
    /// Index into `files`; below zero, of the complement into `whole`.
    var article: Int32
    /// Index into `files`; below zero where there is none.
    var sidecar: Int32 = -1
  }

  let root: FileName
  /// Every regular file that lies loose, also sidecars; once they are packed, those that slots name.
  var files = SeenFiles()
  private var whole: [InboxGroup] = []
  private var slots: [Slot] = []

  init(root: FileName) { self.root = root }

  var startIndex: Int { 0 }
  var endIndex: Int { slots.count }

  subscript(position: Int) -> InboxGroup {
    let slot = slots[position]
    guard slot.article >= 0 else { return whole[Int(~slot.article)] }
    return loose(slot)
  }

  private func loose(_ slot: Slot) -> InboxGroup {
    InboxGroup(
      root: root, article: files[Int(slot.article)], sidecar: slot.sidecar < 0 ? nil : files[Int(slot.sidecar)])
  }

  /// Adds a document that has at most a sidecar, by indices into `files`. Answers its position.
  @discardableResult mutating func append(article: Int32, sidecar: Int32?) -> Int {
    slots.append(Slot(article: article, sidecar: sidecar ?? -1))
    return slots.count - 1
  }

  /// Adds a group with whatever belongs to it.
  mutating func append(_ group: InboxGroup) {
    whole.append(group)
    slots.append(Slot(article: ~Int32(whole.count - 1)))
  }

  /// Changes the group at a position.
  mutating func update(_ position: Int, _ change: (inout InboxGroup) -> Void) {
    if slots[position].article >= 0 {
      whole.append(loose(slots[position]))
      slots[position] = Slot(article: ~Int32(whole.count - 1))
    }
    change(&whole[Int(~slots[position].article)])
  }

  /// Puts groups before all others.
  mutating func putFirst(_ groups: [InboxGroup]) {
    let rest = slots
    slots = []
    for group in groups { append(group) }
    slots += rest
  }

  /// Takes out the groups of which not everything could be seen.
  mutating func removeIncomplete() -> [InboxGroup] {
    func isIncomplete(_ slot: Slot) -> Bool { slot.article < 0 && whole[Int(~slot.article)].incomplete != nil }
    let incomplete = slots.filter(isIncomplete).map { whole[Int(~$0.article)] }
    if !incomplete.isEmpty { slots.removeAll(where: isIncomplete) }
    return incomplete
  }

  /// Keeps the groups that `isKept` says, in their order.
  mutating func keep(where isKept: (InboxGroup) throws -> Bool) rethrows {
    var kept = 0
    for position in slots.indices where try isKept(self[position]) {
      slots[kept] = slots[position]
      kept += 1
    }
    slots.removeLast(slots.count - kept)
  }

  /// Keeps the first `count`.
  mutating func keep(first count: Int) { slots.removeLast(Swift.max(0, slots.count - count)) }

  /// Urgent documents first. Of a file and its copy the file goes out under its name, whatever a copy is called; else by path, in byte order.
  mutating func sort() {
    var ranked = slots.map { (slot: $0, rank: rank(path($0))) }
    slots = []
    ranked.sort { left, right in
      guard left.rank == right.rank else { return left.rank < right.rank }
      if left.slot.article >= 0 { return isBefore(left.slot, path: right.slot) }
      return path(left.slot) < path(right.slot)
    }
    slots = ranked.map(\.slot)
  }

  /// What comes first: urgent documents, then others; within them originals before copies.
  private func rank(_ path: FileName) -> UInt8 {
    (path.bytes.starts(with: WorkFolders.urgent.bytes + [0x2F]) ? 0 : 2) + (CopyName.isCopy(path) ? 1 : 0)
  }

  /// Lays the files out anew, those of a group side by side and nothing else, the name of a sidecar as what it adds to its document's.
  /// To be called when the groups are complete and in order.
  mutating func pack() {
    var packed = SeenFiles()
    packed.reserve(files: files.count, nameBytes: files.nameBytes)
    for position in slots.indices where slots[position].article >= 0 {
      let article = files[Int(slots[position].article)]
      let index = Int32(packed.count)
      packed.append(article.path, article.status)
      if slots[position].sidecar >= 0 {
        let sidecar = files[Int(slots[position].sidecar)]
        packed.append(sidecar: sidecar.path, sidecar.status)
        slots[position].sidecar = index + 1
      }
      slots[position].article = index
    }
    files = packed
  }

  private func isBefore(_ left: Slot, path right: Slot) -> Bool {
    right.article >= 0
      ? files.compare(Int(left.article), to: Int(right.article)) < 0
      : files.compare(Int(left.article), path(right).bytes[...]) < 0
  }

  private func path(_ slot: Slot) -> FileName {
    slot.article >= 0 ? files.path(Int(slot.article)) : whole[Int(~slot.article)].article.path
  }
}
