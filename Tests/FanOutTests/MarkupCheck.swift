/// Reads HTML back strictly: only listed elements and attributes, all closed, nothing else that looks like markup.
struct MarkupCheck {
  let elements: Set<String>
  let attributes: Set<String>
  static let void: Set<String> = ["br", "hr", "img"]

  static let website = MarkupCheck(
    elements: [
      "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li", "table", "tr", "th", "td", "blockquote", "pre", "hr",
      "figure",
      "section", "strong", "em", "sup", "sub", "a", "img", "ruby", "rp", "rt", "br",
    ], attributes: ["style", "start", "colspan", "rowspan", "id", "href", "rel", "src", "alt"])

  /// Source: what the platform keeps (HTML that survives).
  static let weChat = MarkupCheck(
    elements: [
      "section", "p", "span", "strong", "em", "br", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "table", "tr",
      "td", "th",
      "img", "a",
    ], attributes: ["style", "colspan", "rowspan", "href", "src", "alt"])

  struct Fault: Error, CustomStringConvertible { let description: String }

  /// The text between the tags, references resolved; throws at the first thing that isn't allowed.
  func text(of html: String) throws -> String {
    let scalars = Array(html.unicodeScalars)
    var text = String.UnicodeScalarView()
    var open: [String] = []
    var index = 0
    while index < scalars.count {
      switch scalars[index] {
      case "<":
        guard let end = scalars[index...].firstIndex(of: ">") else {
          throw Fault(description: "unclosed tag at \(index)")
        }
        try tag(Array(scalars[(index + 1)..<end]), &open)
        index = end + 1
      case ">": throw Fault(description: "bare > at \(index)")
      case "&": text.append(try reference(scalars, &index))
      default:
        text.append(scalars[index])
        index += 1
      }
    }
    guard open.isEmpty else { throw Fault(description: "left open: \(open)") }
    return String(text)
  }

  private func tag(_ scalars: [Unicode.Scalar], _ open: inout [String]) throws {
    if scalars.first == "/" {
      let name = string(scalars.dropFirst())
      guard open.popLast() == name else { throw Fault(description: "wrong end \(name)") }
      return
    }
    let name = string(scalars.prefix { $0 != " " })
    guard elements.contains(name) else { throw Fault(description: "element \(name)") }
    var rest = scalars.dropFirst(name.unicodeScalars.count)
    while let first = rest.first {
      guard first == " ", let equals = rest.firstIndex(of: "=") else {
        throw Fault(description: "attribute in \(name)")
      }
      let attribute = string(rest[(rest.startIndex + 1)..<equals])
      guard attributes.contains(attribute) else { throw Fault(description: "attribute \(attribute)") }
      rest = rest[(equals + 1)...]
      guard rest.first == "\"", let close = rest.dropFirst().firstIndex(of: "\"") else {
        throw Fault(description: "unquoted \(attribute)")
      }
      let value = string(rest[(rest.startIndex + 1)..<close])
      if attribute == "href", !["http://", "https://", "mailto:", "#fn"].contains(where: value.lowercased().hasPrefix) {
        throw Fault(description: "href \(value)")
      }
      if attribute == "src", !value.hasPrefix("files/") { throw Fault(description: "src \(value)") }
      rest = rest[(close + 1)...]
    }
    if !MarkupCheck.void.contains(name) { open.append(name) }
  }

  private func reference(_ scalars: [Unicode.Scalar], _ index: inout Int) throws -> Unicode.Scalar {
    for (name, scalar) in [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\"")] as [(String, Unicode.Scalar)]
    {
      if scalars[index...].starts(with: name.unicodeScalars) {
        index += name.unicodeScalars.count
        return scalar
      }
    }
    throw Fault(description: "bare & at \(index)")
  }

  private func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
