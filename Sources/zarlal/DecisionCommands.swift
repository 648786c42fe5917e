import ArgumentParser
import Foundation
import Pipeline
import Publication

/// Who gives the command: told in the history.
struct ActorOption: ParsableArguments {
  @Option(name: .customLong("by"), help: ArgumentHelp("经办人；默认是登录名。", valueName: "姓名"))
  var actor: String?

  var name: String { actor ?? ProcessInfo.processInfo.environment["USER"] ?? "uid \(getuid())" }
}

struct HoldCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "hold", abstract: "暂停一件文稿：未取走的载荷撤出发件箱。")
  @Argument(help: ArgumentHelp("编号。", valueName: "编号")) var item: String
  @OptionGroup var options: ConfigurationOptions
  @OptionGroup var actor: ActorOption

  func run() throws {
    try Console.attempt {
      let engine = try options.engine()
      let record = try engine.hold(item, by: actor.name)
      let short = record.itemID.rawValue.prefix(12)
      Console.say("已暂停：\(record.itemID)。恢复：zarlal release \(short)")
      let taken = try engine.why(record.itemID.rawValue).payloads.filter { $0.state == .written }
      if !taken.isEmpty {
        let outlets = Set(taken.map(\.outlet)).sorted().map(\.rawValue).joined(separator: "、")
        Console.say("以下渠道已经取走，暂停不影响它们：\(outlets)。要从渠道撤下：zarlal withdraw \(short) --reason 理由")
      }
    }
  }
}

struct ReleaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release", abstract: "放行：恢复人工暂停的文稿，或把待定的更正稿作为更正发布。")
  @Argument(help: ArgumentHelp("编号。", valueName: "编号")) var item: String
  @OptionGroup var options: ConfigurationOptions
  @OptionGroup var actor: ActorOption

  func run() throws {
    try Console.attempt {
      let record = try options.engine().release(item, by: actor.name)
      Console.say("已放行：\(record.itemID)。")
    }
  }
}

struct WithdrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "撤稿：未取走的载荷撤出发件箱，已取走的渠道收到撤稿载荷。")
  @Argument(help: ArgumentHelp("编号。", valueName: "编号")) var item: String
  @Option(help: ArgumentHelp("撤稿理由。", valueName: "理由")) var reason: String
  @OptionGroup var options: ConfigurationOptions
  @OptionGroup var actor: ActorOption

  func validate() throws {
    if reason.allSatisfy(\.isWhitespace) { throw ValidationError("--reason 不能为空：理由写进台账，也告诉渠道。") }
  }

  func run() throws {
    try Console.attempt {
      let record = try options.engine().withdraw(item, reason: reason, by: actor.name)
      Console.say("已撤稿：\(record.itemID)。")
    }
  }
}
