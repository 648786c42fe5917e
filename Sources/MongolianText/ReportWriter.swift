/// Writes change reports, `zarlal.text-changes/1`, into pieces of UTF-8: no value is made for a change on its way.
struct ReportWriter {
  private var piece: [UInt8]
  /// How many bytes of ``piece`` are written.
  private var count = 0
  private var isFirst = true
  /// `{"rule":"…","line":` of the rule written last.
  private var head: [UInt8] = []
  private var headRule: NormalizerRule?
  private var separation = Separation()

  /// A piece is handed out when it has become as long.
  private static let length = 1 << 16

  /// A report that has its opening.
  init(policy: String) {
    piece = [UInt8](repeating: 0, count: Self.length + 4096)
    put(
      Self.bytes(#"{"schema":"zarlal.text-changes/1","policy":"#) + Self.quoted(policy) + Self.bytes(#","changes":["#))
  }

  var isFull: Bool { count >= Self.length }

  /// The piece so far; the next one starts.
  mutating func take() -> [UInt8] {
    defer { count = 0 }
    return Array(piece[..<count])
  }

  /// Ends the changes; flags follow.
  mutating func endChanges() {
    put(Self.bytes(#"],"flags":["#))
    isFirst = true
  }

  /// Ends the report.
  mutating func end() {
    put(Self.bytes("]}\n"))
  }

  /// A change of one of the library's rules, the scalars as UTF-8.
  mutating func change(
    _ rule: NormalizerRule, line: Int, _ before: (offset: Int, bytes: UnsafeBufferPointer<UInt8>),
    _ after: (offset: Int, bytes: UnsafeBufferPointer<UInt8>)
  ) {
    if rule != headRule {
      head = Self.head(rule.rawValue)
      headRule = rule
    }
    // Twelve bytes of report for a scalar of one byte are the most.
    room((before.bytes.count &+ after.bytes.count) &* Cursor.scalarLength)
    piece.withUnsafeMutableBufferPointer { piece in
      var cursor = Cursor(piece, count)
      if !isFirst { cursor.put(UInt8(ascii: ",")) }
      head.withUnsafeBufferPointer { cursor.put($0) }
      cursor.put(line)
      cursor.put(#","before":{"scalarOffset":"#)
      cursor.put(before.offset)
      cursor.put(utf8: before.bytes)
      cursor.put(#"},"after":{"scalarOffset":"#)
      cursor.put(after.offset)
      cursor.put(utf8: after.bytes)
      cursor.put("}}")
      count = cursor.count
    }
    isFirst = false
  }

  /// The change that is made most: U+202F to U+180E.
  mutating func separation(line: Int, _ before: Int, _ after: Int) {
    let widths = (Cursor.digits(line), Cursor.digits(before), Cursor.digits(after))
    if widths != separation.widths { separation = Separation(widths) }
    room(0)
    piece.withUnsafeMutableBufferPointer { piece in
      var cursor = Cursor(piece, count)
      if !isFirst { cursor.put(UInt8(ascii: ",")) }
      separation.bytes.withUnsafeBufferPointer { cursor.put($0) }
      let start = cursor.count &- separation.bytes.count
      cursor.put(line, widths.0, at: start &+ separation.places.0)
      cursor.put(before, widths.1, at: start &+ separation.places.1)
      cursor.put(after, widths.2, at: start &+ separation.places.2)
      count = cursor.count
    }
    isFirst = false
  }

  /// A change of U+202F to U+180E with room for numbers of so many digits.
  private struct Separation {
    var bytes: [UInt8] = []
    var widths = (0, 0, 0)
    var places = (0, 0, 0)

    init() {}

    init(_ widths: (Int, Int, Int)) {
      self.widths = widths
      bytes = ReportWriter.head(NormalizerRule.suffixSeparator.rawValue)
      places.0 = gap(widths.0)
      bytes += ReportWriter.bytes(#","before":{"scalarOffset":"#)
      places.1 = gap(widths.1)
      bytes += ReportWriter.bytes(#","scalars":["U+202F"]},"after":{"scalarOffset":"#)
      places.2 = gap(widths.2)
      bytes += ReportWriter.bytes(#","scalars":["U+180E"]}}"#)
    }

    private mutating func gap(_ width: Int) -> Int {
      bytes += [UInt8](repeating: 0x30, count: width)
      return bytes.count - width
    }
  }

  /// A change as a value.
  mutating func change(_ change: TextChange) {
    open(change.rule)
    room((change.before.scalars.count + change.after.scalars.count) * Cursor.scalarLength)
    piece.withUnsafeMutableBufferPointer { piece in
      var cursor = Cursor(piece, count)
      cursor.put(change.line)
      cursor.put(#","before":{"scalarOffset":"#)
      cursor.put(change.before.scalarOffset)
      cursor.put(change.before.scalars)
      cursor.put(#"},"after":{"scalarOffset":"#)
      cursor.put(change.after.scalarOffset)
      cursor.put(change.after.scalars)
      cursor.put("}}")
      count = cursor.count
    }
  }

  /// A flag.
  mutating func flag(
    _ rule: String, line: Int, scalarOffset: Int, scalars: [Unicode.Scalar], suggestion: String
  ) {
    open(rule)
    room(scalars.count * Cursor.scalarLength)
    piece.withUnsafeMutableBufferPointer { piece in
      var cursor = Cursor(piece, count)
      cursor.put(line)
      cursor.put(#","scalarOffset":"#)
      cursor.put(scalarOffset)
      cursor.put(scalars)
      cursor.put(#","suggestion":"#)
      count = cursor.count
    }
    put(Self.quoted(suggestion) + [UInt8(ascii: "}")])
  }

  // MARK: Pieces of it

  /// Room for what is always there, and as much more.
  private mutating func room(_ more: Int) {
    let needed = count &+ more &+ 512
    if needed > piece.count { piece.append(contentsOf: repeatElement(0, count: needed &- piece.count)) }
  }

  private mutating func put(_ bytes: [UInt8]) {
    room(bytes.count)
    piece.withUnsafeMutableBufferPointer { piece in
      var cursor = Cursor(piece, count)
      bytes.withUnsafeBufferPointer { cursor.put($0) }
      count = cursor.count
    }
  }

  /// What opens a change or flag, behind a comma where it is not the first.
  private mutating func open(_ rule: String) {
    put((isFirst ? [] : [UInt8(ascii: ",")]) + Self.head(rule))
    isFirst = false
  }

  fileprivate static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  fileprivate static func head(_ rule: String) -> [UInt8] {
    bytes(#"{"rule":"#) + quoted(rule) + bytes(#","line":"#)
  }

  private static func quoted(_ text: String) -> [UInt8] {
    let mark = UInt8(ascii: "\"")
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != mark && $0 != 0x5C }) { return [mark] + text.utf8 + [mark] }
    var result = [mark]
    for byte in text.utf8 {
      switch byte {
      case 0x22, 0x5C: result += [0x5C, byte]
      case 0..<0x20:
        result += bytes("\\u00")
        for digit in [byte >> 4, byte & 15] { result.append(digit < 10 ? 0x30 &+ digit : 0x57 &+ digit) }
      default: result.append(byte)
      }
    }
    return result + [mark]
  }
}
