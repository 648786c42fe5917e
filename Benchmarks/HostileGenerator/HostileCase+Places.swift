/// Names, folders, and documents that must be told nowhere.
extension HostileCase {
  private static func named(_ name: String, _ file: [UInt8], shown: String? = nil) -> HostileCase {
    let shown = shown ?? String(decoding: file, as: UTF8.self)
    return HostileCase(name, .held, "DIS-001", listed: [shown]) { drop in
      try drop.file(file, Array(Ordinary.notice(name, mark: "").utf8))
    }
  }

  static let names: [HostileCase] = [
    named("换行", Array("危-换\n行.txt".utf8)), named("制表符", Array("危-制\t表.txt".utf8)),
    named("横杠开头", Array("-rf 危.txt".utf8)),
    named("引号", Array("危-'引\"号`.txt".utf8)), named("命令", Array("危-$(touch 坏了);touch 坏了|x&.txt".utf8)),
    named("反转方向", Array("危-\u{202E}txt.exe.txt".utf8)), named("零宽名字", Array("危-零\u{200B}宽\u{FEFF}.txt".utf8)),
    named("公式", Array("=HYPERLINK(危).txt".utf8)), named("网页名字", Array("<img src=x onerror=危>.txt".utf8)),
    named("二百五十五字节", Array((Ordinary.times("长", 82) + "aaaaa.txt").utf8)),
    named(
      "国标名字", [0xCE, 0xA3, 0x2D, 0xB9, 0xAB, 0xB8, 0xE6] + Array(".txt".utf8), shown: "\u{3A3}-\\xb9\\xab\\xb8\\xe6.txt"
    ),
    named("合成字", Array("危-caf\u{E9}.txt".utf8)), named("分解字", Array("危-cafe\u{301}.txt".utf8)),
    named("控制序列", Array("危-\u{1B}[31m红.txt".utf8)), named("百分号", Array("危-%s%n%x.txt".utf8)),
    named("大写扩展名", Array("危-大写扩展名.TXT".utf8)), named("首尾空格", Array(" 危 .txt".utf8)),
    named("设备名字", Array("CON.txt".utf8)), named("反斜杠名字", Array("危\\..\\x.txt".utf8)),
    named("两个点", Array("危..txt".utf8)),
  ]

  static let folders: [HostileCase] = [
    HostileCase(
      "六十层文件夹", .waiting, "INB-014", listed: ["危-六十层/" + Array(repeating: "层", count: 8).joined(separator: "/")]
    ) { drop in
      try drop.file("危-六十层/" + Ordinary.times("层/", 60) + "通知.txt", Ordinary.notice("六十层文件夹"))
    },
    HostileCase("文件夹像文件", .held, "DIS-001", listed: ["危-文件夹.docx/通知.txt"]) { drop in
      try drop.file("危-文件夹.docx/通知.txt", Ordinary.notice("文件夹像文件", mark: ""))
    },
    HostileCase("两篇正文", .held, "INB-008", listed: ["危-两篇/乙.txt"]) { drop in
      try drop.file("危-两篇/甲.txt", Ordinary.notice("两篇正文甲"))
      try drop.file("危-两篇/乙.txt", Ordinary.notice("两篇正文乙"))
    },
    HostileCase("附件没有正文", .waiting, "INB-009", listed: ["危-没有.附件/名单.txt"]) { try $0.file("危-没有.附件/名单.txt", "名单") },
    HostileCase("元数据没有正文", .waiting, "INB-005", listed: ["危-没有.txt.json"]) {
      try $0.file("危-没有.txt.json", "{\"attribute\":\"主动公开\"}")
    },
    HostileCase("文件夹里有链接", .ignored, "INB-006", listed: ["危-有链接/链接"]) { try $0.link("危-有链接/链接", to: "/etc") },
    HostileCase("文件夹里有管道", .ignored, "INB-006", listed: ["危-有管道/管道.txt"]) { try $0.pipe("危-有管道/管道.txt") },
    HostileCase("附件是炸弹", .held, "DIS-008", listed: ["危-附件是炸弹.txt"]) { drop in
      try drop.file("危-附件是炸弹.txt", Ordinary.notice("附件是炸弹"))
      try drop.file(
        "危-附件是炸弹.附件/表.docx",
        HostileZip([.init("[Content_Types].xml", "<Types/>"), .init(zeros: "word/document.xml", 200 << 20)]).bytes)
    },
    HostileCase("附件太大", .held, "ING-007", listed: ["危-附件太大.txt"]) { drop in
      try drop.file("危-附件太大.txt", Ordinary.notice("附件太大"))
      for index in 0..<40 { try drop.hole("危-附件太大.附件/表\(index).docx", 60 << 20) }
    },
    HostileCase("三千个附件", .held, "DIS-008", listed: ["危-三千个附件.txt"]) { drop in
      try drop.file("危-三千个附件.txt", Ordinary.notice("三千个附件"))
      for index in 0..<3000 { try drop.file("危-三千个附件.附件/\(index).bin", [UInt8(index & 0xFF), 0, 1, 2, 0]) }
    },
    HostileCase("系统回收站", .ignored, "INB-002", listed: ["$RECYCLE.BIN"]) {
      try $0.file("$RECYCLE.BIN/通知.txt", Ordinary.notice("系统回收站"))
    },
    HostileCase("隐藏文件夹", .ignored, "INB-002", listed: [".危-隐藏"]) {
      try $0.file(".危-隐藏/通知.txt", Ordinary.notice("隐藏文件夹"))
    },
  ]

