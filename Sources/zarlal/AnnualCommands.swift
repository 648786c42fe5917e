public import ArgumentParser
import Foundation
public import Pipeline
import Publication

struct AnnualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annual", abstract: "政府信息公开工作年度报告。",
    subcommands: [AnnualBuildCommand.self, AnnualExplainCommand.self, AnnualCheckCommand.self])
}

extension AnnualFormat: ExpressibleByArgument {}

struct AnnualBuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "由登记表和发布台账编制一年的报告，写入 reports/。")

  @Argument(help: ArgumentHelp("报告年度。", valueName: "年"))
  var year: Int

  @OptionGroup var options: ConfigurationOptions

  @Option(
    help: ArgumentHelp("本单位自写的文字（第五部分等），默认 reports/annual-<年>.md。", valueName: "文件"))
  var texts: String?

  @Option(parsing: .upToNextOption, help: ArgumentHelp("json、html、docx；默认三种都写。", valueName: "格式"))
  var format: [AnnualFormat] = AnnualFormat.allCases

  @Flag(help: "在标准输出给出 JSON 报告，不写文件。")
  var json = false

  func run() throws {
    try Console.attempt {
      let engine = try options.engine()
      let build = try engine.annualReport(of: year, texts: texts)
      for note in build.notes {
        let text = note.text()
        Console.complain("\(note.code)：\(Printable.line(text.message))\n　　\(Printable.line(text.remedy))")
      }
      if json, let file = build.files.first(where: { $0.format == .json }) {
        Console.write(file.bytes, to: .standardOutput)
      } else {
        for path in try engine.write(build, of: year, in: Set(format)) { Console.say(path) }
        Console.write(Array(build.check.text.utf8), to: .standardOutput)
      }
      if build.check.hasFailures { throw ExitCode(1) }
    }
  }
}

struct AnnualExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "explain", abstract: "列出报告中一个数背后的清单。")

  @Argument(help: ArgumentHelp("报告年度。", valueName: "年"))
  var year: Int

  @Argument(help: ArgumentHelp("单元格，如 table3.new.natural、section1.platform.visits_wan。", valueName: "单元格"))
  var cell: String

  @OptionGroup var options: ConfigurationOptions

  @Flag(help: "输出 JSON。")
  var json = false

  func run() throws {
    try Console.attempt {
      let explanation = try options.engine().annualExplanation(of: year, cell: cell)
      if json { return Console.say(explanation.json, pretty: true) }
      Console.write(Array(explanation.text.utf8), to: .standardOutput)
    }
  }
}

struct AnnualCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "核对一份年度报告（本单位的或其他单位的）的全部勾稽关系。")

  @Argument(help: ArgumentHelp("JSON、DOCX 或 HTML 文件。", valueName: "文件"))
  var file: String

  @Option(help: ArgumentHelp("同一机关上一年的报告，用来核对结转和现行有效件数。", valueName: "文件"))
  var previous: String?

  @Option(
    parsing: .upToNextOption, help: ArgumentHelp("各机关的报告，用来核对政府报告的汇总数。", valueName: "文件"))
  var organ: [String] = []

  @Flag(help: "输出 JSON。")
  var json = false

  func run() throws {
    try Console.attempt {
      let check = try AnnualCheck(file: file, previous: previous, organs: organ)
      if json {
        Console.say(check.json, pretty: true)
      } else {
        Console.write(Array(check.text.utf8), to: .standardOutput)
      }
      if check.hasFailures { throw ExitCode(1) }
    }
  }
}
