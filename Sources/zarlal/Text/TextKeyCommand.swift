import ArgumentParser
import MongolianText

/// `zarlal text key`: one word a line to its shape key.
struct TextKeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "每行一词，输出字形键：字形相同，键就相同。")

  func run() throws {
    var shaping = Shaping()
    var output: [UInt8] = []
    try TextStreams.readLines { text in
      output.removeAll(keepingCapacity: true)
      var start = 0
      while start < text.count {
        var end = start
        while end < text.count, text[end] != 0x0A { end += 1 }
        let stop = end > start && end < text.count && text[end - 1] == 0x0D ? end - 1 : end
        output.append(contentsOf: ShapeKey(of: text.extracting(start..<stop), with: &shaping).description.utf8)
        output.append(0x0A)
        start = end + 1
      }
      try TextStreams.write(output)
    }
  }
}
