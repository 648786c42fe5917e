public import ArgumentParser
import Foundation
public import Pipeline
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
      for question in try engine.questions(afterHolding: record) { Console.say(question) }
    }
  }
}

struct ReleaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release", abstract: "放行：恢复人工暂停的文稿，或把待定的更正稿作为更正发布。")
  @Argument(help: ArgumentHelp("编号。", valueName: "编号")) var item: String
  @Option(help: ArgumentHelp("更正的公开说明，随更正载荷发给渠道；不写时用元数据的“理由”。放行人工暂停的，记入经过。", valueName: "说明")) var note: String?
  @OptionGroup var options: ConfigurationOptions
  @OptionGroup var actor: ActorOption

  func run() throws {
    try Console.attempt {
      let engine = try options.engine()
      let record = try engine.release(item, note: note, by: actor.name)
      Console.say("已放行：\(record.itemID)。")
      if record.revision > 1 { try Console.ask(engine, record, after: .correct) }
    }
  }
}

struct WithdrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "撤稿：未取走的载荷撤出发件箱，已取走的渠道收到撤稿载荷。",
    discussion: "理由的代码：\n"
      + WithdrawalReason.allCases.map { "  \($0.rawValue)　\($0.term)" }.joined(separator: "\n"))
  @Argument(help: ArgumentHelp("编号。", valueName: "编号")) var item: String
  @Option(
    help: ArgumentHelp("撤稿理由：代码或名称，冒号后可以再写几句；也可以直接写，记为“其他”。写进台账，也告诉渠道。", valueName: "理由"))
  var reason: String
  @Option(help: ArgumentHelp("公开说明：渠道可以登在原处。", valueName: "说明")) var note: String?
  @OptionGroup var options: ConfigurationOptions
  @OptionGroup var actor: ActorOption

  func validate() throws {
    if reason.allSatisfy(\.isWhitespace) { throw ValidationError("--reason 不能为空：理由写进台账，也告诉渠道。") }
  }

  func run() throws {
    try Console.attempt {
      let engine = try options.engine()
      let record = try engine.withdraw(item, reason: reason, note: note, by: actor.name)
      Console.say("已撤稿：\(record.itemID)。")
      try Console.ask(engine, record, after: .withdraw)
    }
  }
}

struct SignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign", abstract: "审查签署：对暂停文稿的现有内容作出审查结论；内容一改动，签署即失效。")
  @Argument(help: ArgumentHelp("编号。", valueName: "编号")) var item: String
  @Option(help: ArgumentHelp("审查：保密审查、合法性审核或政策一致性评估。", valueName: "审查"), transform: Self.review)
  var review: ReviewKind
  @Option(help: ArgumentHelp("结论：通过（默认）、不通过或不需要。", valueName: "结论"), transform: Self.verdict)
  var verdict: SignOff.Verdict = .passed
  @Option(help: ArgumentHelp("意见；结论为“不需要”时必须写明理由。", valueName: "意见")) var opinion: String = ""
  @OptionGroup var options: ConfigurationOptions
  @Option(name: .customLong("by"), help: ArgumentHelp("审查人。", valueName: "姓名")) var reviewer: String

  private static func review(_ text: String) throws -> ReviewKind {
    guard let review = ReviewKind(name: text) else {
      throw ValidationError("--review 应为 \(ReviewKind.allCases.map(\.term).joined(separator: "、")) 之一。")
    }
    return review
  }

  private static func verdict(_ text: String) throws -> SignOff.Verdict {
    guard let verdict = SignOff.Verdict(name: text) else {
      throw ValidationError("--verdict 应为 \(SignOff.Verdict.allCases.map(\.term).joined(separator: "、")) 之一。")
    }
    return verdict
  }

  func validate() throws {
    if reviewer.allSatisfy(\.isWhitespace) { throw ValidationError("--by 不能为空：审查人写进台账。") }
    if verdict == .notNeeded, opinion.allSatisfy(\.isWhitespace) {
      throw ValidationError("结论为“不需要”时，请用 --opinion 写明理由。")
    }
  }

  func run() throws {
    try Console.attempt {
      let record = try options.engine().sign(
        item, review: review, verdict: verdict, opinion: opinion, by: reviewer)
      Console.say("已记录\(review.term)：\(verdict.term)。\(Console.standing(record))")
    }
  }
}

struct DecideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide", abstract: "定性：给暂停的文稿定公开属性。来源已写明更严属性的，不能放宽。",
    discussion: "依申请公开和不予公开要有法定依据（--basis）：\n"
      + LegalBasis.all.map { "  \($0.code)　\($0.citation)：\($0.text)" }.joined(separator: "\n"))
  @Argument(help: ArgumentHelp("编号。", valueName: "编号")) var item: String
  @Argument(help: ArgumentHelp("publish（主动公开）、on-request（依申请公开）或 withhold（不予公开）。", valueName: "决定"))
  var verdict: PersonalVerdict
  @Option(help: ArgumentHelp("理由。", valueName: "理由")) var reason: String
  @Option(help: ArgumentHelp("法定依据的编号，例如 16.2。", valueName: "依据")) var basis: String?
  @OptionGroup var options: ConfigurationOptions
  @Option(name: .customLong("by"), help: ArgumentHelp("决定人。", valueName: "姓名")) var name: String

  func validate() throws {
    if name.allSatisfy(\.isWhitespace) { throw ValidationError("--by 不能为空：决定人写进台账。") }
    if reason.allSatisfy(\.isWhitespace) { throw ValidationError("--reason 不能为空。") }
  }

  func run() throws {
    try Console.attempt {
      let record = try options.engine().decide(item, verdict, reason: reason, basis: basis, by: name)
      Console.say("已记录决定。\(Console.standing(record))")
    }
  }
}

extension PersonalVerdict: ExpressibleByArgument {}

extension Console {
  /// Asks about what is published in the other language, when one half changed.
  fileprivate static func ask(_ engine: Engine, _ record: ItemRecord, after action: PayloadAction) throws {
    for question in try engine.questions(about: record, after: action) { say(question) }
  }

  /// Where an item stands after a person's decision, and why it still waits.
  fileprivate static func standing(_ record: ItemRecord) -> String {
    let state = "\(record.itemID.rawValue.prefix(12))：\(Words.state(record.state.rawValue))。"
    return record.state == .held ? state + record.message : state
  }
}
