import Publication

/// Names that are never documents: leftovers of systems, office suites, editors, browsers and sync tools.
///
/// Letters A to Z are compared without regard to case: the same leftovers come as `Thumbs.db` and `THUMBS.DB`.
struct IgnoreRules: Sendable {
  private let exact: Set<[UInt8]>
  private let openings: [[UInt8]]
  private let endings: [[UInt8]]
  /// With stars elsewhere.
  private let patterns: [[UInt8]]

  /// The built-in list; `*` stands for any bytes.
  static let builtIn = [
    ".*", "~$*", "~*.tmp", "*.tmp", "*.temp", "*.part", "*.partial", "*.crdownload", "*.download", "*.filepart",
    "*.!ut", "*.!qb", "*.aria2", "*.opdownload", "*.swp", "*.swo", "*~", "#*#", "*.bak", "*.wbk", "*.asd", "*.lock",
    "*.lck", "Thumbs.db", "ehthumbs.db", "desktop.ini", "__MACOSX", "$RECYCLE.BIN", "RECYCLER",
    "System Volume Information", "@eaDir", "#recycle", "lost+found", "*.sync-conflict-*", "*.syncthing.*", "*.rsync*",
    "*.baiduyun.p.downloading", "*.td", "*.xltd", "*.lnk", "*.url",
  ]

  init(site: [String]) {
    let all = (Self.builtIn + site).map { Self.folded($0.utf8) }
    func stars(_ pattern: [UInt8]) -> Int { pattern.count { $0 == 0x2A } }
    exact = Set(all.filter { stars($0) == 0 })
    openings = all.filter { stars($0) == 1 && $0.last == 0x2A }.map { $0.dropLast() }
    endings = all.filter { stars($0) == 1 && $0.last != 0x2A && $0.first == 0x2A }.map { Array($0.dropFirst()) }
    patterns = all.filter { stars($0) > 1 || (stars($0) == 1 && $0.last != 0x2A && $0.first != 0x2A) }
  }

  func ignores(_ name: FileName) -> Bool {
    let name = Self.folded(name.bytes)
    return exact.contains(name) || openings.contains { name.starts(with: $0) }
      || endings.contains { name.count >= $0.count && name.suffix($0.count).elementsEqual($0) }
      || patterns.contains { matches($0[...], name[...]) }
  }

  private static func folded(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
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
  /// The names of the locks that say that `document` is open: Word and WPS (`~$x.docx`, with up to two characters of a long name
  /// replaced), LibreOffice (`.~lock.x.docx#`).
  static func locks(of document: FileName) -> [FileName] {
    var names = [FileName(bytes: Array(".~lock.".utf8) + document.bytes + [0x23])]
    var scalars = Substring(String(decoding: document.bytes, as: UTF8.self)).unicodeScalars
    for _ in 0...2 {
      names.append(FileName(bytes: [0x7E, 0x24] + Array(String(scalars).utf8)))
      guard scalars.popFirst() != nil else { break }
    }
    return names
  }

  static func looksLikeLock(_ name: FileName) -> Bool {
    name.bytes.starts(with: [0x7E, 0x24]) || name.bytes.starts(with: Array(".~lock.".utf8))
  }
}
