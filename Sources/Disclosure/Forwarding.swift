public import Publication

/// A document that forwards another keeps the attribute of the other: which numbers it forwards.
///
/// 转发 and 批转 in a title or a sentence make a document forward the numbers that stand there, in lines of their own behind it, and in its
/// attachments. 印发 makes a document of one's own and is no forwarding.
/// Source: disclosure rules, "Attribute model" (a document that forwards another follows its attribute).
public enum Forwarding {
  /// Numbers of what `document` forwards in normal form, its own left out; empty: it forwards nothing, or nothing with a number. Of a number in running text
  /// every ending that may be one is told: where its first word begins, only a ledger knows.
  public static func numbers(in document: Document) -> [String] {
    let title = document.headingTitle ?? document.title?.value ?? ""
    let lines = ContentScan(document.content, member: 0).lines.filter { line in
      if case .unpublished = line.place.kind { return false }
      return line.place.kind != .metadata
    }
    let isForwarding = forwards(title) || lines.contains { isSentence($0.text) }
    guard isForwarding else { return [] }
    var found: [String] = []
    for line in lines where line.text.utf8.count < 4000 {
      if forwards(line.text) || DocumentNumber.parse(line.text) != nil { found += numbers(inText: line.text) }
    }
    for attachment in document.attachments {
      for line in ContentScan(attachment.content ?? ReadableContent(), member: 1).lines.prefix(20) {
        if let number = DocumentNumber.parse(line.text)?.number { found.append(number.description) }
      }
    }
    let own = document.documentNumber?.value.description
    var seen: Set<String> = []
    return found.filter { number in
      seen.insert(number).inserted && number != own && !(own.map { $0.hasSuffix(number) } ?? false)
    }
  }

  private static func forwards(_ text: String) -> Bool { text.contains("转发") || text.contains("批转") }

  /// 现将…转发给你们, a sentence that forwards; 转发 alone is an ordinary word.
  private static func isSentence(_ text: String) -> Bool {
    ["转发给你", "批转给你", "转发如下", "批转如下", "予以转发", "现转发", "现批转", "现予转发"].contains { text.contains($0) }
  }

  /// Numbers that stand in running text.
  private static func numbers(inText text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    var found: [String] = []
    for end in scalars.indices where scalars[end] == "号" {
      // The year in brackets and the sequence take twelve code points at most, the word before them fourteen.
      guard let open = scalars[max(0, end - 16)..<end].lastIndex(where: { opening.contains($0) }) else { continue }
      var start = open
      while start > 0, open - start < 14, scalars[start - 1].isHan { start -= 1 }
      for first in start..<max(start, open - 1) {
        var piece = String.UnicodeScalarView()
        piece.append(contentsOf: scalars[first...end])
        if let number = DocumentNumber.reading(String(piece))?.number { found.append(number.description) }
      }
    }
    return found
  }

  private static let opening: Set<Unicode.Scalar> = [
    "\u{3014}", "[", "\u{FF3B}", "(", "\u{FF08}", "\u{3010}", "\u{3016}", "\u{FE5D}",
  ]
}
