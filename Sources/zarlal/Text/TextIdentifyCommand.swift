import ArgumentParser
import MongolianText
import Publication

/// `zarlal text identify`: what the Mongolian of files is encoded in.
struct TextIdentifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "identify", abstract: "判断文件中的蒙古文是什么编码，并列出依据的计数。")

  @Flag(help: "输出 JSON。")
  var json = false

  @Option(name: .customLong("font"), help: ArgumentHelp("文稿所用的字体，可以重复。", valueName: "字体"))
  var fonts: [String] = []

  @Argument(help: ArgumentHelp("文本文件（UTF-8、UTF-16 或 GB18030）。", valueName: "文件"))
  var files: [String]

  func run() throws {
    var answers: [JSONValue] = []
    for file in files {
      let bytes = try TextStreams.read(file: file)
      let answer: Identification
      do {
        answer = try Identifier.identify(file: bytes, fontNames: fonts)
      } catch {
        TextStreams.complain(file)
        throw TextStreams.refuse(error)
      }
      if json {
        answers.append(Self.json(file, answer))
      } else {
        let counts = Self.counts(answer.evidence).filter { $0.1 > 0 }.map { "\($0.0)=\($0.1)" }
        try TextStreams.write(
          "\(file): \(answer.code.rawValue)\(counts.isEmpty ? "" : "  ")\(counts.joined(separator: " "))\n")
      }
    }
    if json {
      let value: JSONValue = .object(["schema": .string("zarlal.text-identify/1"), "files": .array(answers)])
      try TextStreams.write(value.utf8() + [0x0A])
    }
  }

  private static func json(_ file: String, _ answer: Identification) -> JSONValue {
    var evidence = counts(answer.evidence).map { JSONValue.Member($0.0, .int($0.1)) }
    evidence.append(.init("menksoftFonts", .strings(answer.evidence.menksoftFonts)))
    return .object(["file": .string(file), "code": .string(answer.code.rawValue), "evidence": .object(evidence)])
  }

  private static func counts(_ evidence: Identification.Evidence) -> [(String, Int)] {
    [
      ("hudumWords", evidence.hudumWords), ("otherMongolianWords", evidence.otherMongolianWords),
      ("signsOf2010", evidence.signsOf2010), ("signsOf2023", evidence.signsOf2023),
      ("menksoftWords", evidence.menksoftWords), ("menksoftCodes", evidence.menksoftCodes),
      ("menksoftFragments", evidence.menksoftFragments),
      ("strayPrivateCodes", evidence.strayPrivateCodes), ("otherPrivateCodes", evidence.otherPrivateCodes),
    ]
  }
}
