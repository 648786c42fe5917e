import ArgumentParser
import Foundation
import Pipeline
import Publication

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "init", abstract: "建立文件夹和样本配置。")
  @Argument(help: ArgumentHelp("目录。", valueName: "目录")) var directory: String

  func run() throws {
    try Console.attempt {
      let path = try Setup.make(in: directory)
      let folder = URL(fileURLWithPath: directory).standardizedFileURL.path
      let program = CommandLine.arguments.first.map { URL(fileURLWithPath: $0).standardizedFileURL.path } ?? "zarlal"
      Console.say(
        """
        已建立 \(folder)。请先修改 \(path)，再运行 zarlal doctor --config \(path)。

        定时运行（crontab -e）：
        */5 * * * * cd '\(folder)' && '\(program)' run

        或者 systemd：
        # /etc/systemd/system/zarlal.service
        [Service]
        Type=oneshot
        WorkingDirectory=\(folder)
        ExecStart=\(program) run
        # /etc/systemd/system/zarlal.timer
        [Timer]
        OnCalendar=*:0/5
        [Install]
        WantedBy=timers.target
        """)
    }
  }
}

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "doctor", abstract: "检查配置、文件夹、空间、时钟和台账。")
  @OptionGroup var options: ConfigurationOptions
  @Flag(help: "输出 JSON。") var json = false

  func run() throws {
    try Console.attempt {
      let findings = Doctor.examine(configuration: options.config, workDirectory: options.workDir)
      let isUsable = !findings.contains { $0.fault != nil && $0.isFatal }
      if json {
        Console.say(
          .object([
            "schema": .string("zarlal.doctor/1"), "usable": .bool(isUsable),
            "findings": .array(findings.map(\.json)),
          ]))
      } else {
        for finding in findings {
          guard let fault = finding.fault else {
            Console.say("好　　\(finding.subject)")
            continue
          }
          let text = fault.text()
          Console.say(
            "\(finding.isFatal ? "不行" : "注意")　\(finding.subject)：\(fault.code) \(text.message)\n　　　\(text.remedy)")
        }
      }
      if !isUsable { throw ExitCode(78) }
    }
  }
}
