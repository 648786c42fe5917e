import CFuzzDriver
import Glibc
import MongolianText

// TextFuzz shaper|converter|normalizer|identifier [libFuzzer's options] [corpus folder]

/// Fails loudly: libFuzzer keeps the input.
func require(_ condition: Bool, _ what: StaticString) {
  if !condition { fatalError("\(what)") }
}

func bytes(_ data: UnsafePointer<UInt8>?, _ size: Int) -> [UInt8] {
  Array(UnsafeBufferPointer(start: data, count: size))
}

let targets: [String: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32] = [
  "shaper": { data, size in
    let input = bytes(data, size)
    var shaping = Shaping()
    shaping.shape(input.span)
    let once = shaping.units
    shaping.shape(input.span, .public)
    shaping.shape(input.span)
    require(shaping.units == once, "the shaper remembers")
    return 0
  },
  "converter": { data, size in
    let text = String(decoding: bytes(data, size), as: UTF8.self)
    if let result = try? Menksoft.unicode(from: text) {
      let back = try? TextChangeReport.rebuildInput(output: result.text, changes: result.changes)
      require(back.map { $0.utf8.elementsEqual(text.utf8) } ?? false, "the report does not lead back")
    }
    if let codes = try? Menksoft.menksoft(from: text) {
      let back = try? TextChangeReport.rebuildInput(output: codes.text, changes: codes.changes)
      require(back.map { $0.utf8.elementsEqual(text.utf8) } ?? false, "the report does not lead back")
    }
    return 0
  },
  "normalizer": { data, size in
    let input = bytes(data, size)
    guard let result = try? MongolianNormalizer().normalize(utf8: input) else { return 0 }
    let again = try? MongolianNormalizer().normalize(result.text)
    require(again.map { $0.changes.isEmpty } ?? false, "a second run changes something")
    let back = try? TextChangeReport.rebuildInput(output: result.text, changes: result.changes)
    require(back.map { $0.utf8.elementsEqual(input) } ?? false, "the report does not lead back")
    return 0
  },
  "identifier": { data, size in
    let input = bytes(data, size)
    _ = try? Identifier.identify(file: input)
    if let answer = try? Identifier.identify(utf8: input), answer.code == .menksoft || answer.code == .mixed {
      _ = try? MongolianNormalizer().canonical(String(decoding: input, as: UTF8.self))
    }
    return 0
  },
]

guard CommandLine.arguments.count > 1, let target = targets[CommandLine.arguments[1]] else {
  print("TextFuzz shaper|converter|normalizer|identifier [-runs=N] [corpus]")
  exit(64)
}
var arguments: [UnsafeMutablePointer<CChar>?] = ([CommandLine.arguments[0]] + CommandLine.arguments.dropFirst(2)).map { strdup($0) }
arguments.append(nil)
let count = Int32(arguments.count - 1)
exit(arguments.withUnsafeMutableBufferPointer { zarlal_fuzz(count, $0.baseAddress, target) })
