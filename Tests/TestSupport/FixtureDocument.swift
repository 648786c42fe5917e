public import Publication

/// A document written down as JSON: blocks `p h list table quote pre rule`, inlines as strings or objects.
public struct FixtureDocument {
  /// The document.
  public let document: Document

  /// The document that `input` tells: title, lang, blocks, footnotes, images, metadata and the rest, all but the blocks optional.
  public init(_ input: JSONValue) throws {
    let images = (input["images"]?.elements ?? []).enumerated().map { index, image in
      let bytes = [UInt8](repeating: UInt8(truncatingIfNeeded: index), count: image["bytes"]?.integer ?? 64)
      return ImageResource(
        digest: ContentDigest(of: bytes), bytes: bytes, mediaType: image["type"]?.text ?? "image/png",
        name: image["name"]?.text ?? "图\(index + 1).png")
    }
    let reader = Reader(images: images)
    let language = ContentLanguage(rawValue: input["lang"]?.text ?? "zh") ?? .chinese
    let blocks = reader.blocks(input["blocks"]).map { LaidOutBlock(.body, $0) }
    var document = DocumentBuilder.document(blocks: blocks, title: input["title"]?.text ?? "", language: language)
    document.content.footnotes = (input["footnotes"]?.elements ?? []).map(reader.blocks)
    document.images = images
    document.attachments = (input["attachments"]?.elements ?? []).compactMap(\.text).map {
      DocumentBuilder.attachment(["附件"], name: $0)
    }
    document.documentNumber = input["docno"].flatMap { value in
      guard let word = value["word"]?.text, let year = value["year"]?.integer, let number = value["number"]?.integer
      else {
        return nil
      }
      let docno = DocumentNumber(word: word, year: year, sequence: number)
      return Found(docno, Evidence(fact: "docno", source: .text, value: docno.description, place: "正文"))
    }
    document.issuers = (input["issuers"]?.elements ?? []).compactMap(\.text).map {
      Found($0, Evidence(fact: "issuer", source: .text, value: $0, place: "正文"))
    }
    document.formedOn = input["formedOn"]?.text.flatMap(CivilDate.init(iso:)).map {
      Found($0, Evidence(fact: "date", source: .text, value: $0.description, place: "正文"))
    }
    document.metadata = reader.metadata(input["metadata"] ?? .null)
    self.document = document
  }
}

extension JSONValue {
  /// The values, of an array.
  public var elements: [JSONValue] {
    guard case .array(let values) = self else { return [] }
    return values
  }

  /// The members, of an object.
  public var members: [Member] {
    guard case .object(let members) = self else { return [] }
    return members
  }
}

private struct Reader {
  let images: [ImageResource]

  func metadata(_ value: JSONValue) -> Metadata {
    var metadata = Metadata()
    for member in value.members {
      switch member.name {
      case "outlets": metadata.outlets = member.value.elements.compactMap(\.text).map { OutletID($0) }
      case "date": metadata.date = member.value.text.flatMap(CivilDate.init(iso:))
      case "pair": metadata.pair = member.value.text
      default:
        guard let key = MetadataKey(name: member.name) else { continue }
        metadata.values[key] = member.value.text.map { [$0] } ?? member.value.elements.compactMap(\.text)
      }
    }
    return metadata
  }

  func blocks(_ value: JSONValue?) -> [Block] { (value?.elements ?? []).map(block) }

  private func block(_ value: JSONValue) -> Block {
    if let text = value["h"] { return .heading(level: value["level"]?.integer ?? 1, inlines(text)) }
    if let items = value["list"] {
      return .list(
        ordered: value["ordered"] == .bool(true),
        items.elements.map { ListItem(marker: $0["marker"]?.text ?? "", blocks($0["blocks"])) })
    }
    if let rows = value["table"] { return .table(rows.elements.map { $0.elements.map(cell) }) }
    if let inner = value["quote"] { return .quote(blocks(inner)) }
    if let text = value["pre"]?.text { return .preformatted(text) }
    if value["rule"] != nil { return .rule }
    let alignment = value["align"]?.text.flatMap(Block.Alignment.init(rawValue:)) ?? .natural
    return .paragraph(inlines(value["p"] ?? .string("")), alignment: alignment)
  }

  private func cell(_ value: JSONValue) -> TableCell {
    if value.text != nil { return TableCell([.paragraph(inlines(value), alignment: .natural)]) }
    return TableCell(
      blocks(value["blocks"]), columnSpan: value["columns"]?.integer ?? 1, rowSpan: value["rows"]?.integer ?? 1,
      isHeader: value["head"] == .bool(true))
  }

  private func inlines(_ value: JSONValue) -> [Inline] {
    if let text = value.text { return [.text(text)] }
    return value.elements.map { inline in
      if let text = inline.text { return .text(text) }
      if let inner = inline["strong"] { return .strong(inlines(inner)) }
      if let inner = inline["em"] { return .emphasis(inlines(inner)) }
      if let inner = inline["sup"] { return .superscript(inlines(inner)) }
      if let inner = inline["sub"] { return .subscript(inlines(inner)) }
      if let inner = inline["link"] { return .link(inlines(inner), href: inline["href"]?.text ?? "") }
      if let inner = inline["ruby"] { return .ruby(base: inlines(inner), reading: inline["reading"]?.text ?? "") }
      if let number = inline["note"]?.integer { return .footnoteMark(number: number) }
      if let index = inline["image"]?.integer, images.indices.contains(index) {
        return .image(ImageReference(digest: images[index].digest, alternative: inline["alt"]?.text ?? ""))
      }
      return .lineBreak
    }
  }
}
