public import Publication

extension DisclosureReport {
  /// Reads `disclosure-annual/1`. Parts may be absent; keys that aren't known are noted, never used.
  ///
  /// Throws `reportUnreadable` for JSON that is no such report, `reportOldForm` for one in the form of 2019.
  public static func reading(json bytes: [UInt8], name: String) throws(PipelineError) -> DisclosureReport {
    let value: JSONValue
    do {
      value = try JSONValue.reading(bytes)
    } catch {
      let reason = "JSON 第 \(error.byteOffset) 字节：\(error.reason.rawValue)"
      throw PipelineError(.reportUnreadable, subject: name, details: ["reason": reason])
    }
    guard case .object = value else {
      throw PipelineError(.reportUnreadable, subject: name, details: ["reason": "不是 JSON 对象"])
    }
    if let schema = value["schema"], schema.text != "disclosure-annual/1" {
      throw PipelineError(.reportUnreadable, subject: name, details: ["reason": "schema 不是 disclosure-annual/1"])
    }
    var reader = ReportJSONReader()
    reader.read(value)
    if reader.report.citedForm == .of2019 { throw PipelineError(.reportOldForm, subject: name) }
    return reader.report
  }
}

/// One pass over the JSON of a report.
struct ReportJSONReader {
  private(set) var report = DisclosureReport()
  private var columns = ApplicantColumn.allCases.map(\.rawValue)
  private var feeText: String?

  /// Keys that say where the data come from or what others found in them: known and not read.
  private static let aside: Set<String> = [
    "schema", "completeness", "provenance", "abbreviation", "contact_phone", "portal", "derived",
    "cross_year_not_checkable", "formal_deviations", "checks", "checks_summary", "columns", "sources",
  ]

  mutating func read(_ json: JSONValue) {
    if case .array(let names)? = json["columns"] { columns = names.map { $0.text ?? "" } }
    for member in json.members {
      switch member.name {
      case "agency": report.agency = member.value.text
      case "year": report.year = member.value.integer
      case "title": report.title = member.value.text
      case "format": report.citedForm = member.value.text.map(CitedForm.init(name:))
      case "period": readPeriod(member.value)
      case "section1": readSectionOne(member.value)
      case "table2": readTable2(member.value)
      case "table3": readTable3(member.value)
      case "table4": readTable4(member.value)
      case "section6": readSectionSix(member.value)
      case "texts": readTexts(member.value)
      case "narrative_vs_table": break
      case let name where Self.aside.contains(name): break
      default: note(member.name)
      }
    }
    if let texts = report.texts { report.claims.complete(with: ReportProse.claims(of: texts)) }
    if case .array(let entries)? = json["narrative_vs_table"] { entries.forEach { readNarrative($0) } }
  }

  private mutating func note(_ key: String) {
    report.notes.append(Diagnostic(.reportKeyUnknown, .note, place: key, details: ["key": String(key.prefix(60))]))
  }

  private mutating func readPeriod(_ json: JSONValue) {
    guard case .array(let days) = json, days.count == 2, let from = days[0].text.flatMap(CivilDate.init(iso:)),
      let to = days[1].text.flatMap(CivilDate.init(iso:))
    else { return note("period") }
    report.period = (from, to)
  }

  // Tables.

  private mutating func readTable2(_ json: JSONValue) {
    for block in json.members {
      guard ["art20_1", "art20_5", "art20_6", "art20_8"].contains(block.name) else {
        note("table2." + block.name)
        continue
      }
      for member in block.value.members {
        if let kind = RuleKind(rawValue: member.name), block.name == "art20_1" {
          for cell in member.value.members {
            guard let movement = RuleMovement(rawValue: cell.name) else {
              note("table2.\(block.name).\(member.name).\(cell.name)")
              continue
            }
            report.cells[.documents(kind, movement)] = CellValue(json: cell.value)
          }
        } else if let kind = ActKind(rawValue: member.name) {
          report.cells[.acts(kind)] = CellValue(json: member.value)
        } else {
          note("table2.\(block.name).\(member.name)")
        }
      }
    }
  }

  private mutating func readTable3(_ json: JSONValue) {
    for member in json.members where member.name != "rows" { note("table3." + member.name) }
    for member in json["rows"]?.members ?? [] {
      guard let row = ApplicationRow(rawValue: member.name) else {
        note("table3.rows." + member.name)
        continue
      }
      for (name, value) in Self.named(member.value, by: columns) {
        guard let column = ApplicantColumn(rawValue: name) else {
          note("table3.rows.\(member.name).\(name)")
          continue
        }
        report.cells[.applications(row, column)] = CellValue(json: value)
      }
    }
  }

