/// ZIP files that are not what they say.
extension HostileCase {
  private static func word(_ name: String, _ change: (inout HostileZip) -> Void) -> [UInt8] {
    var zip = HostileWord(Ordinary.paragraphs(name)).zip
    change(&zip)
    return zip.bytes
  }

  private static func one(
    _ name: String, _ end: End, _ code: String, _ change: @escaping @Sendable (inout HostileZip) -> Void
  ) -> HostileCase {
    HostileCase(name, end, code, "危-\(name).docx", word(name, change))
  }

  static let archives: [HostileCase] = [
    one("压缩炸弹", .rejected, "ING-008") { $0.entries.append(.init(zeros: "word/media/image1.png", 200 << 20)) },
    one("正文是炸弹", .rejected, "ING-008") { $0.entries[2] = .init(zeros: "word/document.xml", 40 << 20, isRight: true) },
    one("大过上限的炸弹", .held, "ING-007") { $0.entries.append(.init(zeros: "word/media/image1.png", 400 << 20)) },
    one("许多小炸弹", .rejected, "ING-008") { zip in
      for index in 0..<60 { zip.entries.append(.init(zeros: "word/media/image\(index).png", 4 << 20)) }
    },
    one("谎报大小", .rejected, "ING-002") { $0.entries[2].size = 10 },
    one("谎报很大", .rejected, "ING-008") {
      $0.entries[2].method = 8; $0.entries[2].size = 1 << 30
    },
    one("重叠条目", .rejected, "ING-008") { zip in
      zip.entries.append(.init("word/styles.xml", "<x/>"))
      zip.entries[4].sharesPlaceOf = 2
      zip.entries[4].localName = zip.entries[2].name
      (zip.entries[4].packed, zip.entries[4].size) = (zip.entries[2].packed, zip.entries[2].size)
      zip.entries[4].checksum = zip.entries[2].checksum
    },
    one("同名条目", .rejected, "ING-008") { $0.entries.append($0.entries[2]) },
    one("大小写同名", .rejected, "ING-008") { $0.entries.append(.init("WORD/DOCUMENT.XML", "<x/>")) },
    one("上级目录", .rejected, "ING-008") { $0.entries.append(.init("../../etc/cron.d/x", "x")) },
    one("藏在中间的上级目录", .rejected, "ING-008") { $0.entries.append(.init("word/../../x", "x")) },
    one("绝对路径", .rejected, "ING-008") { $0.entries.append(.init("/etc/passwd", "x")) },
    one("反斜杠", .rejected, "ING-008") { $0.entries.append(.init("word\\..\\..\\x", "x")) },
    one("盘符", .rejected, "ING-008") { $0.entries.append(.init("C:x", "x")) },
    one("空字节名", .rejected, "ING-008") { $0.entries.append(.init("word/x\u{0}.xml", "x")) },
    one("链接条目", .rejected, "ING-008") { zip in
      zip.entries.append(.init("word/link.xml", "/etc/passwd"))
      zip.entries[4].mode = 0o120777
    },
    one("设备条目", .rejected, "ING-008") { zip in
      zip.entries.append(.init("word/null", ""))
      zip.entries[4].mode = 0o020666
    },
    one("文件夹带内容", .rejected, "ING-008") { $0.entries.append(.init("word/folder/", "x")) },
    one("目录与条目不一", .rejected, "ING-008") { $0.entries[2].localName = Array("word/documenu.xml".utf8) },
    one("加密的压缩包", .held, "ING-012") { $0.entries[2].flags |= 1 },
    one("两万个条目", .held, "ING-007") { zip in
      for index in 0..<20_000 { zip.entries.append(.init("word/\(index)", "")) }
    },
    one("谎报条目数", .rejected, "ING-002") { $0.claimedCount = 2 },
    one("分卷", .rejected, "ING-002") { $0.disk = 1 },
    one("陌生的压缩法", .rejected, "ING-002") { $0.entries[2].method = 12 },
    one("校验不符", .rejected, "ING-002") { $0.entries[2].checksum ^= 1 },
    HostileCase("截断的压缩包", .rejected, "ING-002", "危-截断的压缩包.docx", Array(word("截断的压缩包") { _ in }.dropLast(200))),
    HostileCase(
      "前面有废物的压缩包", .rejected, "ING-002", "危-前面有废物的压缩包.docx",
      Array("MZ程序在前面\n".utf8) + word("前面有废物的压缩包") { _ in }),
    HostileCase("空压缩包", .held, "ING-006", "危-空压缩包.docx", HostileZip([.init("空.txt", "")]).bytes),
    HostileCase("只有目录尾", .held, "ING-004", "危-只有目录尾.zip", HostileZip().bytes),
    one("层层套装", .held, "DIS-001") { zip in
      var inner = HostileZip([.init(zeros: "0", 100 << 20)]).bytes
      for level in 1...6 { inner = HostileZip((0..<2).map { .init("\(level)-\($0).zip", inner) }).bytes }
      var word = HostileWord(Array(Ordinary.paragraphs("层层套装").dropLast()))
      zip = word.zip
      zip.entries.append(.init("word/embeddings/oleObject1.zip", inner))
      word.link("o", "package", "embeddings/oleObject1.zip")
      zip.entries[3] = word.zip.entries[3]
    },
  ]
}
