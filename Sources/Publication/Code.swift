/// A stable name for one kind of diagnostic or error: `AREA-NNN`, from a closed list, never reused.
///
/// The list itself is generated from `locales/zh-Hans/messages.json` into `Generated/`; every code has a message and a
/// remedy in Chinese and English and an entry in `docs/errors.md`.
public struct Code: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// `AREA-NNN`, ASCII.
  public let rawValue: String

  init(_ rawValue: String) { self.rawValue = rawValue }

  /// The code with this name, `nil` where the list has none: a name read from a ledger of a later version.
  public init?(rawValue: String) {
    guard Code.messages[rawValue] != nil else { return nil }
    self.rawValue = rawValue
  }

  /// The same as `rawValue`.
  public var description: String { rawValue }

  /// Orders codes by name.
  public static func < (left: Code, right: Code) -> Bool { left.rawValue < right.rawValue }
}

/// The words of one code in one language; `{name}` stands for a detail.
public struct CodeText: Sendable, Equatable {
  /// What happened.
  public let message: String
  /// What the person at the desk does next.
  public let remedy: String
}

extension Code {
  /// What happened and what to do, with `details` put in their places; in Chinese those that name sources and keys of metadata (`place`, `key`,
  /// `values`) in the words for people. Reports, registers and the configuration have keys of their own.
  public func text(in language: MessageLanguage = .chinese, details given: [String: String] = [:]) -> CodeText {
    var details = given
    if language == .chinese, !["ANN", "CFG", "REG"].contains(rawValue.prefix(3)) {
      details["place"] = given["place"].map { PlaceWords.shown($0) }
      details["key"] = given["key"].map(PlaceWords.term)
      details["values"] = given["values"].map(PlaceWords.shown(values:))
    }
    let words = Code.messages[rawValue]
    let text = (language == .chinese ? words?.chinese : words?.english) ?? CodeText(message: rawValue, remedy: "")
    return CodeText(message: fill(text.message, details), remedy: fill(text.remedy, details))
  }

  /// What happened, in Chinese, with `…` in the place of each detail: for counting many of one kind.
  public var summary: String {
    var names: [String: String] = [:]
    let message = Code.messages[rawValue]?.chinese.message ?? rawValue
    for part in message.utf8.split(separator: 0x7B, omittingEmptySubsequences: false).dropFirst() {
      names[String(Substring(part.prefix { $0 != 0x7D }))] = "…"
    }
    return fill(message, names)
  }

  private func fill(_ template: String, _ details: [String: String]) -> String {
    guard template.utf8.contains(UInt8(ascii: "{")) else { return template }
    var out = ""
    var rest = Substring(template)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      out += rest[..<open]
      let name = String(rest[rest.index(after: open)..<close])
      rest = rest[rest.index(after: close)...]
      if let detail = details[name], !detail.utf8.isEmpty { out += detail } else { closeGap(&out, &rest) }
    }
    return out + rest
  }

  /// What isn't known leaves neither an empty bracket nor a colon behind.
  private func closeGap(_ out: inout String, _ rest: inout Substring) {
    let brackets = [("（", "）"), (" (", ")"), ("(", ")")]
    let separators = ["，", "：", "、", "；", ", ", ": ", "; "]
    if let (open, close) = brackets.first(where: { out.hasSuffix($0.0) }) {
      if rest.hasPrefix(close) {
        out.unicodeScalars.removeLast(open.unicodeScalars.count)
        rest = rest.dropFirst(close.count)
      } else if let separator = separators.first(where: { rest.hasPrefix($0) }) {
        rest = rest.dropFirst(separator.count)
      }
    } else if let separator = separators.first(where: { out.hasSuffix($0) }),
      rest.isEmpty || ["）", ")", "。", ".", "；"].contains(where: { rest.hasPrefix($0) })
    {
      out.unicodeScalars.removeLast(separator.unicodeScalars.count)
    }
  }
}

extension CodeText {
  /// What happened and what to do, in one line.
  public var line: String { message + remedy }
}

/// The languages in which messages are written for people.
public enum MessageLanguage: String, Sendable, CaseIterable {
  /// `zh-Hans`: the language of the desk, and the default.
  case chinese = "zh-Hans"
  /// `en`.
  case english = "en"
}
