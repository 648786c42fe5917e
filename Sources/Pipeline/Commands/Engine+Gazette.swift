public import Publication

/// One line of a gazette's table of contents.
public struct ContentsLine: Sendable {
  /// The item.
  public var itemID: ItemID
  /// Its title.
  public var title: String
  /// 发文字号.
  public var documentNumber: String?
  /// 成文日期.
  public var formedOn: CivilDate?
  /// First publication.
  public var published: CivilDate

  /// One entry of `register contents --json`.
  public var json: JSONValue {
    .object([
      "id": .string(itemID.rawValue), "title": .string(title), "docno": .optional(documentNumber),
      "formedOn": .optional(formedOn?.description), "date": .string(published.description),
    ])
  }
}

extension Engine {
  /// The table of contents of a gazette issue: what stands published in a language, first published in these days.
  ///
  /// Documents with a number come first, by 机关代字, year and number, then the others by day; `numbered` leaves those out.
  public func contents(
    language: ContentLanguage, from: CivilDate, to: CivilDate, numbered: Bool
  ) throws -> [ContentsLine] {
    guard from <= to else { throw PipelineError(.usage, details: ["reason": "--from \(from) 晚于 --to \(to)"]) }
    let lines: [ContentsLine] = try asking([]) { ledger in
      try ledger.published().items.filter {
        $0.state == .queued && $0.isIn(language) && from <= $0.published && $0.published <= to
          && (!numbered || $0.documentNumber != nil)
      }.map { item in
        ContentsLine(
          itemID: item.itemID, title: try ledger.item(item.itemID)?.title(in: language) ?? "",
          documentNumber: item.documentNumber,
          formedOn: item.formedOn, published: item.published)
      }
    }
    return lines.sorted { Self.place($0).lexicographicallyPrecedes(Self.place($1)) }
  }

  /// What lines are sorted by, byte for byte.
  private static func place(_ line: ContentsLine) -> [String] {
    func padded(_ number: Int) -> String {
      String(repeating: "0", count: max(0, 9 - String(number).utf8.count)) + String(number)
    }
    let number = line.documentNumber.flatMap { DocumentNumber.reading($0)?.number }
    let numbered = number.map { [$0.word, padded($0.year), padded($0.sequence)] } ?? ["", "", ""]
    return [number == nil ? "1" : "0"] + numbered + [line.published.description, line.itemID.rawValue]
  }
}
