import Publication

/// The note beside a held, rejected or duplicate original: what happened, where, and what to do now.
enum Note {
  /// `说明.txt`, UTF-8 with LF.
  static func text(for item: ItemRecord, hasCopy: Bool = false) -> String {
    var lines = [heading(item), ""]
    if let file = item.file { lines.append("文件：" + Printable.line(file)) }
    if let title = item.title { lines.append("标题：" + Printable.line(title)) }
    lines += ["编号：\(item.itemID)", "日期：\(item.decidedOn)", ""]
    let told = item.state == .superseded ? [] : diagnostics(of: item)
    for (index, diagnostic) in told.enumerated() {
      lines.append("\(index + 1)．［\(diagnostic.code)］" + diagnostic.message)
      if !diagnostic.place.isEmpty { lines.append("　　位置：" + PlaceWords.shown(diagnostic.place)) }
      if !diagnostic.remedy.isEmpty { lines.append("　　怎么办：" + diagnostic.remedy) }
    }
    if item.state == .superseded, item.message.isEmpty { lines.append("后来的文件已经处理，这一份只作留存，无需处理。") }
    if told.isEmpty, !item.message.isEmpty { lines.append(item.message) }
    if hasCopy {
      let folder = MaskedCopies.folder(of: item.itemID)
      lines += ["", "遮盖稿：子文件夹“\(folder)”里有一份号码已遮盖的副本。请逐处核对；可以公开的，把那个子文件夹里的全部内容放进收件箱。"]
    }
    lines += ["", "原件就在本文件夹，没有改动。完整经过：zarlal why \(item.itemID.rawValue.prefix(12))"]
    return lines.joined(separator: "\n") + "\n"
  }

  /// `why.json`: the record and its story.
  static func json(for item: ItemRecord) -> JSONValue {
    .object([
      "schema": .string("zarlal.why/1"), "id": .string(item.itemID.rawValue), "state": .string(item.state.rawValue),
      "file": .optional(item.file), "title": .optional(item.title), "codes": .strings(item.codes.map(\.rawValue)),
      "decidedOn": .string(item.decidedOn.description), "message": .string(item.message), "story": item.story,
    ])
  }

  /// One line for the person at the desk, and for `list`; with `warnings`, what is only to be looked at comes last.
  static func message(_ diagnostics: [Diagnostic], warnings: Bool = false) -> String {
    let told = diagnostics.filter { $0.severity >= .hold } + diagnostics.filter { warnings && $0.severity == .warning }
    return told.map { diagnostic in
      let text = diagnostic.text()
      return Printable.line(text.message + text.remedy)
    }.joined(separator: " ")
  }

  private static func heading(_ item: ItemRecord) -> String {
    switch item.state {
    case .rejected: "这个文件没有被接收。"
    case .duplicate: "这个文件以前收到过。"
    case .superseded: "这个文件已被后来的文件替代。"
    default: "这份文稿暂停发布，等待处理。"
    }
  }

  private struct Told {
    var code: String
    var message: String
    var remedy: String
    var place: String
  }

  private static func diagnostics(of item: ItemRecord) -> [Told] {
    guard case .array(let all)? = item.story["diagnostics"] else { return [] }
    return all.compactMap { one in
      guard let severity = one["severity"]?.text, severity != "note", let code = one["code"]?.text else { return nil }
      return Told(
        code: code, message: Printable.line(one["message"]?.text ?? ""),
        remedy: Printable.line(one["remedy"]?.text ?? ""), place: Printable.line(one["where"]?.text ?? ""))
    }
  }
}

/// Text that may have come from anywhere, made safe for one line of a terminal or a note.
public enum Printable {
  /// Control characters, bidi controls, line ends and what nobody sees as `\u{…}`; everything else as it is. U+200C, U+200D and U+180B to
  /// U+180F stay: Mongolian needs them.
  public static func line(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x61C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
        0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
        out.append(contentsOf: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars)
      default: out.append(scalar)
      }
    }
    return String(out)
  }
}
