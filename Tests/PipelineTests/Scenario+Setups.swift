import Foundation
import Publication
import SystemEdges
import Testing

@testable import Pipeline

/// Configuration, cron, upgrades.
extension Scenario {
  private static func configured(_ name: String, _ text: @escaping @Sendable (String) -> String) -> Scenario {
    Scenario(name) { office in
      try office.drop("通知.txt", Notice.chinese())
      let file = office.url("pipeline.json")
      try Data(text(SampleConfiguration.text).utf8).write(to: file)
      _ = try Engine.open(configuration: file.path).run(office.options)
      return .nameless
    }
  }

  static let setups: [Scenario] = [
    configured("a broken configuration") { _ in "{\"settleSeconds\": }" },
    configured("a half-saved configuration") { String($0.prefix($0.count / 2)) },
    configured("an unknown key in the configuration") {
      $0.replacingOccurrences(of: "\"settleSeconds\"", with: "\"settleSecond\"")
    },
    Scenario("cron's bare environment: no HOME, no LANG") { office in
      try office.drop("通知.txt", Notice.chinese("关于供暖的通知", body: "零下三十度。"))
      try Data(SampleConfiguration.text.utf8).write(to: office.url("pipeline.json"))
      let built = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      let program = Process()
      program.executableURL = built.appendingPathComponent("zarlal")
      program.arguments = ["run", "--settle", "0", "--json"]
      program.environment = ["LANG": "C"]
      program.currentDirectoryURL = office.root
      let output = Pipe()
      program.standardOutput = output
      try program.run()
      let said = output.fileHandleForReading.readDataToEndOfFile()
      program.waitUntilExit()
      #expect(program.terminationStatus == 0)
      #expect(try JSONValue.reading([UInt8](said))["published"]?.integer == 1)
      return .file("通知.txt")
    },
    Scenario("an upgrade with work in flight") { office in
      try office.drop("通知.txt", Notice.chinese())
      try office.drop("成套/通知.txt", Notice.chinese("关于成套的通知"))
      // The old program ends in the middle of moving; the new one opens the same ledger.
      let disk = FaultPlan(failing: 12).disk(Disk(root: office.root.path))
      _ = try? Engine(office.configuration, root: office.root.path, files: disk, clock: office.clock).run(
        office.options)
      #expect(try !office.everything(below: "work").isEmpty)
      try office.run()
      return .file("通知.txt")
    },
  ]
}
