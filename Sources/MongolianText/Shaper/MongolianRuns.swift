/// The runs of a text: what the shaper looks at as one piece.
///
/// A run is a longest stretch of Hudum letters (U+1820 to U+1842), selectors, U+180E, nirugu, U+202F and ZWJ that holds at least
/// one character of the Mongolian block. Everything else, ZWNJ and letters of Todo, Sibe and Manchu included, ends it.
///
/// Source: UTN #57; `docs/mongolian.md`.
public enum MongolianRuns {
  /// The first run at or behind `start`, as offsets of UTF-8; `nil` when there is none. Linear, allocates nothing.
  public static func next(in utf8: Span<UInt8>, from start: Int) -> Range<Int>? {
    var index = max(0, start)
    while index < utf8.count {
      guard utf8[index] & 0xF0 == 0xE0, RunToken.at(index, in: utf8) != RunToken.none else {
        index += 1
        continue
      }
      let begin = index
      var isMongolian = false
      while true {
        let token = RunToken.at(index, in: utf8)
        if token == RunToken.none { break }
        if token != RunToken.zwj, token != RunToken.nnbsp { isMongolian = true }
        index += RunToken.length
      }
      if isMongolian { return begin..<index }
    }
    return nil
  }

  /// All runs of `utf8`.
  public static func all(in utf8: Span<UInt8>) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var index = 0
    while let run = next(in: utf8, from: index) {
      runs.append(run)
      index = run.upperBound
    }
    return runs
  }
}