  private mutating func readTable4(_ json: JSONValue) {
    for member in json.members {
      guard let row = RemedyRow(rawValue: member.name) else {
        note("table4." + member.name)
        continue
      }
      for (name, value) in Self.named(member.value, by: RemedyOutcome.allCases.map(\.rawValue)) {
        guard let outcome = RemedyOutcome(rawValue: name) else {
          note("table4.\(member.name).\(name)")
          continue
        }
        report.cells[.remedies(row, outcome)] = CellValue(json: value)
      }
    }
  }

  /// An array by the names of its places (a place too many gets its number), or an object as it is.
  private static func named(_ json: JSONValue, by names: [String]) -> [(String, JSONValue)] {
    guard case .array(let values) = json else { return json.members.map { ($0.name, $0.value) } }
    return values.enumerated().map { index, value in (index < names.count ? names[index] : String(index), value) }
  }

  // Words and what stands for them.

  private mutating func readSectionOne(_ json: JSONValue) {
    report.claims.areRead = true
    if let text = json.text { return addText(1, [text]) }
    for part in json.members {
      if part.name == "text" {
        addText(1, part.value.text.map { [$0] } ?? [])
      } else if part.name == "proactive", case .array(let outlets)? = part.value["outlets"] {
        outlets.forEach { readOutlet($0) }
        readFigures(part.value, path: "section1.proactive")
      } else {
        readFigures(part.value, path: "section1." + part.name)
      }
    }
  }

  private mutating func readOutlet(_ json: JSONValue) {
    guard let items = json["items"] else { return }
    report.outlets.append(
      OutletFigure(
        id: json["id"]?.text.map(OutletID.init), name: json["outlet"]?.text ?? "", kind: json["kind"]?.text,
        language: json["language"]?.text, items: CellValue(json: items), verb: json["verb"]?.text))
  }

  /// Sums and lists of words that say nothing of their own.
  private static let repeated: Set<String> = [
    "outlets", "outlets_sum_derived", "public_messages_sum_derived", "attributes", "three_reviews",
  ]

  private mutating func readFigures(_ json: JSONValue, path: String) {
    for member in json.members where !Self.repeated.contains(member.name) {
      let place = path + "." + member.name
      if case .object = member.value {
        readFigures(member.value, path: place)
        continue
      }
      if case .bool(let flag) = member.value, member.name.contains("includ"), member.name.contains("carried") {
        setReading(flag ? .withCarriedIn : .newOnly)
        continue
      }
      let plain = place.hasSuffix("_text") ? String(place.dropLast(5)) : place
      let value = NarrativeValue(json: member.value)
      let figure = NarrativeFigure(rawValue: plain)
      if let figure { report.narrative[figure] = value }
      let isClaim = addClaim(member.name, value, place: place)
      if figure == nil && !isClaim { note(place) }
    }
  }

  /// What the file says of the numbers of applications before it that don't say it themselves.
  private mutating func setReading(_ reading: ApplicationReading) {
    for index in report.claims.accepted.indices where report.claims.accepted[index].reading == .unsaid {
      report.claims.accepted[index].reading = reading
    }
  }

  /// Adds what a figure of section one says of the tables; answers whether it says something of them.
  private mutating func addClaim(_ key: String, _ value: NarrativeValue, place: String) -> Bool {
    guard let number = value.value.number else { return false }
    func claim(_ reading: ApplicationReading = .unsaid) -> ReportClaim {
      ReportClaim(number, isAtLeast: value.isAtLeast, place: place, reading: reading)
    }
    switch key {
    case "accepted", "received", "handled": report.claims.accepted.append(claim())
    case "new", "newly_received", "accepted_new": report.claims.accepted.append(claim(.newOnly))
    case "accepted_including_carried_in", "accepted_with_carried_in":
      report.claims.accepted.append(claim(.withCarriedIn))
    case "answered", "answered_in_time", "completed": report.claims.answered.append(claim())
    case "carried_out", "carried_over": report.claims.carriedOut.append(claim())
    case "reviews": report.claims.reviews.append(claim())
    case "suits": report.claims.suits.append(claim())
    case "normative_documents_issued": report.claims.issued.append(claim())
    case "normative_documents_repealed": report.claims.repealed.append(claim())
    case "normative_documents_valid", "normative_documents_in_force": report.claims.valid.append(claim())
    default: return false
    }
    return true
  }

