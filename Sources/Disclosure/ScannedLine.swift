import Publication

/// Where a line stands, in words that give nothing of the text away.
struct Place: Equatable {
  /// What kind of text it is.
  enum Kind: Equatable {
    case body, footnote, metadata, fileName, imageText, linkTarget
    case unpublished(UnpublishedText.Kind)
  }

  /// 0: the article; n: its n-th attachment.
  var member: Int
  var kind: Kind
  /// Counted from 1; 0 where there is only one.
  var number: Int

  /// For people: "正文第3段", "附件2页眉".
  var description: String {
    let owner = member == 0 ? "" : "附件\(member)"
    switch kind {
    case .body: return (member == 0 ? "正文" : owner) + "第\(number)段"
    case .footnote: return owner + "脚注\(number)"
    case .metadata: return owner + "元数据"
    case .fileName: return owner + "文件名"
    case .imageText: return owner + "图片说明"
    case .linkTarget: return owner + "链接"
    case .unpublished(let kind): return owner + Place.name(of: kind)
    }
  }

  private static func name(of kind: UnpublishedText.Kind) -> String {
    switch kind {
    case .header: "页眉"
    case .footer: "页脚"
    case .deleted: "已删除的文字"
    case .hidden: "隐藏文字"
    case .comment: "批注"
    case .property: "文档属性"
    case .alternative: "替代文字"
    case .scriptOrStyle: "脚本或样式"
    case .fileName: "文件名"
    }
  }
}

/// One paragraph, cell or other text with its place: what the rules read.
struct ScannedLine {
  /// How the text stands on its page.
  enum Standing: Equatable {
    case paragraph, heading, listItem, quote, colophon
    /// A cell; `row` and `table` are counted from 1.
    case cell(table: Int, row: Int)
    /// Not part of the body.
    case apart
  }

  var text: String
  var place: Place
  var standing: Standing
  /// What the text holds that a rule could care for.
  var traits: LineTraits

  init(_ text: String, _ place: Place, _ standing: Standing) {
    self.text = text
    self.place = place
    self.standing = standing
    traits = LineTraits(of: text)
  }

  /// Whether nobody will read it: what of the article itself isn't published, and code.
  var isConcealed: Bool {
    guard case .unpublished(let kind) = place.kind else { return false }
    return place.member == 0 || kind == .scriptOrStyle
  }

  /// A name, value, header or the like: short text in which a level stands between signs, not on a line of its own.
  var isLabelLike: Bool {
    switch place.kind {
    case .metadata, .fileName, .imageText: true
    case .unpublished(let kind):
      kind == .header || kind == .footer || kind == .property || kind == .alternative || kind == .fileName
    case .body, .footnote, .linkTarget: false
    }
  }

  /// A name, header or property: an attribute standing apart in it is one. Alternative texts and tool tips name the places a link
  /// leads to (依申请公开), values of known keys the column a document belongs to.
  var isName: Bool {
    switch place.kind {
    case .unpublished(.alternative), .metadata, .imageText: false
    default: isLabelLike
    }
  }

  /// Whether a 主动公开 here may clear the document: deleted, hidden or quoted text, names and properties may only close it.
  var mayClear: Bool {
    guard standing != .quote else { return false }
    switch place.kind {
    case .body: return true
    case .unpublished(let kind): return kind == .header || kind == .footer
    case .footnote, .metadata, .fileName, .imageText, .linkTarget: return false
    }
  }
}
