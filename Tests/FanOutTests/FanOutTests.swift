import FanOut
import Normalization
import Outlets
import Publication
import TestSupport
import Testing

@Suite struct FanOutTests {
  private let outlets = [
    OutletConfiguration(id: OutletID("site-zh"), kind: "website", language: .chinese, name: [:]),
    OutletConfiguration(id: OutletID("site-mn"), kind: "website", language: .mongolian, name: [:]),
    OutletConfiguration(id: OutletID("wechat-zh"), kind: "wechat", language: .chinese, name: [:]),
  ]

  @Test("without 发布渠道 a document goes to the website of its language")
  func defaults() throws {
    let result = try fannedOut()
    #expect(result.payloads.map(\.outlet.rawValue) == ["site-zh"])
    #expect(result.refusals.isEmpty)
  }

  @Test("each named outlet receives one payload, however often it is named")
  func named() throws {
    let result = try fannedOut(["wechat-zh", "site-zh", "wechat-zh"])
    #expect(result.payloads.map(\.outlet.rawValue) == ["site-zh", "wechat-zh"])
    #expect(Set(result.payloads.map(\.payloadID)).count == 2)
  }

  @Test("an outlet of the other language is refused alone; the others go on")
  func language() throws {
    let result = try fannedOut(["site-zh", "site-mn"])
    #expect(result.payloads.map(\.outlet.rawValue) == ["site-zh"])
    #expect(result.refusals.map(\.code) == [.languageMismatch])
    #expect(result.refusals.first?.outlets == [OutletID("site-mn")])
  }

  @Test("an outlet that nobody configured is named with those that are")
  func unknown() throws {
    let result = try fannedOut(["site-zh", "weibo", "weibo"])
    #expect(result.payloads.count == 1)
    #expect(result.refusals.map(\.code) == [.unknownOutlet])
    #expect(result.refusals.first?.details["allowed"] == "site-zh、site-mn、wechat-zh")
  }

  @Test("a document for which no website is configured doesn't vanish in silence")
  func nowhere() throws {
    let fanOut = FanOut(outlets: [outlets[1]], kinds: OutletRegistry.kinds)
    let result = fanOut.payloads(of: try edition(of: document()), itemID: item, revision: 1, action: .publish)
    #expect(result.payloads.isEmpty)
    #expect(result.refusals.map(\.code) == [.unknownOutlet])
  }

  @Test("an empty list of outlets is no answer: the item is held")
  func empty() throws {
    let result = try fannedOut([])
    #expect(result.payloads.isEmpty)
    #expect(result.refusals.map(\.code) == [.badValue])
  }

  @Test("an outlet takes only its own 栏目", arguments: [("通知公告", true), ("人事任免", false)])
  func category(category: String, isTaken: Bool) throws {
    var outlet = outlets[0]
    outlet.categories = ["通知公告", "政策文件"]
    var document = document()
    document.metadata.values[.category] = [category]
    let result = FanOut(outlets: [outlet], kinds: OutletRegistry.kinds)
      .payloads(of: try edition(of: document), itemID: item, revision: 1, action: .publish)
    #expect(result.payloads.isEmpty != isTaken)
    #expect(result.refusals.map(\.code) == (isTaken ? [] : [.categoryNotTaken]))
  }

  @Test("an outlet of a kind that doesn't exist is refused, not skipped")
  func kind() throws {
    var outlet = outlets[0]
    outlet.kind = "weibo"
    var document = document()
    document.metadata.outlets = [outlet.id]
    let result = FanOut(outlets: [outlet], kinds: OutletRegistry.kinds)
      .payloads(of: try edition(of: document), itemID: item, revision: 1, action: .publish)
    #expect(result.refusals.map(\.code) == [.outletUnusable])
  }

  @Test("the members of a payload stand in the order of the contract")
  func order() throws {
    let body = try JSONValue.reading(try #require(fannedOut().payloads.first).body)
    #expect(
      body.members.map(\.name) == [
        "schema", "payloadID", "itemID", "revision", "outlet", "action", "lang", "title", "text", "html", "date",
        "docno",
        "pair", "images", "attachments", "source", "normalization", "limits", "metadata", "alternate", "writingMode",
      ])
  }

  @Test("a correction is another payload of the same item")
  func correction() throws {
    let fanOut = FanOut(outlets: outlets, kinds: OutletRegistry.kinds)
    let edition = try edition(of: document())
    let first = try #require(fanOut.payloads(of: edition, itemID: item, revision: 1, action: .publish).payloads.first)
    let second = try #require(fanOut.payloads(of: edition, itemID: item, revision: 2, action: .correct).payloads.first)
    #expect(first.itemID == second.itemID)
    #expect(first.payloadID != second.payloadID)
    #expect(try JSONValue.reading(second.body)["action"] == .string("correct"))
  }

  @Test("a withdrawal carries no text, names what it takes away, and matches the schema")
  func withdrawal() throws {
    let day = try #require(CivilDate(iso: "2025-04-01"))
    let published = try #require(fannedOut().payloads.first)
    let row = PayloadRow(
      payloadID: published.payloadID, itemID: item, revision: 1, outlet: published.outlet, action: .publish,
      language: .chinese, attribute: .proactive, date: published.date, state: .written,
      digest: ContentDigest(of: published.body), isFirst: true, files: [])
    let payload = FanOut(outlets: outlets, kinds: OutletRegistry.kinds)
      .withdrawal(of: row, revision: 2, code: .error, reason: "内容有误：数字", note: "本文已撤回。", today: day)
    let body = try JSONValue.reading(payload.body)
    #expect(payload.action == .withdraw && payload.date == day && payload.revision == 2)
    #expect(body["text"] == .null && body["html"] == .null && body["title"] == .null)
    #expect(body["withdraws"]?["payloadID"]?.text == published.payloadID.rawValue)
    #expect(body["reason"]?.text == "内容有误：数字" && body["reasonCode"]?.text == "error")
    #expect(body["note"]?.text == "本文已撤回。")
    #expect(try SchemaCheck.published().faults(of: body) == [])
  }

  @Test("pictures and attachments are named as files that must be there before the payload, each once")
  func files() throws {
    var document = document()
    let bytes: [UInt8] = [1, 2, 3]
    let image = ImageResource(digest: ContentDigest(of: bytes), bytes: bytes, mediaType: "image/png", name: "图.png")
    document.images = [image]
    document.attachments = [
      DocumentBuilder.attachment(["附"], name: "清单.txt"), DocumentBuilder.attachment(["附"], name: "又.txt"),
    ]
    let payload = try #require(fannedOut(document: document).payloads.first)
    #expect(payload.files == [image.digest, document.attachments[0].digest])
    let body = try JSONValue.reading(payload.body)
    #expect(body["attachments"]?.elements.compactMap { $0["name"]?.text } == ["清单.txt", "又.txt"])
  }

  private let item = ItemID(rawValue: String(repeating: "a", count: 32))

  private func document() -> Document {
    DocumentBuilder.document(["关于供暖的通知", "现通知如下。", "2025年3月27日"])
  }

  private func fannedOut(_ names: [String]? = nil, document given: Document? = nil) throws -> FannedOut {
    var document = given ?? document()
    document.metadata.outlets = names?.map { OutletID($0) }
    return FanOut(outlets: outlets, kinds: OutletRegistry.kinds)
      .payloads(of: try edition(of: document), itemID: item, revision: 1, action: .publish)
  }
}
