/// Where the metadata of a document stand, and in which words.
enum Convention: CaseIterable, Sendable {
  case sidecarEnglish, sidecarChinese, frontMatterEnglish, frontMatterChinese, properties
  /// The attribute stands in the closing mark; metadata say the day, and what has no default.
  case daySidecar, dayFrontMatter

  static func fitting(_ format: FileKind) -> [Convention] {
    switch format {
    case .text, .markdown:
      [.sidecarEnglish, .sidecarChinese, .frontMatterEnglish, .frontMatterChinese, .daySidecar, .dayFrontMatter]
    case .html: [.sidecarEnglish, .sidecarChinese, .daySidecar]
    case .docx: [.sidecarEnglish, .sidecarChinese, .properties, .daySidecar]
    }
  }

  var isDayAlone: Bool { self == .daySidecar || self == .dayFrontMatter }
  var isSidecar: Bool { self == .sidecarEnglish || self == .sidecarChinese || self == .daySidecar }
  var isFrontMatter: Bool { self == .frontMatterEnglish || self == .frontMatterChinese || self == .dayFrontMatter }
  var isChinese: Bool { self == .sidecarChinese || self == .frontMatterChinese }
}

/// A document's metadata in one convention.
struct Metadata: Sendable {
  enum Value: Sendable {
    case text(String)
    case list([String])
  }
  private(set) var members: [(key: String, value: Value)] = []

  init(_ article: Article, _ convention: Convention) {
    func add(_ english: String, _ chinese: String, _ value: Value?) {
      if let value { members.append((convention.isChinese ? chinese : english, value)) }
    }
    let hasDefaults = article.outlets == article.defaultOutlets
    let isBrief = convention.isDayAlone
    if !isBrief { add("title", "标题", .text(article.title)) }
    add("date", "发布日期", .text(article.date))
    if !isBrief { add("lang", "语言", .text(article.isMongolian ? "mn" : "zh")) }
    if !isBrief || !hasDefaults { add("outlets", "发布渠道", .list(article.outlets)) }
    if !isBrief { add("attribute", "公开属性", article.attribute.map(Value.text)) }
    if article.isMongolian { add("docno", "发文字号", article.documentNumber.map(Value.text)) }
    add("pair", "双语标识", article.pair.map(Value.text))
    add("shortTitle", "短标题", article.shortTitle.map(Value.text))
    for (key, value) in article.extra { members.append((key, .text(value))) }
  }

  func json() -> String {
    var lines: [String] = []
    for (key, value) in members {
      switch value {
      case .text(let text): lines.append("  \(Self.quoted(key)): \(Self.quoted(text))")
      case .list(let list):
        lines.append("  \(Self.quoted(key)): [\(list.map(Self.quoted).joined(separator: ", "))]")
      }
    }
    return "{\n" + lines.joined(separator: ",\n") + "\n}\n"
  }

  func frontMatter() -> String {
    var text = "---\n"
    for (key, value) in members {
      switch value {
      case .text(let value): text += "\(key): \(Self.quoted(value))\n"
      case .list(let list): text += "\(key): [\(list.joined(separator: ", "))]\n"
      }
    }
    return text + "---\n\n"
  }

  /// `docProps/custom.xml` of a Word document.
  func properties() -> String {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006"
    var xml = #"<?xml version="1.0" encoding="UTF-8"?>"#
    xml += "<Properties xmlns=\"\(office)/custom-properties\" xmlns:vt=\"\(office)/docPropsVTypes\">"
    for (index, member) in members.enumerated() {
      let value =
        switch member.value {
        case .text(let text): text
        case .list(let list): list.joined(separator: ",")
        }
      xml += #"<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="\#(index + 2)" name="\#(member.key)">"#
      xml += "<vt:lpwstr>\(Rendering.escaped(value))</vt:lpwstr></property>"
    }
    return xml + "</Properties>"
  }

  static func quoted(_ text: String) -> String { "\"\(text)\"" }
}
