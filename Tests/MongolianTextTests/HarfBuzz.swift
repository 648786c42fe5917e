import Foundation

/// The program `hb-shape`, and the fonts of this machine that say Mongolian in their file name.
enum HarfBuzz {
  struct Font: Sendable {
    let path: String
    var name: String { URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent }
  }

  /// One glyph and the index of the first character that it draws.
  struct Glyph: Hashable {
    let name: String
    let character: Int
  }

  static let fonts: [Font] = {
    guard (try? run(["--version"])) != nil else { return [] }
    let root = "/usr/share/fonts"
    let files = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return files.filter { $0.contains("Mongolian") && ($0.hasSuffix(".ttf") || $0.hasSuffix(".otf")) }.sorted()
      .map { Font(path: root + "/" + $0) }
  }()

  /// The glyphs of each line.
  static func glyphs(of lines: [String], in font: Font) throws -> [[Glyph]] {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("zarlal-\(UUID().uuidString).txt")
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let output = try run(["--no-positions", "--text-file=\(file.path)", font.path])
    return output.split(separator: "\n").map { line in
      line.dropFirst().dropLast().split(separator: "|").map { part in
        let cells = part.split(separator: "=")
        return Glyph(name: String(cells[0]), character: Int(cells.last ?? "") ?? 0)
      }
    }
  }

  @discardableResult
  private static func run(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["hb-shape"] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
    return String(decoding: data, as: UTF8.self)
  }
}
