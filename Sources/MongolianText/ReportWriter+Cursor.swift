extension ReportWriter {
  /// Writes into a piece; the writer has made room before.
  struct Cursor {
    /// `"U+10FFFF",`
    static let scalarLength = 11

    private let base: UnsafeMutableBufferPointer<UInt8>
    private(set) var count: Int

    init(_ base: UnsafeMutableBufferPointer<UInt8>, _ count: Int) {
      self.base = base
      self.count = count
    }

    @inline(__always) mutating func put(_ byte: UInt8) {
      base[count] = byte
      count &+= 1
    }

    @inline(__always) mutating func put(_ bytes: UnsafeBufferPointer<UInt8>) {
      guard let source = bytes.baseAddress, let target = base.baseAddress else { return }
      (target + count).update(from: source, count: bytes.count)
      count &+= bytes.count
    }

    @inline(__always) mutating func put(_ literal: StaticString) {
      put(UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    }

    /// How many decimal digits a number has; numbers here are never negative.
    @inline(__always) static func digits(_ number: Int) -> Int {
      var digits = 1
      var bound = 10
      while digits < 18, number >= bound {
        digits &+= 1
        bound &*= 10
      }
      return number >= bound ? 19 : digits
    }

    @inline(__always) mutating func put(_ number: Int) {
      let width = Self.digits(number)
      put(number, width, at: count)
      count &+= width
    }

    /// The digits of a number, in a place that has room for them.
    @inline(__always) func put(_ number: Int, _ width: Int, at start: Int) {
      var rest = UInt64(max(number, 0))
      var place = start &+ width
      while place > start {
        place &-= 1
        base[place] = 0x30 &+ UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      }
    }

    /// `,"scalars":["U+202F"]` of valid UTF-8.
    @inline(__always) mutating func put(utf8 bytes: UnsafeBufferPointer<UInt8>) {
      put(#","scalars":["#)
      let text = TextBytes(bytes: bytes)
      var index = 0
      while index < bytes.count {
        let (value, length) = text.scalar(at: index)
        if index > 0 { put(UInt8(ascii: ",")) }
        put(scalar: value)
        index &+= length
      }
      put(UInt8(ascii: "]"))
    }

    /// The same of scalars.
    mutating func put(_ scalars: [Unicode.Scalar]) {
      put(#","scalars":["#)
      for (index, scalar) in scalars.enumerated() {
        if index > 0 { put(UInt8(ascii: ",")) }
        put(scalar: scalar.value)
      }
      put(UInt8(ascii: "]"))
    }

    @inline(__always) private mutating func put(scalar value: UInt32) {
      put("\"U+")
      var shift: UInt32 = value > 0xFFFFF ? 20 : value > 0xFFFF ? 16 : 12
      while true {
        let digit = UInt8(truncatingIfNeeded: value >> shift & 0xF)
        put(digit < 10 ? 0x30 &+ digit : 0x37 &+ digit)
        if shift == 0 { break }
        shift &-= 4
      }
      put(UInt8(ascii: "\""))
    }
  }
}