  private mutating func readSectionSix(_ json: JSONValue) {
    if let text = json.text { return addText(6, [text]) }
    for member in json.members {
      let place = "section6." + member.name
      switch member.name {
      case "information_processing_fee_yuan":
        let value = CellValue(json: member.value)
        report.narrative[.processingFee] = NarrativeValue(value)
        if let number = value.number { report.claims.fee.append(ReportClaim(number, place: place)) }
      case "charged_applications":
        let value = CellValue(json: member.value)
        report.narrative[.chargedApplications] = NarrativeValue(value)
        if let number = value.number { report.claims.chargedApplications.append(ReportClaim(number, place: place)) }
      case "text_says", "text":
        let said = FeeProse(member.value.text ?? "", place: place)
        report.claims.feeStated += said.stated
        if report.claims.chargedApplications.isEmpty { report.claims.chargedApplications += said.applications }
      default: note(place)
      }
    }
  }

  private mutating func readTexts(_ json: JSONValue) {
    var texts = report.texts ?? ReportTexts()
    for member in json.members {
      guard case .array(let lines) = member.value else { continue }
      let paragraphs = lines.compactMap(\.text)
      if member.name == "preface" { texts.preface = paragraphs }
      if let section = Int(member.name) { texts.sections[section] = paragraphs }
    }
    report.texts = texts
  }

  private mutating func addText(_ section: Int, _ paragraphs: [String]) {
    let prose =
      section == 1 ? ReportProse.claims(ofSectionOne: paragraphs) : ReportProse.claims(ofSectionSix: paragraphs)
    report.claims.complete(with: prose)
  }

  /// What the file says that the number of applications counts: `new(total)+carried_in(total)`.
  private static func reading(_ what: String) -> ApplicationReading {
    if what.contains("carried_in") || what.contains("含上年结转") { return .withCarriedIn }
    return what.contains("new(total)") || what.contains("新收") ? .newOnly : .unsaid
  }

  /// The text side of an identity, where somebody else read the text: used only where the data have no claim of their own.
  private mutating func readNarrative(_ json: JSONValue) {
    guard let id = json["id"]?.text, let number = json["text"].map(CellValue.init(json:))?.number else { return }
    let what = json["what"]?.text ?? ""
    var claims = ReportClaims()
    var claim = ReportClaim(number, place: "narrative_vs_table." + id)
    switch id {
    case "X1":
      claim.reading = Self.reading(what)
      setReading(claim.reading)
      claims.accepted = [claim]
    case "X2": claims.answered = [claim]
    case "X2b": claims.carriedOut = [claim]
    case "X3": claims.reviews = [claim]
    case "X4": claims.suits = [claim]
    case "X5": claims.issued = [claim]
    case "X6": claims.repealed = [claim]
    case "X6b": claims.valid = [claim]
    case "X7": claims.feeStated = [claim]
    default: return
    }
    report.claims.complete(with: claims)
  }
}

extension JSONValue {
  /// The members of an object, none of anything else.
  var members: [Member] {
    guard case .object(let members) = self else { return [] }
    return members
  }
}

extension NarrativeValue {
  /// A number, or words around one: "30多个", "100余名".
  init(json: JSONValue) {
    if let text = json.text, let count = ProseNumbers.first(in: text) {
      self.init(.number(count.value), isAtLeast: count.isAtLeast, words: text)
    } else {
      self.init(CellValue(json: json))
    }
  }
}

extension ReportClaims {
  /// Takes over what `other` says of things that nothing was said of.
  mutating func complete(with other: ReportClaims) {
    func fill(_ list: WritableKeyPath<ReportClaims, [ReportClaim]>) {
      if self[keyPath: list].isEmpty { self[keyPath: list] = other[keyPath: list] }
    }
    for list: WritableKeyPath<ReportClaims, [ReportClaim]> in [
      \.accepted, \.answered, \.carriedOut, \.reviews, \.suits, \.issued, \.repealed, \.valid, \.fee, \.feeStated,
      \.chargedApplications,
    ] { fill(list) }
    if breakdowns.isEmpty { breakdowns = other.breakdowns }
    areRead = areRead || other.areRead
  }
}
