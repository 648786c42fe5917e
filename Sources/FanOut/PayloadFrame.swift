import Normalization
@_spi(FanOut) import Publication

/// The members that every payload file has, whatever its outlet (contract, "Payload file"), in the order of the contract.
struct PayloadFrame {
  let itemID: ItemID
  let revision: Int
  let outlet: OutletID
  let action: PayloadAction
  let payloadID: PayloadID

  init(itemID: ItemID, revision: Int, outlet: OutletID, action: PayloadAction) {
    self.itemID = itemID
    self.revision = revision
    self.outlet = outlet
    self.action = action
    payloadID = PayloadID(item: itemID, outlet: outlet, revision: revision, action: action)
  }

  func payload(of edition: Edition, as rendering: Rendering, note: String?) -> Payload {
    let body = members(
      language: edition.language,
      [
        ("title", .string(rendering.title)),
        ("text", .string(edition.text)),
        ("html", .string(rendering.html)),
        ("date", .string(edition.date.description)),
        ("docno", .optional(edition.documentNumber)),
        ("pair", .optional(edition.metadata.pair)),
        ("images", images(of: edition)),
        ("attachments", attachments(of: edition)),
        ("source", .object(["sha256": .string(edition.source.hex)])),
        ("normalization", .object(["policy": .string(edition.policy), "changes": .int(edition.changeCount)])),
        ("limits", .array(rendering.limits.map(value))),
      ] + (action == .correct ? [("note", .optional(note))] : []) + rendering.members)
    var seen: Set<ContentDigest> = []
    let files = (edition.images.map(\.digest) + edition.attachments.map(\.digest)).filter { seen.insert($0).inserted }
    return Payload(
      payloadID: payloadID, itemID: itemID, revision: revision, outlet: outlet, action: action,
      language: edition.language, date: edition.date, body: body.utf8(), files: files)
  }

  /// The same members; what carried text is `null`, and more say what is taken away, why, and what the public is told.
  func withdrawal(
    of row: PayloadRow, code: WithdrawalReason, reason: String, note: String?, today: CivilDate
  ) -> Payload {
    let body = members(
      language: row.language,
      [
        ("title", .null), ("text", .null), ("html", .null),
        ("date", .string(today.description)),
        ("docno", .null), ("pair", .null), ("images", .array([])), ("attachments", .array([])),
        ("source", .null), ("normalization", .null), ("limits", .array([])),
        (
          "withdraws",
          .object(["payloadID": .string(row.payloadID.rawValue), "revision": .int(row.revision)])
        ),
        ("reason", .string(reason)), ("reasonCode", .string(code.rawValue)), ("note", .optional(note)),
      ])
    return Payload(
      payloadID: payloadID, itemID: itemID, revision: revision, outlet: outlet, action: action, language: row.language,
      date: today, body: body.utf8(), files: [])
  }

  private func members(language: ContentLanguage, _ rest: [(name: String, value: JSONValue)]) -> JSONValue {
    var members = [
      JSONValue.Member("schema", .string("zarlal.payload/1")),
      JSONValue.Member("payloadID", .string(payloadID.rawValue)),
      JSONValue.Member("itemID", .string(itemID.rawValue)),
      JSONValue.Member("revision", .int(revision)),
      JSONValue.Member("outlet", .string(outlet.rawValue)),
      JSONValue.Member("action", .string(action.rawValue)),
      JSONValue.Member("lang", .string(language.rawValue)),
    ]
    members.reserveCapacity(members.count + rest.count)
    for member in rest { members.append(JSONValue.Member(member.name, member.value)) }
    return .object(members)
  }

  /// The images of the edition, with the first alternative text that its blocks give each.
  private func images(of edition: Edition) -> JSONValue {
    guard !edition.images.isEmpty else { return .array([]) }
    let alternatives = edition.alternatives
    return .array(
      edition.images.map { image in
        .object([
          "name": .string(image.name), "sha256": .string(image.digest.hex), "bytes": .int(image.bytes.count),
          "alt": .string(alternatives[image.digest] ?? ""),
        ])
      })
  }

  private func attachments(of edition: Edition) -> JSONValue {
    .array(
      edition.attachments.map { attachment in
        .object([
          "name": .string(attachment.name.base.description), "sha256": .string(attachment.digest.hex),
          "bytes": .int(attachment.bytes.count),
        ])
      })
  }

  private func value(_ use: LimitUse) -> JSONValue {
    .object([
      "field": .string(use.field), "unit": .string(use.unit), "max": .int(use.max), "used": .int(use.used),
    ])
  }
}
