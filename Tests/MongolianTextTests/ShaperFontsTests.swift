import Foundation
import Testing

@Suite("Fonts")
struct ShaperFontsTests {
  @Test(
    "the record of which suffixes a font draws rightly after which separator is up to date",
    .enabled(if: !HarfBuzz.fonts.isEmpty, "hb-shape or a Noto Sans Mongolian is not installed: NOT CHECKED"))
  func record() throws {
    let words = try MongolianFixtures.rows("corpus/dictionary-words.txt").compactMap(\.first)
    let plain = words.enumerated().filter { $0.offset % 3 == 0 }.map(\.element).filter { word in
      word.unicodeScalars.allSatisfy { (0x1820...0x1842).contains($0.value) || $0 == "\u{180E}" }
    }
    let records = try HarfBuzz.fonts.filter { $0.name.hasPrefix("NotoSansMongolian") }.map {
      try FontRecord(of: $0, words: plain)
    }
    let page = MongolianFixtures.root.appendingPathComponent("docs/fonts.md")
    let text = FontRecord.markdown(records)
    if ProcessInfo.processInfo.environment["RECORD_FIXTURES"] == "1" {
      try Data(text.utf8).write(to: page)
      Issue.record("recorded docs/fonts.md: review it")
    }
    let known = try String(contentsOf: page, encoding: .utf8)
    #expect(known.utf8.elementsEqual(text.utf8), "docs/fonts.md is stale for the fonts installed here")
    for record in records {
      // U+202F is what outlets print unless they are told otherwise: for these fonts U+180E is never the better one.
      let worse = record.lines.filter { $0.afterMVS == .right && $0.afterNNBSP != .right }
      #expect(worse.isEmpty, "\(worse.map(\.suffix))")
      #expect(record.lines.contains { $0.afterNNBSP == .right && $0.afterMVS != .right })
    }
  }
}
