import Foundation
import Publication
import Testing

@testable import Pipeline

@Suite("Hold, release, withdraw")
struct DecisionTests {
  private func published(_ office: Office) throws -> String {
    try office.drop("通知.txt", Notice.chinese(), sidecar: #"{"outlets":["site-zh","wechat-zh"]}"#)
    try office.run()
    return try #require(try office.pending("site-zh").first?["itemID"]?.text)
  }

  @Test("what a person stops leaves the outbox, and comes back when released")
  func holdAndRelease() throws {
    let office = try Office()
    office.clock.time = 1_751_300_000_000_000_000
    let id = try published(office)
    _ = try office.engine.hold(id, by: "王")
    #expect(try office.pending("site-zh").isEmpty && office.pending("wechat-zh").isEmpty)
    #expect(try office.list(.held).first?.codes == [.heldByPerson])
    #expect(try office.isClean())
    _ = try office.engine.release(String(id.prefix(12)), note: "核对无误", by: "王")
    #expect(try office.pending("site-zh").count == 1 && office.pending("wechat-zh").count == 1)
    #expect(try office.engine.why(id).lines.last?.hasSuffix("　王　放行（说明：核对无误）") == true)
    #expect(try office.isClean())
  }

  @Test("withdrawing removes what was not taken and asks an outlet that took it to take it away")
  func withdraw() throws {
    let office = try Office()
    office.clock.time = 1_751_300_000_000_000_000
    let id = try published(office)
    try office.take("site-zh")
    _ = try office.engine.withdraw(id, reason: "内容有误", by: "王")
    #expect(try office.pending("wechat-zh").isEmpty)
    let payload = try #require(try office.pending("site-zh").first)
    #expect(payload["action"]?.text == "withdraw")
    #expect(try office.isClean())
    let history = try office.engine.why(id).history
    #expect(history.last?.event == "withdrawn" && history.last?.actor == "王")
  }

  @Test("an item that every outlet had taken before it was stopped can be let go again")
  func releaseAfterTaken() throws {
    let office = try Office()
    office.clock.time = 1_751_300_000_000_000_000
    let id = try published(office)
    try office.take("site-zh")
    try office.take("wechat-zh")
    _ = try office.engine.hold(id, by: "王")
    _ = try office.engine.release(id, by: "王")
    #expect(try office.pending("site-zh").isEmpty && office.list(.held).isEmpty)
    #expect(try office.isClean())
  }

  @Test("what a person stops while a run is going stays stopped, whatever the run does next", arguments: 1...4)
  func stopDuringRun(batch: Int) throws {
    let office = try Office()
    office.clock.time = 1_751_300_000_000_000_000
    for number in 1...5 { try office.drop("\(number).txt", Notice.chinese("关于做好第\(number)项工作的通知")) }
    var options = office.options
    options.batchItems = 1
    var stopped: String?
    _ = try office.engine.run(options) { done, _ in
      guard done == batch else { return }
      stopped = try? office.pending("site-zh").last?["itemID"]?.text
      if let stopped { _ = try? office.engine.hold(stopped, by: "王") }
    }
    let id = try #require(stopped)
    #expect(try office.pending("site-zh").count == 4)
    #expect(try !office.pending("site-zh").contains { $0["itemID"]?.text == id })
    #expect(try office.list(.held).map(\.id) == [id])
    #expect(try office.isClean())
    _ = try office.engine.release(id, by: "王")
    #expect(try office.pending("site-zh").count == 5 && office.isClean())
  }

  @Test("an item that waits for another reason can't be stopped on top of it: its reason would be lost")
  func holdHeld() throws {
    let office = try Office()
    try office.drop("通知.txt", Notice.chinese(mark: ""))
    try office.run()
    let held = try #require(try office.list(.held).first)
    let error = #expect(throws: PipelineError.self) { _ = try office.engine.hold(held.id, by: "王") }
    #expect(error?.code == .wrongState)
    #expect(try office.list(.held).first?.codes == [.attributeMissing])
  }

  @Test("a payload's id leads to its item")
  func payloadID() throws {
    let office = try Office()
    let id = try published(office)
    let listed = try #require(try office.list(.queued).first)
    #expect(listed.item == id)
    #expect(try office.engine.why(listed.id).item.itemID.rawValue == id)
  }

  @Test("a document without an attribute can't be released: it must be corrected")
  func releaseRefused() throws {
    let office = try Office()
    try office.drop("通知.txt", Notice.chinese(mark: ""))
    try office.run()
    let held = try #require(try office.list(.held).first)
    let error = #expect(throws: PipelineError.self) { _ = try office.engine.release(held.id, by: "王") }
    #expect(error?.code == .wrongState)
  }
}
