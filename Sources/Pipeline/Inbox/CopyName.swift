import Publication

/// Names that file managers, browsers and clerks give to a copy: 通知 - 副本, 复件 通知, 通知(1), Copy of 通知.
enum CopyName {
  private static let endings = ["副本", "（副本）", "(副本)", " - 复制", "复件", "拷贝", " - copy", " copy"]
  private static let openings = ["复件", "副本", "拷贝", "copy of "]

  /// Whether the name is that of a copy. A copy of a copy is one, too.
  static func isCopy(_ path: FileName) -> Bool {
    let stem = path.stem.description.lowercased()
    return isNumbered(stem) || openings.contains(where: stem.hasPrefix) || endings.contains(where: stem.hasSuffix)
  }

  /// The name that a copy was made of, without folder and extension, in small letters: equal for a file, its copies and what it is saved as in another format.
  static func original(of path: FileName) -> String {
    var stem = path.stem.description.lowercased().trimmedWhitespace
    while let shorter = withoutMark(stem), !shorter.utf8.isEmpty { stem = shorter }
    return stem
  }

  private static func withoutMark(_ stem: String) -> String? {
    let rest: Substring? =
      if isNumbered(stem) {
        stem.lastIndex { $0 == "(" || $0 == "（" }.map { stem[..<$0] }
      } else if let ending = endings.first(where: stem.hasSuffix) {
        stem.dropLast(ending.count)
      } else {
        openings.first(where: stem.hasPrefix).map { stem.dropFirst($0.count) }
      }
    // 通知 - 副本.
    return rest.map { String($0).trimmedWhitespace }.map { name in
      name.hasSuffix("-") ? String(name.dropLast()).trimmedWhitespace : name
    }
  }

  /// One or two figures in brackets at the end.
  private static func isNumbered(_ stem: String) -> Bool {
    guard stem.hasSuffix(")") || stem.hasSuffix("）"), let open = stem.lastIndex(where: { $0 == "(" || $0 == "（" })
    else {
      return false
    }
    let digits = stem[stem.index(after: open)...].dropLast()
    return (1...2).contains(digits.count) && digits.allSatisfy { ("0"..."9").contains($0) }
  }
}
