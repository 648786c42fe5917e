import Foundation
import MongolianText
import TextBenchICU

/// `textbench FILE`: the library's speed on one text, five runs of each step in turn, ICU's conversion beside it.
@main
enum TextBench {
  static func main() throws {
    let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: CommandLine.arguments[1])))
    let text = String(decoding: bytes, as: UTF8.self)
    let normalizer = MongolianNormalizer()
    let first = try normalizer.normalize(utf8: bytes)
    print("\(bytes.count) bytes, \(first.changes.count) changes, \(first.flags.count) flags")
    var units = [UInt16](repeating: 0, count: bytes.count)
    var lines = ShapedLines()
    var notation: [UInt8] = []
    notation.reserveCapacity(bytes.count * 2)
    let steps: [(name: String, step: () throws -> Void)] = [
      ("ICU, UTF-8 to UTF-16", { _ = zarlal_bench_utf16(bytes, Int32(bytes.count), &units, Int32(units.count)) }),
      ("normalize(String)", { _ = try normalizer.normalize(text) }),
      ("normalize(utf8:)", { _ = try normalizer.normalize(utf8: bytes) }),
      ("identify", { _ = Identifier.identify(text) }),
      (
        "shape lines",
        {
          notation.removeAll(keepingCapacity: true); lines.append(bytes.span, to: &notation)
        }
      ),
    ]
    var seconds = [[Double]](repeating: [], count: steps.count)
    for _ in 0..<5 {
      for (number, one) in steps.enumerated() { seconds[number].append(try cpu(one.step)) }
    }
    for (number, one) in steps.enumerated() {
      let speeds = seconds[number].map { Double(bytes.count) / 1e6 / $0 }.sorted()
      print("\(one.name): median \(Int(speeds[2])) MB/s, min \(Int(speeds[0])), max \(Int(speeds[4]))")
    }
  }

  /// CPU seconds of this process.
  private static func cpu(_ step: () throws -> Void) rethrows -> Double {
    let start = clock()
    try step()
    return max(Double(clock() - start), 1) / Double(CLOCKS_PER_SEC)
  }
}
