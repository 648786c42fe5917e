import Foundation
import Publication
import SystemEdges
import Testing

@testable import Pipeline

@Suite("A document that is closed later, or earlier")
struct ClosedLaterTests {
  private static let canary = "珊瑚"
  private static let title = "关于\(canary)保护的通知"
  private static let number = "乌署办发〔2025〕8号\n\n"

  private func document(_ body: String, mark: String = "（此件公开发布）", title: String = title) -> String {
    Notice.chinese(title, mark: mark, body: body)
  }

  private func only(_ office: Office) throws -> String {
    try #require(try office.pending("site-zh").first?["itemID"]?.text)
  }

  /// What outlets have not taken.
  private func pending(_ office: Office) throws -> Int {
    try ["site-zh", "site-mn"].map { try office.pending($0).count }.reduce(0, +)
  }

  // MARK: Every folder of originals

  @Test(
    "of an item that was corrected no revision stays open when it is closed", arguments: ["替代", "放行"], [false, true])
  func corrected(_ way: String, _ isTaken: Bool) throws {
    let office = try Office()
    office.clock.time = 1_751_250_000_000_000_000
    try office.drop("甲.txt", document("\(Self.canary)一版。"))
    try office.drop("甲 - 副本.txt", document("\(Self.canary)一版。"))
    #expect(try office.run().duplicates == 1)
    let id = try only(office)
    if isTaken { try office.take("site-zh") }
    let isNamed = way == "替代"
    try office.drop("甲.txt", document("\(Self.canary)二版。"), sidecar: isNamed ? #"{"替代":"\#(id)"}"# : nil)
    try office.run()
    if !isNamed { _ = try office.engine.release(try #require(try office.list(.held).first?.id), by: "王") }
    try office.run(today: "2025-07-02")
    if isTaken { try office.take("site-zh") }
    try office.drop("甲.txt", document("\(Self.canary)三版。", mark: "（此件不予公开）"))
    #expect(try office.run(today: "2025-07-02").sealed == 1)
    // What an outlet took is its own.
    let leaks = try LeakTests.leaks(office, Self.canary).filter { !$0.contains("/taken/") }
    #expect(leaks.isEmpty, "\(leaks)")
    #expect(try pending(office) == 0)
    for body in ["一版", "二版"] {
      let text = document("\(Self.canary)\(body)。")
      #expect(try office.everything(below: "held/restricted").values.contains(Data(text.utf8)), "\(body)")
    }
    #expect(try office.isClean())
    // Nor does the first revision come again.
    try office.drop("别名.txt", document("\(Self.canary)一版。"))
    #expect(try office.run(today: "2025-07-02").published == 0)
    #expect(try pending(office) == 0)
  }

  @Test(
    "closing a corrected item that is cut short after any number of file operations is finished by the next run",
    arguments: 0..<60)
  func correctedAnywhere(after count: Int) throws {
    let office = try Office()
    try office.drop("甲.txt", document("\(Self.canary)一版。"))
    try office.run()
    let id = try only(office)
    try office.drop("甲.txt", document("\(Self.canary)二版。"), sidecar: #"{"替代":"\#(id)"}"#)
    try office.run()
    try office.drop("甲.txt", document("\(Self.canary)三版。", mark: "（此件不予公开）"))
    let disk = FaultPlan(failing: count).disk(Disk(root: office.root.path))
    let engine = try Engine(office.configuration, root: office.root.path, files: disk, clock: office.clock)
    _ = try? engine.run(office.options)
    try office.run()
    #expect(try LeakTests.leaks(office, Self.canary).isEmpty)
    let kept = try office.everything(below: "held/restricted").values
    for body in ["一版", "二版"] { #expect(kept.contains(Data(document("\(Self.canary)\(body)。").utf8)), "\(body)") }
    #expect(try office.isClean())
  }

  @Test("what was replaced or waited as a revision goes along")
  func replaced() throws {
    let office = try Office()
    try office.drop("旧.txt", Self.number + document("旧稿。", mark: "", title: "旧题\(Self.canary)"))
    #expect(try office.run().held == 1)
    try office.drop("新.txt", Self.number + document("新稿。"))
    #expect(try office.run().published == 1)
    try office.drop("再.txt", Self.number + document("再稿。", title: "再题\(Self.canary)"))
    #expect(try office.run().held == 1)
    try office.drop("新.txt", document("新稿。", mark: "（此件不予公开）"))
    let summary = try office.run()
    #expect(try LeakTests.leaks(office, Self.canary).isEmpty)
    #expect(summary.spoken.contains { $0.contains("DIS-013") })
    #expect(try office.isClean())
  }

  // MARK: The order

  @Test(
    "a document that is closed and open at once is open in no order",
    arguments: ["号", "名和题"], ["先", "后", "两次"])
  func order(_ tie: String, _ order: String) throws {
    for batch in [1, 2, 256] {
      let office = try Office()
      office.options.batchItems = batch
      for name in ["0一", "0二"] { try office.drop(name + ".txt", document("无关。", title: "关于\(name)的通知")) }
      let (closed, open) = order == "后" ? ("z", "a") : ("a", "z")
      let isNumber = tie == "号"
      let names = isNumber ? ("\(closed).txt", "\(open).txt") : ("\(closed)/通知.txt", "\(open)/通知 (2).txt")
      let head = isNumber ? Self.number : ""
      try office.drop(
        names.0, head + document("内部。", mark: "（此件不予公开）", title: isNumber ? "关于内部安排的通知" : Self.title))
      if order == "两次" { #expect(try office.run().sealed == 1) }
      try office.drop(names.1, head + document("公开。"))
      try office.run()
      #expect(try pending(office) == 2)
      #expect(try office.list(.queued).count == 2)
      #expect(try office.list(.sealed).count == 1)
      #expect(try office.list(.held).map(\.file) == [nil])
      #expect(try LeakTests.leaks(office, Self.canary).isEmpty)
      #expect(try office.isClean())
    }
  }

  @Test("a secrecy mark closes its number within the run; put right, the document comes again in the next")
  func mark() throws {
    let office = try Office()
    try office.drop("a.txt", Self.number + document("内容。", mark: "机密★5年"))
    try office.drop("z.txt", Self.number + document("内容二。"))
    #expect(try office.run().published == 0)
    #expect(try pending(office) == 0)
    try office.drop("a.txt", Self.number + document("内容三。"))
    #expect(try office.run().published == 1)
    #expect(try office.isClean())
  }

  @Test("the same number in the other language, another number and another name are other documents")
  func others() throws {
    let office = try Office()
    try office.drop("a.txt", Self.number + document("内部。", mark: "（此件不予公开）"))
    try office.drop(
      "b.md", Notice.mongolian("---\ndocno: 乌署办发〔2025〕8号\nattribute: 主动公开\n---\n\n"))
    try office.drop("c.txt", Self.number.replacing("8号", with: "9号") + document("公开一。"))
    try office.drop("d.txt", document("公开二。"))
    #expect(try office.run().published == 3)
  }

  @Test("metadata that name the closed item open a corrected version of it")
  func door() throws {
    let office = try Office()
    try office.drop("a.txt", Self.number + document("内容。", mark: "（此件不予公开）"))
    #expect(try office.run().sealed == 1)
    let id = try #require(try office.list(.sealed).first?.id)
    try office.drop("a.txt", Self.number + document("内容，已改。"), sidecar: #"{"替代":"\#(id)"}"#)
    #expect(try office.run().published == 1)
    #expect(try office.isClean())
  }

  @Test("check says of a document that was closed before what run would do")
  func check() throws {
    let office = try Office()
    try office.drop("a.txt", Self.number + document("内容。", mark: "（此件不予公开）"))
    try office.run()
    let file = try office.drop("b.txt", Self.number + document("别的内容。"))
    let judged = try #require(try office.engine.dryRun(office.options).first)
    #expect(judged.state == "held" && judged.codes.contains(.sameDocumentClosed) && judged.title == nil)
    try FileManager.default.removeItem(at: file)
  }

  // MARK: A title alone

  @Test("a title that comes every week takes no other document along, held or published")
  func title() throws {
    let office = try Office()
    try office.drop("甲局.txt", document("甲局召开会议。", mark: "", title: "工作动态"))
    try office.drop("乙局.txt", document("乙局召开会议。", title: "工作动态"))
    try office.drop("辛局.txt", document("乙局召开会议。", title: "工作动态"))
    try office.run()
    try office.drop("辛局.txt", document("无关的内容。", mark: "（此件不予公开）", title: "工作动态"))
    let summary = try office.run()
    #expect(summary.sealed == 1 && !summary.spoken.contains { $0.contains("DIS-013") || $0.contains("DIS-024") })
    #expect(try office.list(.held).map(\.file) == ["甲局.txt"])
    #expect(try office.list(.duplicates).map(\.file) == ["辛局.txt"])
    #expect(try office.pending("site-zh").count == 1)
    try office.drop("甲局.txt", document("甲局召开会议。", mark: "", title: "工作动态"), sidecar: #"{"公开属性":"主动公开"}"#)
    #expect(try office.run().published == 1)
    #expect(try office.isClean())
  }

  @Test(
    "what was never queued moves with one line that doesn't claim it was",
    arguments: ["别处/通知.txt", "通知(1).txt", "复件 通知.md"])
  func neverQueued(_ name: String) throws {
    let office = try Office()
    try office.drop("通知.txt", document("一稿。", mark: ""))
    try office.drop("通知 - 副本.txt", document("一稿。", mark: ""))
    #expect(try office.run().held == 1)
    try office.drop(name, (name.hasSuffix(".md") ? "# " : "") + document("二稿。", mark: "（此件不予公开）"))
    let summary = try office.run()
    #expect(summary.spoken.filter { $0.contains("DIS-024") }.count == 1)
    #expect(!summary.spoken.contains { $0.contains("DIS-013") || $0.contains("\n") })
    #expect(try office.list(.held).map(\.codes) == [[.sameDocumentClosed], [.sameDocumentClosed]])
    #expect(try LeakTests.leaks(office, Self.canary).isEmpty)
    #expect(try office.isClean())
  }

  // MARK: 替代

  @Test("a closed document that names an item closes it", arguments: ["依申请公开", "不予公开"])
  func named(_ attribute: String) throws {
    let office = try Office()
    try office.drop("a.txt", document("内容。"))
    try office.run()
    let id = try only(office)
    try office.drop("b.txt", document("别的。", mark: "（此件\(attribute)）", title: "另题"), sidecar: #"{"替代":"\#(id)"}"#)
    #expect(try office.run().spoken.contains { $0.contains("DIS-013") && $0.contains(id) })
    #expect(try pending(office) == 0)
    #expect(try LeakTests.leaks(office, Self.canary).isEmpty)
    #expect(try office.isClean())
  }

  @Test("a sidecar that comes alone is told what to do")
  func loneSidecar() throws {
    let office = try Office()
    try office.drop("a.txt", document("内容。"))
    try office.run()
    try Data(#"{"公开属性":"不予公开"}"#.utf8).write(to: office.url("inbox/a.txt.json"))
    try office.run()
    #expect(try office.list(.waiting).first?.message.contains("再投放一次") == true)
  }

  // MARK: The Mongolian half

  private static let chinese = "---\nattribute: 主动公开\n---\n\n# \(title)\n\n内容一段。\n"

  private func dropHalves(_ office: Office, by key: String, date: String? = nil) throws {
    let date = date.map { #","date":"\#($0)""# } ?? ""
    try office.drop("汉.md", Self.chinese, sidecar: "{\(key)\(date)}")
    try office.drop("蒙.md", Notice.mongolian(), sidecar: "{\(key)}")
  }

  @Test(
    "a half that was open because its Chinese half was is stopped when that is closed",
    arguments: [#""pair":"P1""#, #""docno":"乌办发〔2025〕7号""#], [false, true])
  func half(_ key: String, _ isTaken: Bool) throws {
    let office = try Office()
    try dropHalves(office, by: key)
    #expect(try office.run().published == 2)
    if isTaken { for outlet in ["site-zh", "site-mn"] { try office.take(outlet) } }
    try office.drop("汉.md", "# \(Self.title)\n\n内容二段。\n", sidecar: #"{\#(key),"attribute":"不予公开"}"#)
    let summary = try office.run()
    #expect(summary.spoken.joined().components(separatedBy: "DIS-013").count == 3)
    #expect(try pending(office) == 0)
    #expect(try office.list(.held).map(\.file) == [nil, nil])
    #expect(try LeakTests.leaks(office, Notice.mongolianTitle).filter { !$0.contains("/taken/") }.isEmpty)
    #expect(try office.isClean())
    guard isTaken else { return }
    for item in try office.list(.held) { _ = try office.engine.withdraw(item.id, reason: "closed", by: "王") }
    #expect(try office.pending("site-mn").map { $0["action"]?.text } == ["withdraw"])
  }

  @Test("a half with an attribute of its own goes on, and a person is told")
  func ownAttribute() throws {
    let office = try Office()
    try office.drop("汉.md", Self.chinese, sidecar: #"{"pair":"P1"}"#)
    try office.drop("蒙.md", Notice.mongolian(), sidecar: #"{"pair":"P1","attribute":"主动公开"}"#)
    #expect(try office.run().published == 2)
    let id = try #require(try office.pending("site-mn").first?["itemID"]?.text)
    try office.drop("汉.md", "# \(Self.title)\n\n内容二段。\n", sidecar: #"{"attribute":"不予公开"}"#)
    let spoken = try office.run().spoken.joined(separator: "\n")
    #expect(spoken.contains("zarlal withdraw \(id.prefix(12))"))
    #expect(try office.pending("site-mn").count == 1)
    #expect(try office.pending("site-zh").isEmpty)
  }

  @Test("whoever stops one half is asked about the other")
  func held() throws {
    let office = try Office()
    office.clock.time = 1_751_250_000_000_000_000
    try dropHalves(office, by: #""pair":"P1""#)
    try office.run()
    let (chinese, mongolian) = (try only(office), try #require(try office.pending("site-mn").first?["itemID"]?.text))
    let record = try office.engine.hold(chinese, by: "王")
    #expect(
      try office.engine.questions(afterHolding: record).map { $0.contains("zarlal hold \(mongolian.prefix(12))") } == [
        true
      ])
  }

  @Test("a half without an attribute is not published before its Chinese half", arguments: [0, 1])
  func scheduled(_ settle: Int) throws {
    let office = try Office()
    office.options.settle = settle
    office.configuration.waiting.sidecar = 0
    office.configuration.waiting.pair = 1000
    try dropHalves(office, by: #""pair":"P1""#, date: "2025-07-10")
    office.clock.time += 60_000_000_000
    #expect(try office.run().scheduled == 1)
    #expect(try pending(office) == 0)
    office.clock.time += 5_000_000_000_000
    try office.run(today: "2025-07-09")
    #expect(try pending(office) == 0)
    office.clock.time += 60_000_000_000
    #expect(try office.run(today: "2025-07-10").published == 2)
    #expect(try office.pending("site-mn").first?["date"]?.text == "2025-07-10")
    #expect(try office.pending("site-zh").count == 1)
    #expect(try office.list(.held).isEmpty)
    #expect(try office.isClean())
  }
}
