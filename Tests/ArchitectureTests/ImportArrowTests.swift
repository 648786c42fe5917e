import Foundation
import Testing

/// The arrows of `ARCHITECTURE.md`, stated again. SwiftPM doesn't hold them: an undeclared import can build.
@Suite("Architecture")
struct ImportArrowTests {
  static let allowed: [String: Set<String>] = [
    "Publication": ["CCrypto"],
    "MongolianText": ["CICU"],
    "Ingest": ["Publication", "CICU", "CArchive", "CXML", "CGumbo", "CMarkdown"],
    "Disclosure": ["Publication", "MongolianText"],
    "Normalization": ["Publication", "Disclosure", "MongolianText", "CICU"],
    "FanOut": ["Publication", "Normalization"],
    "Outlets": ["Publication"],
    "LedgerSQLite": ["Publication"],
    "Statistics": ["Publication"],
    "Registers": ["Publication"],
    "AnnualReport": ["Publication"],
    "SystemEdges": ["Publication", "CICU", "CLinux"],
    "Pipeline": [
      "Publication", "MongolianText", "Ingest", "Disclosure", "Normalization", "FanOut", "Outlets", "LedgerSQLite",
      "Statistics", "Registers", "AnnualReport", "SystemEdges",
    ],
    "zarlal": ["Pipeline", "Publication", "MongolianText"],
    "generate": [],
  ]

  /// What is not ours: the fewer, the better. `Foundation` only where its use is told.
  static let outside: [String: Set<String>] = [
    "Ingest": ["Yams", "Foundation", "FoundationEssentials", "Synchronization"],
    "LedgerSQLite": ["GRDB", "GRDBSQLite", "Foundation"],
    "SystemEdges": ["Glibc", "Synchronization"],
    "Pipeline": ["Dispatch", "Synchronization"],
    "zarlal": ["ArgumentParser", "Foundation", "Glibc"],
    "generate": ["Foundation"],
  ]

  @Test("a target imports only what the table of arrows allows", arguments: allowed.keys.sorted())
  func imports(target: String) throws {
    let legal = (Self.allowed[target] ?? []).union(Self.outside[target] ?? [])
    for (file, imported) in try Sources.imports(of: target) {
      #expect(legal.contains(imported), "\(file) imports \(imported): a new arrow is a design decision")
    }
  }

  @Test("every Swift target has its line in the table")
  func everyTargetIsListed() throws {
    let targets = try Sources.targets()
    #expect(targets.subtracting(Self.allowed.keys).isEmpty)
    #expect(Set(Self.allowed.keys).subtracting(targets).isEmpty)
  }

  @Test("only the fan-out stage can make a payload")
  func payloadsAreMadeInOnePlace() throws {
    for target in try Sources.targets() where target != "FanOut" {
      for (file, line) in try Sources.lines(of: target) {
        #expect(!line.contains("@_spi(FanOut) import") && !line.contains("@_spi(FanOut) public import"), "\(file)")
        #expect(!line.contains("@_spi(FanOut) internal import"), "\(file)")
      }
    }
  }

  @Test("nothing in Sources traps on purpose or promises what the compiler can't check")
  func noTraps() throws {
    let forbidden = [
      "try!", "as! ", "fatalError(", "preconditionFailure(", "@unchecked Sendable", "nonisolated(unsafe)",
    ]
    for target in try Sources.targets() {
      for (file, line) in try Sources.lines(of: target) where !file.contains("/Generated/") {
        for word in forbidden where line.contains(word) { Issue.record("\(file): \(word)") }
      }
    }
  }

  @Test("invisible characters are written as escapes")
  func invisibleCharacters() throws {
    for target in try Sources.targets() {
      for (file, line) in try Sources.lines(of: target) {
        let hidden = line.unicodeScalars.contains {
          (0x180B...0x180F).contains($0.value) || $0.value == 0x202F || (0x200B...0x200F).contains($0.value)
            || (0x202A...0x202E).contains($0.value) || $0.value == 0xFEFF || $0.value == 0x2060
        }
        #expect(!hidden, "\(file)")
      }
    }
  }
}

/// The source files, found from this file's own place.
enum Sources {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Sources")

  static func targets() throws -> Set<String> {
    let folders = try FileManager.default.contentsOfDirectory(atPath: root.path)
    return Set(
      try folders.filter { name in try !swiftFiles(of: name).isEmpty })
  }

  static func imports(of target: String) throws -> [(file: String, imported: String)] {
    try lines(of: target).compactMap { file, line in
      let words = line.split(separator: " ")
      guard let index = words.firstIndex(of: "import"), words.prefix(index).allSatisfy(isModifier),
        index + 1 < words.count
      else { return nil }
      return (file, String(words[index + 1]))
    }
  }

  static func lines(of target: String) throws -> [(file: String, line: String)] {
    try swiftFiles(of: target).flatMap { url in
      try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map { (url.path, String($0)) }
    }
  }

  private static func isModifier(_ word: Substring) -> Bool {
    ["public", "package", "internal", "private", "fileprivate"].contains(word) || word.hasPrefix("@")
  }

  private static func swiftFiles(of target: String) throws -> [URL] {
    let folder = root.appendingPathComponent(target)
    guard let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) else { return [] }
    return all.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
  }
}
