extension [UInt8] {
  /// UTF-8 in one line: runs of ASCII white space are one space, none at the ends.
  var collapsedText: String {
    withUnsafeBufferPointer { bytes in
      var out: [UInt8] = []
      out.reserveCapacity(bytes.count)
      for index in Blank.trimmedRange(of: bytes) {
        if bytes[index] > 0x20 {
          out.append(bytes[index])
        } else if out.last != 0x20 {
          out.append(0x20)
        }
      }
      return String(decoding: out, as: UTF8.self)
    }
  }

  /// UTF-8 with LF line ends, no blank lines at the ends.
  var preformattedText: String {
    var out: [UInt8] = []
    out.reserveCapacity(count)
    for (index, byte) in enumerated() {
      if byte == 0x0D {
        if index + 1 < count, self[index + 1] == 0x0A { continue }
        out.append(0x0A)
      } else {
        out.append(byte)
      }
    }
    while let last = out.last, last <= 0x20 { out.removeLast() }
    let start = out.firstIndex { $0 != 0x0A } ?? 0
    return String(decoding: out[start...], as: UTF8.self)
  }
}
