import ArgumentParser
import Pipeline
import Publication

struct DueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "依申请公开的期限：到哪一天，怎么数的；有人申请同一信息时提醒。")
  @OptionGroup var options: ConfigurationOptions
  @Option(help: ArgumentHelp("以这一天为今天。", valueName: "日期")) var today: CivilDate?
  @Flag(help: "输出 JSON。") var json = false

  func run() throws {
    try Console.attempt {
      let due = try options.engine().due(today: today)
      if json { return Console.say(due.json) }
      if due.lines.isEmpty { Console.complain("没有未办结的申请。") }
      for line in due.lines { line.text.split(separator: "\n").forEach { Console.say(Printable.line(String($0))) } }
      for one in due.advice {
        let text = one.text()
        Console.say("提醒（\(one.code)）：\(Printable.line(text.message))\(Printable.line(text.remedy))")
      }
    }
  }
}
