import Foundation
import Publication
import Testing

@testable import Pipeline

@Suite("Documents that forward others")
struct ForwardingTests {
  private static let number = "内政办金丝雀发〔2025〕3号"
  private static let original = "关于金丝雀工作的通知"

  private func drop(original mark: String, _ office: Office) throws {
    try office.drop("原件.txt", "\(Self.number)\n\n\(Self.original)\n\n各旗人民政府：\n\n各旗要压实责任。\n\n\(mark)\n")
  }

  private func drop(forwarding body: String, title: String = "转发关于供暖工作文件的通知", _ office: Office) throws {
    try office.drop("转发.txt", Notice.chinese(title, body: body))
  }

  private static let sentences = [
    "现将《关于供暖工作的通知》（\(number)）转发给你们，请认真贯彻执行。", "现转发\(number)文件，请遵照执行。", "现将（内政办金丝雀发[2025]3号）转发给你们。",
  ]

  @Test(
    "a document that forwards a closed one is held, whichever of them comes first into the folder, and nothing is told of the closed one",
    arguments: ["（此件依申请公开）", "（此件不予公开）", "机密★1年"], sentences)
  func closed(_ mark: String, _ sentence: String) throws {
    let office = try Office()
    try drop(original: mark, office)
    try drop(forwarding: sentence, office)
    let summary = try office.run()
    #expect(summary.published == 0)
    let held = try #require(try office.list(.held).first { $0.codes.contains(.forwardedClosed) })
    #expect(held.file == "转发.txt")
    let told =
      [held.message] + summary.spoken + [String(decoding: try office.engine.why(held.id).json.utf8(), as: UTF8.self)]
    #expect(told.allSatisfy { !$0.contains(Self.original) && !$0.contains("金丝雀发") })
    for name in try FileManager.default.contentsOfDirectory(atPath: office.url("state").path) {
      #expect(try Data(contentsOf: office.url("state/" + name)).range(of: Data("金丝雀".utf8)) == nil, "\(name)")
    }
    #expect(try office.isClean())
  }

  @Test("an original that is public, or that nobody knows, doesn't hold what forwards it", arguments: sentences)
  func open(_ sentence: String) throws {
    let office = try Office()
    try drop(forwarding: sentence, office)
    #expect(try office.run().published == 1)
    let other = try Office()
    try drop(original: "（此件公开发布）", other)
    try drop(forwarding: sentence, other)
    #expect(try other.run().published == 2)
  }

  @Test("an original without an attribute holds what forwards it until it has one")
  func undecided() throws {
    let office = try Office()
    try drop(original: "", office)
    try drop(forwarding: Self.sentences[0], office)
    #expect(try office.run().held == 2)
    let held = try #require(try office.list(.held).first { $0.codes == [.forwardedClosed] })
    try drop(original: "（此件公开发布）", office)
    #expect(try office.run().published == 1)
    _ = try office.engine.decide(held.id, .publish, reason: "原件已公开", basis: nil, by: "王")
    #expect(try office.list(.held).isEmpty)
  }

  @Test(
    "what only names a closed document doesn't forward it",
    arguments: ["根据内政办金丝雀发〔2025〕3号，各旗要压实责任。", "欢迎转发。依据（\(number)）。"])
  func naming(_ sentence: String) throws {
    let office = try Office()
    try drop(original: "（此件不予公开）", office)
    try drop(forwarding: sentence, title: "关于做好供暖工作的通知", office)
    #expect(try office.run().published == 1)
  }
}
