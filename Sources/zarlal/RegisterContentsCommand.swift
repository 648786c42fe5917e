import ArgumentParser
import Pipeline
import Publication

struct RegisterContentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contents", abstract: "政府公报目录：从已发布的文稿中列出一期的目录（Markdown）。")
  @Option(help: ArgumentHelp("zh 或 mn。", valueName: "语言")) var lang: String
  @Option(help: ArgumentHelp("从这一天起首次发布的。", valueName: "日期")) var from: CivilDate
  @Option(help: ArgumentHelp("到这一天止首次发布的。", valueName: "日期")) var to: CivilDate
  @Flag(help: "没有发文字号的也列入。") var all = false
  @Option(help: ArgumentHelp("只列这个栏目。", valueName: "栏目")) var category: String?
  @OptionGroup var options: ConfigurationOptions
  @Option(help: ArgumentHelp("写入文件。", valueName: "文件")) var output: String?
  @Flag(help: "输出 JSON。") var json = false

  func validate() throws {
    if ContentLanguage(tag: lang) == nil { throw ValidationError("--lang 要写 zh 或 mn。") }
  }

  func run() throws {
    try Console.attempt {
      guard let language = ContentLanguage(tag: lang) else { return }
      let lines = try options.engine().contents(
        language: language, from: from, to: to, numbered: !all,
        category: category)
      if json { return Console.say(.array(lines.map(\.json))) }
      if lines.isEmpty { Console.complain("这段时间没有可以列入的文稿。") }
      try Console.give(Array(lines.markdown.utf8), output: output)
    }
  }
}
