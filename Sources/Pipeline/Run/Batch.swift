import Disclosure
import Ingest
import Publication

/// A handful of groups that are claimed, read and decided together: bounded by number and by bytes, so that memory stays flat.
enum Batch {
  static let items = 256
  static let bytes = 8 << 20

  static func prefix(of groups: Slice<InboxGroups>, items: Int) -> [InboxGroup] {
    var batch: [InboxGroup] = []
    var total = 0
    for group in groups {
      let size = group.size
      if !batch.isEmpty, batch.count >= items || total + size > bytes { break }
      batch.append(group)
      total += size
    }
    return batch
  }

  static func prepare(
    _ groups: [InboxGroup], from number: Int, claims: Claims, decider: Decider
  ) throws -> [Prepared] {
    var read: [(prepared: Prepared, item: InboxItem?)] = []
    for (index, group) in groups.enumerated() { read.append(try claims.take(group, number: number + index)) }
    let decided = timedMap(read, seconds: decider.limits.secondsPerFile) { one in
      one.item.map { decide($0, one.prepared.group, decider) }
    }
    return zip(read, decided).map { one, decision in
      var prepared = one.prepared
      if let item = one.item { prepared.decision = decision ?? unread(item, prepared.group, decider) }
      return prepared
    }
  }

  /// What becomes of an item whose reading was given up.
  static func unread(_ item: InboxItem, _ group: InboxGroup, _ decider: Decider) -> Decision {
    let seconds = String(decider.limits.secondsPerFile)
    let found = Diagnostic(.tooSlow, .hold, details: ["max": seconds])
    return identified(decider.decision(unread: item, because: found), group, decider.limits)
  }

  static func decide(
    _ item: InboxItem, _ group: InboxGroup, _ decider: Decider, inheritance: Inheritance? = nil
  ) -> Decision {
    var found: [Diagnostic] = []
    if group.isAmbiguous {
      found.append(
        Diagnostic(.bundleAmbiguous, .hold, details: ["name": group.article.path.folder?.description ?? ""]))
    }
    let isPicture = InboxScanner.isPicture(group.article.path)
    if isPicture { found.append(Diagnostic(.orphanPart, .hold)) }
    if group.size > decider.limits.bundleBytes, !group.members.isEmpty {
      let details = [
        "what": "正文和附件合计", "used": "\(group.size) 字节", "max": "\(decider.limits.bundleBytes) 字节",
      ]
      found.append(Diagnostic(.tooLarge, .hold, details: details))
    }
    var decision = decider.decision(on: item, found: found, inheritance: inheritance)
    // No document at all, so that advice about formats of documents is none.
    if isPicture { decision.diagnostics.removeAll { $0.code == .formatNotReadable } }
    return identified(decision, group, decider.limits)
  }

  /// Of what was too large only the beginning was read, or nothing: sizes and names make part of the identity then.
  private static func identified(_ decision: Decision, _ group: InboxGroup, _ limits: IngestLimits) -> Decision {
    guard group.article.status.size > limits.fileBytes || group.size > limits.bundleBytes else { return decision }
    var parts = [Array(decision.inputID.rawValue.utf8), Array(String(group.article.status.size).utf8)]
    for member in group.members.sorted(by: { $0.name < $1.name }) {
      parts += [member.name.bytes, Array(String(member.file.status.size).utf8)]
    }
    var decision = decision
    decision.inputID = InputID(ContentDigest(ofParts: parts))
    return decision
  }
}
