import ArgumentParser
import MongolianText

/// `zarlal text normalize`: one UTF-8 text, Mongolian rules only.
struct TextNormalizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "normalize", abstract: "把标准输入的文字规范化，写到标准输出；只改能证明字形不变之处。",
    discussion: "拒绝处理的文字（不是 UTF-8、私有区编码、字形证明不符）：退出码 65，标准输出为空，原因和字节位置写到标准错误。")

  @Option(help: ArgumentHelp("把每一处改动和提示写成 JSON 报告。", valueName: "文件"))
  var report: String?

  func run() throws {
    let normalizer = MongolianNormalizer()
    let bytes = try TextStreams.read()
    let result: NormalizedBytes
    do {
      result = try normalizer.normalized(utf8: bytes)
    } catch {
      throw TextStreams.refuse(error)
    }
    if let report {
      try TextStreams.write(reportTo: report) { try result.writeReport(policy: normalizer.policy, to: $0) }
    }
    try result.write { try TextStreams.write($0) }
  }
}
