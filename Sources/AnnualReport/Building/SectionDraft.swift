import Publication

/// Drafts the report's words from its figures: preface, section one, section six. A clause whose figure nobody knows is left out.
///
/// One verb for one act (公开), and the growth of visits says what it is compared with.
struct SectionDraft {
  let year: Int
  let office: OfficeProfile
  let figures: ReportFigures

  typealias Piece = DraftParagraph.Piece

  /// The outlets with what they published.
  var outlets: [OutletFigure] {
    office.outlets.compactMap { outlet in
      guard let id = outlet.id, let sum = figures.sum(.publications(id)) else { return nil }
      var counted = outlet
      counted.items = .number(sum)
      return counted
    }
  }

  /// Legal basis, contents, period; then what the office writes itself (the electronic copy, whom to ask).
  var preface: [String] {
    let contents = FormLayout.headings.map { String(String.UnicodeScalarView($0.unicodeScalars.dropFirst(2))) }
      .joined(separator: "，")
    let basis =
      "本报告根据《中华人民共和国政府信息公开条例》（国务院令第711号）和《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》"
      + "（国办公开办函〔2021〕30号）编制。全文包括：\(contents)。本报告所列数据的统计期限为\(year)年1月1日至\(year)年12月31日。"
    return [basis] + office.texts.preface
  }

  var sections: [Int: [DraftParagraph]] {
    [1: sectionOne, 5: own(5), 6: sectionSix]
  }

  /// 30多个, 100余名: as the office writes figures that are at least so many.
  static func words(_ figure: NarrativeFigure, _ sum: DecimalNumber, _ isAtLeast: Bool) -> String? {
    switch figure {
    case .trainingDepartments: "\(sum)\(isAtLeast ? "多" : "")个"
    case .trainingPeople: "\(sum)\(isAtLeast ? "余" : "")名"
    default: isAtLeast ? "\(sum)余" : nil
    }
  }

  // Section one.

  private static let parts = ["主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障"]
  private static let numerals = ["一", "二", "三", "四", "五"]

  private var sectionOne: [DraftParagraph] {
    let drafted = [proactive, onRequest, management, platform, supervision]
    let (intro, added) = ownPartsOfSectionOne
    var paragraphs = intro.map { DraftParagraph([.text($0)]) }
    for (index, sentences) in drafted.enumerated() {
      paragraphs.append(DraftParagraph([.text("（\(Self.numerals[index])）\(Self.parts[index])")], isHeading: true))
      let pieces = sentences.flatMap(\.self)
      if !pieces.isEmpty { paragraphs.append(DraftParagraph(pieces)) }
      paragraphs += added[index].map { DraftParagraph([.text($0)]) }
    }
    return paragraphs
  }

  /// The part of section one that a line heads: （二）依申请公开.
  static func part(_ line: String) -> Int? {
    let folded = ProseText.folded(line)
    guard folded.unicodeScalars.count <= 20 else { return nil }
    return numerals.firstIndex { folded.hasPrefix("(\($0))") }
  }

  /// The office's own paragraphs of section one: those before the first part, and those under each part.
  private var ownPartsOfSectionOne: (intro: [String], parts: [[String]]) {
    var intro: [String] = []
    var parts = [[String]](repeating: [], count: Self.parts.count)
    var current: Int?
    for line in office.texts.sections[1] ?? [] {
      if let part = Self.part(line) {
        current = part
      } else if let current {
        parts[current].append(line)
      } else {
        intro.append(line)
      }
    }
    return (intro, parts)
  }

  private var proactive: [[Piece]] {
    let published = outlets.map { outlet -> [Piece] in
      let cell = ReportCell.publications(outlet.id ?? OutletID(""))
      return [.text("\(outlet.name)公开信息")] + [number([cell])].compactMap(\.self) + [.text("条")]
    }
    let messages: [(NarrativeFigure, String)] = [
      (.leaderBoardMessages, "人民网“领导留言板”"), (.portalMessages, "中国政府网"), (.supervisionMessages, "国务院“互联网+督查”"),
    ]
    let known = messages.filter { figures.sum(.narrative($0.0)) != nil }
    var handled: [[Piece]] = []
    if !known.isEmpty {
      let whole: [Piece] = [.text("办理网民留言")] + [number(known.map { .narrative($0.0) })].compactMap(\.self)
      let kinds = known.map { clause($0.1, .narrative($0.0), "件") ?? [] }
      handled = [whole + [.text("件，其中")] + joined(kinds, "、")]
    }
    return [
      sentence(published, lead: "\(year)年，"),
      sentence(
        [
          clause("主动公开公文", .narrative(.officialDocumentsOpened), "件"),
          clause("政协提案办理件", .narrative(.proposalFilesOpened), "件"),
        ].compactMap(\.self), by: "、"), sentence(handled),
    ]
  }

