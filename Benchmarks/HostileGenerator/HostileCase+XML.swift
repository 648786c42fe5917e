/// Word documents whose XML attacks its reader.
extension HostileCase {
  private static func one(
    _ name: String, _ end: End, _ code: String, head: String = "", first: String = "",
    _ change: @escaping @Sendable (inout HostileWord) -> Void = { _ in }
  ) -> HostileCase {
    HostileCase(name, end, code, "危-\(name).docx", made(name, head, first, change))
  }

  private static func made(
    _ name: String, _ head: String, _ first: String, _ change: (inout HostileWord) -> Void
  ) -> [UInt8] {
    var word = HostileWord(Ordinary.paragraphs(name) + (first.isEmpty ? [] : [first]), head: head)
    change(&word)
    return word.bytes
  }

  private static var laughs: String {
    let levels = (1..<10).map { "<!ENTITY l\($0) \"\(Ordinary.times("&l\($0 - 1);", 10))\">" }.joined()
    return "<!DOCTYPE x [<!ENTITY l0 \"哈\">\(levels)]>"
  }

  static let xml: [HostileCase] = [
    one("外部实体", .rejected, "ING-009", head: "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>", first: "&e;"),
    one("网络实体", .rejected, "ING-009", head: "<!DOCTYPE x [<!ENTITY e SYSTEM \"http://127.0.0.1:9/x\">]>", first: "&e;"),
    one("参数实体", .rejected, "ING-009", head: "<!DOCTYPE x [<!ENTITY % e SYSTEM \"file:///etc/passwd\"> %e;]>"),
    one("十亿笑声", .rejected, "ING-009", head: laughs, first: "&l9;"),
    one(
      "平方膨胀", .rejected, "ING-009", head: "<!DOCTYPE x [<!ENTITY a \"\(Ordinary.times("啊", 100_000))\">]>",
      first: Ordinary.times("&a;", 10_000)),
    one("只有文档类型", .rejected, "ING-009", head: "<!DOCTYPE w:document>"),
    one("十万层", .rejected, "ING-009") { word in
      word.document =
        "<w:document \(HostileWord.spaces)>" + Ordinary.times("<w:p>", 100_000) + Ordinary.times("</w:p>", 100_000)
        + "</w:document>"
    },
    one("没有闭合", .rejected, "ING-002") { $0.document = String($0.document.dropLast(30)) },
    one("未声明的实体", .rejected, "ING-002", first: "&nbsp2;"),
    one("坏字符引用", .rejected, "ING-002", first: "&#x0;&#xFFFF;"),
    one("二十万段", .held, "ING-007") { word in
      word.document =
        "<w:document \(HostileWord.spaces)><w:body>" + Ordinary.times(HostileWord.paragraph("段"), 200_000)
        + "</w:body></w:document>"
    },
    one("一百万个空元素", .held, "ING-007") { word in
      word.document =
        "<w:document \(HostileWord.spaces)><w:body><w:p>" + Ordinary.times("<w:r/>", 3_000_000)
        + "</w:p></w:body></w:document>"
    },
    one("很长的属性", .rejected, "ING-002") { word in
      word.document =
        "<w:document \(HostileWord.spaces) w:x=\"\(Ordinary.times("长", 5_000_000))\"><w:body>\(HostileWord.paragraph("关于很长的属性的通知"))\(HostileWord.paragraph("正文。"))</w:body></w:document>"
    },
    one("没有正文部分", .rejected, "ING-002") { word in
      word.document = "<w:document \(HostileWord.spaces)><w:body/></w:document>"
      word.more = []
      word.links = "<<<"
    },
    one("指向上级的关系", .held, "ING-027", first: "图") { word in
      word.document = word.document.replacing("</w:body>", with: HostileWord.picture("i") + "</w:body>")
      word.link("i", "image", "../../../../etc/passwd")
    },
    one("网络图片", .held, "ING-014", first: "图") { word in
      word.document = word.document.replacing("</w:body>", with: HostileWord.picture("i") + "</w:body>")
      word.link("i", "image", "http://127.0.0.1:9/x.png", isExternal: true)
    },
    one("本机图片", .held, "ING-014", first: "图") { word in
      word.document = word.document.replacing("</w:body>", with: HostileWord.picture("i") + "</w:body>")
      word.link("i", "image", "file:///etc/passwd", isExternal: true)
    },
    one("宏", .held, "ING-024") { word in
      word.link("v", "vbaProject", "vbaProject.bin")
      word.more.append(.init("word/vbaProject.bin", "宏"))
    },
    one("坏图片", .held, "ING-010", first: "图") { word in
      word.document = word.document.replacing("</w:body>", with: HostileWord.picture("i") + "</w:body>")
      word.link("i", "image", "media/image1.png")
      word.more.append(.init("word/media/image1.png", [0x89, 0x50, 0x4E, 0x47] + Array("broken".utf8)))
    },
    one("矢量图", .held, "ING-010", first: "图") { word in
      word.document = word.document.replacing("</w:body>", with: HostileWord.picture("i") + "</w:body>")
      word.link("i", "image", "media/image1.svg")
      word.more.append(
        .init("word/media/image1.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"))
    },
    one("五千字的标题", .held, "MET-010") { word in
      word.document =
        "<w:document \(HostileWord.spaces)><w:body>\(HostileWord.paragraph("关于" + Ordinary.times("长", 5000) + "的通知"))\(HostileWord.paragraph("正文。"))\(HostileWord.paragraph("（此件公开发布）"))</w:body></w:document>"
    },
  ]
}

extension String {
  /// By bytes, without Foundation.
  func replacing(_ old: String, with new: String) -> String {
    guard let range = firstRange(of: old) else { return self }
    return String(self[..<range.lowerBound]) + new + String(self[range.upperBound...])
  }

  private func firstRange(of text: String) -> Range<Index>? {
    let (hay, needle) = (utf8, text.utf8)
    var start = hay.startIndex
    while start < hay.endIndex {
      if hay[start...].starts(with: needle) { return start..<hay.index(start, offsetBy: needle.count) }
      start = hay.index(after: start)
    }
    return nil
  }
}
