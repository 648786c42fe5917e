public import ArgumentParser
import Foundation
import Pipeline
public import Publication

/// Printing, and the exit codes of the contract.
enum Console {
  /// One line to standard output.
  static func say(_ line: String) { write(Array((line + "\n").utf8), to: .standardOutput) }

  /// One line to standard error.
  static func complain(_ line: String) { write(Array((line + "\n").utf8), to: .standardError) }

  /// Bytes as they are; a reader that went away is no fault.
  static func write(_ bytes: [UInt8], to handle: FileHandle) {
    do {
      try handle.write(contentsOf: Data(bytes))
    } catch {
      return
    }
  }

  /// One JSON value and a line end.
  static func say(_ json: JSONValue, pretty: Bool = false) {
    write(json.utf8(pretty: pretty) + (pretty ? [] : [0x0A]), to: .standardOutput)
  }

  /// Bytes to standard output, or to a file that is there whole or not at all.
  static func give(_ bytes: [UInt8], output: String?, isPrivate: Bool = false) throws {
    guard let output else { return write(bytes, to: .standardOutput) }
    do {
      let url = URL(fileURLWithPath: output)
      if isPrivate {
        // Nobody else may read it, not even for the moment before its permissions are set.
        let old = umask(0o077)
        defer { umask(old) }
        try Data(bytes).write(to: url, options: .atomic)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: output)
      } else {
        try Data(bytes).write(to: url, options: .atomic)
      }
    } catch {
      throw PipelineError(.storageFault, subject: output, details: ["reason": "文件夹不存在，或没有写权限"])
    }
  }

  /// A file of the command line.
  static func bytes(of path: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw PipelineError(.usage, subject: path, details: ["reason": "没有文件 \(path)，或没有权限读取"])
    }
    return [UInt8](data)
  }

  /// Runs a command's body; a fault is told on standard error with what to do, and becomes the exit code of the contract.
  static func attempt(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as PipelineError {
      tell(error)
      throw ExitCode(code(of: error))
    } catch let error as ConfigurationFaults {
      error.faults.forEach(tell)
      throw ExitCode(78)
    } catch let error as ExitCode {
      throw error
    } catch let error as ValidationError {
      throw error
    } catch {
      tell(PipelineError(.internalFault, subject: "zarlal \(Version.text)", details: ["reason": "\(error)"]))
      throw ExitCode(70)
    }
  }

  static func tell(_ error: PipelineError) {
    let text = error.text()
    complain("\(error.code)：\(Printable.line(text.message))\n　　\(Printable.line(text.remedy))")
  }

  /// 65 input refused, 70 our fault, 75 try again later, 78 configuration.
  static func code(of error: PipelineError) -> Int32 {
    switch error.code {
    case .diskFull, .storageFault, .dayBeforeLatest, .clockDoubtful, .spaceLow, .runInProgress, .registersBusy: 75
    case .itemUnknown, .wrongState, .originalMissing, .registerRowUnknown, .fieldUnknown: 65
    case .usage: 64
    case let code where code.rawValue.hasPrefix("CFG"): 78
    case .ledgerDamaged, .ledgerNewer, .registersDamaged: 78
    case let code where ["TXT", "ING", "ANN"].contains(code.rawValue.prefix(3)): 65
    default: 70
    }
  }
}

/// Where the configuration is.
struct ConfigurationOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("配置文件。", valueName: "文件"))
  var config = "pipeline.json"

  @Option(name: .long, help: ArgumentHelp("工作目录；优先于配置。", valueName: "目录"))
  var workDir: String?

  func engine() throws -> Engine { try Engine.open(configuration: config, workDirectory: workDir) }
}

extension CivilDate: ExpressibleByArgument {
  /// Reads `yyyy-mm-dd`.
  public init?(argument: String) { self.init(iso: argument) }
}
