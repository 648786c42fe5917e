import ArgumentParser
import Foundation
import Pipeline
import Publication

struct RegisterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register",
    abstract: "登记簿：依申请公开、复议诉讼、规范性文件、公文提案公开、留言办理、政府公报、数据、工作日历。",
    discussion: "登记簿可以写中文名或英文名："
      + Engine.registerNames.map { "\($0.name)（\($0.key)）" }.joined(separator: "、") + "。表头和填法见 docs/registers.md。",
    subcommands: [
      RegisterTemplateCommand.self, RegisterImportCommand.self, RegisterAddCommand.self, RegisterVoidCommand.self,
      RegisterListCommand.self, RegisterShowCommand.self, RegisterExportCommand.self, RegisterContentsCommand.self,
    ])
}

/// Which register.
struct RegisterArgument: ParsableArguments {
  @Argument(help: ArgumentHelp("登记簿的中文名或英文名。", valueName: "登记簿")) var register: String
}

struct RegisterTemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "template", abstract: "输出一张空登记表（CSV，只有表头）。")
  @OptionGroup var which: RegisterArgument
  @Option(help: ArgumentHelp("写入文件。", valueName: "文件")) var output: String?

  func run() throws {
    try Console.attempt { try Console.give(Engine.registerTemplate(which.register), output: output) }
  }
}

struct RegisterImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "导入登记表：整张都对才登记，有一处不对就一行也不登记。",
    discussion: "表里没有的列，已有的内容不变；空着的格，清除已有的内容。同一编号是修改，旧内容留在记录里。")
  @Argument(help: ArgumentHelp("CSV 文件。", valueName: "文件")) var files: [String]
  @OptionGroup var options: ConfigurationOptions
  @OptionGroup var actor: ActorOption
  @Flag(help: "输出 JSON。") var json = false

  func run() throws {
    try Console.attempt {
      let engine = try options.engine()
      var answers: [JSONValue] = []
      var isRefused = false
      for file in files {
        do {
          let entered = try engine.importRegister(try Console.bytes(of: file), by: actor.name)
          answers.append(RegisterAnswer.json(entered, file: file))
          if !json { RegisterAnswer.say(entered, subject: Printable.line(file)) }
        } catch let faults as RegisterFaults {
          isRefused = true
          answers.append(RegisterAnswer.json(faults, file: file))
          Console.complain("\(Printable.line(file))：没有导入。")
          RegisterAnswer.complain(faults)
        }
      }
      if json { Console.say(.array(answers)) }
      if isRefused { throw ExitCode(65) }
    }
  }
}

struct RegisterAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "登记一条，或修改已有的一条。",
    discussion: "例：zarlal register add 依申请公开 登记号=2025-001 申请人类别=自然人 提出方式=当面提交 来件日期=2025-03-03 经办人=张某\n"
      + "已有的编号只改写明的项目；“项目=”后面空着就是清除。")
  @OptionGroup var which: RegisterArgument
  @Argument(help: ArgumentHelp("项目=内容，项目可以写表头或英文名。", valueName: "项目=内容")) var fields: [String]
  @OptionGroup var options: ConfigurationOptions
  @OptionGroup var actor: ActorOption
  @Flag(help: "输出 JSON。") var json = false

  func validate() throws {
    guard fields.allSatisfy({ $0.contains("=") || $0.contains("＝") }) else { throw ValidationError("请写成“项目=内容”。") }
  }

  func run() throws {
    try Console.attempt {
      let pairs = fields.compactMap { field -> (name: String, text: String)? in
        guard let sign = field.firstIndex(where: { $0 == "=" || $0 == "＝" }) else { return nil }
        return (String(field[..<sign]), String(field[field.index(after: sign)...]))
      }
      do {
        let entered = try options.engine().enter(which.register, pairs, by: actor.name)
        if json { return Console.say(RegisterAnswer.json(entered, file: nil)) }
        RegisterAnswer.say(entered, subject: entered.register)
      } catch let faults as RegisterFaults {
        if json { Console.say(RegisterAnswer.json(faults, file: nil)) }
        RegisterAnswer.complain(faults)
        throw ExitCode(65)
      }
    }
  }
}

struct RegisterVoidCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "void", abstract: "作废一条：不再计数，记录保留。")
  @OptionGroup var which: RegisterArgument
  @Argument(help: ArgumentHelp("登记号。", valueName: "登记号")) var number: String
  @Option(help: ArgumentHelp("作废理由。", valueName: "理由")) var reason: String
  @OptionGroup var options: ConfigurationOptions
  @OptionGroup var actor: ActorOption

  func validate() throws {
    if reason.allSatisfy(\.isWhitespace) { throw ValidationError("--reason 不能为空：理由写进记录。") }
  }

  func run() throws {
    try Console.attempt {
      try options.engine().voidRow(which.register, number, reason: reason, by: actor.name)
      Console.say("已作废。")
    }
  }
}