  /// Every word of these but their codes is a canary.
  private static let canary = "CANARY金丝雀"

  static let closed: [HostileCase] = [
    HostileCase("坏文稿不予公开", .sealed, "DIS-005", listed: []) { drop in
      try drop.file("\(canary)一.docx", "PK\u{3}\u{4}\(canary)")
      try drop.file("\(canary)一.docx.json", "{\"attribute\": \"不予公开\", \"title\": \"\(canary)\"}")
    },
    HostileCase("炸弹依申请公开", .onRequest, "DIS-004", listed: []) { drop in
      var zip = HostileWord(Ordinary.paragraphs(canary + "二")).zip
      zip.entries.append(.init(zeros: "word/media/\(canary).png", 200 << 20))
      try drop.file("\(canary)二.docx", zip.bytes)
      try drop.file("\(canary)二.docx.json", "{\"attribute\": \"依申请公开\"}")
    },
    HostileCase("怪名不予公开", .sealed, "DIS-005", listed: []) { drop in
      try drop.file("\(canary)\n三\u{202E}.txt", Ordinary.notice(canary + "三", mark: "（此件不予公开）"))
    },
    HostileCase("文件夹不予公开", .sealed, "DIS-005", listed: []) { drop in
      try drop.file("\(canary)四/\(canary)/深/附件.txt", canary)
      try drop.file("\(canary)四/\(canary)通知.txt", Ordinary.notice(canary + "四", mark: "（此件不予公开）"))
    },
    HostileCase("密级在坏文稿里", .held, "DIS-007", listed: []) { drop in
      try drop.file("\(canary)五.docx", Ordinary.notice(canary + "五", mark: "机密★5年"))
    },
    HostileCase("密级在元数据里", .held, "DIS-007", listed: []) { drop in
      try drop.file("\(canary)六.txt", Ordinary.notice(canary + "六"))
      try drop.file("\(canary)六.txt.json", "{\"attribute\": \"主动公开\", \"密级\": \"机密\"}")
    },
    HostileCase("属性打架", .held, "DIS-006", listed: []) { drop in
      try drop.file("\(canary)七.txt", Ordinary.notice(canary + "七", mark: "（此件不予公开）"))
      try drop.file("\(canary)七.txt.json", "{\"attribute\": \"主动公开\"}")
    },
    HostileCase("附件不予公开", .sealed, "DIS-005", listed: []) { drop in
      try drop.file("\(canary)八.txt", Ordinary.notice(canary + "八", mark: "（此件不予公开）"))
      for index in 0..<30 { try drop.hole("\(canary)八.附件/\(canary)\(index).docx", 60 << 20) }
    },
  ]
}
