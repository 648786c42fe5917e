/// 文种: the word with which the title of an official document ends.
enum DocumentKindWord {
  /// Whether `text` ends with a kind, an addition in round brackets left out (`（试行）`).
  static func ends(_ text: String) -> Bool {
    var text = text
    let scalars = text.unicodeScalars
    if let last = scalars.last, last == "\u{FF09}" || last == ")",
      let open = scalars.lastIndex(where: { $0 == "\u{FF08}" || $0 == "(" })
    {
      text = String(scalars[..<open])
    }
    return words.contains { text.ends(withText: $0) }
  }

  // The fifteen kinds of 《党政机关公文处理工作条例》 第八条 as told in `docs/metadata.md`, and what notices carry.
  private static let words = [
    "决议", "决定", "命令", "令", "公报", "公告", "通告", "意见", "通知", "通报", "报告", "请示", "批复", "议案", "函", "纪要", "办法", "规定", "细则",
    "方案",
    "规划", "条例", "公示", "答复", "复函", "解读", "要点", "计划", "章程", "规则", "指南", "目录", "名单", "清单", "预案", "声明",
  ]
}
