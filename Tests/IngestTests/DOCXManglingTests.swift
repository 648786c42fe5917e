import Foundation
import Ingest
import Publication
import Testing

/// Spoils bytes in ways that repeat: the same seed, the same damage.
struct MangledBytes {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64 (S. Vigna).
  mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(max(bound, 1)))
  }

  /// `bytes` cut off, with some bytes changed, or with a piece repeated.
  mutating func mangled(_ bytes: [UInt8]) -> [UInt8] {
    var out = bytes
    switch next(4) {
    case 0: out.removeLast(next(out.count))
    case 1:
      let start = next(out.count)
      out.insert(contentsOf: bytes[start..<min(bytes.count, start + next(64))], at: next(out.count))
    default:
      for _ in 0...next(6) where !out.isEmpty { out[next(out.count)] = UInt8(next(256)) }
    }
    return out
  }
}

@Suite("Mangled Word documents")
struct DOCXManglingTests {
  static func read(_ bytes: [UInt8]) -> ReadingResult {
    DOCXReader().read(ReadingSource(bytes: bytes, name: FileName("a.docx"), parts: [], limits: IngestLimits()))
  }

  @Test("no mangled file traps, and one that isn't read says why")
  func files() throws {
    let file = DOCXFixtureTests.folder.appending(path: "news-pandoc/input.docx")
    let bytes = try [UInt8](Data(contentsOf: file))
    var random = MangledBytes(seed: 1)
    for _ in 0..<500 {
      let result = Self.read(random.mangled(bytes))
      #expect(result.content != nil || !result.diagnostics.isEmpty)
    }
  }

  @Test("no mangled XML traps: elements dropped, doubled and moved, values changed")
  func parts() {
    let body = Self.rich
    var random = MangledBytes(seed: 2)
    for _ in 0..<1500 {
      var builder = DOCXBuilder(Self.mangled(body, &random))
      builder.numbering = DOCXTextTests.levels
      builder.media = [("image1.png", ImageSamples.png)]
      let result = builder.read()
      #expect(result.content != nil || !result.diagnostics.isEmpty)
    }
  }

  /// Mixes whole tags, so that much of it stays well-formed, and bytes.
  static func mangled(_ text: String, _ random: inout MangledBytes) -> String {
    if random.next(4) == 0 { return String(decoding: random.mangled(Array(text.utf8)), as: UTF8.self) }
    var pieces = text.split(separator: "<", omittingEmptySubsequences: true).map(String.init)
    let selfClosed = pieces.indices.filter { pieces[$0].contains("/>") }
    for _ in 0...random.next(4) {
      let one = selfClosed[random.next(selfClosed.count)]
      let other = selfClosed[random.next(selfClosed.count)]
      if random.next(2) == 0 { pieces.swapAt(one, other) } else { pieces[one] = pieces[other] }
    }
    let numbers = ["-1", "0", "99999999999999999999", "2147483647", "x", ""]
    var out = pieces.map { "<" + $0 }.joined()
    if random.next(2) == 0 {
      out = out.replacingOccurrences(of: "\"1\"", with: "\"\(numbers[random.next(numbers.count)])\"")
    }
    return out
  }

  static let rich: String = {
    let p = DOCXTextTests.p
    let text = DOCXTextTests.text
    return p(text("甲") + "<w:ins>" + text("乙") + "</w:ins>" + DOCXTextTests.field("HYPERLINK \"http://a.cn\"", "丙"))
      + DOCXTextTests.item("一", 1) + DOCXTextTests.item("二", 1, 1) + DOCXTextTests.item("三", 3)
      + "<w:tbl><w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val=\"1\"/><w:vMerge w:val=\"restart\"/></w:tcPr>"
      + p(text("丁"))
      + "</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/><w:hMerge/></w:tcPr>" + p(text("戊")) + "</w:tc></w:tr></w:tbl>"
      + p(
        DOCXPartsTests.picture("r:embed=\"m0\"")
          + "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:footnoteReference w:id=\"1\"/><w:tab/><w:br/></w:r>")
      + DOCXBuilder.paragraph("己", "<w:outlineLvl w:val=\"1\"/>", run: "<w:vanish/>")
      + p("<m:oMath><m:f><m:num/><m:den><m:r><m:t>1</m:t></m:r></m:den></m:f></m:oMath>")
  }()
}
