import Ingest
import Publication

/// A handful of groups that are claimed, read and decided together: bounded by number and by bytes, so that memory stays flat.
enum Batch {
  static let items = 256
  static let bytes = 8 << 20

  static func prefix(of groups: ArraySlice<InboxGroup>, items: Int) -> [InboxGroup] {
    var batch: [InboxGroup] = []
    var total = 0
    for group in groups {
      let size = group.files.reduce(0) { $0 + $1.status.size }
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
    return concurrentMap(read) { one in
      var prepared = one.prepared
      if let item = one.item { prepared.decision = decide(item, prepared.group, decider) }
      return prepared
    }
  }

  static func decide(_ item: InboxItem, _ group: InboxGroup, _ decider: Decider) -> Decision {
    var found: [Diagnostic] = []
    if group.isAmbiguous {
      found.append(
        Diagnostic(.bundleAmbiguous, .hold, details: ["name": group.article.path.folder?.description ?? ""]))
    }
    if InboxScanner.isPicture(group.article.path) { found.append(Diagnostic(.orphanPart, .hold)) }
    var decision = decider.decision(on: item, found: found)
    let (size, limit) = (group.article.status.size, decider.limits.fileBytes)
    if size > limit {
      // Only the beginning was read: the size makes part of the identity.
      decision.inputID = InputID(
        ContentDigest(ofParts: [Array(decision.inputID.rawValue.utf8), Array(String(size).utf8)]))
    }
    return decision
  }
}
