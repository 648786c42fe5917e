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
      "definitions": .object(
        (Array(Self.definitions) + Array(PublicationQuality.definitions)).map { .init($0.key, .string($0.value)) }),
      "timeliness": quality?.timeliness.json ?? .null,
      "languages": quality?.languages.json ?? .null,
      "quiet": .array(quality?.quiet.map(\.json) ?? []),
      "yearBefore": yearBefore.map { before in
        .object([
          "from": .string(before.from.description), "to": .string(before.to.description),
          "queued": Self.json(before.queued), "total": .int(before.total),
        ])
      } ?? .null,
      "corrections": Self.json(corrections),
      "withdrawals": Self.json(withdrawals),
      "holds": .object(holds.sorted { $0.key < $1.key }.map { .init($0.key.rawValue, .int($0.value)) }),
      "changes": .object(changes.sorted { $0.key < $1.key }.map { .init($0.key, .int($0.value)) }),
    ])
  }

  private static func json(_ counts: [OutletID: Int]) -> JSONValue {
    .object(counts.sorted { $0.key < $1.key }.map { .init($0.key.rawValue, .int($0.value)) })
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
