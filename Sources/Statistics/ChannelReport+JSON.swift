public import Publication

extension ChannelReport {
  /// The report as `zarlal.channels/1` (contract, "JSON that is read").
  public var json: JSONValue {
    .object([
      "schema": .string("zarlal.channels/1"),
      "from": .optional(from?.description),
      "to": .optional(to?.description),
      "outlets": .array(outlets.map(\.json)),
      "attributes": .object([
        "proactive": .int(items(.proactive)), "onRequest": .int(items(.onRequest)),
        "withheld": .int(items(.withheld)), "undecided": .int(items(nil)),
      ]),
      "definitions": .object(Self.definitions.map { .init($0.key, .string($0.value)) }),
      "timeliness": quality?.timeliness.json ?? .null,
      "languages": quality?.languages.json ?? .null,
      "quiet": .array(quality?.quiet.map(\.json) ?? []),
    ])
  }
}

extension ChannelReport.Outlet {
  fileprivate var json: JSONValue {
    .object([
      "id": .string(id.rawValue),
      "name": .object(name.sorted { $0.key < $1.key }.map { .init($0.key, .string($0.value)) }),
      "queued": .int(queued),
      "byMonth": .object(months.map { .init($0.name, .int($0.count)) }),
    ])
  }
}
