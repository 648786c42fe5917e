/// Shapes a text line by line into the notation of the suites, for `zarlal text shape`. Nothing is allocated per line.
public struct ShapedLines: Sendable {
  /// Names and their spaces as they stand in memory: sixteen bytes at most, written at once.
  private struct Name {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var count = 0
    /// Bit 0: it joins what comes before; bit 1: what comes after.
    var joins: UInt8 = 0

    static let longest = 16
  }

  private let form: Shaping.Form
  private var shaping = Shaping()
  /// By unit.
  private let units: [Name]
  /// By form, and by separator as ``CompiledRules`` mark them.
  private let forms: [Name]
  private var notation: [UInt8] = []

  /// Lines of raw units or of the public shape.
  public init(_ form: Shaping.Form = .raw) {
    self.form = form
    units = (0...255).map { Self.name(of: [UInt8($0)], joins: 0) }
    forms = (0...255).map { index in
      if index >= CompiledRules.separators { return Self.name(of: [UInt8(index & 127)], joins: 0) }
      guard index < HudumTables.units.count else { return Name() }
      let packed = HudumTables.units[index]
      let ids = (0..<(packed >> 24 & 3)).map { UInt8(truncatingIfNeeded: packed >> (8 * $0)) }
      return Self.name(of: ids, joins: UInt8(packed >> 26 & 3))
    }
  }

  private static func name(of units: [UInt8], joins: UInt8) -> Name {
    let names = units.map { WrittenUnits.name(of: $0) }.filter { !$0.isEmpty }
    var name = Name(joins: joins)
    for byte in names.map({ $0 + " " }).joined().utf8.prefix(Name.longest) {
      if name.count < 8 {
        name.low |= UInt64(byte) << (8 * name.count)
      } else {
        name.high |= UInt64(byte) << (8 * (name.count - 8))
      }
      name.count += 1
    }
    return name
  }

  /// Appends the notation of each line of `text`, with LF after each, to `output`. A CR before LF belongs to the line's end.
  public mutating func append(_ text: Span<UInt8>, to output: inout [UInt8]) {
    var start = 0
    var written = 0
    while start < text.count {
      // Most lines are one run whose forms are known.
      let (count, areKnown) = form == .raw ? shaping.readForms(text, from: start) : (0, false)
      if areKnown, let end = Self.lineEnd(text, at: start &+ count &* RunToken.length),
        let behind = write(count, at: written)
      {
        written = behind
        start = end
        if written >= Self.piece { flush(&written, to: &output) }
        continue
      }
      flush(&written, to: &output)
      let end = text.withUnsafeBytes { Self.endOfLine(in: $0, from: start) }
      let hasReturn = end > start && end < text.count && text[end - 1] == 0x0D
      append(line: text.extracting(start..<(hasReturn ? end - 1 : end)), to: &output)
      output.append(0x0A)
      start = end + 1
    }
    flush(&written, to: &output)
  }

  private static let piece = 1 << 15

  private mutating func flush(_ written: inout Int, to output: inout [UInt8]) {
    if written > 0 { notation.withUnsafeBufferPointer { output.append(contentsOf: $0[..<written]) } }
    written = 0
  }

  /// Where the next line starts, if a line ends at `index`.
  @inline(__always) private static func lineEnd(_ text: Span<UInt8>, at index: Int) -> Int? {
    guard index < text.count else { return index }
    if text[index] == 0x0A { return index &+ 1 }
    return text[index] == 0x0D && index &+ 1 < text.count && text[index &+ 1] == 0x0A ? index &+ 2 : nil
  }

  /// The place of the next LF, or the end: eight bytes at a time while none of them is one.
  private static func endOfLine(in text: UnsafeRawBufferPointer, from start: Int) -> Int {
    var end = start
    while end &+ 8 <= text.count {
      let bytes = text.loadUnaligned(fromByteOffset: end, as: UInt64.self) ^ 0x0A0A_0A0A_0A0A_0A0A
      if (bytes &- 0x0101_0101_0101_0101) & ~bytes & 0x8080_8080_8080_8080 != 0 { break }
      end &+= 8
    }
    while end < text.count, text[end] != 0x0A { end &+= 1 }
    return end
  }

  private mutating func append(line: Span<UInt8>, to output: inout [UInt8]) {
    shaping.shape(line, form)
    if shaping.hasForeign {
      output.append(contentsOf: shaping.writtenUnits.description.utf8)
    } else {
      appendNotation(to: &output)
    }
  }

  /// The names of ``Shaping/units``, none of them foreign, separated by spaces.
  private mutating func appendNotation(to output: inout [UInt8]) {
    makeRoom(shaping.units.count * Name.longest)
    let count = units.withUnsafeBufferPointer { names in
      notation.withUnsafeMutableBytes { notation in
        var place = 0
        for unit in shaping.units { Self.put(names[Int(unit)], in: notation, at: &place) }
        return place
      }
    }
    if count > 0 { notation.withUnsafeBufferPointer { output.append(contentsOf: $0[..<(count - 1)]) } }
  }

  /// Writes the names of the first `count` forms and LF; nothing where a letter does not join its neighbour as it is drawn.
  @inline(__always) private mutating func write(_ count: Int, at start: Int) -> Int? {
    makeRoom(start &+ (count &+ 1) &* Name.longest)
    return forms.withUnsafeBufferPointer { names in
      notation.withUnsafeMutableBytes { notation in
        var place = start
        var apart: UInt8 = 0
        var before: UInt8 = 0
        for form in shaping.forms[..<count] {
          let name = names[Int(form)]
          apart |= name.joins ^ before >> 1
          before = name.joins
          Self.put(name, in: notation, at: &place)
        }
        guard (apart | before >> 1) & 1 == 0 else { return nil }
        // In the place of the last space.
        notation[place &- 1] = 0x0A
        return place
      }
    }
  }

  @inline(__always) private static func put(
    _ name: Name, in notation: UnsafeMutableRawBufferPointer, at place: inout Int
  ) {
    notation.storeBytes(of: name.low.littleEndian, toByteOffset: place, as: UInt64.self)
    notation.storeBytes(of: name.high.littleEndian, toByteOffset: place &+ 8, as: UInt64.self)
    place &+= name.count
  }

  private mutating func makeRoom(_ count: Int) {
    guard notation.count < count else { return }
    notation.append(contentsOf: repeatElement(0, count: max(count, 2 * notation.count) - notation.count))
  }
}
