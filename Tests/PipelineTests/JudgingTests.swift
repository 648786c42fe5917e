import Foundation
import Publication
import Testing

@testable import Pipeline

@Suite("Reviews and decisions of people")
struct JudgingTests {
  private func office(_ required: [String: [ReviewKind]] = ["规范性文件": ReviewKind.allCases]) throws -> Office {
    let office = try Office()
    office.clock.time = 1_751_250_000_000_000_000
    office.configuration.requiredReviews = required
    return office
  }

  private func held(_ office: Office) throws -> String { try #require(try office.list(.held).first?.id) }

  @Test("a document of a class that needs reviews is queued when the last of them has passed")
  func signing() throws {
    let office = try office()
    try office.drop("办法.txt", Notice.chinese("供暖管理办法"), sidecar: #"{"栏目": "规范性文件"}"#)
    try office.drop("通知.txt", Notice.chinese())
    #expect(try office.run().published == 1)
    let id = try held(office)
    #expect(try office.list(.held).first?.codes == [.reviewMissing])
    for (review, left) in [(ReviewKind.secrecy, 1), (.legality, 1), (.policy, 0)] {
      _ = try office.engine.sign(id, review: review, verdict: .passed, opinion: "", by: "李")
      #expect(try office.list(.held).count == left)
    }
    #expect(try office.pending("site-zh").count == 2)
    let history = try office.engine.why(id).history.filter { $0.event == "signed" }
    #expect(history.map(\.actor) == ["李", "李", "李"] && history.allSatisfy { $0.inputID.rawValue == id })
    #expect(try office.isClean())
  }

  @Test("a review that fails holds the document until the same review passes; one that isn't needed says why")
  func failing() throws {
    let office = try office(["*": [.secrecy, .legality]])
    try office.drop("通知.txt", Notice.chinese())
    try office.run()
    let id = try held(office)
    _ = try office.engine.sign(id, review: .secrecy, verdict: .failed, opinion: "有内部数据", by: "李")
    #expect(try office.list(.held).first?.codes == [.reviewMissing, .reviewFailed])
    _ = try office.engine.sign(id, review: .legality, verdict: .notNeeded, opinion: "不设定权利义务", by: "赵")
    #expect(try office.list(.held).first?.codes == [.reviewFailed])
    _ = try office.engine.sign(id, review: .secrecy, verdict: .passed, opinion: "", by: "李")
    #expect(try office.pending("site-zh").count == 1)
  }

  @Test("an edit voids what was signed")
  func edits() throws {
    let office = try office(["*": [.secrecy, .legality]])
    try office.drop("通知.txt", Notice.chinese())
    try office.run()
    _ = try office.engine.sign(try held(office), review: .secrecy, verdict: .passed, opinion: "", by: "李")
    // Another body, then another title in the metadata alone.
    try office.drop("通知.txt", Notice.chinese(body: "各旗区各部门要压实责任，改动了一处。"))
    try office.run()
    let second = try held(office)
    _ = try office.engine.sign(second, review: .legality, verdict: .passed, opinion: "", by: "赵")
    #expect(try office.pending("site-zh").isEmpty)
    try office.drop(
      "通知.txt", Notice.chinese(body: "各旗区各部门要压实责任，改动了一处。"), sidecar: #"{"标题": "关于另一件事的通知"}"#)
    try office.run()
    _ = try office.engine.sign(try held(office), review: .secrecy, verdict: .passed, opinion: "", by: "李")
    #expect(try office.pending("site-zh").isEmpty)
    #expect(try office.list(.held).first?.codes == [.reviewMissing])
  }

  @Test("reviews in the metadata count when they name the content that they saw, and only then")
  func declared() throws {
    for (change, isPublished) in [("", true), ("改", false)] {
      let office = try office(["*": [.secrecy]])
      try office.drop("通知.txt", Notice.chinese(), sidecar: #"{"栏目": "通知"}"#)
      try office.run()
      let id = try held(office)
      let reviews = #"{"栏目": "通知\#(change)", "审查": [{"审查": "保密审查", "审查人": "李", "内容标识": "\#(id)"}]}"#
      try office.drop("通知.txt", Notice.chinese(), sidecar: reviews)
      try office.run()
      #expect(try office.pending("site-zh").count == (isPublished ? 1 : 0))
    }
    let office = try office(["*": [.secrecy]])
    for value in [
      #"[{"审查": "保密审查", "审查人": "李"}]"#, #"["保密审查"]"#,
      #"[{"审查": "保密审查", "审查人": "", "内容标识": "00000000000000000000000000000000"}]"#,
    ] {
      try office.drop("通知.txt", Notice.chinese(), sidecar: #"{"审查": \#(value)}"#)
      try office.run()
      #expect(try office.pending("site-zh").isEmpty)
    }
  }

  @Test("a person decides where nobody says the attribute")
  func decidePublish() throws {
    let office = try office([:])
    try office.drop("通知.txt", Notice.chinese(mark: ""))
    try office.run()
    let id = try held(office)
    let record = try office.engine.decide(id, .publish, reason: "会议纪要明确公开", basis: nil, by: "王")
    #expect(record.state == .queued && record.attribute == .proactive)
    let story = try office.engine.why(id)
    #expect(
      story.history.contains { $0.event == "decided" && $0.actor == "王" && $0.facts["reason"]?.text == "会议纪要明确公开" })
    #expect(story.lines.contains { $0.contains("人工决定") })
    #expect(story.lines.contains { $0.contains("　王　决定（公开属性：主动公开；理由：会议纪要明确公开）") })
    #expect(story.lines.allSatisfy { !$0.contains("{\"") })
    #expect(try office.isClean())
  }

  @Test("a decision and a review may come in either order")
  func decideAndSign() throws {
    let office = try office(["*": [.secrecy]])
    try office.drop("通知.txt", Notice.chinese(mark: ""))
    try office.run()
    let id = try held(office)
    _ = try office.engine.decide(id, .publish, reason: "明确公开", basis: nil, by: "王")
    #expect(try office.list(.held).first?.codes == [.reviewMissing])
    _ = try office.engine.sign(id, review: .secrecy, verdict: .passed, opinion: "", by: "李")
    #expect(try office.pending("site-zh").count == 1)
  }

  @Test(
    "a person may close a held document, with a ground in law; nothing of it stays anywhere else",
    arguments: [(PersonalVerdict.withhold, "15.2", ListedKind.sealed), (.onRequest, "16.2", .onRequest)])
  func close(_ verdict: PersonalVerdict, _ basis: String, _ list: ListedKind) throws {
    let office = try office([:])
    let canary = LeakTests.canary
    try office.drop(
      canary + ".txt", Notice.chinese("关于\(canary)的通知", mark: "", body: "身份证号152921199001010013，\(canary)。"))
    try office.run()
    let id = try held(office)
    let error = #expect(throws: PipelineError.self) {
      _ = try office.engine.decide(id, verdict, reason: canary, basis: "99", by: "王")
    }
    #expect(error?.code == .usage)
    let record = try office.engine.decide(id, verdict, reason: canary, basis: basis, by: "王")
    #expect(try record.state == (verdict == .withhold ? .sealed : .onRequest) && office.list(list).count == 1)
    #expect(try office.list(.held).isEmpty)
    let vault = try String(contentsOf: office.url("\(record.folder)/\(record.itemID).json"), encoding: .utf8)
    #expect(vault.contains(canary) && vault.contains("《政府信息公开条例》") && vault.contains("王"))
    let leaks = try LeakTests.leaks(office, canary)
    #expect(leaks.isEmpty)
    #expect(try office.isClean())
  }

  @Test("nobody opens what a source closes, what is secret, or what holds a personal number")
  func noOpening() throws {
    let office = try office([:])
    try office.drop("甲.txt", Notice.chinese("关于甲的通知", mark: "", body: "身份证号152921199001010013，请核对。"))
    try office.run()
    let id = try held(office)
    let record = try office.engine.decide(id, .publish, reason: "领导同意", basis: nil, by: "王")
    #expect(record.state == .held && record.codes == [.personalNumber])
    try office.drop("乙.txt", Notice.chinese("关于乙的通知", mark: "（此件公开发布）\n（此件不予公开）"))
    try office.drop("丙.txt", Notice.chinese("关于丙的通知", mark: "机密★1年"))
    try office.run()
    let restricted = try office.list(.held).filter {
      $0.codes.contains(.secrecyMark) || $0.codes.contains(.restrictedConflict)
    }
    #expect(restricted.count == 2)
    for closed in restricted {
      let error = #expect(throws: PipelineError.self) {
        _ = try office.engine.decide(closed.id, .publish, reason: "领导同意", basis: nil, by: "王")
      }
      #expect(error?.code == .wrongState)
    }
    #expect(try office.pending("site-zh").isEmpty)
  }

  @Test("boxes that nobody ticked are a person's to decide")
  func unclear() throws {
    let office = try office([:])
    try office.drop("通知.txt", Notice.chinese(mark: "□主动公开 □依申请公开 □不予公开"))
    try office.run()
    let record = try office.engine.decide(try held(office), .publish, reason: "补勾选", basis: nil, by: "王")
    #expect(record.state == .queued)
  }

  @Test("an original that was changed where it lies is no longer what is decided on")
  func changedOriginal() throws {
    let office = try office([:])
    try office.drop("通知.txt", Notice.chinese(mark: ""))
    try office.run()
    let id = try held(office)
    try Data(Notice.chinese(mark: "", body: "换过的内容。").utf8).write(to: office.url("held/\(id)/通知.txt"))
    let error = #expect(throws: PipelineError.self) {
      _ = try office.engine.decide(id, .publish, reason: "公开", basis: nil, by: "王")
    }
    #expect(error?.code == .originalMissing)
    #expect(try office.pending("site-zh").isEmpty)
  }

  @Test("a revision that is signed still waits until it is released")
  func revision() throws {
    let office = try office(["*": [.secrecy]])
    try office.drop("通知.txt", Notice.chinese())
    try office.run()
    _ = try office.engine.sign(try held(office), review: .secrecy, verdict: .passed, opinion: "", by: "李")
    try office.drop("通知.txt", Notice.chinese(body: "更正后的内容。"))
    try office.run()
    let id = try held(office)
    #expect(try office.list(.held).first?.codes == [.reviewMissing, .revision])
    _ = try office.engine.sign(id, review: .secrecy, verdict: .passed, opinion: "", by: "李")
    #expect(try office.list(.held).first?.codes == [.revision])
    _ = try office.engine.release(id, by: "王")
    #expect(try office.pending("site-zh").compactMap { $0["action"]?.text }.sorted() == ["correct", "publish"])
    #expect(try office.isClean())
  }

  @Test(
    "a document that arrives closed is closed at once, and whoever looks is told which one lacks its reason and basis",
    arguments: [
      ("依申请公开", "", true), ("不予公开", "", true), ("不予公开", ", \"依据\": \"14.1\"", true),
      ("不予公开", ", \"理由\": \"内部事务\"", true),
      ("不予公开", ", \"理由\": \"内部事务\", \"依据\": \"27\"", true), ("不予公开", ", \"理由\": \"内部事务\", \"依据\": \"按规定\"", true),
      ("不予公开", ", \"理由\": \"内部事务\", \"依据\": \"16.1\"", false),
      ("依申请公开", ", \"理由\": \"内部事务\", \"依据\": \"过程性信息\"", false),
      ("依申请公开", ", \"reason\": \"内部事务\", \"basis\": [\"《政府信息公开条例》第二十七条（依申请获取）\"]", false),
    ])
  func grounds(_ attribute: String, _ members: String, _ lacks: Bool) throws {
    let office = try office([:])
    let canary = LeakTests.canary
    try office.drop(
      canary + ".txt", Notice.chinese("关于\(canary)的通知", mark: ""), sidecar: "{\"公开属性\": \"\(attribute)\"\(members)}")
    let checked = try office.engine.check([office.url("inbox/\(canary).txt").path])
    #expect(checked.first?.codes.contains(.basisMissing) == lacks)
    let summary = try office.run()
    #expect(summary.sealed + summary.onRequest == 1)
    let kind: ListedKind = attribute == "不予公开" ? .sealed : .onRequest
    let item = try #require(try office.list(kind).first)
    #expect(item.codes.contains(.basisMissing) == lacks && item.message.contains("--basis") == lacks)
    #expect(try office.list(.unbased).map(\.id) == (lacks ? [item.id] : []))
    #expect(summary.spoken.count == (lacks ? 1 : 0))
    #expect(summary.spoken.allSatisfy { $0.contains(item.id.prefix(12)) && !$0.contains(canary) })
    let findings = Doctor.examine(try office.engine).filter { $0.fault?.code == .basisMissing }
    #expect(findings.count == (lacks ? 1 : 0) && findings.allSatisfy { !$0.isFatal })
    // Told once.
    #expect(try office.run().spoken.isEmpty)
    #expect(try LeakTests.leaks(office, canary).isEmpty && office.isClean())
  }

  @Test("reason and basis of a closed document are given by a command, or by dropping it again with them")
  func grounding() throws {
    let office = try office([:])
    let canary = LeakTests.canary
    for (number, mark) in ["（此件不予公开）", "（此件依申请公开）", "（此件依申请公开）"].enumerated() {
      try office.drop("\(canary)\(number).txt", Notice.chinese("关于\(canary)\(number)的通知", mark: mark))
    }
    try office.run()
    #expect(try office.list(.unbased).count == 3)
    let sealed = try #require(try office.list(.sealed).first?.id)
    for verdict in [PersonalVerdict.publish, .onRequest] {
      let error = #expect(throws: PipelineError.self) {
        _ = try office.engine.decide(sealed, verdict, reason: canary, basis: verdict == .publish ? nil : "27", by: "王")
      }
      #expect(error?.code == .wrongState)
    }
    for reason in [canary, canary + "二"] {
      let record = try office.engine.decide(sealed, .withhold, reason: reason, basis: "14.1", by: "王")
      #expect(record.state == .sealed && record.codes == [.sealed])
    }
    let vault = try String(contentsOf: office.url("sealed/\(sealed).json"), encoding: .utf8)
    #expect(vault.contains(canary + "二") && vault.contains("第十四条（国家秘密）"))
    try office.drop(
      "\(canary)1.txt", Notice.chinese("关于\(canary)1的通知", mark: "（此件依申请公开）"),
      sidecar: "{\"理由\": \"\(canary)\", \"依据\": \"16.2\"}")
    #expect(try office.run().spoken.isEmpty)
    #expect(try office.list(.unbased).count == 1)
    #expect(try LeakTests.leaks(office, canary).isEmpty && office.isClean())
  }

