import Disclosure
import Ingest
import Normalization
public import Publication

/// The whole story of one item.
public struct ItemStory: Sendable {
  /// The record.
  public var item: ItemRecord
  /// Its payloads, oldest first.
  public var payloads: [PayloadRow]
  /// Its history, oldest first.
  public var history: [HistoryEntry]
  /// Every change that normalisation made, worked out again from the original.
  var changes: [EditionChange]

  /// `why --json`.
  public var json: JSONValue {
    .object([
      "schema": .string("zarlal.why/1"), "id": .string(item.itemID.rawValue), "inputID": .string(item.inputID.rawValue),
      "state": .string(item.state.rawValue), "revision": .int(item.revision), "file": .optional(item.file),
      "title": .optional(item.title), "lang": .optional(item.language?.rawValue),
      "attribute": .optional(item.attribute?.rawValue), "docno": .optional(item.documentNumber),
      "pair": .optional(item.pair), "date": .optional(item.date?.description), "folder": .string(item.folder),
      "source": .object(["sha256": .string(item.source.hex)]), "codes": .strings(item.codes.map(\.rawValue)),
      "message": .string(item.message), "story": item.story,
      "changes": .array(
        changes.map { change in
          .object([
            "rule": .string(change.rule), "where": .string(change.place),
            "before": .strings(change.before.map(Self.name)), "after": .strings(change.after.map(Self.name)),
          ])
        }),
      "payloads": .array(
        payloads.map { row in
          .object([
            "payloadID": .string(row.payloadID.rawValue), "outlet": .string(row.outlet.rawValue),
            "action": .string(row.action.rawValue), "revision": .int(row.revision),
            "date": .string(row.date.description), "state": .string(row.state.rawValue),
            "sha256": .string(row.digest.hex),
          ])
        }),
      "history": .array(
        history.map { entry in
          .object([
            "sequence": .int(entry.sequence), "day": .string(entry.day.description), "moment": .string(entry.moment),
            "actor": .string(entry.actor), "event": .string(entry.event), "facts": entry.facts,
            "hash": .string(entry.hash),
          ])
        }),
    ])
  }

  /// The story for people, line by line.
  public var lines: [String] {
    var out = ["编号　\(item.itemID)（第 \(item.revision) 版）", "状态　\(Words.state(item.state.rawValue))"]
    if let file = item.file { out.append("文件　" + Printable.line(file)) }
    if let title = item.title { out.append("标题　" + Printable.line(title)) }
    if let attribute = item.attribute { out.append("属性　\(attribute.term)") }
    if let number = item.documentNumber { out.append("文号　\(number)") }
    out.append("原件　\(item.folder)")
    if !item.message.isEmpty { out.append("说明　" + Printable.line(item.message)) }
    if case .array(let evidence)? = item.story["evidence"] {
      out.append("依据")
      out += evidence.map { one in
        "　"
          + Printable.line(
            Words.evidence(
              fact: one["fact"]?.text ?? "", value: one["value"]?.text ?? "", source: one["source"]?.text ?? "",
              place: one["where"]?.text ?? ""))
      }
    }
    if case .array(let diagnostics)? = item.story["diagnostics"], !diagnostics.isEmpty {
      out.append("校验")
      out += diagnostics.map { one in
        let (message, place) = (one["message"]?.text ?? "", PlaceWords.shown(one["where"]?.text ?? ""))
        let isTold = place.utf8.isEmpty || message.contains(place)
        let told = "\(one["code"]?.text ?? "")（\(Words.severity(one["severity"]?.text ?? ""))）\(message)"
        return "　" + Printable.line(isTold ? told : told + "位置：" + place)
      }
    }
    if !changes.isEmpty { out.append("规范化 \(changes.count) 处") }
    out += changes.map { change in
      let (before, after) = (change.before.map(Self.name), change.after.map(Self.name))
      return "　\(change.rule)　\(change.place)　\(before.joined(separator: " ")) → \(after.joined(separator: " "))"
    }
    if !payloads.isEmpty { out.append("载荷") }
    out += payloads.map {
      "　\($0.outlet)　\(Words.action($0.action.rawValue))　\($0.date)　\(Words.state($0.state.rawValue))　\($0.payloadID)"
    }
    out.append("经过")
    out += history.map {
      "　\($0.sequence)　\($0.moment)　\($0.actor)　\(Words.event($0))"
    }
    return out
  }

  /// `U+202F`.
  static func name(_ scalar: Unicode.Scalar) -> String {
    let hex = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - hex.utf8.count)) + hex
  }
}

extension Engine {
  /// The story of the item with this id, or the one whose id begins so.
  ///
  /// Throws `LED-008` where there is none, or more than one.
  public func why(_ id: String) throws -> ItemStory {
    guard let ledger = try ledgerToRead() else { throw PipelineError(.itemUnknown, subject: id) }
    return try ledger.read { ledger in
      let item = try self.item(id, in: ledger)
      return ItemStory(
        item: item, payloads: try ledger.payloads(of: item.itemID), history: try ledger.history(of: item.itemID),
        changes: item.state.isRestricted ? [] : try changes(of: item))
    }
  }

  func item(_ id: String, in ledger: any LedgerReading) throws -> ItemRecord {
    if let exact = try ledger.item(ItemID(rawValue: id)) { return exact }
    guard id.utf8.count >= 4 else { throw PipelineError(.itemUnknown, subject: id) }
    let found = try ledger.items(idPrefix: id)
    if found.count == 1, let only = found.first { return only }
    // `list queued` shows payloads.
    let shown = found.isEmpty ? Set(try ledger.payloads(idPrefix: id).map(\.itemID)) : []
    guard shown.count == 1, let item = try shown.first.flatMap(ledger.item) else {
      throw PipelineError(.itemUnknown, subject: id)
    }
    return item
  }

  /// The ledger keeps counts by rule; the list itself is worked out from the original, by the same stages.
  private func changes(of item: ItemRecord) throws -> [EditionChange] {
    guard item.state == .queued || item.state == .withdrawn else { return [] }
    return try editions(of: item).flatMap(\.changes)
  }

  /// The edition of an item (of a bilingual one: its halves), worked out again from its original by the same stages; none where the original is
  /// gone or is not cleared any more.
  func editions(of item: ItemRecord) throws -> [Edition] {
    let claims = Claims(files: files, limits: configuration.limits, stamp: "")
    guard let reopened = try Reopened.open(item, files: files, claims: claims) else { return [] }
    let decider = decider(today: item.decidedOn)
    let person = try asking(PersonalDecision.none) { try PersonalDecisions.of(item, in: $0) }
    var decision = decider.decision(on: reopened.item, person: person)
    if case .awaitingPair = decision.outcome, let attribute = item.attribute {
      let inheritance = Inheritance(attribute: attribute, from: item.itemID, place: "")
      decision = decider.decision(on: reopened.item, inheritance: inheritance, person: person)
    }
    guard case .publish(let editions) = decision.outcome else { return [] }
    return editions
  }
}
