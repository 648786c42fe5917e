import ArgumentParser
import Foundation
import MongolianText
import Publication

/// The private codes that can be converted.
enum ConvertibleCode: String, ExpressibleByArgument, CaseIterable {
  case menksoft
}

/// `zarlal text convert`: Menksoft's private code to Unicode, and back where that is exact.
struct TextConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert", abstract: "蒙科立编码与 Unicode 互换：标准输入到标准输出。",
    discussion: "转换的报告能原样转回；没有报告时，只有能原样转回的文字才转成蒙科立编码。")

  @Option(help: ArgumentHelp("原来的编码。", valueName: "编码"))
  var from: ConvertibleCode?

  @Option(help: ArgumentHelp("想要的编码。", valueName: "编码"))
  var to: ConvertibleCode?

  @Option(help: ArgumentHelp("把每一处改动写成 JSON 报告。", valueName: "文件"))
  var report: String?

  @Option(help: ArgumentHelp("照这份报告原样转回（与 --to 同用）。", valueName: "文件"))
  var using: String?

  func validate() throws {
    guard (from == nil) != (to == nil) else { throw ValidationError("请写明 --from menksoft 或 --to menksoft 其中之一。") }
    if using != nil && to == nil { throw ValidationError("--using 只能与 --to 同用。") }
  }

  func run() throws {
    let bytes = try TextStreams.read()
    guard let text = String(validating: bytes, as: UTF8.self) else {
      do {
        _ = try Identifier.identify(utf8: bytes)
      } catch {
        throw TextStreams.refuse(error)
      }
      throw ExitCode(65)
    }
    if let using { return try TextStreams.write(rebuilt(text, from: using)) }
    let result: NormalizedText
    do {
      result = from != nil ? try Menksoft.unicode(from: text) : try Menksoft.menksoft(from: text)
    } catch {
      let exit = TextStreams.refuse(error)
      if to != nil, error.reason == .menksoftUnmatched {
        TextStreams.complain("　　能原样转回的才转：U+202F、不改变字形的选择符转不回来，可先用 zarlal text normalize 规范化。")
      }
      throw exit
    }
    if let report {
      try TextStreams.write(reportTo: report) { try TextChangeReport.json(result, policy: "menksoft/1", write: $0) }
    }
    try TextStreams.write(result.text)
  }

  private func rebuilt(_ text: String, from path: String) throws -> String {
    do {
      let stored = try JSONDecoder().decode(StoredReport.self, from: Data(TextStreams.read(file: path)))
      return try TextChangeReport.rebuildInput(output: text, changes: stored.changes.map { try $0.change() })
    } catch {
      TextStreams.complain("报告与文字不符，无法原样转回：\(path)\n　　请用转换当时写出的报告，和转换后没有改动的文字。")
      throw ExitCode(65)
    }
  }
}

/// A change report as it is stored.
private struct StoredReport: Decodable {
  struct Span: Decodable {
    var scalarOffset: Int
    var scalars: [String]

    func span() throws -> ScalarSpan {
      ScalarSpan(
        scalarOffset: scalarOffset,
        scalars: try scalars.map { name in
          guard name.hasPrefix("U+"), let value = UInt32(name.dropFirst(2), radix: 16),
            let scalar = Unicode.Scalar(value)
          else { throw ExitCode(65) }
          return scalar
        })
    }
  }

  struct Change: Decodable {
    var rule: String
    var line: Int
    var before: Span
    var after: Span

    func change() throws -> TextChange {
      TextChange(rule: rule, line: line, before: try before.span(), after: try after.span())
    }
  }

  var changes: [Change]
}
