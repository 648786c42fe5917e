import Foundation
import Publication
import Testing

@testable import Pipeline

@Suite("A clerk's day")
struct WalkTests {
  @Test("a cleared notice ends as a whole payload in the queue of its website")
  func published() throws {
    let office = try Office()
    try office.drop("通知.txt", Notice.chinese())
    let summary = try office.run()
    #expect(summary.published == 1)
    let payload = try #require(try office.pending("site-zh").first)
    #expect(payload["title"]?.text == "关于做好冬季供暖工作的通知")
    #expect(payload["action"]?.text == "publish")
    #expect(payload["text"]?.text == "各旗人民政府：\n各旗区各部门要压实责任、细化举措，确保群众温暖过冬。\n")
    #expect(summary.spoken.isEmpty)
    #expect(try office.isClean())
  }

  @Test("a page without an attribute is held beside a note, corrected, dropped again, and goes through")
  func heldAndCorrected() throws {
    let office = try Office()
    try office.drop("通知.txt", Notice.chinese(mark: ""))
    #expect(try office.run().held == 1)
    let held = try #require(try office.list(.held).first)
    #expect(held.codes == [.attributeMissing])
    #expect(held.file == "通知.txt")
    let note = try String(contentsOf: office.url("held/\(held.id)/说明.txt"), encoding: .utf8)
    #expect(note.contains("缺少信息公开属性") && note.contains("怎么办"))
    #expect(FileManager.default.fileExists(atPath: office.url("held/\(held.id)/通知.txt").path))

    try office.drop("通知.txt", Notice.chinese())
    #expect(try office.run().published == 1)
    #expect(try office.list(.held).isEmpty)
    #expect(try office.isClean())
  }

  @Test("a second run changes no byte outside state and appends nothing to the history")
  func secondRun() throws {
    let office = try Office()
    try office.drop("通知.txt", Notice.chinese())
    try office.drop("无属性.txt", Notice.chinese("关于另一件事的通知", mark: ""))
    try office.run()
    let before = try office.everything()
    let head = try office.engine.asking("") { try $0.historyHead().hash }
    let summary = try office.run()
    #expect(try office.everything() == before)
    #expect(try office.engine.asking("") { try $0.historyHead().hash } == head)
    #expect(summary.recovered == 0 && summary.spoken.isEmpty)
  }

  @Test(
    "依申请公开 and 不予公开 leave their words nowhere but in their vault",
    arguments: [
      ("（此件依申请公开）", ListedKind.onRequest, "on-request"), ("（此件不予公开）", .sealed, "sealed"),
      ("机密★5年", .held, "held/restricted"),
    ])
  func vaults(mark: String, kind: ListedKind, folder: String) throws {
    let office = try Office()
    try office.drop("金丝雀文件.txt", Notice.chinese("关于金丝雀的通知", mark: mark, body: "金丝雀正文。"))
    let summary = try office.run()
    let entry = try #require(try office.list(kind).first)
    #expect(entry.file == nil)
    #expect(FileManager.default.fileExists(atPath: office.url("\(folder)/\(entry.id)").path))
    let canary = Data("金丝雀".utf8)
    for (path, data) in try office.everything() where !path.hasPrefix(folder + "/") {
      #expect(data.range(of: canary) == nil && !path.contains("金丝雀"), "\(path)")
    }
    let state = try FileManager.default.contentsOfDirectory(atPath: office.url("state").path)
    for name in state {
      #expect(try Data(contentsOf: office.url("state/" + name)).range(of: canary) == nil, "\(name)")
    }
    #expect(!summary.spoken.contains { $0.contains("金丝雀") } && !entry.message.contains("金丝雀"))
    #expect(try office.isClean())
  }

  @Test("a personal number is printed whole nowhere, not even out of a title or a file name")
  func personalNumber() throws {
    let office = try Office()
    let number = "152921199001010013"
    try office.drop("关于\(number)的通知.txt", Notice.chinese("关于\(number)的通知", body: "身份证号１５２９２１１９９００１０１００１３。"))
    let summary = try office.run()
    #expect(summary.held == 1)
    let held = try #require(try office.list(.held).first)
    #expect(held.codes == [.personalNumber])
    let told = [held.json, try office.engine.why(held.id).json].map { String(decoding: $0.utf8(), as: UTF8.self) }
    #expect(!(told + summary.spoken).contains { $0.contains(number) })
    for name in ["说明.txt", "why.json"] {
      let note = try String(contentsOf: office.url("held/\(held.id)/\(name)"), encoding: .utf8)
      #expect(!note.contains(number) && note.contains("152"))
    }
    for name in try FileManager.default.contentsOfDirectory(atPath: office.url("state").path) {
      #expect(try Data(contentsOf: office.url("state/" + name)).range(of: Data(number.utf8)) == nil, "\(name)")
    }
  }

  @Test("a payload with a future date exists only in the ledger until its day")
  func scheduled() throws {
    let office = try Office()
    try office.drop("通知.txt", Notice.chinese(), sidecar: #"{"date":"2025-07-15"}"#)
    let first = try office.run()
    #expect(first.scheduled == 1 && first.published == 0)
    #expect(try office.pending("site-zh").isEmpty)
    #expect(try office.list(.scheduled).count == 1)
    let second = try office.run(today: "2025-07-15")
    #expect(second.published == 1)
    #expect(try office.pending("site-zh").count == 1)
    #expect(try office.isClean())
  }

  @Test("a rehearsal and a check change no byte")
  func rehearsal() throws {
    let office = try Office()
    try office.drop("通知.txt", Notice.chinese(), sidecar: #"{"outlets":["site-zh"]}"#)
    try office.drop("供暖/通知.txt", Notice.chinese("关于甲的通知"))
    let before = try office.everything()
    let judged = try office.engine.dryRun(office.options)
    #expect(judged.map(\.state) == ["publish", "publish"])
    #expect(try office.engine.check([office.url("inbox/通知.txt").path]).first?.state == "publish")
    #expect(try office.everything() == before)
  }

  @Test("a day before the ledger's latest entry is refused")
  func earlierDay() throws {
    let office = try Office()
    try office.drop("通知.txt", Notice.chinese())
    try office.run()
    #expect(throws: PipelineError.self) { try office.run(today: "2025-06-29") }
  }

  @Test("an inbox without its sentinel is not touched")
  func unmounted() throws {
    let office = try Office()
    try office.drop("通知.txt", Notice.chinese())
    try FileManager.default.removeItem(at: office.url("inbox/.zarlal-inbox"))
    let error = #expect(throws: PipelineError.self) { try office.run() }
    #expect(error?.code == .inboxNotOurs)
    #expect(FileManager.default.fileExists(atPath: office.url("inbox/通知.txt").path))
  }

  @Test("what a list of payloads shows of an id opens the story of its item")
  func shownIDs() throws {
    let office = try Office()
    try office.drop("通知.txt", Notice.chinese())
    try office.run()
    let shown = try #require(try office.list(.queued).first)
    let story = try office.engine.why(String(shown.id.prefix(12)))
    #expect(story.item.file == "通知.txt" && story.payloads.first?.payloadID.rawValue == shown.id)
  }
}
