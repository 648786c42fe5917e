import Foundation
import Publication

@testable import Ingest

/// Samples of the text formats, and short ways to read them.
enum FormatSamples {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "fixtures/ingest")

  static func bytes(_ path: String) throws -> [UInt8] { try Array(Data(contentsOf: folder.appending(path: path))) }

  static func text(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }

  static func source(
    _ text: String, name: String, parts: [InboxItem.Companion] = [], limits: IngestLimits = IngestLimits()
  ) -> ReadingSource {
    ReadingSource(bytes: Array(text.utf8), name: FileName(name), parts: parts, limits: limits)
  }

  static func html(_ text: String, parts: [InboxItem.Companion] = []) -> ReadingResult {
    HTMLReader().read(source(text, name: "页面.html", parts: parts))
  }

  static func markdown(_ text: String, parts: [InboxItem.Companion] = []) -> ReadingResult {
    MarkdownReader().read(source(text, name: "文稿.md", parts: parts))
  }

  static func plain(_ text: String) -> ReadingResult { TextReader().read(source(text, name: "文稿.txt")) }
}

extension ReadingResult {
  var blocks: [Block] { content?.blocks.map(\.block) ?? [] }
  var text: String { PlainText.of(blocks) }
  var codes: [Code] { diagnostics.map(\.code) }
  func values(_ key: MetadataKey) -> [String]? { content?.declarations.first { $0.key == key }?.values }
  func unpublished(_ kind: UnpublishedText.Kind) -> [String] {
    content?.unpublished.filter { $0.kind == kind }.map(\.text) ?? []
  }
}

/// Numbers that look random and are the same every time (SplitMix64).
struct SteadyNumbers: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension [UInt8] {
  /// Cut off, with bytes changed and pieces repeated.
  func mutated(_ numbers: inout SteadyNumbers) -> [UInt8] {
    var out = self
    for _ in 0..<Int.random(in: 1...8, using: &numbers) where !out.isEmpty {
      let at = Int.random(in: 0..<out.count, using: &numbers)
      switch Int.random(in: 0..<4, using: &numbers) {
      case 0: out[at] = UInt8.random(in: 0...255, using: &numbers)
      case 1: out.removeSubrange(at...)
      case 2: out.insert(contentsOf: out[..<Swift.min(at, 40)], at: at)
      default: out[at] = Array("<>[]()*`-|#:!&\"'".utf8).randomElement(using: &numbers) ?? 0
      }
    }
    return out
  }
}
