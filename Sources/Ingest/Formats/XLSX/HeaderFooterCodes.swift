internal import Publication

/// What a header or footer of a sheet says, without the codes that lay it out.
///
/// Source: ECMA-376 Part 1, 18.3.1.46 (`oddHeader` and its codes).
enum HeaderFooterCodes {
  /// The kind of text that an element holds; `nil`: it is no header or footer.
  static func kind(of name: XMLLocal) -> UnpublishedText.Kind? {
    switch name {
    case .oddHeader, .evenHeader, .firstHeader: .header
    case .oddFooter, .evenFooter, .firstFooter: .footer
    default: nil
    }
  }

  /// The lines of the sections (left, centre, right) in the order in which they are written, without empty ones. Fields such as the page number or
  /// the name of the file are a space: what they will show nobody knows here.
  static func lines(_ written: String) -> [String] {
    var sections = [String.UnicodeScalarView()]
    var rest = written.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "&", let code = rest.popFirst() else {
        sections[sections.count - 1].append(scalar)
        continue
      }
      switch code {
      case "L", "C", "R", "l", "c", "r": sections.append(String.UnicodeScalarView())
      case "&": sections[sections.count - 1].append("&")
      case "\"": dropFont(&rest)
      case "K", "k": dropColour(&rest)
      case "0"..."9": dropSize(&rest)
      case "P", "N", "p", "n":
        dropSummand(&rest)
        sections[sections.count - 1].append(" ")
      case "D", "T", "F", "A", "Z", "d", "t", "f", "a", "z": sections[sections.count - 1].append(" ")
      // &B &I &U &E &S &X &Y &G &O &H, and whatever letters come to be codes.
      case "A"..."Z", "a"..."z": break
      default: sections[sections.count - 1].append(code)
      }
    }
    return sections.flatMap { section in
      section.split { $0 == "\n" || $0 == "\r" }.map { String($0).trimmedWhitespace }.filter { !$0.isEmpty }
    }
  }

  /// `"font,style"`; without its second quotation mark nothing is a font.
  private static func dropFont(_ rest: inout String.UnicodeScalarView.SubSequence) {
    if let end = rest.firstIndex(of: "\"") { rest = rest[rest.index(after: end)...] }
  }

  /// `RRGGBB`, or `TT+SSS`: a colour of the theme and its shade.
  private static func dropColour(_ rest: inout String.UnicodeScalarView.SubSequence) {
    let six = Array(rest.prefix(6))
    guard six.count == 6 else { return }
    let isValue = six.allSatisfy { $0.properties.isASCIIHexDigit }
    let isTheme = (six[2] == "+" || six[2] == "-") && six.indices.allSatisfy { $0 == 2 || six[$0].isASCIIDigit }
    if isValue || isTheme { rest = rest.dropFirst(6) }
  }

  /// A size in points whose first figure is gone already: two or three figures in all. More are a size of two and a text.
  private static func dropSize(_ rest: inout String.UnicodeScalarView.SubSequence) {
    let figures = rest.prefix(3).prefix { $0.isASCIIDigit }.count
    rest = rest.dropFirst(figures > 2 ? 1 : figures)
  }

  /// `+1`, which a page number may have added.
  private static func dropSummand(_ rest: inout String.UnicodeScalarView.SubSequence) {
    guard let sign = rest.first, sign == "+" || sign == "-" else { return }
    let figures = rest.dropFirst().prefix { $0.isASCIIDigit }.count
    if figures > 0 { rest = rest.dropFirst(1 + figures) }
  }
}

extension Unicode.Scalar {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
