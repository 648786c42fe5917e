import Foundation
import Publication
import Testing

@testable import Pipeline

@Suite("Identity")
struct IdentityTests {
  @Test("same bytes and metadata under another name are a duplicate")
  func duplicate() throws {
    let office = try Office()
    try office.drop("通知.txt", Notice.chinese())
    try office.drop("通知 - 副本.txt", Notice.chinese())
    let summary = try office.run()
    #expect(summary.published == 1 && summary.duplicates == 1)
    #expect(try office.list(.duplicates).count == 1)
    try office.drop("通知.txt", Notice.chinese())
    #expect(try office.run().duplicates == 1)
    #expect(try office.pending("site-zh").count == 1)
    #expect(try office.isClean())
  }

  @Test(
    "of a file and its copies the file goes out, whatever the copies are called",
    arguments: [
      "通知 - 副本.txt", "副本通知.txt", "复件 通知.txt", "通知(1).txt", "通知 (2).txt", "通知（3）.txt", "Copy of 通知.txt", "通知 - Copy.txt",
      "0通知 - 副本.txt",
      "通知 - 复制.txt", "加急/通知 - 副本.txt",
    ])
  func copies(_ copy: String) throws {
    let office = try Office()
    let folder = copy.hasPrefix("加急/") ? "加急/" : ""
    try office.drop(copy, Notice.chinese())
    try office.drop(folder + "通知.txt", Notice.chinese())
    #expect(try office.run().duplicates == 1)
    #expect(try office.list(.duplicates).first?.file == copy)
    #expect(try office.list(.queued).first?.file == folder + "通知.txt")
  }

  @Test("a name alone means nothing")
  func sameNameOtherContent() throws {
    let office = try Office()
    try office.drop("新建文本文档.txt", Notice.chinese("关于第一件事的通知"))
    #expect(try office.run().published == 1)
    try office.drop("新建文本文档.txt", Notice.chinese("关于第二件事的通知"))
    #expect(try office.run().published == 1)
    #expect(try office.pending("site-zh").count == 2)
  }

  @Test("other bytes under the same name and title wait as a revision, and go out as a correction when released")
  func revision() throws {
    let office = try Office()
    try office.drop("通知.txt", Notice.chinese())
    try office.run()
    try office.drop("通知.txt", Notice.chinese(body: "更正后的内容。"))
    let summary = try office.run()
    #expect(summary.held == 1)
    let held = try #require(try office.list(.held).first)
    #expect(held.codes == [.revision])
    office.clock.time = 1_751_300_000_000_000_000
    _ = try office.engine.release(held.id, by: "王")
    let payloads = try office.pending("site-zh")
    #expect(payloads.count == 2)
    let correction = try #require(payloads.first { $0["action"]?.text == "correct" })
    #expect(correction["revision"]?.integer == 2)
    #expect(correction["text"]?.text?.contains("更正后") == true)
    #expect(Set(payloads.compactMap { $0["itemID"]?.text }).count == 1)
    #expect(try office.list(.held).isEmpty)
    #expect(try office.isClean())
  }

