import Publication

/// Names that are never documents: leftovers of systems, office suites, editors, browsers and sync tools.
struct IgnoreRules: Sendable {
  private let patterns: [[UInt8]]

  /// The built-in list; `*` stands for any bytes.
  static let builtIn = [
    ".*", "~$*", "~*.tmp", "*.tmp", "*.temp", "*.part", "*.partial", "*.crdownload", "*.download", "*.filepart",
    "*.!ut", "*.aria2", "*.swp", "*.swo", "*~", "#*#", "*.bak", "*.lock", "*.lck", "Thumbs.db", "thumbs.db",
    "ehthumbs.db", "desktop.ini", "Desktop.ini", "__MACOSX", "*.sync-conflict-*", "*.syncthing.*", "*.rsync*",
    "*.baiduyun.p.downloading", "*.td", "*.xltd", "*.lnk", "*.url",
  ]

  init(site: [String]) {
    patterns = (Self.builtIn + site).map { Array($0.utf8) }
  }

  func ignores(_ name: FileName) -> Bool {
    patterns.contains { matches($0[...], name.bytes[...]) }
  }

  /// Glob matching with `*` only, in time proportional to pattern × name.
  private func matches(_ pattern: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>) -> Bool {
    var p = pattern.startIndex
    var n = name.startIndex
    var star: Int?
    var mark = n
    while n < name.endIndex {
      if p < pattern.endIndex, pattern[p] == 0x2A {
        star = p
        mark = n
        p += 1
      } else if p < pattern.endIndex, pattern[p] == name[n] {
        p += 1
        n += 1
      } else if let last = star {
        p = last + 1
        mark += 1
        n = mark
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == 0x2A }
  }
}

/// Lock files that office suites leave beside an open document.
enum EditorLock {
  /// Whether `lock` says that `document` is open: Word and WPS (`~$x.docx`, with up to two characters of a long name
  /// replaced), LibreOffice (`.~lock.x.docx#`).
  static func isLock(_ lock: FileName, of document: FileName) -> Bool {
    let text = lock.bytes
    let prefix = Array(".~lock.".utf8)
    if text.starts(with: prefix), text.last == 0x23 {
      return text[prefix.count..<(text.count - 1)].elementsEqual(document.bytes)
    }
    guard text.starts(with: [0x7E, 0x24]) else { return false }
    let rest = text.dropFirst(2)
    var scalars = Substring(String(decoding: document.bytes, as: UTF8.self)).unicodeScalars
    for _ in 0...2 {
      if String(scalars).utf8.elementsEqual(rest) { return true }
      guard scalars.popFirst() != nil else { return false }
    }
    return false
  }

  static func looksLikeLock(_ name: FileName) -> Bool {
    name.bytes.starts(with: [0x7E, 0x24]) || name.bytes.starts(with: Array(".~lock.".utf8))
  }
}
