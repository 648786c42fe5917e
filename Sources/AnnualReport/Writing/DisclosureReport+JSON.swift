public import Publication

extension DisclosureReport {
  /// `disclosure-annual/1`: what `reading(json:name:)` reads. Parts that the report doesn't have are absent.
  public var json: JSONValue {
    var members: [JSONValue.Member] = [.init("schema", .string("disclosure-annual/1"))]
    func add(_ name: String, _ value: JSONValue?) { if let value { members.append(.init(name, value)) } }
    add("agency", agency.map(JSONValue.string))
    add("year", year.map(JSONValue.int))
    add("title", title.map(JSONValue.string))
    add("format", citedForm.map { .string($0.name) })
    add("columns", .strings(ApplicantColumn.allCases.map(\.rawValue)))
    add("period", period.map { .strings([$0.from.description, $0.to.description]) })
    add("section1", sectionOne)
    add("table2", table2)
    add("table3", table3)
    add("table4", table4)
    add("section6", sectionSix)
    add("texts", textMembers)
    return .object(members)
  }

  /// The figures of section one in their places.
  private var sectionOne: JSONValue? {
    var tree: [(part: String, members: [JSONValue.Member])] = []
    func add(_ path: [String], _ value: JSONValue) {
      guard let part = path.first else { return }
      if !tree.contains(where: { $0.part == part }) { tree.append((part, [])) }
      guard let index = tree.firstIndex(where: { $0.part == part }) else { return }
      if path.count == 2 {
        tree[index].members.append(.init(path[1], value))
      } else if let inner = tree[index].members.firstIndex(where: { $0.name == path[1] }) {
        let old = tree[index].members[inner].value.members
        tree[index].members[inner].value = .object(old + [.init(path[2], value)])
      } else {
        tree[index].members.append(.init(path[1], .object([JSONValue.Member(path[2], value)])))
      }
    }
    if !outlets.isEmpty { add(["proactive", "outlets"], .array(outlets.map(\.json))) }
    for figure in NarrativeFigure.allCases where figure.rawValue.hasPrefix("section1.") {
      guard let value = narrative[figure] else { continue }
      let path = figure.rawValue.split(separator: ".").dropFirst().map(String.init)
      if let words = value.words, let last = path.last {
        add(path.dropLast() + [last + "_text"], .string(words))
      } else {
        add(path, value.value.json)
      }
    }
    return tree.isEmpty ? nil : .object(tree.map { JSONValue.Member($0.part, .object($0.members)) })
  }

  private var table2: JSONValue? {
    func rule(_ kind: RuleKind) -> JSONValue.Member {
      .init(kind.rawValue, .object(RuleMovement.allCases.compactMap { member($0.rawValue, .documents(kind, $0)) }))
    }
    func acts(_ kinds: [ActKind]) -> JSONValue { .object(kinds.compactMap { member($0.rawValue, .acts($0)) }) }
    guard cells.keys.contains(where: { $0.description.hasPrefix("table2.") }) else { return nil }
    return .object([
      "art20_1": .object(RuleKind.allCases.map(rule)), "art20_5": acts([.licences]),
      "art20_6": acts([.punishments, .coerciveMeasures]), "art20_8": acts([.feesWanYuan]),
    ])
  }

  private var table3: JSONValue? {
    let rows = ApplicationRow.allCases.compactMap { row -> JSONValue.Member? in
      let values = ApplicantColumn.allCases.map { cells[.applications(row, $0)] }
      guard values.contains(where: { $0 != nil }) else { return nil }
      return .init(row.rawValue, .array(values.map { $0?.json ?? .null }))
    }
    return rows.isEmpty ? nil : .object(["rows": .object(rows)])
  }

  private var table4: JSONValue? {
    let rows = RemedyRow.allCases.compactMap { row -> JSONValue.Member? in
      let values = RemedyOutcome.allCases.map { cells[.remedies(row, $0)] }
      guard values.contains(where: { $0 != nil }) else { return nil }
      return .init(row.rawValue, .array(values.map { $0?.json ?? .null }))
    }
    return rows.isEmpty ? nil : .object(rows)
  }

  private var sectionSix: JSONValue? {
    let members = NarrativeFigure.allCases.compactMap { figure -> JSONValue.Member? in
      guard figure.rawValue.hasPrefix("section6."), let value = narrative[figure] else { return nil }
      return .init(String(figure.rawValue.dropFirst(9)), value.value.json)
    }
    guard !members.isEmpty else { return nil }
    let said = texts?.sections[6].map { [JSONValue.Member("text_says", .string($0.joined()))] } ?? []
    return .object(members + said)
  }

  private var textMembers: JSONValue? {
    guard let texts else { return nil }
    let sections = texts.sections.sorted { $0.key < $1.key }.map {
      JSONValue.Member(String($0.key), .strings($0.value))
    }
    return .object([JSONValue.Member("preface", .strings(texts.preface))] + sections)
  }

  private func member(_ name: String, _ cell: ReportCell) -> JSONValue.Member? {
    cells[cell].map { .init(name, $0.json) }
  }
}

extension BuiltReport {
  /// The report with the source of every number in it that isn't 0: its cell, how many entries, in which lists, from where.
  public var json: JSONValue {
    let cells =
      report.outlets.compactMap(\.id).map(ReportCell.publications) + NarrativeFigure.allCases.map(ReportCell.narrative)
      + ReportCell.ofTables
    let sources = cells.compactMap { cell -> JSONValue? in
      guard let entries = figures.entries(behind: cell), !entries.isEmpty else { return nil }
      return .object([
        "cell": .string(cell.description), "value": JSONValue(figures.sum(cell)), "unit": .string(entries[0].unit.term),
        "entries": .int(entries.count), "lists": .strings(Set(entries.map(\.list.rawValue)).sorted()),
        "sources": .strings(Set(entries.map(\.source)).sorted()),
      ])
    }
    return .object(report.json.members + [JSONValue.Member("sources", .array(sources))])
  }
}

extension OutletFigure {
  var json: JSONValue {
    var members: [JSONValue.Member] = []
    if let id { members.append(.init("id", .string(id.rawValue))) }
    members.append(.init("outlet", .string(name)))
    if let kind { members.append(.init("kind", .string(kind))) }
    if let language { members.append(.init("language", .string(language))) }
    members.append(.init("items", items.json))
    if let verb { members.append(.init("verb", .string(verb))) }
    return .object(members)
  }
}
