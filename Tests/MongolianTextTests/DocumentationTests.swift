import MongolianText
import Testing

/// The examples of `MongolianText.docc`, word for word.
@Suite("The library's documentation")
struct DocumentationTests {
  @Test("the landing page: one separator, one change, and the way back")
  func landingPage() throws {
    let result = try MongolianNormalizer().normalize("\u{182E}\u{1820}\u{182F}\u{202F}\u{1824}\u{1828}")
    let input = try TextChangeReport.rebuildInput(output: result.text, changes: result.changes)
    #expect(result.changes.map(\.rule) == ["suffix-separator"])
    #expect(input.unicodeScalars.contains("\u{202F}") && result.text.unicodeScalars.contains("\u{180E}"))
    let printed = SuffixSeparators.printing(result.text, nnbsp: true)
    #expect(printed.utf8.elementsEqual(input.utf8))
  }

  @Test("the shaping model: units in the notation of the suites")
  func shaping() {
    let units = HudumShaper.writtenUnits(of: "\u{182E}\u{1820}\u{182F}")
    #expect(!units.isEmpty && units.description.utf8.contains(0x20))
  }

  @Test("normalising: a plain space before a suffix is flagged, not changed")
  func flags() throws {
    let result = try MongolianNormalizer().normalize("\u{182E}\u{1820}\u{182F} \u{1824}\u{1828}")
    #expect(result.changes.isEmpty)
    #expect(result.flags.map(\.rule) == ["space-before-suffix"])
  }

  @Test("Menksoft's code: the report gives the codes back")
  func menksoft() throws {
    let text = "\u{E266}\u{E2C5}\u{E27F}\u{E325}"
    #expect(Identifier.identify(text, fontNames: ["Menksoft Qagan"]).code == .menksoft)
    let converted = try Menksoft.unicode(from: text)
    let codes = try TextChangeReport.rebuildInput(output: converted.text, changes: converted.changes)
    #expect(codes.utf8.elementsEqual(text.utf8))
  }

  @Test("shape keys: one look, one key")
  func keys() {
    let typed = ShapeKey(of: "\u{182E}\u{1820}\u{182F}\u{202F}\u{1824}\u{1828}")
    let canonical = ShapeKey(of: "\u{182E}\u{1820}\u{182F}\u{180E}\u{1824}\u{1828}")
    #expect(typed == canonical)
    #expect(ShapeKey(of: "\u{1824}") == ShapeKey(of: "\u{1823}"))
  }
}
