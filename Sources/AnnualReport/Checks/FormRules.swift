import Publication

/// S1 to S4: what the form itself asks for. Figures without a text can break these rules but not prove that they are kept.
enum FormRules {
  private static let form = "国办公开办函〔2021〕30号"

  static func all(_ report: DisclosureReport) -> [ReportCheck] { [s1(report), s2(report), s3(report), s4(report)] }

  /// Section five isn't empty. Source: 《政府信息公开条例》第五十条第（四）项.
  static func s1(_ report: DisclosureReport) -> ReportCheck {
    let rule = IdentityRule(id: "S1", formula: "第五部分不为空", source: "《政府信息公开条例》第五十条第（四）项")
    guard let texts = report.texts else { return rule.notAssessable("没有报告正文") }
    guard let section = texts.sections[5] else { return rule.answer(.fail, cells: ["section5"], note: "没有第五部分") }
    guard section.contains(where: SectionFive.saysSomething) else {
      return rule.answer(.fail, cells: ["section5"], note: "第五部分是空的")
    }
    return rule.answer(.pass, cells: ["section5"])
  }

  /// No blank or "/" cells: zeros are written. Source: the form; practice of the authorities that gather the reports.
  static func s2(_ report: DisclosureReport) -> ReportCheck {
    let rule = IdentityRule(id: "S2", formula: "表格没有空白或“/”，零要写出", source: form + "；公开检查实务（S 类）")
    let found = ReportCell.ofTables.compactMap { cell in report.cells[cell].map { (cell, $0) } }
    guard !found.isEmpty else { return rule.notAssessable("没有表格") }
    let flawed = found.filter { _, value in
      switch value {
      case .blank, .unreadable: true
      case .number, .notApplicable: false
      }
    }
    guard flawed.isEmpty else {
      return rule.answer(.fail, cells: flawed.map(\.0.description), note: "\(flawed.count) 格空白或不是数字")
    }
    let inapplicable = found.filter { $0.1 == .notApplicable }
    guard inapplicable.isEmpty else {
      return rule.answer(.uncertain, cells: inapplicable.map(\.0.description), note: "\(inapplicable.count) 格写“不适用”")
    }
    return report.texts == nil ? rule.notAssessable("数据文件看不出表格的写法") : rule.answer(.pass, cells: [])
  }

  /// The period of the preface is the year: 1 January to 31 December. Source: the form; every report.
  static func s3(_ report: DisclosureReport) -> ReportCheck {
    let rule = IdentityRule(id: "S3", formula: "统计期限为报告年度的 1 月 1 日至 12 月 31 日", source: form)
    guard let period = report.period, let year = report.year else {
      guard let texts = report.texts, !texts.preface.isEmpty else { return rule.notAssessable("没有前言") }
      return rule.answer(.uncertain, cells: ["preface"], note: "前言没有写明统计期限，或标题没有写明年度")
    }
    let whole =
      CivilDate(year: year, month: 1, day: 1) == period.from && CivilDate(year: year, month: 12, day: 31) == period.to
    guard whole else {
      return rule.answer(.fail, cells: ["preface"], note: "写的是 \(period.from) 至 \(period.to)，报告年度是 \(year)")
    }
    return report.texts == nil ? rule.notAssessable("没有前言") : rule.answer(.pass, cells: ["preface"])
  }

  /// The form that is cited is 国办公开办函〔2021〕30号.
  static func s4(_ report: DisclosureReport) -> ReportCheck {
    let rule = IdentityRule(id: "S4", formula: "引用的格式文件是" + form, source: form)
    switch report.citedForm {
    case .of2021: return report.texts == nil ? rule.notAssessable("没有前言") : rule.answer(.pass, cells: ["preface"])
    case .of2019: return rule.answer(.fail, cells: ["preface"], note: "引用的是 2019 年的旧格式")
    case .other(let text): return rule.answer(.fail, cells: ["preface"], note: "引用的是“\(text)”")
    case nil:
      guard let texts = report.texts, !texts.preface.isEmpty else { return rule.notAssessable("没有前言") }
      return rule.answer(.uncertain, cells: ["preface"], note: "前言没有引用格式文件")
    }
  }
}