  @Test("a drop that names what it replaces is a correction at once")
  func replaces() throws {
    let office = try Office()
    try office.drop("通知.txt", Notice.chinese())
    try office.run()
    let id = try #require(try office.pending("site-zh").first?["itemID"]?.text)
    try office.drop("更正.txt", Notice.chinese(body: "更正后的内容。"), sidecar: #"{"replaces":"\#(id)"}"#)
    #expect(try office.run().revisions == 1)
    #expect(try office.pending("site-zh").contains { $0["action"]?.text == "correct" && $0["itemID"]?.text == id })
  }

  @Test("a drop that names nothing we know is held, and goes out once its metadata are mended")
  func replacesUnknown() throws {
    let office = try Office()
    try office.drop("更正.txt", Notice.chinese(), sidecar: #"{"replaces":"乌行发〔2024〕999号"}"#)
    #expect(try office.run().held == 1)
    #expect(try office.list(.held).first?.codes == [.replacedUnknown])
    #expect(try office.pending("site-zh").isEmpty)
    try office.drop("更正.txt", Notice.chinese(), sidecar: "{}")
    #expect(try office.run().published == 1)
    #expect(try office.list(.held).isEmpty)
    #expect(try office.isClean())
  }

  @Test("a title too long for WeChat holds that outlet only; a corrected drop publishes there for the first time")
  func heldOutlet() throws {
    let office = try Office()
    let title = "关于" + String(repeating: "进一步", count: 12) + "做好冬季供暖工作的通知"
    try office.drop("通知.txt", Notice.chinese(title), sidecar: #"{"outlets":["site-zh","wechat-zh"]}"#)
    let first = try office.run()
    #expect(first.published == 1 && first.held == 1)
    #expect(try office.pending("wechat-zh").isEmpty)
    let held = try #require(try office.list(.held).first)
    #expect(held.state == "queued" && held.outlets == [OutletID("wechat-zh")] && held.codes == [.limitExceeded])
    let sidecar = #"{"outlets":["site-zh","wechat-zh"],"shortTitle":"冬季供暖通知","replaces":"\#(held.id)"}"#
    try office.drop("通知.txt", Notice.chinese(title), sidecar: sidecar)
    #expect(try office.run().revisions == 1)
    #expect(try office.pending("wechat-zh").first?["action"]?.text == "publish")
    #expect(try office.pending("site-zh").contains { $0["action"]?.text == "correct" })
    #expect(try office.list(.held).isEmpty)
    #expect(try office.isClean())
  }

  @Test("restricted bytes stay restricted, whatever later metadata say")
  func restrictedBytes() throws {
    let office = try Office()
    try office.drop("通知.txt", Notice.chinese(mark: ""), sidecar: #"{"attribute":"不予公开"}"#)
    #expect(try office.run().sealed == 1)
    try office.drop("通知.txt", Notice.chinese(mark: ""), sidecar: #"{"attribute":"主动公开"}"#)
    let summary = try office.run()
    #expect(summary.published == 0 && summary.held == 1)
    #expect(try office.pending("site-zh").isEmpty)
    #expect(try office.list(.held).first?.file == nil)
  }

  @Test("a stricter attribute on something queued is told loudly and withdraws what was not taken")
  func stricter() throws {
    let office = try Office()
    try office.drop("通知.txt", Notice.chinese(mark: ""), sidecar: #"{"attribute":"主动公开"}"#)
    try office.run()
    #expect(try office.pending("site-zh").count == 1)
    try office.drop("通知.txt", Notice.chinese(mark: ""), sidecar: #"{"attribute":"不予公开"}"#)
    let summary = try office.run()
    #expect(summary.sealed == 1)
    #expect(summary.spoken.contains { $0.contains("DIS-013") })
    #expect(try office.pending("site-zh").isEmpty)
    #expect(try office.isClean())
  }

  @Test("what was held, doubled or queued before leaves no trace once its document is restricted")
  func restrictedLater() throws {
    let office = try Office()
    try office.drop("金丝雀.txt", Notice.chinese("关于金丝雀的通知", mark: "", body: "金丝雀正文甲。"))
    try office.drop("金丝雀 - 副本.txt", Notice.chinese("关于金丝雀的通知", mark: "", body: "金丝雀正文甲。"))
    #expect(try office.run().held == 1)
    try office.drop("金丝雀2.txt", Notice.chinese("关于另一只金丝雀的通知", body: "金丝雀正文乙。"))
    #expect(try office.run().published == 1)
    try office.drop("金丝雀.txt", Notice.chinese("关于金丝雀的通知", mark: "机密★5年", body: "金丝雀正文甲。"))
    try office.drop("金丝雀2.txt", Notice.chinese("关于另一只金丝雀的通知", mark: "（此件不予公开）", body: "金丝雀正文丙。"))
    let summary = try office.run()
    #expect(summary.spoken.contains { $0.contains("DIS-013") })
    #expect(try office.isClean())
    let canary = Data("金丝雀".utf8)
    for (path, data) in try office.everything() where !path.hasPrefix("sealed/") && !path.hasPrefix("held/restricted/")
    {
      #expect(data.range(of: canary) == nil && !path.contains("金丝雀"), "\(path)")
    }
    for name in try FileManager.default.contentsOfDirectory(atPath: office.url("state").path) {
      #expect(try Data(contentsOf: office.url("state/" + name)).range(of: canary) == nil, "\(name)")
    }
  }

  @Test("the Mongolian half inherits only from its Chinese half, in whatever order they come")
  func pairs() throws {
    let office = try Office()
    office.configuration.waiting.pair = 1000
    office.options.settle = 1
    office.configuration.waiting.sidecar = 0
    try office.drop("mn.md", Notice.mongolian("---\npair: P1\n---\n\n"))
    office.clock.time += 60_000_000_000
    let first = try office.run()
    #expect(first.waiting == 1 && first.published == 0)
    #expect(try office.list(.waiting).first?.codes == [.pairMissing])
    try office.drop("zh.md", "---\npair: P1\nattribute: 主动公开\n---\n\n# 关于供暖的通知\n\n正文一段。\n")
    office.clock.time += 60_000_000_000
    #expect(try office.run().published == 2)
    let payload = try #require(try office.pending("site-mn").first)
    #expect(payload["pair"]?.text == "P1")
    #expect(payload["text"]?.text?.unicodeScalars.contains("\u{180E}") == true)
    #expect(payload["html"]?.text?.unicodeScalars.contains("\u{202F}") == true)
  }

  @Test("a Mongolian half that was held for want of its Chinese half is judged again when it comes")
  func heldPair() throws {
    let office = try Office()
    try office.drop("mn.md", Notice.mongolian("---\npair: P1\n---\n\n"))
    #expect(try office.run().held == 1)
    #expect(try office.list(.held).first?.codes == [.pairMissing])
    try office.drop("zh.md", "---\npair: P1\nattribute: 主动公开\n---\n\n# 关于供暖的通知\n\n正文一段。\n")
    #expect(try office.run().published == 2)
    #expect(try office.list(.held).isEmpty)
    #expect(try office.pending("site-mn").count == 1)
    #expect(try office.isClean())
  }
}
