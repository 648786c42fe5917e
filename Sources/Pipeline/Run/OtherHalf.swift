import Publication

/// What is published in the other language of the same content.
enum OtherHalf {
  /// Items that stand published with the same 双语标识, else with the same 发文字号, in the other language.
  static func of(_ record: ItemRecord, in ledger: any LedgerReading) throws -> [ItemRecord] {
    guard let language = record.language else { return [] }
    var found: [ItemRecord] = []
    if let pair = record.pair { found = try ledger.items(pair: pair) }
    if found.isEmpty || found.map(\.itemID) == [record.itemID], let number = record.documentNumber {
      found = try ledger.items(documentNumber: number)
    }
    return found.filter { $0.state == .queued && $0.itemID != record.itemID && $0.language != language }
  }

  /// Whether the other half of what is to be published is published, or waits for nothing but this one.
  static func isReady(for decision: Decision, in ledger: any LedgerReading) throws -> Bool {
    var found: [ItemRecord] = []
    if let pair = decision.pair { found = try ledger.items(pair: pair) }
    if let number = decision.documentNumber { found += try ledger.items(documentNumber: number) }
    return found.contains { half in
      half.language != nil && half.language != decision.language
        && (half.state == .queued || (half.state == .held && half.codes == [.otherHalfMissing]))
    }
  }

  /// What a person is asked about it, after one half was corrected or withdrawn.
  static func question(_ half: ItemRecord, after action: PayloadAction) -> String {
    let id = half.itemID.rawValue.prefix(12)
    let name = "\(version(half)) \(id)（\(Printable.line(half.title ?? ""))）"
    return action == .withdraw
      ? "\(name)仍在发布，要不要一并撤稿？撤稿：zarlal withdraw \(id) --reason 理由"
      : "\(name)没有随着更正，要不要一并更正？更正：投放更正稿，元数据写 replaces: \(id)"
  }

  /// What a person is asked about it, after one half was stopped.
  static func question(afterHolding half: ItemRecord) -> String {
    let id = half.itemID.rawValue.prefix(12)
    return "\(version(half)) \(id)（\(Printable.line(half.title ?? ""))）仍在发布，要不要一并暂停？暂停：zarlal hold \(id)"
  }

  /// What is told of a half that stays open by an attribute of its own, after the other was closed: without its title, which may be that of the closed one.
  static func question(closedBeside half: ItemRecord) -> String {
    let id = half.itemID.rawValue.prefix(12)
    return "\(version(half)) \(id) 自己写明主动公开，仍在发布，请核对。撤稿：zarlal withdraw \(id) --reason closed"
  }

  private static func version(_ half: ItemRecord) -> String { half.language == .mongolian ? "蒙古文版" : "汉文版" }
}
