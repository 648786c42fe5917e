import Foundation

/// The data of `fixtures/mongolian/`.
enum MongolianFixtures {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The lines of a tab-separated file, each split at its tabs.
  static func rows(_ name: String) throws -> [[String]] {
    let text = try String(contentsOf: root.appendingPathComponent("fixtures/mongolian/" + name), encoding: .utf8)
    return text.utf8.split(separator: 0x0A).map { line in
      line.split(separator: 0x09, omittingEmptySubsequences: false).map { Substring($0) }.map(String.init)
    }
  }
}
