internal import Publication

/// One number of a report with its name, and the command that lists what it counts.
struct ReportLine: Equatable {
  var name: String
  /// The number, with what is said about it.
  var value: String
  /// `nil`: the number is a middle, a share or what others leave over, and has no list of its own.
  var listing: String?
}

/// Numbers that belong together: text, CSV and the page all print these.
struct ReportSection: Equatable {
  var title: String
  var lines: [ReportLine]
}

extension ChannelReport {
  /// Everything beside the counts by month, in order; sections without a line are left out.
  var sections: [ReportSection] {
    [
      ReportSection(title: "信息公开属性（台账全部收件）", lines: attributeLines),
      ReportSection(title: "与上年同期比较\(yearBefore.map { "（\($0.from) 至 \($0.to)）" } ?? "")", lines: yearLines),
      ReportSection(title: "更正和撤稿", lines: changedLines),
      ReportSection(title: "时效", lines: quality?.timeliness.lines(listing) ?? []),
      ReportSection(title: "双语", lines: quality?.languages.lines(listing) ?? []),
      ReportSection(title: "停下的原因", lines: holdLines),
      ReportSection(title: "规范化改动", lines: ruleLines),
      ReportSection(title: "没有更新的渠道", lines: quality.map { quietLines($0.quiet) } ?? []),
    ].filter { !$0.lines.isEmpty }
  }

  /// The command that lists what a number of the period counts.
  private func listing(_ kind: String) -> String {
    "zarlal list \(kind)" + (from.map { " --from \($0)" } ?? "") + (to.map { " --to \($0)" } ?? "")
  }

  private var attributeLines: [ReportLine] {
    let kinds: [(String, DisclosureAttribute?)] = DisclosureAttribute.allCases.map { ($0.term, $0) } + [("未定", nil)]
    return kinds.map { term, attribute in
      ReportLine(name: term, value: "\(items(attribute))", listing: "zarlal list attribute --attribute \(term)")
    }
  }

  private var yearLines: [ReportLine] {
    guard let yearBefore else { return [] }
    let rows = outlets.map { ($0.title, $0.id.rawValue, $0.queued, yearBefore.queued[$0.id] ?? 0) }
    let lines = rows.map { title, id, now, before in
      ReportLine(
        name: "\(title)（\(id)）", value: "\(before) → \(now)\(Self.change(before, now))",
        listing: "zarlal list queued --outlet \(id) --from \(yearBefore.from) --to \(yearBefore.to)")
    }
    return lines + [
      ReportLine(
        name: "合计", value: "\(yearBefore.total) → \(total)\(Self.change(yearBefore.total, total))", listing: nil)
    ]
  }

  /// `（+6.2%）`, cut towards 0; nothing where there was nothing before.
  private static func change(_ before: Int, _ now: Int) -> String {
    guard before > 0 else { return "" }
    if before == now { return "（持平）" }
    let tenths = (now - before) * 1000 / before
    return "（\(tenths < 0 ? "-" : "+")\(tenths.magnitude / 10).\(tenths.magnitude % 10)%）"
  }

  private var changedLines: [ReportLine] {
    guard from != nil else { return [] }
    return [("更正", corrections, "corrected"), ("撤稿", withdrawals, "withdrawn")].map { name, counts, kind in
      let parts = counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: "、")
      let sum = counts.values.reduce(0, +)
      return ReportLine(name: name, value: "\(sum)" + (parts.isEmpty ? "" : "（\(parts)）"), listing: listing(kind))
    }
  }

  private var holdLines: [ReportLine] {
    holds.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { code, count in
      ReportLine(
        name: "\(code) \(code.summary)", value: "\(count)", listing: listing("holds --code \(code)"))
    }
  }

  private var ruleLines: [ReportLine] {
    changes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { rule, count in
      let name = Self.ruleNames[rule].map { "\($0)（\(rule)）" } ?? rule
      return ReportLine(name: name, value: "\(count)", listing: listing("changes --rule \(rule)"))
    }
  }

  private static let ruleNames = [
    "control": "控制字符", "zero-width": "零宽字符", "bidi-control": "双向控制符", "kangxi-radical": "康熙部首",
    "compatibility-ideograph": "兼容汉字", "nfc": "组合字符", "canonical-order": "控制符次序", "dead-control": "不起作用的控制符",
    "redundant-selector": "多余的变体选择符", "suffix-separator": "词缀分隔符", "no-break-space": "不换行空格",
    "zero-width-space-habit": "零宽空格", "vertical-form": "竖排标点", "site-rule": "本单位规则", "menksoft": "蒙科立编码",
  ]

  /// One line an outlet, however often it was silent.
  private func quietLines(_ spells: [QuietSpell]) -> [ReportLine] {
    outlets.map(\.id).compactMap { outlet in
      let own = spells.filter { $0.outlet == outlet }
      guard let longest = own.max(by: { $0.days < $1.days }) else { return nil }
      let days = own.reduce(0) { $0 + $1.days }
      let open = own.contains(where: \.isOpen) ? "，仍在继续" : ""
      let value = "\(own.count) 段共 \(days) 天，最长 \(longest.days) 天（\(longest.from) 至 \(longest.to)）\(open)"
      return ReportLine(name: outlet.rawValue, value: value, listing: listing("quiet --outlet \(outlet)"))
    }
  }
}

extension Timeliness {
  func lines(_ listing: (String) -> String) -> [ReportLine] {
    let days = { (number: Int?) in number.map { "\($0)" } ?? "—" }
    return [
      ReportLine(name: "成文后\(Self.limit)个工作日内发布", value: "\(inTime)", listing: listing("in-time")),
      ReportLine(name: "超过\(Self.limit)个工作日", value: "\(late)", listing: listing("late")),
      ReportLine(name: "没有成文日期", value: "\(undated)", listing: listing("undated")),
      ReportLine(name: "工作日历没有覆盖", value: "\(uncounted)", listing: listing("uncounted")),
      ReportLine(name: "发布用时中位数（工作日）", value: days(median), listing: nil),
      ReportLine(name: "发布用时最长（工作日）", value: days(longest), listing: nil),
    ]
  }
}

extension LanguageCoverage {
  func lines(_ listing: (String) -> String) -> [ReportLine] {
    let share = coverage.map { "（\($0 / 10).\($0 % 10)%）" } ?? ""
    let oldest = oldestMissing.map { "（最久 \($0) 天）" } ?? ""
    return [
      ReportLine(name: "汉文", value: "\(chinese)", listing: listing("chinese")),
      ReportLine(name: "蒙古文", value: "\(mongolian)", listing: listing("mongolian")),
      ReportLine(name: "双语齐全", value: "\(pairs)\(share)", listing: listing("translated")),
      ReportLine(name: "缺蒙古文", value: "\(missing)\(oldest)", listing: listing("untranslated")),
      ReportLine(name: "各自发布、不要求双语", value: "\(independent)", listing: listing("independent")),
      ReportLine(name: "汉文更正后蒙古文没有更新", value: "\(stale)", listing: listing("stale")),
      ReportLine(name: "蒙古文比汉文晚（天，中位数）", value: medianLag.map { "\($0)" } ?? "—", listing: nil),
    ]
  }
}
