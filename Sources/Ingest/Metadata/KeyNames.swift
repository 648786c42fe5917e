import Publication

/// Names of metadata keys near to one that isn't known.
enum KeyNames {
  /// The nearest name or alias, `nil` where none is near.
  static func nearest(to name: String) -> String? {
    let written = lowered(name)
    guard (1...40).contains(written.count) else { return nil }
    var best: (distance: Int, name: String)?
    for key in MetadataKey.allCases {
      for candidate in [key.rawValue] + key.aliases {
        let wanted = lowered(candidate)
        let distance = editDistance(written, wanted)
        guard distance <= max(1, min(written.count, wanted.count) / 2), distance < wanted.count else { continue }
        if distance < best?.distance ?? Int.max { best = (distance, candidate) }
      }
    }
    return best?.name
  }

  private static func lowered(_ name: String) -> [UInt32] {
    name.trimmedWhitespace.unicodeScalars.map { (0x41...0x5A).contains($0.value) ? $0.value | 0x20 : $0.value }
  }

  /// Insertions, deletions and replacements from one to the other (V. I. Levenshtein, 1965).
  static func editDistance(_ left: [UInt32], _ right: [UInt32]) -> Int {
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let replaced = diagonal + (a == b ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, diagonal + 1, row[j] + 1)
      }
    }
    return row[right.count]
  }
}
