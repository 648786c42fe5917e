/// A piece of running text.
public indirect enum Inline: Sendable, Equatable {
  /// Characters, without line ends.
  case text(String)
  /// Bold.
  case strong([Inline])
  /// Italic.
  case emphasis([Inline])
  /// Raised, as in m².
  case superscript([Inline])
  /// Lowered, as in CO₂.
  case `subscript`([Inline])
  /// A link; `href` is `http`, `https` or `mailto`, checked by the reader that made it.
  case link([Inline], href: String)
  /// A base text with its reading (ruby).
  case ruby(base: [Inline], reading: String)
  /// A forced line end inside a paragraph.
  case lineBreak
  /// A picture in the line.
  case image(ImageReference)
  /// The mark of footnote `number`, counted from 1 in reading order.
  case footnoteMark(number: Int)
}

/// A picture shown at some place.
public struct ImageReference: Sendable, Equatable {
  /// Which of the document's images.
  public var digest: ContentDigest
  /// The alternative text; empty where the source has none.
  public var alternative: String

  /// A reference to the image with this digest.
  public init(digest: ContentDigest, alternative: String) {
    self.digest = digest
    self.alternative = alternative
  }
}

/// One cell of a table.
public struct TableCell: Sendable, Equatable {
  /// Its content, in order.
  public var blocks: [Block]
  /// Columns it covers, at least 1.
  public var columnSpan: Int
  /// Rows it covers, at least 1.
  public var rowSpan: Int
  /// Whether it heads its column or row.
  public var isHeader: Bool

  /// A cell with all its parts.
  public init(_ blocks: [Block], columnSpan: Int = 1, rowSpan: Int = 1, isHeader: Bool = false) {
    self.blocks = blocks
    self.columnSpan = columnSpan
    self.rowSpan = rowSpan
    self.isHeader = isHeader
  }
}

/// One item of a list.
public struct ListItem: Sendable, Equatable {
  /// The number or bullet as the source shows it ("1.", "（一）", "•").
  public var marker: String
  /// Its content, in order.
  public var blocks: [Block]

  /// An item with its marker.
  public init(marker: String, _ blocks: [Block]) {
    self.marker = marker
    self.blocks = blocks
  }
}

/// A piece of a document's structure.
public indirect enum Block: Sendable, Equatable {
  /// A heading of level 1 to 6.
  case heading(level: Int, [Inline])
  /// A paragraph.
  case paragraph([Inline], alignment: Alignment)
  /// A list.
  case list(ordered: Bool, [ListItem])
  /// A table, row by row; a cell covered by a span of another is absent.
  case table([[TableCell]])
  /// A quotation.
  case quote([Block])
  /// Text whose spaces and line ends count.
  case preformatted(String)
  /// A dividing line.
  case rule

  /// How a paragraph stands in its column.
  public enum Alignment: String, Sendable {
    /// As the outlet does by default.
    case natural
    /// Centred.
    case center
    /// At the end of the line (signature and date).
    case end
  }
}

/// The part that a block plays in an official document.
/// Source: GB/T 9704-2012 (list of parts found; layout figures from memory).
public enum LayoutRole: String, Sendable {
  /// 发文机关标志, the red head.
  case redHead
  /// 发文字号, with 签发人 beside it where there is one.
  case documentNumber
  /// 份号, 密级和保密期限, 紧急程度.
  case headMark
  /// 标题.
  case title
  /// 主送机关.
  case addressee
  /// 正文, 附件说明 and the annexes themselves.
  case body
  /// 发文机关署名.
  case signature
  /// 成文日期.
  case date
  /// 附注: the closing mark in brackets, a 公开属性 line.
  case note
  /// 版记: 抄送机关, 印发机关和印发日期, page numbers.
  case colophon

  /// Whether a block of this role belongs to the published text (contract, `text`).
  public var isPublished: Bool {
    switch self {
    case .addressee, .body, .signature, .date: true
    case .redHead, .documentNumber, .headMark, .title, .note, .colophon: false
    }
  }
}

/// A block with the part it plays.
public struct LaidOutBlock: Sendable, Equatable {
  /// Its part.
  public var role: LayoutRole
  /// The block.
  public var block: Block

  /// A block with its part.
  public init(_ role: LayoutRole, _ block: Block) {
    self.role = role
    self.block = block
  }
}
