import MongolianText
import Testing

@Suite("The shaper takes anything")
struct ShaperInputTests {
  @Test("line by line, the notation is the same as word by word")
  func lines() {
    var random = CaseGenerator(state: 7)
    var text: [UInt8] = []
    var expected = ""
    for index in 0..<3000 {
      var line = String.UnicodeScalarView()
      line.append(contentsOf: ShaperLiteralTests.run(&random))
      text += Array(String(line).utf8) + (index % 3 == 0 ? [0x0D, 0x0A] : [0x0A])
      expected += HudumShaper.writtenUnits(of: line).description + "\n"
    }
    var output: [UInt8] = []
    var lines = ShapedLines()
    lines.append(text.span, to: &output)
    #expect(output.elementsEqual(expected.utf8))
    output = []
    lines.append([0x61].span, to: &output)
    #expect(String(decoding: output, as: UTF8.self) == "U+0061\n")
  }

  @Test("any bytes: never a trap, and a damaged byte ends the run")
  func bytes() {
    var random = CaseGenerator(state: 11)
    var shaping = Shaping()
    let pool: [UInt8] = [
      0xE1, 0xA0, 0xA1, 0x80, 0x8A, 0x8B, 0x8E, 0xA0, 0xAD, 0xE2, 0xAF, 0x8D, 0x20, 0x41, 0xFF, 0xF0, 0xC2,
    ]
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0...24, using: &random)).map { _ in pool.randomElement(using: &random) ?? 0 }
      shaping.shape(bytes.span, .public)
      shaping.shape(bytes.span)
      var index = 0
      while let run = MongolianRuns.next(in: bytes.span, from: index) {
        #expect(run.lowerBound >= index && !run.isEmpty && run.upperBound <= bytes.count)
        index = run.upperBound
      }
      while let word = MongolianWords.next(in: bytes.span, from: 0), word.isEmpty { Issue.record("an empty word") }
    }
    shaping.shape([0xE1, 0xA0, 0xA0, 0xFF, 0xE1, 0xA0, 0xA0].span)
    #expect(shaping.writtenUnits.description == "A A U+FFFD A A")
  }

  /// Looking around without a bound would take hours here.
  @Test(
    "a word without an end is shaped in one pass", .timeLimit(.minutes(15)),
    arguments: ["i g", "n zwj", "fvs1 o", "mvs a", "b ue", "cr zwj", "zwj"])
  func endless(aliases: String) throws {
    let unit = try #require(LetterAliases.scalars(of: aliases))
    var text = String.UnicodeScalarView()
    for _ in 0..<100_000 { text.append(contentsOf: unit) }
    let bytes = Array(String(text).utf8)
    var shaping = Shaping()
    shaping.shape(bytes.span)
    #expect(shaping.units.count >= (aliases == "zwj" ? 0 : 100_000))
    shaping.shape(bytes.span, .public)
    #expect(shaping.units.count >= (aliases == "zwj" ? 0 : 100_000))
  }

  @Test("runs end where the model ends: at ZWNJ, at letters of Todo, at everything else")
  func runs() {
    let text = "a\u{1820}\u{180E}\u{1820}\u{200C}\u{1843}\u{1820}\u{202F}\u{1820} \u{202F}\u{200D}\u{180B}"
    let runs = MongolianRuns.all(in: Array(text.utf8).span)
    #expect(runs.map(\.count) == [9, 9, 9])
    #expect(MongolianRuns.next(in: Array("5\u{202F}km \u{200D}".utf8).span, from: 0) == nil)
  }

  @Test("an alias that nobody knows is refused")
  func aliases() {
    #expect(LetterAliases.scalars(of: "a mvs xx") == nil)
    #expect(LetterAliases.scalars(of: "zwnj  cr ")?.map(\.value) == [0x200C, 0x1842])
    #expect(LetterAliases.alias(of: "\u{180F}") == "fvs4")
    #expect(LetterAliases.alias(of: "\u{1843}") == nil)
  }
}