  @Test("a check tells where a secrecy mark stands and what to do, and nothing of the text")
  func checkedMark() throws {
    let office = try office([:])
    let canary = LeakTests.canary
    let file = try office.drop("供水.txt", Notice.chinese())
    try office.drop("供水.附件/\(canary).txt", "机密★5年\n\n\(canary)\n")
    let judged = try #require(try office.engine.check([file.path]).first)
    let text = Code.secrecyMark.text(details: ["place": "附件1第1段"])
    #expect(judged.message.contains(text.message) && judged.message.contains(text.remedy))
    #expect(!judged.message.contains(canary))
  }

  @Test(
    "an attribute left open, reviews that nobody understands and a closing value under a misspelt key stop the item",
    arguments: [
      (#"{"公开属性": ""}"#, [Code.badValue]), (#"{"公开属性": null}"#, [.badValue]),
      (#"{"审查": "已审"}"#, [.badValue]), (#"{"Attribute": "withheld"}"#, [.restrictedConflict]),
      (#"{"attribut": " onRequest"}"#, [.restrictedConflict]), (#"{"来源": "withheld by the sender"}"#, []),
    ])
  func openMetadata(_ sidecar: String, _ codes: [Code]) throws {
    let office = try office([:])
    let file = try office.drop("供水.txt", Notice.chinese(), sidecar: sidecar)
    let judged = try #require(try office.engine.check([file.path]).first)
    #expect(judged.codes.first == codes.first && (judged.state == "publish") == codes.isEmpty, "\(judged.codes)")
  }

  @Test("a check of a folder is one of what would be an item in it, whether a bundle or the inbox")
  func checkedFolder() throws {
    let office = try office([:])
    try office.drop("春耕/通知.txt", Notice.chinese("关于春耕的通知"))
    try office.drop("春耕/附件1.txt", "清单\n")
    try office.drop("供水.txt", Notice.chinese())
    let bundle = office.url("inbox/春耕").path
    for path in [bundle, bundle + "/"] {
      let judged = try office.engine.check([path])
      #expect(judged.map(\.file) == [bundle + "/通知.txt"] && judged.map(\.state) == ["publish"])
    }
    let all = try office.engine.check([office.url("inbox").path])
    #expect(Set(all.map(\.file)) == [bundle + "/通知.txt", office.url("inbox/供水.txt").path])
    #expect(all.allSatisfy { $0.state == "publish" })
    try FileManager.default.createDirectory(at: office.url("inbox/空"), withIntermediateDirectories: true)
    #expect(throws: PipelineError.self) { try office.engine.check([office.url("inbox/空").path]) }
  }
}
