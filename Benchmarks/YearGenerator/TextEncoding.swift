import Glibc

/// How a text file stores its characters.
enum TextEncoding: CaseIterable, Sendable {
  case utf8, utf8WithMark, gb18030, utf16LittleEndian, utf16BigEndian

  func bytes(of text: String) -> [UInt8] {
    switch self {
    case .utf8: Array(text.utf8)
    case .utf8WithMark: [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case .gb18030: Self.gb18030(text)
    case .utf16LittleEndian: [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16BigEndian: [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    }
  }

  /// By the C library's converter: another one than the pipeline decodes with.
  private static func gb18030(_ text: String) -> [UInt8] {
    var input = text.utf8.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 2 + 16)
    let converter = iconv_open("GB18030", "UTF-8")
    defer { iconv_close(converter) }
    let used = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress
        var to = target.baseAddress
        var left = source.count
        var room = target.count
        _ = iconv(converter, &from, &left, &to, &room)
        return target.count - room
      }
    }
    return output[..<used].map { UInt8(bitPattern: $0) }
  }
}
