public import Publication

/// Documents made from lines, for tests.
public enum DocumentBuilder {
  /// A document of one paragraph for each line: the first is the title, the last ones that read as a mark are the note.
  public static func document(
    _ lines: [String], name: String = "文稿.txt", declarations: [Declaration] = [],
    unpublished: [UnpublishedText] = [], attachments: [Attachment] = [], language: ContentLanguage = .chinese
  ) -> Document {
    let blocks = lines.enumerated().map { index, line in
      LaidOutBlock(role(of: line, at: index), .paragraph([.text(line)], alignment: .natural))
    }
    return document(
      blocks: blocks, name: name, declarations: declarations, unpublished: unpublished, attachments: attachments,
      title: lines.first ?? "", language: language)
  }

  /// A document of these blocks.
  public static func document(
    blocks: [LaidOutBlock], name: String = "文稿.txt", declarations: [Declaration] = [],
    unpublished: [UnpublishedText] = [], attachments: [Attachment] = [], title: String = "",
    language: ContentLanguage = .chinese
  ) -> Document {
    let digest = ContentDigest(of: "\(name)\(blocks)\(declarations)".utf8)
    var document = Document(
      inputID: InputID(digest), source: digest, name: FileName(name), format: .text,
      content: ReadableContent(blocks: blocks, unpublished: unpublished, declarations: declarations),
      attachments: attachments)
    document.title = Found(title, Evidence(fact: "title", source: .text, value: title, place: "正文第1段"))
    document.headingTitle = title
    document.language = Found(language, Evidence(fact: "lang", source: .text, value: language.rawValue, place: "正文"))
    return document
  }

  /// A declaration of the attribute by a sidecar (or another source).
  public static func attribute(_ value: String, _ source: EvidenceSource = .sidecar) -> Declaration {
    Declaration(key: .attribute, values: [value], source: source, place: "\(source.rawValue):attribute")
  }

  /// An attachment of these lines; `nil`: one that can't be read.
  public static func attachment(
    _ lines: [String]?, name: String = "附件.txt", declarations: [Declaration] = []
  ) -> Attachment {
    let bytes = Array((lines ?? ["\u{0}"]).joined(separator: "\n").utf8)
    let content = lines.map { lines in
      ReadableContent(
        blocks: lines.map { LaidOutBlock(.body, .paragraph([.text($0)], alignment: .natural)) },
        declarations: declarations)
    }
    return Attachment(name: FileName(name), digest: ContentDigest(of: bytes), bytes: bytes, content: content)
  }

  private static func role(of line: String, at index: Int) -> LayoutRole {
    if index == 0 { return .title }
    return DisclosureMark.parse(line) == nil ? .body : .note
  }
}
