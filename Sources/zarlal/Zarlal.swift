import ArgumentParser
import Pipeline
import Publication

/// `zarlal`: from the inbox to queued payloads to the channel report.
@main
struct Zarlal: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "zarlal",
    abstract: "政府信息公开发布流水线：收件、属性审核、文本规范化、分渠道入队、统计。",
    version: Version.text,
    subcommands: [
      InitCommand.self, DoctorCommand.self, RunCommand.self, ReportCommand.self, ListCommand.self, WhyCommand.self,
      CheckCommand.self, VerifyCommand.self, HoldCommand.self, ReleaseCommand.self, WithdrawCommand.self,
      SignCommand.self, DecideCommand.self, RegisterCommand.self, DueCommand.self, AnnualCommand.self, TextCommand.self,
    ])

  /// A command that was written wrongly is told as every other fault: code, in Chinese, and what to do.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      guard exitCode(for: error) == .validationFailure, !(error is ExitCode) else { exit(withError: error) }
      Console.tell(PipelineError(.usage, details: ["reason": UsageWords.chinese(message(for: error))]))
      exit(withError: ExitCode.validationFailure)
    }
  }
}

/// The version of this build.
enum Version {
  static let text = "0.1.0"
}
