/// What an address in a document may become. The readers let only `http`, `https` and `mailto` through; renderers look again.
enum Link {
  /// Whether `href` is an address that a page may link to.
  static func isUsable(_ href: String) -> Bool {
    ["http://", "https://", "mailto:"].contains { starts(href, with: $0) } && href.utf8.allSatisfy { $0 > 0x20 }
  }

  /// Whether `href` leads to `host` itself, by HTTP or HTTPS.
  static func leads(_ href: String, to host: String) -> Bool {
    ["http://", "https://"].contains { starts(href, with: $0 + host + "/") } && isUsable(href)
  }

  /// ASCII letters compare without case.
  private static func starts(_ text: String, with prefix: String) -> Bool {
    var rest = text.utf8.makeIterator()
    for expected in prefix.utf8 {
      guard let byte = rest.next() else { return false }
      let lowered = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      guard lowered == expected else { return false }
    }
    return true
  }
}
