internal import CGumbo

extension HTMLWalker {
  /// The items of the list that opens at `index`, without those that aren't displayed.
  func itemCount(ofListAt index: Int, in events: UnsafeBufferPointer<zarlal_html_event>) -> Int {
    var depth = 0
    var count = 0
    for event in events[index...] {
      switch UInt32(event.kind) {
      case zarlal_html_open.rawValue:
        if depth == 1, HTMLTag(rawValue: event.tag) == .li, let pointer = event.element {
          let item = HTMLElement(pointer)
          if !isHidden(item, item.bytes(of: "style").map(InlineStyle.init)) { count += 1 }
        }
        depth += 1
      case zarlal_html_close.rawValue:
        depth -= 1
        if depth == 0 { return count }
      default: break
      }
    }
    return count
  }
}
