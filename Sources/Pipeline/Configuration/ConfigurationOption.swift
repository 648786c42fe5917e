/// The names of the options, by the object they stand in: what an unknown one is compared with.
enum ConfigurationOption {
  static func names(in path: String) -> [String] {
    switch path {
    case "":
      [
        "schema", "workDirectory", "office", "outlets", "waiting", "settleSeconds", "limits", "ignore", "text",
        "spaceReserveBytes", "reviews", "languages",
      ]
    case "office": ["name", "timeZone", "contacts"]
    case "waiting": ["sidecarSeconds", "emptySeconds", "incompleteSeconds", "staleLockSeconds", "pairSeconds"]
    case "limits":
      [
        "fileBytes", "bundleBytes", "textBytes", "inflatedBytes", "partBytes", "inflationRatio", "archiveEntries",
        "nesting", "paragraphs", "titleScalars", "secondsPerFile", "subprocessSeconds",
        "subprocessMemoryBytes", "subprocessOutputBytes", "itemsPerRun",
      ]
    case "text": ["mongolianRules", "wrongNames"]
    case "reviews": ["required"]
    case "languages": ["policy"]
    default:
      path.hasSuffix(".limits") ? [] : ["id", "kind", "language", "name", "suffixSeparator", "categories", "limits"]
    }
  }
}

/// The name that a slip of the pen most likely meant.
enum Nearest {
  /// The name among `names` with the fewest edits from `text`, when that is at most a third of its length.
  static func name(to text: String, among names: [String]) -> String? {
    let wanted = Array(text.lowercased().unicodeScalars)
    return names.map { (name: $0, edits: distance(wanted, Array($0.lowercased().unicodeScalars))) }
      .filter { $0.edits <= max(2, $0.name.unicodeScalars.count / 3) }
      .min { ($0.edits, $0.name) < ($1.edits, $1.name) }?.name
  }

  /// Levenshtein's distance.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let cost = a == b ? diagonal : 1 + min(diagonal, row[j], row[j + 1])
        diagonal = row[j + 1]
        row[j + 1] = cost
      }
    }
    return row[right.count]
  }
}
