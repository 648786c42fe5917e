import FuzzDriver
import Glibc

/// `ingestfuzz TARGET [libFuzzer's arguments]`: `Benchmarks/fuzz` builds and calls it.
@main
enum IngestFuzz {
  static func main() {
    let name = CommandLine.arguments.count > 1 ? CommandLine.arguments[1] : ""
    let status: Int32
    switch name {
    case "zip": status = run { bytes, count in DocumentTarget.attempt(IngestFuzz.file(bytes, count), name: "a.docx") }
    case "docx":
      status = run { bytes, count in
        DocumentTarget.attempt(Containers.docx(IngestFuzz.file(bytes, count)), name: "a.docx")
      }
    case "odt":
      status = run { bytes, count in
        DocumentTarget.attempt(Containers.odt(IngestFuzz.file(bytes, count)), name: "a.odt")
      }
    case "ofd":
      status = run { bytes, count in
        DocumentTarget.attempt(Containers.ofd(IngestFuzz.file(bytes, count)), name: "a.ofd")
      }
    case "html": status = run { bytes, count in DocumentTarget.attempt(IngestFuzz.file(bytes, count), name: "a.html") }
    case "markdown":
      status = run { bytes, count in DocumentTarget.attempt(IngestFuzz.file(bytes, count), name: "a.md") }
    case "yaml":
      status = run { bytes, count in
        DocumentTarget.attempt(Containers.frontMatter(IngestFuzz.file(bytes, count)), name: "a.md")
      }
    case "sidecar": status = run { bytes, count in MetadataTarget.attempt(IngestFuzz.file(bytes, count)) }
    case "decoding": status = run { bytes, count in DecodingTarget.attempt(IngestFuzz.file(bytes, count)) }
    case "closing": status = run { bytes, count in ClosingTarget.attempt(IngestFuzz.file(bytes, count)) }
    default:
      print("usage: ingestfuzz zip|docx|odt|ofd|html|markdown|yaml|sidecar|decoding|closing [libFuzzer's arguments]")
      status = 64
    }
    exit(status)
  }

  private static func file(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8] {
    Array(UnsafeBufferPointer(start: bytes, count: count))
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
