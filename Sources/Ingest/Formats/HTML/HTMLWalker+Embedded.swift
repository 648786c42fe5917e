internal import CGumbo
internal import Publication

// What a page shows and we can't: players, frames, drawings. Losing it in silence would publish half a page.
extension HTMLWalker {
  /// Counts an element that a browser shows and that is dropped.
  mutating func noteEmbedded(_ tag: HTMLTag, _ element: HTMLElement, _ style: InlineStyle?) {
    guard let what = HTMLWalker.embedded(tag, element, style) else { return }
    embedded[what, default: 0] += 1
  }

  /// What can't be shown holds the page, once a kind with its count.
  var embeddedDiagnostics: [Diagnostic] {
    embedded.sorted { $0.key < $1.key }.map { what, count in
      Diagnostic(.contentNotShowable, .hold, place: "网页", details: ["what": "\(what) \(count) 处"])
    }
  }

  /// What a reader would miss of the element, for people; `nil`: nothing.
  /// Source: HTML Living Standard, section 4.8 (embedded content).
  private static func embedded(_ tag: HTMLTag, _ element: HTMLElement, _ style: InlineStyle?) -> String? {
    switch tag {
    case .iframe:
      let address = (element["src"] ?? "").trimmedWhitespace.lowercased()
      let isEmpty = address.isEmpty || address.hasPrefix("about:") || address.hasPrefix("javascript:")
      let isLazy = element.bytes(of: "data-src") != nil
      guard element.bytes(of: "srcdoc") != nil || isLazy || !isEmpty, !isSmall(element, style, 1) else { return nil }
      return "嵌入的网页或视频（iframe）"
    case .video: return isSmall(element, style, 1) ? nil : "视频"
    // Without controls nothing is seen of it.
    case .audio: return element.bytes(of: "controls") == nil ? nil : "音频"
    case .object, .embed, .applet: return isSmall(element, style, 1) ? nil : "嵌入对象（\(tag)）"
    case .canvas: return isSmall(element, style, 1) ? nil : "画布（canvas）"
    // Browsers show what is in it.
    case .template: return element.bytes(of: "shadowrootmode") == nil ? nil : "网页组件（shadow root）"
    case .math: return "公式（MathML）"
    case .frameset: return "框架网页（frameset）"
    // Icons are drawings too: those that say so, and those of an icon's size.
    case .svg: return element.has("aria-hidden", "true") || isSmall(element, style, 64) ? nil : "SVG 图形"
    default: return nil
    }
  }

  /// Where a picture without `src` is: the first of `srcset`, or what a script would have loaded it from later.
  static func otherAddress(of element: HTMLElement) -> String? {
    if let set = element["srcset"] ?? element["data-srcset"],
      let first = set.split(whereSeparator: \.isWhitespace).first
    {
      return first.hasSuffix(",") ? String(first.dropLast()) : String(first)
    }
    var found: String?
    element.forEachAttribute { name, value in
      guard found == nil, name.count > 5, name.hasWord("data-", at: 0..<name.count, whole: false) else { return }
      let text = String(decoding: value, as: UTF8.self).trimmedWhitespace
      let path = text.prefix { $0 != "?" && $0 != "#" }.lowercased()
      if [".png", ".jpg", ".jpeg", ".gif", ".webp"].contains(where: path.hasSuffix) { found = text }
    }
    return found
  }

  /// Whether the element says that it is at most `most` pixels wide or high.
  private static func isSmall(_ element: HTMLElement, _ style: InlineStyle?, _ most: Int) -> Bool {
    let written = [element.bytes(of: "width"), element.bytes(of: "height")].map { $0.flatMap(InlineStyle.pixels) }
    return (written + [style?.width, style?.height]).contains { $0.map { $0 <= most } ?? false }
  }
}
