/// One thing that somebody drops, by malice or by accident, and where it must end.
struct HostileCase: Sendable {
  /// Where it ends with `--settle 0`: a list of `zarlal list`.
  enum End: String, Sendable {
    case held, rejected, duplicates, ignored, waiting, sealed
    case onRequest = "on-request"
  }

  /// A short name; part of every file name, so that a list can be read.
  var name: String
  /// Names as `list` must show them, each once; empty for what `list` shows without a name.
  var listed: [String]
  var end: End
  /// A code that the entry must have.
  var code: String
  var drop: @Sendable (Drop) throws -> Void

  /// One file.
  init(
    _ name: String, _ end: End, _ code: String, _ file: String, _ bytes: @autoclosure @escaping @Sendable () -> [UInt8]
  ) {
    self.init(name, end, code, listed: [file]) { try $0.file(file, bytes()) }
  }

  /// One file of text.
  init(_ name: String, _ end: End, _ code: String, _ file: String, text: @autoclosure @escaping @Sendable () -> String)
  {
    self.init(name, end, code, listed: [file]) { try $0.file(file, text()) }
  }

  /// An ordinary notice with a sidecar that is not.
  init(_ name: String, _ end: End, _ code: String, sidecar: @autoclosure @escaping @Sendable () -> [UInt8]) {
    let file = "危-\(name).txt"
    self.init(name, end, code, listed: [file]) {
      try $0.file(file, Ordinary.notice(name, mark: ""))
      try $0.file(file + ".json", sidecar())
    }
  }

  init(_ name: String, _ end: End, _ code: String, listed: [String], _ drop: @escaping @Sendable (Drop) throws -> Void)
  {
    (self.name, self.end, self.code, self.listed, self.drop) = (name, end, code, listed, drop)
  }

  static let all =
    archives + xml + sidecars + frontMatter + texts + pages + markdown + pictures + liars + kinds + names + folders
    + leftovers + closed
}

/// What is ordinary about a case: it differs from the others in its title only.
enum Ordinary {
  static func notice(_ name: String, mark: String = "（此件公开发布）", body: String = "各旗区要压实责任。") -> String {
    "关于\(name)的通知\n各旗人民政府：\n\(body)\n\(mark)\n"
  }

  static func paragraphs(_ name: String) -> [String] { ["关于\(name)的通知", "各旗区要压实责任。", "（此件公开发布）"] }

  static func page(_ name: String, _ body: String, head: String = "<meta charset=\"utf-8\">") -> String {
    "<html><head>\(head)</head><body><h1>关于\(name)的通知</h1><p>各旗区要压实责任。</p>\(body)<p>（此件公开发布）</p></body></html>"
  }

  static func markdown(_ name: String, _ body: String, front: String = "") -> String {
    "\(front)# 关于\(name)的通知\n\n各旗区要压实责任。\n\n\(body)\n\n（此件公开发布）\n"
  }

  static func times(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
}
