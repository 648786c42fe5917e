import Foundation
import Publication
import Testing

@testable import Pipeline

@Suite("What must not be read elsewhere")
struct LeakTests {
  static let canary = "卡纳里金丝雀"

  /// Paths and files, the vaults aside, that hold the canary in their name or their bytes.
  static func leaks(_ office: Office, _ canary: String = canary) throws -> [String] {
    let bytes = Data(canary.utf8)
    var found: [String] = []
    for case let path as String in FileManager.default.enumerator(atPath: office.root.path) ?? .init() {
      if ["sealed/", "on-request/", "held/restricted/"].contains(where: path.hasPrefix) { continue }
      if path.contains(canary) { found.append(path) }
      if let data = try? Data(contentsOf: office.url(path)), data.range(of: bytes) != nil { found.append(path) }
    }
    return found
  }

  @Test(
    "a folder that carried a closed document leaves no name behind",
    arguments: ["不予公开", "依申请公开"], ["甲/文.txt", "文.txt"])
  func emptyFolders(_ attribute: String, _ shape: String) throws {
    let office = try Office()
    let file = shape.replacingOccurrences(of: "甲", with: Self.canary).replacingOccurrences(of: "文", with: Self.canary)
    try office.drop(file, Notice.chinese(Self.canary, mark: ""), sidecar: "{\"attribute\": \"\(attribute)\"}")
    if !file.contains("/") { try office.drop(Self.canary + ".附件/名单.txt", "名单见纸质件。") }
    let summary = try office.run()
    #expect(summary.sealed + summary.onRequest == 1)
    #expect(summary.spoken.allSatisfy { !$0.contains(Self.canary) })
    #expect(try Self.leaks(office).isEmpty)
  }

  @Test("a rehearsal names nothing of a closed document")
  func rehearsal() throws {
    let office = try Office()
    try office.drop(Self.canary + ".txt", Notice.chinese(Self.canary, mark: "（此件不予公开）"))
    let judged = try office.engine.dryRun(office.options)
    #expect(judged.count == 1)
    #expect(judged.allSatisfy { !String(decoding: $0.json.utf8(), as: UTF8.self).contains(Self.canary) })
  }

  @Test(
    "a personal number is told whole nowhere, wherever it stood",
    arguments: [
      "\"date\": \"11010519491231002X\"", "\"cover\": \"11010519491231002X.png\"",
      "\"outlets\": [\"11010519491231002X\"]",
      "\"11010519491231002X\": 1", "\"某键\": \"11010519491231002X\"", "\"docno\": \"11010519491231002X\"",
      "\"title\": \"关于11010519491231002X的通知\"", "\"author\": \"\u{1D7CF}\u{1D7CF}010519491231002X\"",
      "\"digest\": \"拨打008613812345678\"",
    ])
  func numbers(_ member: String) throws {
    let office = try Office()
    try office.drop("通知.txt", Notice.chinese(mark: ""), sidecar: "{\"attribute\": \"主动公开\", \(member)}")
    let summary = try office.run()
    #expect(summary.held == 1)
    let held = try #require(try office.list(.held).first)
    #expect(held.codes.contains(.personalNumber))
    for number in ["11010519491231002X", "13812345678"] {
      #expect(summary.spoken.allSatisfy { !$0.contains(number) })
      let told = try Self.leaks(office, number).filter { !$0.hasSuffix("通知.txt.json") }
      #expect(told.isEmpty)
    }
  }
}
