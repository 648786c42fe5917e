import ArgumentParser
import Foundation
import Pipeline
import Publication

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "run", abstract: "处理一遍收件箱。")

  @OptionGroup var options: ConfigurationOptions

  @Option(help: ArgumentHelp("文件静置多少秒才处理；0 表示一切都不等。", valueName: "秒"))
  var settle: Int?

  @Option(help: ArgumentHelp("以这一天为运行日（重放用）。", valueName: "日期"))
  var today: CivilDate?

  @Option(help: ArgumentHelp("最多处理多少件。", valueName: "件数"))
  var limit: Int?

  @Flag(help: "只说会怎样处理，不改动任何文件。")
  var dryRun = false

  @Flag(help: "逐项说明。")
  var verbose = false

  @Flag(help: "输出 JSON。")
  var json = false

  @Flag(help: "有文件需要人处理时，退出码为 10。")
  var strict = false

  func validate() throws {
    if let settle, settle < 0 { throw ValidationError("--settle 不能小于 0。") }
    if let limit, limit < 0 { throw ValidationError("--limit 不能小于 0。") }
  }

  func run() throws {
    Engine.prepareProcess()
    try Console.attempt {
      let engine = try options.engine()
      var run = RunOptions()
      run.settle = settle
      run.today = today
      run.limit = limit
      if dryRun { return try rehearse(engine, run) }
      let line = ProgressLine()
      let summary = try engine.run(run) { done, all in line.show(done, of: all) }
      line.clear()
      if json {
        Console.say(summary.json)
        summary.spoken.forEach(Console.complain)
      } else {
        summary.spoken.forEach(Console.say)
        if verbose { say(summary) }
      }
      if strict, summary.held + summary.rejected > 0 { throw ExitCode(10) }
    }
  }

  private func rehearse(_ engine: Engine, _ run: RunOptions) throws {
    let judged = try engine.dryRun(run)
    if json {
      Console.say(.array(judged.map(\.json)))
    } else {
      for one in judged { Console.say(CheckCommand.line(one)) }
    }
  }

  private func say(_ summary: RunSummary) {
    guard !summary.busy else { return Console.say("另一个运行正在进行。") }
    Console.say("收件 \(summary.files) 件；入队 \(summary.published) 件；定时 \(summary.scheduled) 份；暂停 \(summary.held) 件；")
    Console.say(
      "封存 \(summary.sealed) 件；依申请 \(summary.onRequest) 件；不接收 \(summary.rejected) 件；重复 \(summary.duplicates) 件；")
    Console.say("不处理 \(summary.ignored) 件；等待 \(summary.waiting) 件；更正 \(summary.revisions) 件；")
    Console.say("登记表 \(summary.registers) 张；补做 \(summary.recovered) 步。")
    for (outlet, count) in summary.queued { Console.say("　\(outlet)：\(count)") }
  }
}

/// A line that says how far a long run is: on a terminal only, so that cron stays quiet.
struct ProgressLine {
  private let isTerminal = isatty(STDERR_FILENO) == 1

  func show(_ done: Int, of all: Int) {
    guard isTerminal, all > 200 else { return }
    Console.write(Array("\r\u{1B}[K已处理 \(done) / \(all)".utf8), to: .standardError)
  }

  func clear() {
    guard isTerminal else { return }
    Console.write(Array("\r\u{1B}[K".utf8), to: .standardError)
  }
}
