import Foundation
import Publication
import Testing

@testable import Pipeline

@Suite("Bundles, however deep they lie")
struct BundleTests {
  private static let annex = "附件\n一、任务清单。\n"

  private func names(in office: Office, below folder: String) throws -> Set<String> {
    Set(try office.everything(below: folder).keys.map { String($0.dropFirst(folder.count + 1)) })
  }

  private func published(_ office: Office) throws -> ItemRecord {
    let id = try #require(try office.pending("site-zh").first?["itemID"]?.text)
    return try #require(try office.engine.ledger().read { try $0.item(ItemID(rawValue: id)) })
  }

  @Test(
    "the folders that lead to a bundle are not kept, its own are, and verify finds the original",
    arguments: ["包", "加急/包", "年/月/日", "加急/年/月"])
  func folders(_ place: String) throws {
    let office = try Office()
    try office.drop("\(place)/正文.txt", Notice.chinese())
    try office.drop("\(place)/附件1.txt", Self.annex)
    try office.drop("\(place)/表/附件2.txt", Self.annex + "二。\n")
    #expect(try office.run().published == 1)
    let record = try published(office)
    #expect(try names(in: office, below: record.folder) == ["正文.txt", "附件1.txt", "表/附件2.txt"])
    #expect(try office.isClean())
    _ = try office.engine.hold(record.itemID.rawValue, by: "王")
    #expect(try office.everything(below: "outbox/files").isEmpty)
    _ = try office.engine.release(record.itemID.rawValue, by: "王")
    #expect(try office.everything(below: "outbox/files").count == 2 && office.isClean())
  }

  @Test("a bundle that an earlier version left one folder down is found, and gives its attachments again")
  func earlierVersion() throws {
    let office = try Office()
    try office.drop("加急/包/正文.txt", Notice.chinese())
    try office.drop("加急/包/附件1.txt", Self.annex)
    try office.run()
    let record = try published(office)
    let inner = office.url(record.folder + "/包")
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
    for name in ["正文.txt", "附件1.txt"] {
      try FileManager.default.moveItem(
        at: office.url("\(record.folder)/\(name)"), to: inner.appendingPathComponent(name))
    }
    #expect(try office.isClean())
    _ = try office.engine.hold(record.itemID.rawValue, by: "王")
    _ = try office.engine.release(record.itemID.rawValue, by: "王")
    #expect(try office.everything(below: "outbox/files").count == 1 && office.isClean())
    try Data("别的".utf8).write(to: inner.appendingPathComponent("正文.txt"))
    #expect(try office.engine.verify().map(\.code) == [.originalChanged])
    try FileManager.default.removeItem(at: inner.appendingPathComponent("正文.txt"))
    #expect(try office.engine.verify().map(\.code) == [.originalMissing])
  }

  @Test("what is held keeps its folders when it goes on, and its covered copy stays aside")
  func held() throws {
    let office = try Office()
    try office.drop("加急/包/正文.txt", Notice.chinese(mark: "", body: "联系人手机13812345678。"))
    try office.drop("加急/包/表/附件1.txt", Self.annex)
    try office.run()
    let held = try #require(try office.list(.held).first)
    let copy = "遮盖稿-" + held.id.prefix(12)
    #expect(
      try names(in: office, below: "held/\(held.id)") == [
        "说明.txt", "why.json", "正文.txt", "表/附件1.txt", "\(copy)/正文.txt", "\(copy)/正文.附件/表/附件1.txt",
      ])
    office.configuration.office.contacts = ["13812345678"]
    let record = try office.engine.decide(held.id, .publish, reason: "公开", basis: nil, by: "王")
    #expect(record.state == .queued)
    #expect(try names(in: office, below: record.folder) == ["正文.txt", "表/附件1.txt"])
    #expect(try office.isClean())
  }

  @Test("a second document at whatever depth makes a folder none of one article")
  func ambiguous() throws {
    for second in ["十月/包/正文.txt", "十月/包/内/正文.md", "十月/材料/说明.docx"] {
      let office = try Office()
      try office.drop("十月/散.txt", Notice.chinese())
      try office.drop(second, "# 别的\n\n正文。\n")
      try office.drop("十月/包/附件1.txt", Self.annex)
      #expect(try office.run().published == 0)
      #expect(try office.list(.held).map(\.codes).allSatisfy { $0.contains(.bundleAmbiguous) })
      #expect(try office.list(.held).count == 1 && office.isClean())
    }
  }

  @Test("an article below other files of its folder is none of them")
  func apart() throws {
    let office = try Office()
    try office.drop("十月/附件1.txt", Self.annex)
    try office.drop("十月/包/正文.txt", Notice.chinese())
    #expect(try office.run().published == 0)
    #expect(try office.list(.held).first?.codes.contains(.bundleAmbiguous) == true)
  }

  @Test("what lies in a folder of attachments, or has a name that says so, is an attachment at any depth")
  func attachments() throws {
    let office = try Office()
    try office.drop("件/通知.txt", Notice.chinese())
    try office.drop("件/附件/清单.txt", Self.annex)
    try office.drop("件/通知.附件/任务.txt", Self.annex + "二。\n")
    try office.drop("件/表/附件2.txt", Self.annex + "三。\n")
    #expect(try office.run().published == 1)
    guard case .array(let attachments)? = try office.pending("site-zh").first?["attachments"] else {
      Issue.record("no attachments")
      return
    }
    #expect(attachments.count == 3)
  }

  @Test("of two documents the one with a sidecar is the article, and is the file that a closed folder has first")
  func marked() throws {
    let office = try Office()
    try office.drop("件/通知.txt", Notice.chinese(mark: ""), sidecar: #"{"栏目": "通知"}"#)
    try office.drop("件/材料.txt", "材料\n一。\n")
    try office.run()
    let held = try #require(try office.list(.held).first)
    #expect(held.codes == [.attributeMissing])
    let record = try office.engine.decide(held.id, .withhold, reason: "理由", basis: "15.2", by: "王")
    #expect(record.state == .sealed)
    let first = try String(contentsOf: office.url("sealed/\(record.itemID)"), encoding: .utf8)
    #expect(first == Notice.chinese(mark: ""))
    #expect(try office.isClean())
  }

  @Test("a move that was cut short goes on without losing a bundle's own folder")
  func cutShort() throws {
    let office = try Office()
    let files = try office.engine.files
    let from = FileName("work/1-0")
    let id = ItemID(rawValue: String(repeating: "a", count: 32))
    for (path, text) in [("加急/包/正文.txt", "正文"), ("加急/包/表/内/附件1.txt", "附件")] {
      let place = from.appending(FileName(path))
      if let folder = place.folder { try files.makeFolder(folder, mode: 0o755) }
      try files.write(Array(text.utf8), to: place, mode: 0o644)
    }
    // Folders go first: what is left of a move is the article where it was.
    let to = FileName("done/2025/06/\(id)")
    try files.makeFolder(to.appending(FileName("表/内")), mode: 0o755)
    _ = try files.move(
      from.appending(FileName("加急/包/表/内/附件1.txt")), to: to.appending(FileName("表/内/附件1.txt")), replacing: false)
    var pass = try office.engine.makePass(office.engine.ledger())
    try pass.mover.perform(
      PlannedMove(from: from.description, to: to.description, itemID: id), record: nil)
    #expect(try names(in: office, below: to.description) == ["正文.txt", "表/内/附件1.txt"])
    #expect(try files.status(of: from) == nil)
  }
}
