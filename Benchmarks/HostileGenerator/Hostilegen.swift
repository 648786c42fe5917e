import Glibc

/// `hostilegen FOLDER MANIFEST`: drops every hostile case into an inbox, and says in `MANIFEST` where each must end: list, code and name (as
/// JSON has it), separated by tabs; no name for what must not be named.
@main
enum Hostilegen {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else {
      print("usage: hostilegen FOLDER MANIFEST")
      exit(64)
    }
    let drop = Drop(root: arguments[1])
    var lines = ""
    for one in HostileCase.all {
      try one.drop(drop)
      let names = one.listed.isEmpty ? [""] : one.listed
      for name in names { lines += "\(one.name)\t\(one.end.rawValue)\t\(one.code)\t\(escaped(name))\n" }
    }
    if drop.device("危-设备.txt") { lines += "设备\tignored\tINB-006\t危-设备.txt\n" }
    let manifest = Drop(root: ".")
    try (arguments[2].hasPrefix("/") ? Drop(root: "") : manifest).file(
      arguments[2].hasPrefix("/") ? String(arguments[2].dropFirst()) : arguments[2], lines)
    print("\(HostileCase.all.count) cases")
  }

  /// As the JSON of `list` writes it.
  private static func escaped(_ name: String) -> String {
    var out = ""
    for scalar in name.unicodeScalars {
      switch scalar.value {
      case 0x22: out += "\\\""
      case 0x5C: out += "\\\\"
      case 0x0A: out += "\\n"
      case 0x09: out += "\\t"
      case 0..<0x20:
        let hex = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
