import Publication
import Testing

@testable import Ingest

@Suite struct TextReaderTests {
  @Test("every line end ends a paragraph, blank lines and indentation go")
  func lines() {
    let read = FormatSamples.plain("一\r\n\r\n\u{3000}\u{3000}二\r三\u{2028}四\u{2029}五\u{85}六\n\u{C}七\u{B}八 ")
    #expect(read.text == "一\n二\n三\n四\n五\n六\n七\n八\n")
  }

  @Test("Mongolian separators stay where they are")
  func separators() {
    let text = "\u{202F}\u{1824}\u{1828}\u{180E}"
    #expect(FormatSamples.plain(text + "\n").blocks == [.paragraph([.text(text)], alignment: .natural)])
  }

  @Test("tabs inside a line stay")
  func tabs() {
    #expect(FormatSamples.plain("项目\t数值\n甲\t1").text == "项目\t数值\n甲\t1\n")
  }

  @Test("a notice saved as text by an office program reads as written")
  func notice() throws {
    let read = TextReader().read(
      ReadingSource(
        bytes: try FormatSamples.bytes("text/libreoffice-notice/input.txt"), name: FileName("a.txt"), parts: [],
        limits: .init()))
    #expect(read.text == (try FormatSamples.text("text/libreoffice-notice/expected.txt")))
  }

  @Test("more paragraphs than allowed hold the item")
  func limit() {
    var limits = IngestLimits()
    limits.paragraphs = 3
    #expect(TextReader().read(FormatSamples.source("1\n2\n3", name: "a.txt", limits: limits)).content != nil)
    let read = TextReader().read(FormatSamples.source("1\n2\n3\n4", name: "a.txt", limits: limits))
    #expect(read.content == nil)
    #expect(read.codes == [.tooLarge])
  }

  @Test("no bytes at all trap")
  func hostile() {
    var numbers = SteadyNumbers(state: 5)
    for seed in ["---\n标题: 一\n---\n正文", "\u{FEFF}一\r二\u{2028}三", "\u{85}\u{A0}\u{3000}"] {
      for _ in 0..<300 {
        let bytes = Array(seed.utf8).mutated(&numbers)
        _ = TextReader().read(ReadingSource(bytes: bytes, name: FileName("a.txt"), parts: [], limits: .init()))
      }
    }
    for length in 0..<6 {
      _ = TextReader().read(
        ReadingSource(bytes: .init(repeating: 0xE2, count: length), name: FileName("a"), parts: [], limits: .init()))
    }
  }
}
