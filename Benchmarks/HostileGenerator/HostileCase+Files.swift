/// Files that are not what their names say, and things that are no files.
extension HostileCase {
  private static let pdf = "%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"

  static let pictures: [HostileCase] = [
    HostileCase("孤立的图片", .held, "INB-009", "危-孤立的图片.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
    HostileCase("孤立的矢量图", .rejected, "ING-003", "危-孤立的矢量图.svg", text: "<svg onload=\"alert(1)\"/>"),
    HostileCase("六万五千见方", .held, "ING-010", listed: ["危-六万五千见方.html"]) { drop in
      let header: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]
      try drop.file("危-六万五千见方.png", header + [0, 0, 0xFF, 0xFF, 0, 0, 0xFF, 0xFF, 8, 6, 0, 0, 0, 0, 0, 0, 0])
      try drop.file("危-六万五千见方.html", Ordinary.page("六万五千见方", "<img src=\"危-六万五千见方.png\">"))
    },
    HostileCase("断了的照片", .held, "ING-010", listed: ["危-断了的照片.html"]) { drop in
      try drop.file("危-断了的照片.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0x00])
      try drop.file("危-断了的照片.html", Ordinary.page("断了的照片", "<img src=\"危-断了的照片.jpg\">"))
    },
    HostileCase("网页里的矢量图", .held, "ING-010", listed: ["危-网页里的矢量图.html"]) { drop in
      try drop.file("危-网页里的矢量图.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>")
      try drop.file("危-网页里的矢量图.html", Ordinary.page("网页里的矢量图", "<img src=\"危-网页里的矢量图.svg\">"))
    },
  ]

  static let liars: [HostileCase] = [
    HostileCase("版式文件冒充", .held, "ING-006", "危-版式文件冒充.docx", text: pdf),
    HostileCase("文字冒充", .held, "ING-006", "危-文字冒充.docx", text: Ordinary.notice("文字冒充")),
    HostileCase("网页冒充", .held, "ING-006", "危-网页冒充.txt", text: Ordinary.page("网页冒充", "")),
    HostileCase(
      "图片冒充", .held, "ING-006", "危-图片冒充.docx", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]),
    HostileCase("文稿冒充版式", .held, "ING-006", "危-文稿冒充版式.pdf", HostileWord(Ordinary.paragraphs("文稿冒充版式")).bytes),
    HostileCase("文稿冒充文字", .held, "ING-006", "危-文稿冒充文字.txt", HostileWord(Ordinary.paragraphs("文稿冒充文字")).bytes),
    HostileCase("富文本冒充", .held, "ING-006", "危-富文本冒充.docx", text: "{\\rtf1 \\u20013? }"),
    HostileCase("程序", .rejected, "ING-003", "危-程序.exe", [0x4D, 0x5A, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xFF, 0xFF]),
    HostileCase(
      "程序冒充文稿", .rejected, "ING-002", "危-程序冒充文稿.docx",
      [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 1, 2, 0, 0, 7]),
    HostileCase("脚本", .rejected, "ING-003", "危-脚本.sh", text: "#!/bin/sh\ntouch x\n"),
    HostileCase(
      "没有扩展名的程序", .rejected, "ING-003", "危-没有扩展名的程序",
      [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 1, 2, 0, 0]),
    HostileCase("双扩展名", .rejected, "ING-003", "危-双扩展名.docx.exe", text: "MZ"),
    HostileCase("压缩包", .held, "ING-004", "危-压缩包.zip", HostileZip([.init("通知.txt", Ordinary.notice("压缩包"))]).bytes),
    HostileCase("空文件", .rejected, "ING-001", "危-空文件.docx", []),
    HostileCase("十吉字节的洞", .held, "ING-007", listed: ["危-十吉字节的洞.txt"]) { try $0.hole("危-十吉字节的洞.txt", 10 << 30) },
    HostileCase("百兆的洞", .held, "ING-007", listed: ["危-百兆的洞.docx"]) {
      try $0.hole("危-百兆的洞.docx", 100 << 20, head: "PK\u{3}\u{4}")
    },
  ]

  static let kinds: [HostileCase] = [
    HostileCase("管道", .ignored, "INB-006", listed: ["危-管道.txt"]) { try $0.pipe("危-管道.txt") },
    HostileCase("套接字", .ignored, "INB-006", listed: ["危-套接字.txt"]) { try $0.socket("危-套接字.txt") },
    HostileCase("外面的链接", .ignored, "INB-006", listed: ["危-外面的链接.txt"]) {
      try $0.link("危-外面的链接.txt", to: "/etc/passwd")
    },
    HostileCase("断了的链接", .ignored, "INB-006", listed: ["危-断了的链接.txt"]) { try $0.link("危-断了的链接.txt", to: "没有这个") },
    HostileCase("打圈的链接", .ignored, "INB-006", listed: ["危-打圈的链接"]) { try $0.link("危-打圈的链接", to: "危-打圈的链接") },
    HostileCase("上级文件夹的链接", .ignored, "INB-006", listed: ["危-上级文件夹的链接"]) { try $0.link("危-上级文件夹的链接", to: "..") },
    HostileCase("链接的元数据", .ignored, "INB-006", listed: ["危-链接的元数据.txt.json"]) { drop in
      try drop.link("危-链接的元数据.txt.json", to: "/etc/passwd")
    },
  ]

  static let leftovers: [HostileCase] = [
    "~$危-办公.docx", ".~lock.危-办公.docx#", "危-下载.docx.part", "危-下载.crdownload", ".危-同步.docx.Xa81bc", "危-临时.TMP",
    "危-编辑.txt~",
    "危-编辑.swp", "危-快捷方式.lnk",
  ].map { file in
    HostileCase("剩余 \(file)", .ignored, "INB-002", file, text: "x")
  }
}
