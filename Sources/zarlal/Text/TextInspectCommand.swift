import ArgumentParser
import Foundation
import MongolianText

/// `zarlal text inspect`: each word of a text, for people.
struct TextInspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: "逐词列出码位、书写单元、同形的其他写法，以及规范化会做什么。")

  @Flag(help: "输出竖排的 HTML 页面。")
  var html = false

  @Argument(help: ArgumentHelp("文本文件；不写则读标准输入。", valueName: "文件"))
  var file: String?

  func run() throws {
    let bytes = try file.map(TextStreams.read(file:)) ?? TextStreams.read()
    let words: [InspectedWord]
    do {
      words = try InspectedWord.words(of: bytes)
    } catch {
      throw TextStreams.refuse(error)
    }
    if html {
      try TextStreams.write(InspectPage.html(words))
    } else {
      let colour = isatty(1) == 1
      try TextStreams.write(words.map { InspectLines.text($0, colour: colour) }.joined())
    }
  }
}
