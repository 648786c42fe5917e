/// Changes and flags as a walk over a text finds them, in the order of their places.
///
/// A change is kept as the bytes that it covers and the bytes that it puts there: 32 bytes, and no array of its own. Scalars and lines
/// are counted when a report is asked for, and the new text is only put together then.
struct TextEditor: Sendable {
  /// Bytes of the input, and how many bytes of ``TextEditor/written`` stand in their place.
  struct Edit: Sendable {
    var start: Int
    var length: Int
    var written: Int
    var rule: NormalizerRule
  }

  /// Something noticed at a byte.
  struct Note: Sendable {
    var place: Int
    var rule: FlagRule
    var scalars: [Unicode.Scalar]
    var suggestion: String
  }

  private(set) var edits: [Edit] = []
  private(set) var notes: [Note] = []
  /// What all changes write, one after the other, in UTF-8.
  private(set) var written: [UInt8] = []
  /// Where the last change or flag is: places only ever grow.
  private var place = 0

  /// Room for the changes of a text of `count` bytes, if it has many: memory that is not used costs nothing.
  init(for count: Int = 0) {
    edits.reserveCapacity(count / 64)
    written.reserveCapacity(count / 32)
  }

  /// Puts `after` in the place of the bytes `range`.
  mutating func change(_ rule: NormalizerRule, in range: Range<Int>, to after: [Unicode.Scalar]) {
    let start = written.count
    for scalar in after { written.append(contentsOf: scalar.utf8) }
    edits.append(Edit(start: range.lowerBound, length: range.count, written: written.count &- start, rule: rule))
    place = max(place, range.lowerBound)
  }

  /// Puts U+180E in the place of the three bytes of U+202F.
  @inline(__always) mutating func separate(at start: Int) {
    written.append(0xE1)
    written.append(0xA0)
    written.append(0x8E)
    edits.append(Edit(start: start, length: 3, written: 3, rule: .suffixSeparator))
    place = max(place, start)
  }

  /// Notes something at a byte.
  mutating func flag(_ rule: FlagRule, at byte: Int, scalars: [Unicode.Scalar], suggestion: String) {
    place = max(place, byte)
    notes.append(Note(place: place, rule: rule, scalars: scalars, suggestion: suggestion))
  }
}

extension TextEditor {
  /// The new text of `bytes`, in pieces of some ten thousand bytes: a long text is not held twice.
  func write<Failure: Error>(
    _ bytes: UnsafeBufferPointer<UInt8>, to write: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var piece: [UInt8] = []
    piece.reserveCapacity(Self.piece + 256)
    var copied = 0
    var taken = 0
    for edit in edits {
      try Self.add(bytes, copied..<edit.start, to: &piece, write)
      piece.append(contentsOf: written[taken..<(taken &+ edit.written)])
      copied = edit.start &+ edit.length
      taken &+= edit.written
    }
    try Self.add(bytes, copied..<bytes.count, to: &piece, write)
    if !piece.isEmpty { try write(piece) }
  }

  private static let piece = 1 << 16

  private static func add<Failure: Error>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to piece: inout [UInt8],
    _ write: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var start = range.lowerBound
    while start < range.upperBound {
      let end = min(range.upperBound, start &+ max(Self.piece &- piece.count, 1))
      piece.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<end]))
      start = end
      guard piece.count >= Self.piece else { continue }
      try write(piece)
      piece.removeAll(keepingCapacity: true)
    }
  }

  /// The new bytes, or nothing where the text stays as it is.
  func output(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard !edits.isEmpty else { return nil }
    let count = edits.reduce(bytes.count) { $0 &+ $1.written &- $1.length }
    var output: [UInt8] = []
    output.reserveCapacity(count)
    write(bytes) { output.append(contentsOf: $0) }
    return output
  }

  /// The changes with their places in both texts.
  func changes(_ bytes: UnsafeBufferPointer<UInt8>) -> [TextChange] {
    var changes: [TextChange] = []
    changes.reserveCapacity(edits.count)
    var counter = PlaceCounter(bytes)
    var growth = 0
    var taken = 0
    written.withUnsafeBufferPointer { written in
      for edit in edits {
        counter.advance(to: edit.start)
        let before = Self.scalars(bytes, edit.start..<(edit.start &+ edit.length))
        let after = Self.scalars(written, taken..<(taken &+ edit.written))
        changes.append(
          TextChange(
            rule: edit.rule.rawValue, line: counter.line,
            before: ScalarSpan(scalarOffset: counter.scalars, scalars: before),
            after: ScalarSpan(scalarOffset: counter.scalars &+ growth, scalars: after)))
        growth &+= after.count &- before.count
        taken &+= edit.written
      }
    }
    return changes
  }

  /// The flags with their places in the input.
  func flags(_ bytes: UnsafeBufferPointer<UInt8>) -> [TextFlag] {
    var counter = PlaceCounter(bytes)
    return notes.map { note in
      counter.advance(to: note.place)
      return TextFlag(
        rule: note.rule.rawValue, line: counter.line, scalarOffset: counter.scalars, scalars: note.scalars,
        suggestion: note.suggestion)
    }
  }

  /// The report as JSON, in pieces.
  func writeReport(
    of bytes: UnsafeBufferPointer<UInt8>, policy: String, to write: ([UInt8]) throws -> Void
  ) throws {
    var report = ReportWriter(policy: policy)
    var counter = PlaceCounter(bytes)
    var growth = 0
    var taken = 0
    try written.withUnsafeBufferPointer { written in
      for edit in edits {
        counter.advance(to: edit.start)
        let place = counter.scalars
        if edit.rule == .suffixSeparator {
          report.separation(line: counter.line, place, place &+ growth)
        } else {
          let before = UnsafeBufferPointer(rebasing: bytes[edit.start..<(edit.start &+ edit.length)])
          let after = UnsafeBufferPointer(rebasing: written[taken..<(taken &+ edit.written)])
          report.change(edit.rule, line: counter.line, (place, before), (place &+ growth, after))
          growth &+= PlaceCounter.scalars(in: after) &- PlaceCounter.scalars(in: before)
        }
        taken &+= edit.written
        if report.isFull { try write(report.take()) }
      }
    }
    report.endChanges()
    counter = PlaceCounter(bytes)
    for note in notes {
      counter.advance(to: note.place)
      report.flag(
        note.rule.rawValue, line: counter.line, scalarOffset: counter.scalars, scalars: note.scalars,
        suggestion: note.suggestion)
      if report.isFull { try write(report.take()) }
    }
    report.end()
    try write(report.take())
  }

  /// Known single scalars share an array.
  private static func scalars(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [Unicode.Scalar] {
    let text = TextBytes(bytes: bytes)
    let (first, length) = text.scalar(at: range.lowerBound)
    if length == range.count {
      if first == ScalarSet.narrowSpace { return KnownScalars.narrowSpace }
      if first == ScalarSet.vowelSeparator { return KnownScalars.vowelSeparator }
    }
    var scalars: [Unicode.Scalar] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let (value, length) = text.scalar(at: index)
      if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
      index &+= max(length, 1)
    }
    return scalars
  }
}

/// Scalars that changes are made of again and again; the arrays are shared.
private enum KnownScalars {
  static let vowelSeparator: [Unicode.Scalar] = ["\u{180E}"]
  static let narrowSpace: [Unicode.Scalar] = ["\u{202F}"]
}
