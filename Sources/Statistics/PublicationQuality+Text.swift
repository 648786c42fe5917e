internal import Publication

extension PublicationQuality {
  /// The numbers by their Chinese names, each with the command that lists what it counts; `nil`: no list.
  var lines: [(name: String, value: String, listing: String?)] {
    let days = { (number: Int?) in number.map { "\($0)" } ?? "—" }
    return [
      ("成文后\(Timeliness.limit)个工作日内发布", "\(timeliness.entries.count - timeliness.late.count)", nil),
      ("超过\(Timeliness.limit)个工作日", "\(timeliness.late.count)", "late"),
      ("没有成文日期", "\(timeliness.undated.count)", "undated"),
      ("工作日历没有覆盖", "\(timeliness.uncounted.count)", "uncounted"),
      ("发布用时中位数（工作日）", days(timeliness.median), nil),
      ("发布用时最长（工作日）", days(timeliness.longest), nil),
      ("汉文", "\(languages.chinese)", nil), ("蒙古文", "\(languages.mongolian)", nil),
      ("双语齐全", "\(languages.pairs)\(coverageText)", nil),
      ("缺蒙古文", "\(languages.missing.count)\(oldestText)", "untranslated"),
      ("汉文更正后蒙古文没有更新", "\(languages.stale.count)", "stale"),
      ("蒙古文比汉文晚（天，中位数）", days(languages.medianLag), nil),
    ]
  }

  /// One line for each silence.
  var quietLines: [String] {
    quiet.map { spell in
      "\(spell.outlet)：\(spell.from) 至 \(spell.to)，\(spell.days)天没有更新" + (spell.isOpen ? "（仍在继续）" : "")
    }
  }

  private var coverageText: String { languages.coverage.map { "（\($0 / 10).\($0 % 10)%）" } ?? "" }

  private var oldestText: String {
    languages.missing.map(\.days).max().map { "（最久\($0)天）" } ?? ""
  }

  /// What the numbers mean.
  static let definitions = [
    "发布用时按工作日计（含调休上班），从成文日期次日数到首次发布日期；依据《条例》第二十六条，以20个工作日为限。",
    "双语按双语标识相同、或发文字号完全相同配对；只看现在仍在发布的。",
    "连续\(QuietSpell.limit)天以上没有任何发布或更正的，列为没有更新。",
  ]
}
