import Foundation
import Publication
import Testing

@testable import Pipeline
@testable import hostilegen

/// Names, in every report and note.
extension Scenario {
  /// Drops a notice under this name beside a page that refers to a picture with the same kind of name; nothing that tells of them may carry the raw signs.
  private static func named(_ name: String, _ file: String, raw: [String]) -> Scenario {
    Scenario(name) { office in
      try office.drop(bytes: Array(file.utf8), Notice.chinese("关于怪名的通知", mark: ""))
      let page = Ordinary.page("怪图", "<img src=\"\(file.filter { $0 != "\"" && $0 != "<" && $0 != ">" }).png\">")
      try office.drop("页.html", page)
      let summary = try office.run()
      var told = summary.spoken
      for kind in ListedKind.allCases { told += try office.list(kind).map(\.message) }
      for item in try office.list(.held) {
        told += try office.engine.why(item.id).lines
        let note = try String(contentsOf: office.url("held/\(item.id)/说明.txt"), encoding: .utf8)
        told += note.components(separatedBy: "\n")
      }
      #expect(told.contains { $0.contains("DIS-001") })
      for sign in raw { #expect(!told.contains { $0.unicodeScalars.contains(sign.unicodeScalars.first ?? "x") }) }
      #expect(!FileManager.default.fileExists(atPath: office.url("坏了").path))
      return .file(file)
    }
  }

  static let names: [Scenario] = [
    Scenario("a GBK name from an old archive") { office in
      try office.drop(
        bytes: [0xB9, 0xAB, 0xB8, 0xE6, 0x2E, 0x74, 0x78, 0x74], Notice.chinese("关于国标名的通知", mark: ""))
      try office.run()
      return .file("\\xb9\\xab\\xb8\\xe6.txt")
    },
    Scenario("a name of 255 bytes") { office in
      let name = String(repeating: "名", count: 83) + "aa.txt"
      try office.drop(bytes: Array(name.utf8), Notice.chinese("关于长名的通知", mark: ""))
      try office.run()
      return .file(name)
    },
    Scenario("two names of 255 bytes that begin alike, in one folder") { office in
      let name = String(repeating: "名", count: 83) + "aa.txt"
      try office.drop("两个/甲/\(name)", Notice.chinese("关于甲的通知"))
      try office.drop("两个/\(name)", Notice.chinese("关于乙的通知"))
      try office.drop("两个/丙.txt", Notice.chinese("关于丙的通知"))
      try office.run()
      return .file("两个/丙.txt")
    },
    named(
      "spaces, newline, tab, leading dash, quotes, `;`, `$()`", "-rf 空 格\t换\n行'引\"号$(touch 坏了);touch 坏了.txt",
      raw: ["\n", "\t"]),
    named(
      "RTL override and zero-width characters in a name", "反\u{202E}转\u{200B}零\u{FEFF}宽.txt",
      raw: ["\u{202E}", "\u{200B}", "\u{FEFF}"]),
    named("names like formulas and HTML", "=HYPERLINK(1)<script>alert(1)<x>.txt", raw: []),
  ]
}
