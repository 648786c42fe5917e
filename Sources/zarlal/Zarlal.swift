import ArgumentParser

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
}

/// The version of this build.
enum Version {
  static let text = "0.1.0"
}
