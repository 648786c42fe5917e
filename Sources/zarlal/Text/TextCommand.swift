import ArgumentParser

/// `zarlal text …`: the tools of the library `MongolianText`, one by one.
struct TextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text", abstract: "传统蒙古文：字形、规范化、识别编码、转换、检索键、查看。",
    subcommands: [
      TextShapeCommand.self, TextNormalizeCommand.self, TextIdentifyCommand.self, TextConvertCommand.self,
      TextKeyCommand.self, TextInspectCommand.self,
    ])
}
