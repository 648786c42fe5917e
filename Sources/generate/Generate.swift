import Foundation

/// Writes every generated file of the project; `--check` only compares and fails when one is stale.
@main
struct Generate {
  static func main() throws {
    let check = CommandLine.arguments.dropFirst().contains("--check")
    let files = try GeneratedFile.all()
    var stale: [String] = []
    for file in files {
      let old = try? Data(contentsOf: URL(fileURLWithPath: file.path))
      guard old != Data(file.content.utf8) else { continue }
      stale.append(file.path)
      if !check {
        let folder = URL(fileURLWithPath: file.path).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(file.content.utf8).write(to: URL(fileURLWithPath: file.path), options: .atomic)
      }
    }
    if check, !stale.isEmpty {
      print("stale, run `swift run generate`: " + stale.joined(separator: ", "))
      exit(1)
    }
    print("\(files.count) generated files, \(stale.count) \(check ? "stale" : "written")")
  }
}

/// One file that a generator makes: its path from the root of the project, and its whole content.
struct GeneratedFile {
  let path: String
  let content: String

  static func all() throws -> [GeneratedFile] {
    try MessageTables.files() + MongolianTables.files() + WorkdayTables.files()
  }
}
