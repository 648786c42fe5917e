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
  /// 栏目.
  public var category: String?

  /// One entry of `register contents --json`.
  public var json: JSONValue {
    .object([
      "id": .string(itemID.rawValue), "title": .string(title), "docno": .optional(documentNumber),
      "formedOn": .optional(formedOn?.description), "date": .string(published.description),
      "category": .optional(category),
    ])
  }
}

extension Engine {
  /// The table of contents of a gazette issue: what stands published in a language, first published in these days.
  ///
  /// Documents with a number come first, by 机关代字, year and number, then the others by day; `numbered` leaves those out. `category` keeps one 栏目.
  public func contents(
    language: ContentLanguage, from: CivilDate, to: CivilDate, numbered: Bool, category: String? = nil
  ) throws -> [ContentsLine] {
    guard from <= to else { throw PipelineError(.usage, details: ["reason": "--from \(from) 晚于 --to \(to)"]) }
    let lines: [ContentsLine] = try asking([]) { ledger in
      try ledger.published().items.filter {
        $0.state == .queued && $0.isIn(language) && from <= $0.published && $0.published <= to
          && (!numbered || $0.documentNumber != nil)
          && (category?.utf8.elementsEqual(($0.category ?? "").utf8) ?? true)
      }.map { item in
        ContentsLine(
          itemID: item.itemID, title: try ledger.item(item.itemID)?.title(in: language) ?? "",
          documentNumber: item.documentNumber,
          formedOn: item.formedOn, published: item.published, category: item.category)
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

extension [ContentsLine] {
  /// The table of contents in Markdown: under each 栏目, in the order in which they come first, its lines; those without one last. Without any 栏目 one list.
  public var markdown: String {
    var sections: [(category: String?, lines: [ContentsLine])] = []
    for line in self {
      if let place = sections.firstIndex(where: { $0.category == line.category }) {
        sections[place].lines.append(line)
      } else {
        sections.append((line.category, [line]))
      }
    }
    let ordered = sections.filter { $0.category != nil } + sections.filter { $0.category == nil }
    let isFlat = ordered.allSatisfy { $0.category == nil }
    return "# 目录\n"
      + ordered.map { section in
        let heading = isFlat ? "" : "\n## \(Printable.line(section.category ?? "其他"))\n"
        let entries = section.lines.map { line in
          let number = line.documentNumber.map { "（\($0)）" } ?? ""
          return "- \(Printable.line(line.title))\(number)\n"
        }
        return heading + "\n" + entries.joined()
      }.joined()
  }
}
