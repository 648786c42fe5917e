internal import CGumbo
internal import Publication

// What a page shows and we can't: players, frames, drawings. Losing it in silence would publish half a page.
extension HTMLWalker {
  /// Counts an element that a browser shows and that is dropped.
  mutating func noteEmbedded(_ tag: HTMLTag, _ element: HTMLElement, _ style: InlineStyle?) {
    guard let what = HTMLWalker.embedded(tag, element, style) else { return }
    embedded[what, default: 0] += 1
  }

  /// What can't be shown holds the page, once a kind with its count; what is hardly missed is told.
  var embeddedDiagnostics: [Diagnostic] {
    func told(_ found: [String: Int], _ code: Code, _ severity: Diagnostic.Severity) -> [Diagnostic] {
      found.sorted { $0.key < $1.key }.map { what, count in
        Diagnostic(code, severity, place: "网页", details: ["what": "\(what) \(count) 处"])
      }
    }
    let hidden = concealed.map { [Diagnostic(.concealedText, .hold, place: "正文第\($0)段")] } ?? []
    return told(embedded, .contentNotShowable, .hold) + hidden + told(leftOut, .contentLeftOut, .warning)
  }

  /// What somebody wrote into a form or chose in it is seen like any text; the entries of a list that nobody chose from are a page's controls.
  mutating func note(_ control: HTMLTag, hasText: Bool, hasChoice: Bool) {
    switch control {
    case .textarea: if hasText { embedded["表单里的文字（textarea）", default: 0] += 1 }
    case .select:
      if hasText, hasChoice { embedded["表单里选定的内容（select）", default: 0] += 1 }
      if hasText, !hasChoice { leftOut["表单里的选项（select）", default: 0] += 1 }
    default: if hasChoice { leftOut["图片上的链接（map）", default: 0] += 1 }
    }
  }

  /// A field with something in it.
  /// Source: HTML Living Standard, section 4.10.5.1 (types of `input`): those that show their value as text.
  mutating func noteInput(_ element: HTMLElement) {
    guard let value = element.bytes(of: "value"), value.contains(where: { $0 > 0x20 }) else { return }
    let unseen: [StaticString] = [
      "hidden", "password", "submit", "button", "reset", "image", "file", "search", "range", "color",
    ]
    guard !unseen.contains(where: { element.has("type", $0) }) else { return }
    embedded["表单里填写的内容（input）", default: 0] += 1
  }

  /// Whether a picture larger than an icon is behind what stands in an element.
  static func hasBackground(_ tag: HTMLTag, _ element: HTMLElement, _ style: InlineStyle?) -> Bool {
    switch tag.role {
    case .dropped: return false
    default: break
    }
    let isOld = [.body, .table, .tr, .td, .th].contains(tag) && element.bytes(of: "background") != nil
    return (isOld || style?.hasBackgroundPicture ?? false) && tag != .img && !isSmall(element, style, 64)
  }

  /// A picture behind nothing is itself what the page shows; behind words it is mostly an ornament.
  mutating func noteBackground(isAlone: Bool) {
    if isAlone {
      embedded["用样式显示的图片（background）", default: 0] += 1
    } else {
      leftOut["文字后面的背景图片", default: 0] += 1
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
