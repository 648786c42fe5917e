import Publication

/// Titles of web pages that carry the site's name: `关于放假的通知_某某政府网`.
enum PageTitle {
  /// Whether `page` is the text's own title with more after it, or a part of it: then the text has the better one.
  static func shows(_ own: String, in page: String) -> Bool {
    guard let first = head(page) else { return false }
    return own.contains(text: first) || first.isSame(as: own)
  }

  /// The title without the site's name; a title without one as it is.
  static func withoutSite(_ page: String) -> String {
    guard let first = head(page) else { return page }
    let site = page.unicodeScalars.dropFirst(first.unicodeScalars.count)
    let isSite = ["网", "网站", "门户", "平台", "首页", "政府"].contains { String(site).trimmedWhitespace.ends(withText: $0) }
    return isSite ? first : page
  }

  /// What stands before the first `_`, `|` or ` - `.
  private static func head(_ page: String) -> String? {
    let scalars = page.unicodeScalars
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let isMark = "_|\u{FF5C}\u{FF3F}".unicodeScalars.contains(scalars[index])
      let isDash = "-\u{2013}\u{2014}".unicodeScalars.contains(scalars[index]) && isBetweenBlanks(scalars, index)
      if isMark || isDash {
        let head = String(scalars[..<index]).trimmedWhitespace
        return head.unicodeScalars.count >= 4 ? head : nil
      }
      index = scalars.index(after: index)
    }
    return nil
  }

  private static func isBetweenBlanks(_ scalars: String.UnicodeScalarView, _ index: String.UnicodeScalarView.Index)
    -> Bool
  {
    guard index > scalars.startIndex else { return false }
    let after = scalars.index(after: index)
    return scalars[scalars.index(before: index)].isBlank && after < scalars.endIndex && scalars[after].isBlank
  }
}
