import ArgumentParser
import Glibc
import MongolianText
import Publication

/// Texts from standard input and to standard output as bytes, and refusals on standard error.
enum TextStreams {
  private static let piece = 1 << 18

  /// All bytes of standard input: a file's at once, without a second copy.
  static func read() throws -> [UInt8] {
    try read(STDIN_FILENO)
  }

  /// All bytes of a file.
  static func read(file: String) throws -> [UInt8] {
    let descriptor = open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      complain("无法读取文件：\(file)\n　　请检查文件名和权限。")
      throw ExitCode(65)
    }
    defer { close(descriptor) }
    return try read(descriptor)
  }

  private static func read(_ descriptor: Int32) throws -> [UInt8] {
    var status = stat()
    let isFile = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    var bytes: [UInt8] = []
    var count = 0
    if isFile, status.st_size > 0 {
      // One byte more than there is: the end is seen without another buffer.
      bytes = try [UInt8](unsafeUninitializedCapacity: Int(status.st_size) + 1) { buffer, count in
        let raw = UnsafeMutableRawBufferPointer(buffer)
        while count < raw.count {
          let taken = try take(descriptor, UnsafeMutableRawBufferPointer(rebasing: raw[count...]))
          if taken == 0 { break }
          count += taken
        }
      }
      if bytes.count <= status.st_size { return bytes }
      count = bytes.count
    }
    // What a pipe brings, or a file that has grown.
    while true {
      if bytes.count < count + piece { bytes.append(contentsOf: repeatElement(0, count: max(piece, count))) }
      let taken = try bytes.withUnsafeMutableBytes {
        try take(descriptor, UnsafeMutableRawBufferPointer(rebasing: $0[count...]))
      }
      if taken == 0 { break }
      count += taken
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  /// Standard input in pieces that end with a line; the last one may not. A line longer than a piece makes it longer.
  static func readLines(_ use: (Span<UInt8>) throws -> Void) throws {
    var bytes = [UInt8](repeating: 0, count: piece)
    var count = 0
    while true {
      if count == bytes.count { bytes.append(contentsOf: repeatElement(0, count: count)) }
      let taken = try bytes.withUnsafeMutableBytes {
        try take(STDIN_FILENO, UnsafeMutableRawBufferPointer(rebasing: $0[count...]))
      }
      guard taken > 0 else { break }
      let line = bytes[count..<(count + taken)].lastIndex(of: 0x0A)
      count += taken
      guard let line else { continue }
      try use(bytes.span.extracting(0...line))
      bytes.withUnsafeMutableBytes { $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[(line + 1)..<count])) }
      count -= line + 1
    }
    if count > 0 { try use(bytes.span.extracting(0..<count)) }
  }

  /// One read; 0 at the end.
  private static func take(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    while true {
      let taken = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if taken >= 0 { return taken }
      guard errno == EINTR else {
        complain("无法读取输入：\(String(cString: strerror(errno)))")
        throw ExitCode(75)
      }
    }
  }

  /// Bytes to standard output.
  static func write(_ bytes: [UInt8]) throws {
    try write(bytes, to: STDOUT_FILENO)
  }

  /// A text to standard output.
  static func write(_ text: String) throws {
    var copy = text
    try copy.withUTF8 { try write(UnsafeRawBufferPointer($0), to: STDOUT_FILENO) }
  }

  static func write(_ bytes: [UInt8], to descriptor: Int32) throws {
    try bytes.withUnsafeBytes { try write($0, to: descriptor) }
  }

  /// All bytes, or an error that ends with 75: a full disk, a reader that went away.
  private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if written >= 0 {
        rest = rest.dropFirst(written)
      } else if errno != EINTR {
        complain("无法写出结果：\(String(cString: strerror(errno)))")
        throw ExitCode(75)
      }
    }
  }

  /// A report, as a file; `fill` hands it out in pieces.
  static func write(reportTo path: String, _ fill: (([UInt8]) throws -> Void) throws -> Void) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      complain("无法写入报告：\(path)\n　　请确认文件夹存在并且可写。")
      throw ExitCode(75)
    }
    defer { close(descriptor) }
    try fill { try write($0, to: descriptor) }
  }

  /// Says why a text is refused, with the byte, and ends with 65.
  static func refuse(_ refusal: TextRefusal) -> ExitCode {
    let code: Code =
      switch refusal.reason {
      case .invalidUTF8: .invalidUTF8
      case .privateUse: .privateUseCode
      case .otherMongolian: .otherMongolian
      case .menksoftUnmatched: .menksoftUnmatched
      case .proofFailed: .proofFailed
      case .lookAlikeSpace: .lookAlikeSpace
      }
    let scalars = refusal.scalars.prefix(16).map { name(of: $0) }.joined(separator: " ")
    let offset = String(refusal.byteOffset)
    let text = code.text(details: ["place": "第 \(offset) 字节", "offset": offset, "scalars": scalars])
    complain("\(code)：\(text.message)（byte \(offset)\(scalars.isEmpty ? "" : "，\(scalars)")）\n　　\(text.remedy)")
    return ExitCode(65)
  }

  static func complain(_ line: String) {
    var text = line + "\n"
    text.withUTF8 { _ = Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  /// `U+1820`.
  static func name(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
