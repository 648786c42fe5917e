public import ArgumentParser
public import Pipeline
import Publication

extension ListedKind: ExpressibleByArgument {}

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "列出数字背后的文件或载荷。")

  @Argument(
    help: ArgumentHelp(
      """
      held、sealed、on-request、rejected、superseded（被后来的文件替代）、duplicates、ignored、waiting、scheduled 或 queued；in-time、late、undated、uncounted（时效）；\
      chinese、mongolian、translated、untranslated、independent、stale（双语）；corrected、withdrawn（更正、撤稿）；holds（停下的原因）、changes（规范化改动）、\
      quiet（没有更新的渠道）、attribute（公开属性）；decisions、reversed（定性、其后改变的）；unbased（没有法定依据的封存件和依申请公开件）。
      """, valueName: "种类"))
  var kind: ListedKind

  @OptionGroup var options: ConfigurationOptions

  @Option(help: ArgumentHelp("只列这个渠道。", valueName: "渠道"))
  var outlet: String?

  @Option(help: ArgumentHelp("只列这个月（yyyy-mm）的载荷。", valueName: "月份"))
  var month: String?

  @Option(help: ArgumentHelp("报表数字的清单：从这一天起。", valueName: "日期"))
  var from: CivilDate?

  @Option(help: ArgumentHelp("报表数字的清单：到这一天止。", valueName: "日期"))
  var to: CivilDate?

  @Option(help: ArgumentHelp("holds：只列因这个代码停下的。", valueName: "代码"))
  var code: String?

  @Option(help: ArgumentHelp("changes：只列这条规则改过的。", valueName: "规则"))
  var rule: String?

  @Option(help: ArgumentHelp("attribute：主动公开、依申请公开、不予公开或未定。", valueName: "公开属性"))
  var attribute: String?

  @Flag(help: "输出 JSON。")
  var json = false

  func validate() throws {
    if let month, CivilDate(iso: month + "-01") == nil { throw ValidationError("--month 要写成 2025-07 这样。") }
  }

  func run() throws {
    try Console.attempt {
      let engine = try options.engine()
      let listed = try entries(of: engine)
      let known = engine.configuration.outlets.map(\.id.rawValue)
      if let outlet, listed.isEmpty, !known.contains(outlet) {
        let reason = "没有渠道“\(outlet)”，配置中的渠道是 \(known.joined(separator: "、"))"
        throw PipelineError(.usage, details: ["reason": reason])
      }
      if json { return Console.say(.array(listed.map(\.json))) }
      for one in listed {
        let codes = one.codes.isEmpty ? "" : "［" + one.codes.map(\.rawValue).joined(separator: "、") + "］"
        let outlets = one.outlets.isEmpty ? "" : "（" + one.outlets.map(\.rawValue).joined(separator: "、") + "）"
        let file = one.file.map { $0 == one.id ? "" : "  " + Printable.line($0) } ?? ""
        Console.say("\(Printable.line(String(one.id.prefix(one.file == one.id ? .max : 12))))\(file)\(codes)\(outlets)")
        if !one.message.isEmpty { Console.say("　　" + Printable.line(one.message)) }
      }
      if listed.isEmpty { Console.complain("没有。") }
    }
  }

  /// With outlet and month: the first publications that the report counted, and nothing else.
  private func entries(of engine: Engine) throws -> [Listed] {
    if kind == .queued, let outlet, let month { return try engine.publications(outlet: OutletID(outlet), month: month) }
    return try engine.list(kind, filter()).filter { one in
      (outlet.map { wanted in one.outlets.contains { $0.rawValue == wanted } } ?? true)
        && (month.map { one.message.hasPrefix($0) } ?? true)
    }
  }
}

extension ListCommand {
  private func filter() throws -> ListFilter {
    var filter = ListFilter()
    (filter.from, filter.to, filter.rule) = (from, to, rule)
    filter.outlet = outlet.map { OutletID($0) }
    if let code {
      guard let known = Code(rawValue: code) else {
        throw PipelineError(.usage, details: ["reason": "没有代码 \(code)，见 docs/errors.md"])
      }
      filter.code = known
    }
    if let attribute {
      let known = DisclosureAttribute.allCases.first { $0.term == attribute || $0.rawValue == attribute }
      guard known != nil || attribute == "未定" || attribute == "undecided" else {
        throw PipelineError(.usage, details: ["reason": "--attribute \(attribute)"])
      }
      filter.attribute = .some(known)
    }
    return filter
  }
}

struct WhyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "why", abstract: "说明一件文稿的全部经过。")

  @Argument(help: ArgumentHelp("编号，可以只写前几位。", valueName: "编号"))
  var item: String

  @OptionGroup var options: ConfigurationOptions

  @Flag(help: "输出 JSON。")
  var json = false

  func run() throws {
    try Console.attempt {
      let story = try options.engine().why(item)
      if json { return Console.say(story.json, pretty: true) }
      story.lines.forEach(Console.say)
    }
  }
}

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "说明这些文件投放后会怎样，以及为什么；不改动任何文件。")

  @Argument(help: ArgumentHelp("文件。", valueName: "文件"))
  var files: [String]

  @OptionGroup var options: ConfigurationOptions

  @Option(help: ArgumentHelp("以这一天为运行日。", valueName: "日期"))
  var today: CivilDate?

  @Flag(help: "输出 JSON。")
  var json = false

  func run() throws {
    try Console.attempt {
      let engine = try options.engine()
      let missing = try engine.missing(among: files)
      let judged = try engine.check(files.filter { !missing.contains($0) }, today: today)
      for file in missing { Console.complain("没有文件 \(Printable.line(file))。请核对文件名和路径。") }
      if json {
        Console.say(.array(judged.map(\.json)))
      } else {
        for one in judged {
          Console.say(Self.line(one))
          one.evidence.forEach { Console.say("　　" + Printable.line(Words.evidence($0))) }
        }
      }
      if !missing.isEmpty { throw ExitCode(65) }
    }
  }

  static func line(_ one: Judged) -> String {
    let codes = one.codes.isEmpty ? "" : "［" + one.codes.map(\.rawValue).joined(separator: "、") + "］"
    let outlets = one.outlets.isEmpty ? "" : " → " + one.outlets.map(\.rawValue).joined(separator: "、")
    let message = one.message.isEmpty ? "" : " " + Printable.line(one.message)
    return "\(Printable.line(one.file))：\(Words.state(one.state))\(outlets)\(codes)\(message)"
  }
}

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "从载荷重数一切统计，核对历史、载荷文件和原件。")

  @OptionGroup var options: ConfigurationOptions

  @Flag(help: "输出 JSON。")
  var json = false

  func run() throws {
    try Console.attempt {
      let engine = try options.engine()
      let faults = try engine.verify()
      if json {
        let list = faults.map { fault -> JSONValue in
          let text = fault.text()
          return .object([
            "code": .string(fault.code.rawValue), "subject": .string(fault.subject), "message": .string(text.message),
            "remedy": .string(text.remedy),
          ])
        }
        Console.say(
          .object([
            "schema": .string("zarlal.verify/1"), "clean": .bool(faults.isEmpty), "faults": .array(list),
            "head": .string(try engine.historyHead()), "registers": .string(engine.registersHead),
          ]))
      } else {
        faults.forEach(Console.tell)
        if faults.isEmpty { Console.say("核对无误。") }
      }
      if !faults.isEmpty { throw ExitCode(1) }
    }
  }
}
