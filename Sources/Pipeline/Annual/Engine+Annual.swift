import AnnualReport
public import Publication

/// The forms in which `annual build` writes the report.
public enum AnnualFormat: String, Sendable, CaseIterable {
  case json, html, docx
}

/// What `annual build` made.
public struct AnnualBuild: Sendable {
  /// The report in each form.
  public let files: [(format: AnnualFormat, bytes: [UInt8])]
  /// What is lacking in it, and what was not used.
  public let notes: [Diagnostic]
  /// Whether an identity fails in it.
  public let check: AnnualCheck
}

extension Engine {
  /// `annual build`: the report of a year from the registers, the ledger and the office's own text. Pure but for reading them.
  public func annualReport(of year: Int, texts path: String?) throws -> AnnualBuild {
    let built = BuiltReport(year: year, office: try officeProfile(year, path), figures: try annualFigures(of: year))
    return AnnualBuild(
      files: [
        (.json, built.json.utf8(pretty: true)), (.html, Array(built.html.utf8)), (.docx, built.docx),
      ], notes: (hasNoName ? [Diagnostic(.officeUnnamed, .warning)] : []) + built.notes,
      check: AnnualCheck(built.report))
  }

  /// Whether the office's name is still what a new configuration has: it would stand in the report.
  var hasNoName: Bool {
    let name = configuration.office.name["zh"]?.trimmedWhitespace ?? ""
    let blanks = ["", SampleConfiguration.officeName, Configuration.Office().name["zh"] ?? ""]
    return blanks.contains { $0.utf8.elementsEqual(name.utf8) }
  }

  /// `annual explain`: what is behind one number. Throws `figureUnknown` for a name that the form doesn't have.
  public func annualExplanation(of year: Int, cell name: String) throws -> (text: String, json: JSONValue) {
    guard let cell = ReportCell(name: name) else { throw PipelineError(.figureUnknown, subject: name) }
    let explanation = FigureExplanation(cell, in: try annualFigures(of: year))
    return (explanation.text, explanation.json)
  }

  /// Writes a built report into `reports/`, and answers the paths relative to the work directory.
  public func write(_ build: AnnualBuild, of year: Int, in formats: Set<AnnualFormat>) throws -> [String] {
    try files.makeFolder(WorkFolders.reports, mode: 0o755)
    return try build.files.filter { formats.contains($0.format) }.map { file in
      let path = WorkFolders.annualReport(year, file.format.rawValue)
      let part = WorkFolders.annualReport(year, file.format.rawValue + ".part")
      try files.write(file.bytes, to: part, mode: 0o644)
      try files.move(part, to: path, replacing: true)
      return path.description
    }
  }

  /// The lists of registers and ledger.
  private func annualFigures(of year: Int) throws -> ReportFigures {
    guard let first = CivilDate(year: year, month: 1, day: 1), let last = CivilDate(year: year, month: 12, day: 31)
    else { throw PipelineError(.usage, details: ["reason": "年份 \(year)"]) }
    var lists = try registerFigures(of: year)
    for outlet in configuration.outlets {
      // Before the first run nobody knows what was published: no list, not an empty one.
      lists[.publications(outlet.id)] = try asking(nil) { ledger in
        try ledger.firstPublications(outlet: outlet.id, from: first, to: last).map { row in
          FigureEntry(
            list: .publications, entry: row.itemID.rawValue, day: row.date, unit: .posts, source: "发布台账 \(outlet.id)",
            person: "")
        }
      }
    }
    if let accuracy = try asking(nil, { try AttributeAccuracy(from: first, to: last, in: $0).entry(on: last) }) {
      lists[.narrative(.attributeAccuracy)] = [accuracy]
    }
    return ReportFigures(lists)
  }

  private func officeProfile(_ year: Int, _ path: String?) throws -> OfficeProfile {
    let outlets = configuration.outlets.map { outlet in
      OutletFigure(
        id: outlet.id, name: outlet.name["zh"] ?? outlet.id.rawValue, kind: outlet.kind,
        language: outlet.language == .chinese ? "zh" : outlet.language.tag, items: .blank, verb: "公开信息")
    }
    let own = WorkFolders.annualReport(year, "md")
    let place = path ?? root + "/" + own.description
    return OfficeProfile(
      name: configuration.office.name["zh"] ?? "", outlets: outlets,
      texts: try AnnualReading.texts(place, required: path != nil),
      textFile: path ?? own.description)
  }
}
