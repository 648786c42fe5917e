/// Texts, pages and Markdown.
extension HostileCase {
  private static func text(
    _ name: String, _ end: End, _ code: String, _ bytes: @autoclosure @escaping @Sendable () -> [UInt8]
  ) -> HostileCase {
    HostileCase(name, end, code, "危-\(name).txt", bytes())
  }

  private static func utf16(_ text: String) -> [UInt8] { text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } }

  static let texts: [HostileCase] = [
    text("九兆文字", .held, "ING-007", Array(Ordinary.notice("九兆文字", body: Ordinary.times("长行", 1_600_000)).utf8)),
    text(
      "六兆一行没有属性", .held, "DIS-001",
      Array(Ordinary.notice("六兆一行没有属性", mark: "", body: Ordinary.times("长", 2_000_000)).utf8)),
    text("一百万行", .held, "ING-007", Array(Ordinary.notice("一百万行", body: Ordinary.times("行\n", 1_000_000)).utf8)),
    text("中间有空字节", .held, "ING-005", Array(Ordinary.notice("中间有空字节", body: "一\u{0}二").utf8)),
    text("全是空字节", .held, "ING-005", [UInt8](repeating: 0, count: 4096)),
    text("半个字符结尾", .held, "ING-005", Array(Ordinary.notice("半个字符结尾").utf8.dropLast(2))),
    text("超长编码", .held, "ING-005", Array(Ordinary.notice("超长编码").utf8) + [0xC0, 0xAF, 0xE0, 0x80, 0xAF]),
    text("代理项编码", .held, "ING-005", Array(Ordinary.notice("代理项编码").utf8) + [0xED, 0xA0, 0x80]),
    text("单数个字节", .held, "ING-005", [0xFF, 0xFE] + utf16(Ordinary.notice("单数个字节")) + [0x41]),
    text(
      "两种编码", .held, "ING-005", Array(Ordinary.notice("两种编码").utf8) + [0xB9, 0xAB, 0xBF, 0xAA, 0xB7, 0xA2, 0xB2, 0xBC]),
    text("只有标记", .held, "ING-013", [0xEF, 0xBB, 0xBF]),
    text("只有空白", .held, "ING-013", Array(" \n\t\n　\n".utf8)),
    text("只有零宽字符", .held, "ING-013", Array("\u{200B}\u{200B}\u{FEFF}\u{2060}".utf8)),
    text("控制字符", .held, "ING-005", Array(Ordinary.notice("控制字符", body: Ordinary.times("\u{1}\u{2}\u{8}", 300)).utf8)),
    text(
      "一百万个附加符", .held, "DIS-001",
      Array(Ordinary.notice("一百万个附加符", mark: "", body: "a" + Ordinary.times("\u{301}", 1_000_000)).utf8)),
    text("私有区", .held, "TXT-001", Array(Ordinary.notice("私有区", body: "\u{E264}\u{E2B8}\u{F0000}").utf8)),
    text("终端控制序列", .held, "ING-005", Array("关于\u{1B}[2J终端控制序列的通知\n正文\u{1B}]0;x\u{7}。\n（此件公开发布）\n".utf8)),
  ]

  private static func page(
    _ name: String, _ end: End, _ code: String, head: String = "<meta charset=\"utf-8\">",
    _ body: @autoclosure @escaping @Sendable () -> String
  ) -> HostileCase {
    HostileCase(name, end, code, "危-\(name).html", text: Ordinary.page(name, body(), head: head))
  }

  static let pages: [HostileCase] = [
    page("十万层网页", .held, "ING-007", Ordinary.times("<div>", 100_000)),
    page("十万层格式", .held, "ING-007", Ordinary.times("<b><i>", 50_000)),
    page("二十万个属性", .held, "ING-007", "<p" + (0..<200_000).map { " a\($0)=\"1\"" }.joined() + ">文</p>"),
    page("十万个表", .held, "ING-007", Ordinary.times("<table><tr><td>", 60_000)),
    page("没完的注释", .held, "DIS-001", "<!--" + Ordinary.times("-", 1_000_000)),
    page("本机文件图片", .held, "MET-008", "<img src=\"file:///etc/passwd\">"),
    page("上级目录图片", .held, "MET-008", "<img src=\"../../../../etc/passwd\">"),
    page("绝对路径图片", .held, "MET-008", "<img src=\"/etc/passwd\">"),
    page("缺的图片", .held, "ING-011", "<img src=\"不在这里.png\">"),
    page("网络图片网页", .held, "ING-014", "<img src=\"http://127.0.0.1:9/x.png\">"),
    page("数据图片", .held, "ING-010", "<img src=\"data:image/png;base64,AAAA\">"),
    HostileCase(
      "陌生的编码", .held, "ING-005", "危-陌生的编码.html",
      Array("<meta charset=\"x-mac-cyrillic\"><h1>通知</h1>".utf8) + [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2]),
    HostileCase(
      "框架集", .held, "ING-013", "危-框架集.html", text: "<html><frameset><frame src=\"/etc/passwd\"></frameset></html>"),
  ]

  private static func markdown(
    _ name: String, _ end: End, _ code: String, _ body: @autoclosure @escaping @Sendable () -> String
  ) -> HostileCase {
    HostileCase(name, end, code, "危-\(name).md", text: Ordinary.markdown(name, body()))
  }

  static let markdown: [HostileCase] = [
    markdown("一万层引用", .held, "ING-007", Ordinary.times(">", 10_000) + " 文"),
    markdown("一万层列表", .held, "ING-007", (0..<2_000).map { Ordinary.times("  ", $0) + "- 文" }.joined(separator: "\n")),
    markdown(
      "百万格的表", .held, "ING-007",
      Ordinary.times("|a", 3000) + "|\n" + Ordinary.times("|-", 3000) + "|\n" + Ordinary.times("|\n", 100_000)),
    markdown("代码里的网页", .held, "ING-017", "<div>机密的话</div>"),
    markdown("本机图片的文稿", .held, "MET-008", "![图](/etc/passwd)"),
    markdown("上级图片的文稿", .held, "MET-008", "![图](../../x.png)"),
    markdown("十万个方括号", .held, "ING-007", Ordinary.times("[", 100_000)),
    markdown("十万个反引号", .held, "ING-007", (1..<400).map { Ordinary.times("`", $0) + "a" }.joined()),
  ]
}
