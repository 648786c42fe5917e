import Publication

/// The texts of one paragraph, joined, so that nothing is missed where a bold word ends or a link begins.
///
/// Each text keeps its range of the whole; line ends and pictures stand between as barriers that belong to no text.
struct JoinedText {
  /// One replacement: bytes of the whole, and what stands there afterwards.
  struct Edit {
    var range: Range<Int>
    var replacement: [UInt8]
  }

  private(set) var bytes: [UInt8] = []
  private(set) var ranges: [Range<Int>] = []

  /// The whole as a string.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether the whole is `other`, byte for byte.
  func isSame(as other: String) -> Bool {
    var other = other
    return other.withUTF8 { other in bytes.withUnsafeBufferPointer { $0.isSame(as: other) } }
  }

  /// The texts one by one, in order.
  var parts: [String] { ranges.map { String(decoding: bytes[$0], as: UTF8.self) } }

  mutating func append(_ part: String) {
    let start = bytes.count
    bytes.append(contentsOf: part.utf8)
    ranges.append(start..<bytes.count)
  }

  /// Puts in something that no word, suffix or combination reaches across.
  mutating func appendBarrier(_ barrier: StaticString) {
    barrier.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Replaces the bytes by others of the same number: ranges stay.
  mutating func replace(with text: String) {
    guard text.utf8.count == bytes.count else { return }
    bytes = Array(text.utf8)
  }

  /// Applies `edits`, which are in order and don't overlap. What an edit puts in goes to the text in which the edit begins.
  mutating func apply(_ edits: [Edit]) {
    guard !edits.isEmpty else { return }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var moved: [Range<Int>] = []
    moved.reserveCapacity(ranges.count)
    var next = 0
    var position = 0
    /// Writes the old bytes up to `end`, edits included that begin before it; at the end of a text also what is put in just there.
    func advance(to end: Int, endsText: Bool = false) -> Int {
      while next < edits.count {
        let edit = edits[next]
        guard edit.range.lowerBound < end || (endsText && edit.range.isEmpty && edit.range.lowerBound == end) else {
          break
        }
        next += 1
        if edit.range.lowerBound > position { out.append(contentsOf: bytes[position..<edit.range.lowerBound]) }
        out.append(contentsOf: edit.replacement)
        position = max(position, edit.range.upperBound)
      }
      if end > position {
        out.append(contentsOf: bytes[position..<end])
        position = end
      }
      return out.count
    }
    for range in ranges {
      let start = advance(to: range.lowerBound)
      moved.append(start..<max(start, advance(to: range.upperBound, endsText: true)))
    }
    _ = advance(to: bytes.count)
    while next < edits.count {
      out.append(contentsOf: edits[next].replacement)
      next += 1
    }
    bytes = out
    ranges = moved
  }
}
