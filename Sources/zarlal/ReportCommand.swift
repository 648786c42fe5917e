public import ArgumentParser
import Foundation
public import Pipeline
import Publication

extension ReportFormat: ExpressibleByArgument {}

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "统计报表。", subcommands: [ChannelsCommand.self])
}

struct ChannelsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "channels", abstract: "各渠道各月首次发布的件数。")

  @OptionGroup var options: ConfigurationOptions

  @Option(help: ArgumentHelp("从这一天起。", valueName: "日期"))
  var from: CivilDate?

  @Option(help: ArgumentHelp("到这一天止。", valueName: "日期"))
  var to: CivilDate?

  @Option(help: ArgumentHelp("text、json、csv 或 html。", valueName: "格式"))
  var format = ReportFormat.text

  @Option(help: ArgumentHelp("写入文件。", valueName: "文件"))
  var output: String?

  func run() throws {
    try Console.attempt {
      let report = try options.engine().channelReport(from: from, to: to, format: format)
      guard let output else { return Console.write(report, to: .standardOutput) }
      do {
        try Data(report).write(to: URL(fileURLWithPath: output), options: .atomic)
      } catch {
        throw PipelineError(.storageFault, subject: output, details: ["reason": "文件夹不存在，或没有写权限"])
      }
    }
  }
}