struct RegisterListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "列出登记簿；申请人、申请内容等不列。")
  @OptionGroup var which: RegisterArgument
  @Option(help: ArgumentHelp("只列有这一年日期的。", valueName: "年份")) var year: Int?
  @OptionGroup var options: ConfigurationOptions
  @Flag(help: "输出 JSON。") var json = false

  func run() throws {
    try Console.attempt {
      let lines = try options.engine().registerLines(which.register, year: year)
      if json { return Console.say(.array(lines.map(\.json))) }
      for line in lines {
        let fields = line.fields.dropFirst().map { "\($0.name) \(Printable.line($0.value))" }.joined(separator: "；")
        Console.say("\(Printable.line(line.number))　\(fields)")
      }
      if lines.isEmpty { Console.complain("没有。") }
    }
  }
}

struct RegisterShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "说明一条登记：内容、期限怎么算、费用怎么算、改过什么。")
  @OptionGroup var which: RegisterArgument
  @Argument(help: ArgumentHelp("登记号。", valueName: "登记号")) var number: String
  @OptionGroup var options: ConfigurationOptions
  @Option(help: ArgumentHelp("以这一天为今天。", valueName: "日期")) var today: CivilDate?
  @Flag(help: "连申请人、申请内容和备注一起显示。") var full = false
  @Flag(help: "输出 JSON。") var json = false

  func run() throws {
    try Console.attempt {
      let story = try options.engine().registerStory(which.register, number, isFull: full, today: today)
      if json { return Console.say(story.json, pretty: true) }
      if story.isVoid { Console.say("已作废。") }
      for field in story.line.fields { Console.say("\(field.name)：\(Printable.line(field.value))") }
      story.workings.forEach(Console.say)
      for change in story.changes {
        let origin = change.record.origin
        let source = origin.source.map { "登记表 \($0.hex.prefix(12))" } ?? "手工"
        let reason = change.record.draft.reason.isEmpty ? "" : "，理由：\(Printable.line(change.record.draft.reason))"
        let what = change.record.draft.isVoid ? "作废" : change.fields.joined(separator: "、")
        Console.say(
          "第\(change.record.revision)次：\(origin.day) \(Printable.line(origin.actor)) \(source)：\(what)\(reason)")
      }
    }
  }
}

struct RegisterExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "输出整本登记簿（CSV，含申请人），可以改好再导入。")
  @OptionGroup var which: RegisterArgument
  @Option(help: ArgumentHelp("写入文件（只有本人可读）。", valueName: "文件")) var output: String?
  @OptionGroup var options: ConfigurationOptions

  func run() throws {
    try Console.attempt {
      try Console.give(options.engine().exportRegister(which.register), output: output, isPrivate: true)
    }
  }
}

/// What an entry did, for people and programs.
enum RegisterAnswer {
  static func say(_ entered: RegisterEntered, subject: String) {
    if entered.isKnown { return Console.say("\(subject)：这张登记表以前导入过，没有再登记。") }
    let changes = entered.changes
    Console.say(
      "\(subject)：登记簿“\(entered.register)”新增 \(changes.added) 条，修改 \(changes.revised) 条，未变 \(changes.unchanged) 条。")
    for one in entered.advice { complain(one) }
  }

  static func complain(_ faults: RegisterFaults) { faults.diagnostics.prefix(200).forEach(complain) }

  private static func complain(_ one: Diagnostic) {
    let text = one.text()
    Console.complain("\(one.code)：\(Printable.line(text.message))\n　　\(Printable.line(text.remedy))")
  }

  static func json(_ entered: RegisterEntered, file: String?) -> JSONValue {
    .object([
      "file": .optional(file), "entered": .bool(true), "register": .string(entered.register),
      "known": .bool(entered.isKnown), "added": .int(entered.changes.added), "revised": .int(entered.changes.revised),
      "unchanged": .int(entered.changes.unchanged), "advice": .array(entered.advice.map(json)),
    ])
  }

  static func json(_ faults: RegisterFaults, file: String?) -> JSONValue {
    .object(["file": .optional(file), "entered": .bool(false), "faults": .array(faults.diagnostics.map(json))])
  }

  private static func json(_ one: Diagnostic) -> JSONValue {
    let text = one.text()
    return .object([
      "code": .string(one.code.rawValue), "where": .string(one.place), "message": .string(text.message),
      "remedy": .string(text.remedy),
    ])
  }
}
