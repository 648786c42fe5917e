import Foundation
import Publication
import Testing

@testable import Pipeline

@Suite("How the two halves of one content go out")
struct LanguagePolicyTests {
  private func office(_ policies: [String: LanguagePolicy] = ["规范性文件": .together]) throws -> Office {
    let office = try Office()
    office.configuration.languagePolicies = policies
    return office
  }

  private func dropChinese(_ office: Office) throws {
    try office.drop("甲.txt", Notice.chinese("关于甲的通知"), sidecar: #"{"pair":"甲","栏目":"规范性文件"}"#)
  }

  private func dropMongolian(_ office: Office, attribute: String = "attribute: 主动公开\n") throws {
    try office.drop("甲-蒙.md", Notice.mongolian("---\npair: 甲\n\(attribute)栏目: 规范性文件\n---\n"))
  }

  private func sent(_ office: Office) throws -> [Int] {
    [try office.pending("site-zh").count, try office.pending("site-mn").count]
  }

  @Test(
    "together: neither half goes out before both are ready, whichever comes first", arguments: [true, false],
    [true, false])
  func together(chineseFirst: Bool, inherits: Bool) throws {
    let office = try office()
    let attribute = inherits ? "" : "attribute: 主动公开\n"
    if chineseFirst { try dropChinese(office) } else { try dropMongolian(office, attribute: attribute) }
    let first = try office.run()
    #expect(first.published == 0 && first.held == 1 && first.spoken.count == 1)
    #expect(try sent(office) == [0, 0])
    if chineseFirst { try dropMongolian(office, attribute: attribute) } else { try dropChinese(office) }
    let second = try office.run()
    #expect(second.published == 2 && second.held == 0 && second.spoken.isEmpty)
    #expect(try sent(office) == [1, 1])
    #expect(try office.list(.held).isEmpty && office.isClean())
  }

  @Test("together: both halves in one run go out in that run, and nothing is said", arguments: [true, false])
  func oneRun(inherits: Bool) throws {
    let office = try office()
    try dropChinese(office)
    try dropMongolian(office, attribute: inherits ? "" : "attribute: 主动公开\n")
    if !inherits { #expect(try office.engine.dryRun(office.options).map(\.state) == ["publish", "publish"]) }
    let summary = try office.run()
    #expect(summary.published == 2 && summary.held == 0 && summary.spoken.isEmpty)
    #expect(try sent(office) == [1, 1] && office.isClean())
  }

  @Test("together: a half that can't go out keeps the other back")
  func flawedHalf() throws {
    let office = try office()
    try dropChinese(office)
    try office.drop("甲-蒙.md", Notice.mongolian("---\npair: 甲\nattribute: 不予公开\n栏目: 规范性文件\n---\n"))
    try office.run()
    #expect(try sent(office) == [0, 0])
    #expect(try office.list(.held).map(\.codes) == [[.otherHalfMissing]])
  }

  @Test("zh-first: the Chinese half goes out at once; independent: nobody waits for a Mongolian half")
  func others() throws {
    for (policies, missing, independent) in [
      ([:], 1, 0), (["规范性文件": LanguagePolicy.independent], 0, 1), (["*": .independent, "规范性文件": .chineseFirst], 1, 0),
    ] {
      let office = try office(policies)
      try dropChinese(office)
      #expect(try office.run().published == 1)
      let json = try JSONValue.reading(office.engine.channelReport(from: nil, to: nil, format: .json))
      #expect(json["languages"]?["missing"]?.integer == missing)
      #expect(json["languages"]?["independent"]?.integer == independent)
      #expect(try office.list(.independent).count == independent)
    }
  }

  @Test("of several classes the strictest policy counts, and a class of its own beats that of all")
  func strictest() {
    let policies: [String: LanguagePolicy] = ["*": .independent, "甲": .together, "乙": .chineseFirst]
    #expect(LanguagePolicy.policy(of: ["乙", "甲"], in: policies) == .together)
    #expect(LanguagePolicy.policy(of: [" 乙 "], in: policies) == .chineseFirst)
    #expect(LanguagePolicy.policy(of: ["丙"], in: policies) == .independent)
    #expect(LanguagePolicy.policy(of: ["丙"], in: [:]) == .chineseFirst)
  }
}
