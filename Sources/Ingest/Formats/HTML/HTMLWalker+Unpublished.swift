internal import CGumbo
internal import Publication

// What isn't published: the gate reads it all the same.
extension HTMLWalker {
  /// What stands between the paragraphs of a hidden part: a byte that UTF-8 never has.
  static let paragraphEnd: UInt8 = 0xFF

  mutating func keep(_ kind: UnpublishedText.Kind, _ bytes: [UInt8]) {
    for piece in bytes.split(separator: HTMLWalker.paragraphEnd) {
      let text = Array(piece).collapsedText
      if !text.isEmpty { unpublished.append(UnpublishedText(kind, text)) }
    }
    guard kind == .scriptOrStyle else { return }
    for text in GeneratedContent.texts(in: bytes) { unpublished.append(UnpublishedText(.hidden, text)) }
  }

  func isHidden(_ element: HTMLElement, _ style: InlineStyle?) -> Bool {
    if element.bytes(of: "hidden") != nil { return true }
    guard let style else { return false }
    if style.isUndisplayed { return true }
    return style.isInvisible && !isArticle(element)
  }

  /// What a page saved by LibreOffice or its kin holds of the paper's margins: each header and footer is a `div` with that title.
  func officeMargin(_ element: HTMLElement) -> UnpublishedText.Kind? {
    let kind: UnpublishedText.Kind? =
      element.has("title", "header") ? .header : element.has("title", "footer") ? .footer : nil
    guard let kind else { return nil }
    let programs = ["LibreOffice", "OpenOffice", "StarOffice", "NeoOffice", "Collabora"]
    let isOffice = properties.contains { name, value in
      name.lowercased() == "generator" && programs.contains { value.contains(text: $0) }
    }
    return isOffice ? kind : nil
  }

  func isArticle(_ element: HTMLElement) -> Bool {
    HTMLReader.isWeChatContainer(element) || HTMLReader.isWeChatTitle(element)
  }

  /// Reads what attributes say besides the text: `<meta>`, alternative texts and tool tips, fonts.
  mutating func note(_ style: InlineStyle?, _ element: HTMLElement) {
    if let family = style?.fontFamily { noteFonts(family) }
    if let face = element["face"] { noteFonts(face) }
    if let content = element["content"], let name = element["name"] ?? element["property"] ?? element["itemprop"] {
      properties.append((name, content))
    }
    noteTexts(element)
  }

  /// Every attribute that may be words: those that browsers show, data that a style shows by `attr()`, and whatever isn't plain ASCII.
  mutating func noteTexts(_ element: HTMLElement) {
    let isProperty = ["name", "property", "itemprop"].contains { (name: StaticString) in element.bytes(of: name) != nil
    }
    element.forEachAttribute { name, value in
      guard let first = name.first, !value.isEmpty else { return }
      let isShown = HTMLWalker.shown.contains {
        name.count == $0.utf8CodeUnitCount && name.hasWord($0, at: 0..<name.count, whole: true)
      }
      let isData = first == UInt8(ascii: "d") && name.count > 5 && name[4] == UInt8(ascii: "-")
      guard isShown || (isData && !HTMLWalker.isAddress(value)) || value.contains(where: { $0 > 0x7F }) else { return }
      // A page's properties are declared, not hidden.
      if name.hasWord("content", at: 0..<name.count, whole: true), isProperty { return }
      let text = String(decoding: value, as: UTF8.self).trimmedWhitespace
      if !text.isEmpty { unpublished.append(UnpublishedText(.alternative, text)) }
    }
  }

  private static let shown: [StaticString] = ["alt", "title", "aria-label", "value", "placeholder", "label", "summary"]

  private static func isAddress(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    value.hasWord("http", at: 0..<value.count, whole: false) || value.hasWord("//", at: 0..<value.count, whole: false)
      || value.hasWord("data:", at: 0..<value.count, whole: false)
  }

  /// A comment may hold elements, as Word writes them (`<!--[if mso]>…`): what stands between its tags is a text each.
  mutating func keepComment(_ bytes: UnsafeBufferPointer<UInt8>) {
    for piece in bytes.split(whereSeparator: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }) {
      keep(.comment, Array(piece))
    }
  }

  private mutating func noteFonts(_ list: String) {
    guard seenFonts.count < 1000, seenFonts.insert(list).inserted else { return }
    for name in list.split(separator: ",") {
      let letters = name.unicodeScalars.filter { $0 != "\"" && $0 != "'" }
      let plain = String(String.UnicodeScalarView(letters)).trimmedWhitespace.lowercased()
      if !plain.isEmpty { fontNames.insert(plain) }
    }
  }
}
