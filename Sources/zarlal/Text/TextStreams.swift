import ArgumentParser
import Foundation
import MongolianText
import Publication

/// Whole texts from standard input and to standard output, and refusals on standard error.
enum TextStreams {
  /// All bytes of standard input, in pieces: a long text is held once.
  static func read() throws -> [UInt8] {
    try read(.standardInput)
  }

  /// All bytes of a file.
  static func read(file: String) throws -> [UInt8] {
    guard let handle = FileHandle(forReadingAtPath: file) else {
      complain("无法读取文件：\(file)\n　　请检查文件名和权限。")
      throw ExitCode(65)
    }
    return try read(handle)
  }

  private static func read(_ handle: FileHandle) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while let piece = try handle.read(upToCount: 1 << 16), !piece.isEmpty { bytes.append(contentsOf: piece) }
    return bytes
  }

  /// Bytes to standard output, in pieces.
  static func write(_ bytes: [UInt8]) throws {
    try write(bytes, to: .standardOutput)
  }

  /// A text to standard output.
  static func write(_ text: String) throws {
    var copy = text
    let pieces: [Data] = copy.withUTF8 { bytes in
      stride(from: 0, to: bytes.count, by: 1 << 20).map { Data(bytes[$0..<min($0 + 1 << 20, bytes.count)]) }
    }
    for piece in pieces { try FileHandle.standardOutput.write(contentsOf: piece) }
  }

  static func write(_ bytes: [UInt8], to handle: FileHandle) throws {
    var start = 0
    while start < bytes.count {
      let end = min(start + 1 << 16, bytes.count)
      try handle.write(contentsOf: Data(bytes[start..<end]))
      start = end
    }
  }

  /// The report of a text, as a file; written in pieces.
  static func write(report text: NormalizedText, policy: String, to path: String) throws {
    guard FileManager.default.createFile(atPath: path, contents: nil), let handle = FileHandle(forWritingAtPath: path)
    else {
      complain("无法写入报告：\(path)\n　　请确认文件夹存在并且可写。")
      throw ExitCode(75)
    }
    try TextChangeReport.json(text, policy: policy) { try write($0, to: handle) }
    try handle.close()
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
    try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8))
  }

  /// `U+1820`.
  static func name(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

}
