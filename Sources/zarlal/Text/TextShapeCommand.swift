import ArgumentParser
import MongolianText

/// `zarlal text shape`: one word a line to its written units.
struct TextShapeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shape", abstract: "每行一词，输出 UTN #57 的书写单元。")

  @Flag(help: "输入是字母代号（a e i … mvs fvs1），不是文字。")
  var letters = false

  @Flag(name: .customLong("public"), help: "输出公共字形：同形的写法合一。")
  var isPublic = false

  func run() throws {
    var shaper = ShapedLines(isPublic ? .public : .raw)
    var output: [UInt8] = []
    var line = 1
    try TextStreams.readLines { text in
      output.removeAll(keepingCapacity: true)
      if letters {
        try Self.append(aliases: text, from: &line, with: &shaper, to: &output)
      } else {
        shaper.append(text, to: &output)
      }
      try TextStreams.write(output)
    }
  }

  private static func append(
    aliases bytes: Span<UInt8>, from first: inout Int, with shaper: inout ShapedLines, to output: inout [UInt8]
  ) throws {
    var result: [UInt8] = []
    let text = bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)[...]
    if lines.last?.isEmpty ?? false { lines.removeLast() }
    for line in lines {
      let aliases = Substring(line.last == 0x0D ? line.dropLast() : line)
      guard let scalars = LetterAliases.scalars(of: aliases) else {
        TextStreams.complain("第 \(first) 行有不认识的字母代号。\n　　请写 a、e、i、mvs、fvs1 这样的代号，用空格隔开。")
        throw ExitCode(65)
      }
      for scalar in scalars { result.append(contentsOf: scalar.utf8) }
      result.append(0x0A)
      first += 1
    }
    shaper.append(result.span, to: &output)
  }
}