  private var onRequest: [[Piece]] {
    let total = ReportCell.applications(.resultTotal, .total)
    var clauses: [[Piece]] = []
    if var accepted = clause("受理政府信息公开申请", .narrative(.accepted), "件") {
      let carried = ReportCell.applications(.carriedIn, .total)
      if let sum = figures.sum(carried), sum > 0, let number = number([carried]) {
        accepted += [.text("（含上年结转"), number, .text("件）")]
      }
      clauses.append(accepted)
    }
    let inTime = figures.sum(.narrative(.answeredInTime))
    if let inTime, inTime == figures.sum(total) {
      clauses.append(clause("按时答复", .narrative(.answeredInTime), "件") ?? [])
    } else if let answered = clause("办结", total, "件") {
      clauses.append(answered)
      if let timely = clause("其中按时答复", .narrative(.answeredInTime), "件") { clauses.append(timely) }
    }
    if let carried = clause("结转下年度继续办理", .applications(.carriedOut, .total), "件") { clauses.append(carried) }
    let remedies = [
      clause("因政府信息公开申请行政复议", .narrative(.reviews), "件"), clause("提起行政诉讼", .narrative(.suits), "件"),
    ].compactMap(\.self)
    return [sentence(clauses, lead: "\(year)年，"), sentence(remedies)]
  }

  private var management: [[Piece]] {
    let documents = [
      clause("制发行政规范性文件", .documents(.normativeDocuments, .issued), "件"),
      clause("废止行政规范性文件", .documents(.normativeDocuments, .repealed), "件"),
      clause("现行有效行政规范性文件", .documents(.normativeDocuments, .valid), "件"),
    ].compactMap(\.self)
    return [
      sentence([clause("拟制文件时逐件确定公开属性，属性标注准确率", .narrative(.attributeAccuracy), "%")].compactMap(\.self)),
      sentence(documents),
    ]
  }

  private var platform: [[Piece]] {
    [
      sentence(
        [clause("网站访问量", .narrative(.visits), "万次"), clause("比上年增长", .narrative(.visitsGrowth), "%")].compactMap(\.self)
      ),
      sentence(
        [
          clause("开展网站安全检查", .narrative(.securityInspections), "次"), clause("渗透测试", .narrative(.penetrationTests), "次"),
          clause("发现的漏洞修复率", .narrative(.vulnerabilityFix), "%"),
        ].compactMap(\.self)),
      sentence([clause("编发政府公报", .narrative(.gazetteIssues), "期")].compactMap(\.self)),
    ]
  }

  private var supervision: [[Piece]] {
    let guided = [clause("指导", .narrative(.bannersGuided), "个旗（区）"), clause("", .narrative(.departmentsGuided), "个部门")]
      .compactMap(\.self)
    let trained = [trained(.trainingDepartments, "部门"), trained(.trainingPeople, "人员")].compactMap(\.self)
    return [
      sentence(
        [joined(guided, "和")].filter { !$0.isEmpty }
          + [clause("发现的问题整改率", .narrative(.problemFix), "%")].compactMap(\.self)),
      sentence(
        [clause("考核设核心指标", .narrative(.coreIndicators), "项"), clause("得分点", .narrative(.scoringPoints), "项")]
          .compactMap(\.self),
        by: "、"),
      trained.isEmpty ? [] : [.text("组织业务培训，参加的有")] + joined(trained, "、") + [.text("。")],
    ]
  }

  private func trained(_ figure: NarrativeFigure, _ noun: String) -> [Piece]? {
    let cell = ReportCell.narrative(figure)
    guard let sum = figures.sum(cell) else { return nil }
    let shown = Self.words(figure, sum, figures.isAtLeast(cell)) ?? sum.description
    return [.figure(shown, cells: [cell]), .text(noun)]
  }

  // Section six and the office's own words.

  /// The fee is stated also when it is zero (practice; unverified in the notice itself).
  private var sectionSix: [DraftParagraph] {
    let fee = ReportCell.narrative(.processingFee)
    guard let sum = figures.sum(fee) else { return own(6) }
    let basis = "依据《国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知》（国办函〔2020〕109号）规定的收费标准，\(year)年"
    guard sum > 0, let amount = number([fee]) else {
      return [DraftParagraph([.text(basis + "收取信息处理费"), .figure("0", cells: [fee]), .text("元。")])] + own(6)
    }
    let charged = clause("，涉及申请", .narrative(.chargedApplications), "件") ?? []
    return [DraftParagraph([.text(basis + "收取信息处理费"), amount, .text("元")] + charged + [.text("。")])] + own(6)
  }

  private func own(_ section: Int) -> [DraftParagraph] {
    (office.texts.sections[section] ?? []).map { DraftParagraph([.text($0)]) }
  }

  // Pieces.

  private func number(_ cells: [ReportCell]) -> Piece? {
    let sums = cells.compactMap { figures.sum($0) }
    guard sums.count == cells.count else { return nil }
    let isAtLeast = cells.contains { figures.isAtLeast($0) }
    return .figure(sums.sum().description + (isAtLeast ? "余" : ""), cells: cells)
  }

  private func clause(_ words: String, _ cell: ReportCell, _ measure: String) -> [Piece]? {
    number([cell]).map { [.text(words), $0, .text(measure)] }
  }

  private func joined(_ clauses: [[Piece]], _ mark: String) -> [Piece] {
    Array(clauses.joined(separator: [.text(mark)]))
  }

  private func sentence(_ clauses: [[Piece]], lead: String = "", by mark: String = "，") -> [Piece] {
    guard !clauses.isEmpty else { return [] }
    return (lead.isEmpty ? [] : [.text(lead)]) + joined(clauses, mark) + [.text("。")]
  }
}
