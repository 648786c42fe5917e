import Glibc

/// `yeargen OUT [--seed N] [--year Y] [--years K] [--scale N]` writes `OUT/inbox/` and, beside it, `OUT/expected.json`.
@main
struct Yeargen {
  static func main() throws {
    var year = Year()
    var out: String?
    var arguments = Array(CommandLine.arguments.dropFirst())[...]
    while let argument = arguments.popFirst() {
      switch argument {
      case "--seed": year.seed = UInt64(arguments.popFirst() ?? "") ?? year.seed
      case "--year": year.year = Int(arguments.popFirst() ?? "") ?? year.year
      case "--years": year.years = max(Int(arguments.popFirst() ?? "") ?? 1, 1)
      case "--scale": year.scale = Double(arguments.popFirst() ?? "") ?? 1
      default: out = argument.hasPrefix("-") ? nil : argument
      }
    }
    guard let out else {
      print("usage: yeargen OUT [--seed N] [--year Y] [--years K] [--scale SHARE]")
      exit(64)
    }
    let inbox = FolderWriter(folder: out + "/inbox")
    let expectation = try year.generate { item in
      try inbox.write(item.name, item.bytes)
      if let sidecar = item.sidecar { try inbox.write(item.name + ".json", sidecar) }
      for companion in item.companions { try inbox.write(companion.path, companion.bytes) }
    }
    try FolderWriter(folder: out).write("expected.json", Array(expectation.json(months: year.months).utf8))
  }
}

/// Writes files into one folder, which it makes.
struct FolderWriter {
  let folder: String

  init(folder: String) {
    self.folder = folder
    var path = ""
    for part in folder.split(separator: "/", omittingEmptySubsequences: false) {
      path += part + "/"
      mkdir(path, 0o755)
    }
  }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    let parts = name.split(separator: "/")
    if parts.count > 1 { mkdir("\(folder)/\(parts[0])", 0o755) }
    let descriptor = open("\(folder)/\(name)", O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { throw WriteFault(name: name, errno: errno) }
    defer { close(descriptor) }
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { throw WriteFault(name: name, errno: errno) }
      done += count
    }
  }
}

/// A file that could not be written.
struct WriteFault: Error {
  var name: String
  var errno: Int32
}
