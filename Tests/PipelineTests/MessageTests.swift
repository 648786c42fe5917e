import Foundation
import Publication
import Testing

@testable import Pipeline

@Suite("What people are told is true, and can be done")
struct MessageTests {
  @Test("a document that was restricted for its attachment alone goes out when both were changed, as the message says")
  func restrictedForItsAttachment() throws {
    for isCareful in [true, false] {
      let office = try Office()
      func drop(_ article: String, _ attachment: String) throws -> RunSummary {
        try office.drop("件/正文.txt", article)
        try office.drop("件/附件1.txt", attachment)
        return try office.run()
      }
      let changed = Notice.chinese(body: "各旗区各部门要压实责任，改动了一处。")
      #expect(try drop(Notice.chinese(), "机密★5年\n内容\n").spoken.first?.contains("正文文件也要改动") == true)
      guard !isCareful else {
        #expect(try drop(changed, "内容\n").published == 1)
        continue
      }
      let told = try #require(try drop(Notice.chinese(), "内容\n").spoken.first)
      #expect(told.contains("DIS-012") && told.contains("held/restricted/") && told.contains("正文和附件都改动后"))
      let id = try #require(try office.list(.held).first { $0.codes == [.restrictedBytes] }?.id)
      #expect(FileManager.default.fileExists(atPath: office.url("held/restricted/\(id)").path) && told.contains(id))
      #expect(throws: PipelineError.self) { _ = try office.engine.release(id, by: "王") }
      #expect(throws: PipelineError.self) {
        _ = try office.engine.decide(id, .publish, reason: "公开", basis: nil, by: "王")
      }
      #expect(try drop(changed, "内容\n").published == 0)
      #expect(try drop(changed + "\n", "内容，改过。\n").published == 1)
      #expect(try office.isClean())
    }
  }

  @Test("sources in conflict: closed everywhere it is sealed, opened it needs another article, as the message says")
  func conflict() throws {
    let office = try Office()
    let open = Notice.chinese()
    try office.drop("通知.txt", open, sidecar: #"{"公开属性": "不予公开"}"#)
    let told = try #require(try office.run().spoken.first)
    #expect(told.contains("DIS-006") && told.contains("没有放行的命令"))
    try office.drop("通知.txt", open)
    #expect(try office.run().published == 0)
    try office.drop("通知.txt", open + "\n")
    #expect(try office.run().published == 1)
    let closed = Notice.chinese("关于另一件事的通知", mark: "（此件不予公开）")
    try office.drop("另.txt", closed, sidecar: #"{"公开属性": "主动公开"}"#)
    try office.run()
    try office.drop("另.txt", closed, sidecar: #"{"公开属性": "不予公开"}"#)
    try office.run()
    #expect(try office.list(.sealed).count == 1)
  }

  @Test("what doubles something withdrawn says how to publish it again, and that works")
  func againAfterWithdrawal() throws {
    let office = try Office()
    office.clock.time = 1_751_250_000_000_000_000
    try office.drop("通知.txt", Notice.chinese())
    try office.run()
    let id = try #require(try office.pending("site-zh").first?["itemID"]?.text)
    try office.take("site-zh")
    _ = try office.engine.withdraw(id, reason: "error", by: "王")
    try office.take("site-zh")
    try office.drop("通知.txt", Notice.chinese())
    try office.run()
    let told = try #require(try office.list(.duplicates).first?.message)
    #expect(told.contains("替代: \(id)") && told.contains("zarlal why \(id)"))
    try office.drop("通知.txt", Notice.chinese(), sidecar: #"{"替代": "\#(id)"}"#)
    try office.run()
    let again = try #require(try office.pending("site-zh").first)
    #expect(again["action"]?.text == "publish" && again["itemID"]?.text == id)
    #expect(try office.isClean())
  }

  @Test("check says that nothing was done yet, and leaves no gap where a value isn't told")
  func checking() throws {
    let office = try Office()
    let mark = try office.drop("甲.txt", Notice.chinese(mark: "机密★5年"))
    let conflict = try office.drop("乙.txt", Notice.chinese(), sidecar: #"{"公开属性": "不予公开"}"#)
    for file in [mark, conflict] {
      let judged = try #require(try office.engine.check([file.path]).first)
      #expect(judged.message.hasPrefix("（还没有处理）"))
      #expect(!judged.message.contains("已放入") && !judged.message.contains("：。") && !judged.message.contains("—"))
    }
    try office.run()
    for listed in try office.list(.held) {
      #expect(!listed.message.contains("（）") && !listed.message.contains("—") && !listed.message.contains("：。"))
    }
  }

  @Test("a restricted document whose mark stands in its metadata is told without words of the program")
  func concealedPlace() throws {
    let office = try Office()
    try office.drop("通知.txt", Notice.chinese(), sidecar: #"{"keywords": "机密★5年"}"#)
    let told = try #require(try office.run().spoken.first)
    #expect(told.contains("DIS-007") && !told.contains("sidecar") && !told.contains("keywords"))
  }

  @Test("a picture alone is told to come with its article, and nothing about formats of documents")
  func picture() throws {
    let office = try Office()
    let bytes = Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    let file = try office.drop("图.png", bytes)
    #expect(try office.engine.check([file.path]).first?.codes == [.orphanPart])
    try office.run()
    let held = try #require(try office.list(.held).first)
    #expect(held.codes == [.orphanPart] && held.message.contains("图片插入正文") && !held.message.contains("DOCX"))
  }

  @Test("notes speak of keys by their Chinese names, however they were written")
  func keys() throws {
    let office = try Office()
    try office.drop(
      "通知.txt", Notice.chinese(),
      sidecar: #"{"date": "2025-13-45", "docno": "x", "outlets": ["nowhere"], "pair": ["a", 1.5e3]}"#)
    try office.run()
    let held = try #require(try office.list(.held).first)
    let note = try String(contentsOf: office.url("held/\(held.id)/说明.txt"), encoding: .utf8)
    #expect(note.contains("元数据“发布日期”的值“2025-13-45”") && note.contains("位置：元数据文件“发文字号”"))
    for word in ["sidecar", "docno", "outlets", "“date”"] {
      #expect(!note.contains(word) && !held.message.contains(word))
    }
    let lines = try office.engine.why(held.id).lines
    #expect(lines.allSatisfy { !$0.contains("sidecar:") })
  }

  @Test("waiting and ignored files come with what to do")
  func remedies() throws {
    let office = try Office()
    try office.drop("孤.txt.json", "{}")
    try office.drop("x.tmp", "x")
    try office.run()
    #expect(try office.list(.waiting).first?.message.contains(Code.loneSidecar.text().remedy) == true)
    #expect(try office.list(.ignored).first?.message.contains("请改名") == true)
  }

  @Test("one item without its basis reads as a sentence")
  func basis() throws {
    let office = try Office()
    try office.drop("通知.txt", Notice.chinese(mark: "（此件不予公开）"))
    let told = try #require(try office.run().spoken.first { $0.contains("DIS-020") })
    #expect(told.contains(" 的文稿没有写明"))
  }

  @Test("what a later drop replaced is in a list")
  func superseded() throws {
    let office = try Office()
    try office.drop("通知.txt", Notice.chinese(mark: ""))
    try office.run()
    let old = try #require(try office.list(.held).first)
    #expect(try office.list(.superseded).isEmpty)
    try office.drop("通知.txt", Notice.chinese())
    #expect(try office.run().published == 1)
    let listed = try #require(try office.list(.superseded).first)
    #expect(listed.id == old.id && listed.state == "superseded" && listed.file == "通知.txt")
    #expect(listed.message.contains("替代"))
    #expect(FileManager.default.fileExists(atPath: office.url("rejected/\(old.id)/通知.txt").path))
  }

  @Test(
    "what the argument parser says in English is told in Chinese",
    arguments: [
      (
        "The value '2025-02-30' is invalid for '--from <日期>'",
        "“2025-02-30”不能用作 --from <日期>；日期写成 2025-07-11 这样，日历上要有这一天"
      ),
      (
        "The value 'x' is invalid for '<种类>'. Please provide one of 'held' and 'sealed'.",
        "“x”不能用作 <种类>；可用的值：held、sealed"
      ),
      ("Unknown option '--frm'. Did you mean '--from'?", "没有选项 --frm，是不是想写 --from"),
      ("Missing value for '--from <日期>'", "选项 --from <日期> 后面缺少值"),
      ("Missing expected argument '<编号>'", "缺少 <编号>"), ("Unexpected argument 'y'", "多余的参数：y"),
      ("2 unexpected arguments: 'y', 'z'", "多余的参数：y、z"), ("--month 要写成 2025-07 这样。", "--month 要写成 2025-07 这样"),
    ])
  func usage(_ english: String, _ chinese: String) {
    #expect(UsageWords.chinese(english) == chinese)
  }
}
