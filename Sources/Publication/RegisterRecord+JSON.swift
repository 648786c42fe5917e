extension RegisterRecord {
  /// One line of the record: `zarlal.registers/1`.
  public var json: JSONValue {
    .object([
      "sequence": .int(sequence), "day": .string(origin.day.description), "moment": .string(origin.moment),
      "actor": .string(origin.actor), "source": .optional(origin.source?.hex), "register": .string(draft.register),
      "number": .string(draft.number), "revision": .int(revision), "void": .bool(draft.isVoid),
      "reason": .string(draft.reason), "values": .object(draft.values.map { .init($0.key, .string($0.text)) }),
      "hash": .string(hash),
    ])
  }

  /// Reads what `json` wrote; `nil` for anything else.
  public init?(json: JSONValue) {
    guard let sequence = json["sequence"]?.integer, let day = json["day"]?.text.flatMap(CivilDate.init(iso:)),
      let moment = json["moment"]?.text, let actor = json["actor"]?.text, let register = json["register"]?.text,
      let number = json["number"]?.text, let revision = json["revision"]?.integer,
      case .bool(let isVoid)? = json["void"],
      let reason = json["reason"]?.text, case .object(let members)? = json["values"], let hash = json["hash"]?.text
    else { return nil }
    var source: ContentDigest?
    if let hex = json["source"]?.text {
      guard let digest = ContentDigest(hex: hex) else { return nil }
      source = digest
    }
    var values: [RegisterValue] = []
    for member in members {
      guard let text = member.value.text else { return nil }
      values.append(RegisterValue(key: member.name, text: text))
    }
    self.init(
      sequence: sequence, origin: RegisterOrigin(day: day, moment: moment, actor: actor, source: source),
      revision: revision,
      draft: RegisterDraft(register: register, number: number, values: values, isVoid: isVoid, reason: reason),
      hash: hash)
  }
}
