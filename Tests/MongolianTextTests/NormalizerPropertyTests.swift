import Foundation
import MongolianText
import Testing

/// Texts that are hard on the rules, the same ones on every run: words of the corpora and random ones, suffixes, controls, strangers.
struct TextGenerator {
  private var state: UInt64

  /// The words of the dictionary, and those of the converters' pairs, with selectors and separators of two eras.
  private static let words: [[UInt32]] = ["dictionary-words", "pair-words"].flatMap { name in
    ((try? MongolianFixtures.rows("corpus/\(name).txt")) ?? []).compactMap { $0.first?.unicodeScalars.map(\.value) }
  }

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(truncatingIfNeeded: (state >> 33) % UInt64(limit))
  }

  private static let suffixes: [[UInt32]] = [
    [0x1836, 0x1822, 0x1828], [0x1824, 0x1828], [0x1826], [0x1822], [0x1833, 0x1824], [0x182A, 0x1820, 0x1837],
    [0x1820, 0x1834, 0x1820],
    [0x182F, 0x1824, 0x182D, 0x180E, 0x1820], [0x1828, 0x1824, 0x182D, 0x1824, 0x1833], [0x1832, 0x1820, 0x1822],
  ]
  private static let controls: [UInt32] = [
    0x180B, 0x180C, 0x180D, 0x180F, 0x180E, 0x202F, 0x180A, 0x200D, 0x200C, 0x200B, 0xFEFF, 0xA0, 0x20,
  ]
  private static let foreign: [UInt32] = [
    0x20, 0x0A, 0x0D, 0x31, 0x61, 0x3F, 0x4E2D, 0x3000, 0xFF0C, 0x1802, 0x1803, 0x1811, 0xFE10, 0xFE35, 0x1843, 0x1887,
    0x18A9, 0x301, 0x323,
    0x1F600, 0x300B, 0x2060,
  ]

  mutating func text() -> String {
    var scalars: [UInt32] = []
    for _ in 0..<(1 + next(4)) {
      let isKnown = next(2) == 0 && !Self.words.isEmpty
      if isKnown { scalars += Self.words[next(Self.words.count)] }
      for _ in 0..<(isKnown ? 0 : 1 + next(7)) {
        scalars.append(0x1820 + UInt32(next(3) == 0 ? next(35) : next(24)))
        if next(6) == 0 { scalars.append(Self.controls[next(Self.controls.count)]) }
        if next(12) == 0 { scalars.append(Self.controls[next(Self.controls.count)]) }
      }
      if next(2) == 0 {
        scalars += [[0x202F], [0x180E], [0x20], [0xA0], [0x200B, 0x20], [0x200B, 0x202F], []][next(7)]
        scalars += Self.suffixes[next(Self.suffixes.count)]
        if next(8) == 0 { scalars.append(Self.controls[next(Self.controls.count)]) }
      }
      for _ in 0..<next(3) { scalars.append(Self.foreign[next(Self.foreign.count)]) }
    }
    return String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
  }
}

@Suite("What holds for every text")
struct NormalizerPropertyTests {
  static let cases = ProcessInfo.processInfo.environment["ZARLAL_LONG"] != "1" ? 20_000 : 1_000_000

  @Test("the look stays, a second run changes nothing, the report leads back, the rest stays byte for byte")
  func properties() {
    let normalizer = MongolianNormalizer()
    var generator = TextGenerator(seed: 7)
    var changed = 0
    for _ in 0..<Self.cases {
      let input = generator.text()
      let result: NormalizedText
      do {
        result = try normalizer.normalize(input)
      } catch {
        if error.reason == .otherMongolian { continue }
        Issue.record("refused \(codePoints(input)): \(error)")
        continue
      }
      if !result.changes.isEmpty { changed += 1 }
      guard Self.holds(normalizer, input, result) else {
        Issue.record("\(codePoints(input)) → \(codePoints(result.text)) \(result.changes.map(\.rule))")
        return
      }
    }
    #expect(changed > Self.cases / 4)
  }

  @Test("random bytes are refused or left as they are")
  func bytes() throws {
    var generator = TextGenerator(seed: 11)
    for _ in 0..<(Self.cases / 10) {
      let bytes = (0..<generator.next(24)).map { _ in
        [0xE1, 0xA0, 0xA1, 0x80, 0x8E, 0xAF, 0xE2, 0xEE, 0xF0, 0x20, 0xBF][generator.next(11)] as UInt8
      }
      guard let result = try? MongolianNormalizer().normalize(utf8: bytes) else { continue }
      let input = String(decoding: bytes, as: UTF8.self)
      #expect(Self.holds(MongolianNormalizer(), input, result), "\(bytes)")
    }
  }

  private static func holds(_ normalizer: MongolianNormalizer, _ input: String, _ result: NormalizedText) -> Bool {
    guard let again = try? normalizer.normalize(result.text), again.changes.isEmpty,
      again.text.utf8.elementsEqual(result.text.utf8),
      let back = try? TextChangeReport.rebuildInput(output: result.text, changes: result.changes),
      back.utf8.elementsEqual(input.utf8),
      let forth = try? TextChangeReport.rebuildOutput(input: input, changes: result.changes),
      forth.utf8.elementsEqual(result.text.utf8)
    else { return false }
    return look(input) == look(result.text)
  }

  /// The look of a whole text, shaped at once: letters and marks, with the gaps that the rules declare equal as one.
  private static func look(_ text: String) -> [String] {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x200B, 0xFEFF: continue
      case 0xA0: scalars.append(" ")
      case 0xFE10: scalars.append("\u{FF0C}")
      case 0xFE35: scalars.append("\u{FF08}")
      case 0x301, 0x323, 0x18A9:
        // Marks after a letter may change their order: as many as there are, they stand as one.
        if scalars.last != "\u{301}" { scalars.append("\u{301}") }
      default: scalars.append(scalar)
      }
    }
    return HudumShaper.writtenUnits(of: scalars).description.split(separator: " ").map {
      $0 == "Nnbsp" ? "Mvs" : String($0)
    }
  }
}
