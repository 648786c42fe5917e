import Publication

/// Reads title, organ, year, period and cited form out of what stands before 一、总体情况.
struct ReportHead {
  private(set) var title: String?
  private(set) var agency: String?
  private(set) var year: Int?
  private(set) var period: (from: CivilDate, to: CivilDate)?
  private(set) var citedForm: CitedForm?

  /// Reads the preface, and the opening paragraphs of section one where it lacks something.
  init(preface: [String], opening: [String]) {
    readTitle(preface)
    let text = Array(ProseText.folded(preface.joined()).unicodeScalars)
    readPeriod(text)
    // Some put the preface below the first heading.
    if period == nil { readPeriod(Array(ProseText.folded(opening.joined()).unicodeScalars)) }
    if year == nil { year = period?.from.year }
    readForm(text)
    if citedForm == nil { readForm(Array(ProseText.folded(opening.joined()).unicodeScalars)) }
  }

  /// The line with 年度报告 (or 年报) and no full stop; an organ alone on the line before belongs to it.
  private mutating func readTitle(_ preface: [String]) {
    let folded = preface.map(ProseText.folded)
    guard
      let index = folded.firstIndex(where: { line in
        (line.contains("年度报告") || line.contains("信息公开年报") || line.contains("信息公开") && line.hasSuffix("报告"))
          && !line.contains("。") && line.unicodeScalars.count <= 60
          && !line.contains(">") && !line.contains("来源")
      })
    else { return }
    var text = folded[index]
    // The organ on a line of its own, as many reports print it.
    let isOrganLacking =
      Self.year(in: text).flatMap { Array(text.unicodeScalars)[...].position(of: String($0)) }.map { $0 < 3 } ?? true
    if index > 0, !text.contains("信息公开") || isOrganLacking && Self.isOrgan(folded[index - 1]) {
      text = folded[index - 1] + text
    }
    title = text
    year = Self.year(in: text)
    let scalars = Array(text.unicodeScalars)
    guard let year, let at = scalars[...].position(of: String(year)), at >= 3 else { return }
    agency = String(String.UnicodeScalarView(scalars[..<at]))
  }

  /// A short line that ends as the names of organs do.
  private static func isOrgan(_ line: String) -> Bool {
    let ends = [
      "府", "室", "局", "委", "会", "署", "厅", "院", "处", "镇", "乡", "街道", "苏木", "中心", "旗", "县", "市", "区", "盟", "部", "公司", "大队",
    ]
    return line.unicodeScalars.count <= 40 && ends.contains(where: line.hasSuffix) && !line.contains(">")
      && !line.contains(":")
  }

  private static func year(in text: String) -> Int? {
    let scalars = Array(text.unicodeScalars)
    for start in scalars.indices where start + 4 <= scalars.count && scalars[start] == "2" {
      let digits = String(String.UnicodeScalarView(scalars[start..<start + 4]))
      if let year = Int(digits), (2008...2099).contains(year) { return year }
    }
    return nil
  }

  /// 2025年1月1日(起)至(2025年)12月31日(止).
  private mutating func readPeriod(_ text: [Unicode.Scalar]) {
    var found: [(date: CivilDate, end: Int, start: Int)] = []
    var year: Int?
    var index = 0
    while index < text.count {
      if let (date, end, written) = Self.date(text, at: index, year: year) {
        found.append((date, end, index))
        year = written
        index = end
      } else {
        index += 1
      }
    }
    for (first, second) in zip(found, found.dropFirst()) {
      let between = text[first.end..<second.start]
      if between.count <= 4, between.contains(where: { "至到-—~－―–".unicodeScalars.contains($0) }) {
        period = (first.date, second.date)
        return
      }
    }
  }

  private static func date(_ text: [Unicode.Scalar], at start: Int, year: Int?) -> (CivilDate, Int, Int)? {
    var index = start
    func number() -> Int? {
      var value: Int?
      while index < text.count, let digit = text[index].decimalDigit, (value ?? 0) < 10_000 {
        value = (value ?? 0) * 10 + digit
        index += 1
      }
      return value
    }
    func takes(_ scalar: Unicode.Scalar) -> Bool {
      guard index < text.count, text[index] == scalar else { return false }
      index += 1
      return true
    }
    guard start == 0 || text[start - 1].decimalDigit == nil, let first = number() else { return nil }
    var (written, month) = (year, first)
    if takes("年") {
      written = first
      guard let next = number() else { return nil }
      month = next
    }
    guard takes("月"), let day = number(), takes("日"), let written,
      let date = CivilDate(year: written, month: month, day: day)
    else { return nil }
    return (date, index, written)
  }

  /// Every form that is cited; that of 2021 counts where it is among them, else the first.
  private mutating func readForm(_ text: [Unicode.Scalar]) {
    var forms: [CitedForm] = []
    var rest = text[...]
    while let start = rest.position(of: "公开办函") {
      forms.append(Self.form(text, at: start))
      rest = text[(start + 4)...]
    }
    citedForm = forms.first { $0 == .of2021 } ?? forms.first
  }

  /// 国办公开办函〔2021〕30号, with brackets of any shape; anything else is told as it stands there.
  private static func form(_ text: [Unicode.Scalar], at start: Int) -> CitedForm {
    let rest = text[(start + 4)...].prefix(12)
    let organ = text[max(0, start - 2)..<start]
    let end = rest.firstIndex(of: "号").map { $0 + 1 } ?? rest.endIndex
    let number = Array(rest[..<end])
    let digits = number.compactMap(\.decimalDigit).map(String.init).joined()
    let hasBrackets = number.first.map { "〔[(［【﹝〖｛{".unicodeScalars.contains($0) } ?? false
    let isWhole = organ.elementsEqual("国办".unicodeScalars) && number.last == "号" && hasBrackets
    switch (digits, isWhole) {
    case ("202130", true): return .of2021
    case ("201960", true): return .of2019
    default: return .other(String(String.UnicodeScalarView(text[organ.startIndex..<end])))
    }
  }
}
