import Foundation
import MongolianText
import Testing

@Suite("The shaper")
struct ShaperSuitesTests {
  @Test(
    "gives the published units for every row of a suite, the known disputes left out",
    arguments: ["core-hudum", "eac-hudum"])
  func suite(name: String) throws {
    let disputed: Set = ["XIM11-39", "XIM11-40", "XIM11-41", "XIM11-46", "XIM11-1012"]
    var wrong: [String] = []
    var count = 0
    for row in try MongolianFixtures.rows("suites/\(name).tsv") where !disputed.contains(row[0]) {
      count += 1
      let scalars = try #require(LetterAliases.scalars(of: row[1]))
      let units = HudumShaper.writtenUnits(of: scalars).description
      if units != row[2] { wrong.append("\(row[0]): \(row[1]) is \(units), not \(row[2])") }
    }
    #expect(count > 100)
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(40).joined(separator: "\n"))")
  }
}
