import ArgumentParser
import MongolianText

/// `zarlal text key`: one word a line to its shape key.
struct TextKeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "每行一词，输出字形键：字形相同，键就相同。")

  func run() throws {
    let bytes = try TextStreams.read()
    var shaping = Shaping()
    var output: [UInt8] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let stop = end > start && bytes[end - 1] == 0x0D ? end - 1 : end
      output.append(contentsOf: ShapeKey(of: bytes.span.extracting(start..<stop), with: &shaping).description.utf8)
      output.append(0x0A)
      start = end + 1
    }
    try TextStreams.write(output)
  }
}
