/// Shapes a text line by line into the notation of the suites, for `zarlal text shape`. Nothing is allocated per line.
public struct ShapedLines: Sendable {
  /// A name of seven letters at most, and its space: written as eight bytes at once.
  private static let longestName = 8

  private let form: Shaping.Form
  private var shaping = Shaping()
  /// By unit: its name and a space as they stand in memory, and how many bytes that is.
  private let names: [(bytes: UInt64, count: Int)]
  private var notation: [UInt8] = []

  /// Lines of raw units or of the public shape.
  public init(_ form: Shaping.Form = .raw) {
    self.form = form
    names = (0...255).map { id in
      let name = Array(WrittenUnits.name(of: UInt8(id)).utf8.prefix(Self.longestName - 1))
      let bytes = name.isEmpty ? [] : name + [0x20]
      return (bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }, bytes.count)
    }
  }

  /// Appends the notation of each line of `text`, with LF after each, to `output`. A CR before LF belongs to the line's end.
  public mutating func append(_ text: Span<UInt8>, to output: inout [UInt8]) {
    var start = 0
    while start < text.count {
      let end = text.withUnsafeBytes { Self.endOfLine(in: $0, from: start) }
      let hasReturn = end > start && end < text.count && text[end - 1] == 0x0D
      append(line: text.extracting(start..<(hasReturn ? end - 1 : end)), to: &output)
      output.append(0x0A)
      start = end + 1
    }
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
    if let count = shaping.shapeRunOnly(line, form) {
      shaping.ink.withUnsafeBufferPointer {
        appendNotation(of: UnsafeBufferPointer(rebasing: $0[..<count]), to: &output)
      }
      return
    }
    shaping.shape(line, form)
    if shaping.hasForeign {
      output.append(contentsOf: shaping.writtenUnits.description.utf8)
    } else {
      shaping.units.withUnsafeBufferPointer { appendNotation(of: $0, to: &output) }
    }
  }

  /// Appends the names of `units`, none of them foreign, separated by spaces.
  private mutating func appendNotation(of units: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    let room = units.count * Self.longestName
    if notation.count < room { notation = [UInt8](repeating: 0, count: room) }
    names.withUnsafeBufferPointer { names in
      notation.withUnsafeMutableBytes { notation in
        var count = 0
        for unit in units {
          let name = names[Int(unit)]
          notation.storeBytes(of: name.bytes.littleEndian, toByteOffset: count, as: UInt64.self)
          count &+= name.count
        }
        if count > 0 { output.append(contentsOf: UnsafeRawBufferPointer(rebasing: notation[..<(count - 1)])) }
      }
    }
  }
}
