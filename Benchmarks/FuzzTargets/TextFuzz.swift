import FuzzDriver
import Glibc

/// `textfuzz TARGET [libFuzzer's arguments]`: `Benchmarks/fuzz` builds and calls it.
@main
enum TextFuzz {
  static func main() {
    let arguments = CommandLine.arguments
    let status: Int32
    switch arguments.count > 1 ? arguments[1] : "" {
    case "shaper":
      status = run { bytes, count in ShaperTarget.attempt(UnsafeBufferPointer(start: bytes, count: count)) }
    case "menksoft":
      status = run { bytes, count in MenksoftTarget.attempt(UnsafeBufferPointer(start: bytes, count: count)) }
    case "normalizer":
      status = run { bytes, count in NormalizerTarget.attempt(UnsafeBufferPointer(start: bytes, count: count)) }
    case "identifier":
      status = run { bytes, count in IdentifierTarget.attempt(UnsafeBufferPointer(start: bytes, count: count)) }
    default:
      print("usage: textfuzz shaper|menksoft|normalizer|identifier [libFuzzer's arguments]")
      status = 64
    }
    exit(status)
  }

  /// libFuzzer reads the arguments but the target's name.
  private static func run(_ target: @escaping zarlal_fuzz_target) -> Int32 {
    var arguments = CommandLine.arguments
    arguments.remove(at: 1)
    var pointers = arguments.map { strdup($0) }
    return zarlal_fuzz_run(Int32(arguments.count), &pointers, target)
  }
}

/// Ends the process where something that must hold does not: libFuzzer keeps the input.
func require(_ holds: Bool, _ promise: StaticString) {
  if !holds { fatalError("broken: \(promise)") }
}
