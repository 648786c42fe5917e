import Foundation
import Publication
import TestSupport
import Testing

@testable import Pipeline
@testable import SystemEdges

@Suite("Programs that read for us")
struct ConversionTests {
  static let pdf = Array(
    """
    %PDF-1.4
    1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
    2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
    3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj
    trailer<</Root 1 0 R>>
    """.utf8)

  static func shell(_ script: String, seconds: Int = 20, memory: Int = 1 << 30, output: Int = 1 << 20) -> Subprocess {
    var limits = SubprocessLimits()
    limits.seconds = seconds
    limits.memoryBytes = memory
    limits.outputBytes = output
    return Subprocess(arguments: ["/bin/bash", "-c", script], limits: limits)
  }

  @Test("a program reads what it is given, its answer comes back, and its environment is bare")
  func answers() throws {
    #expect(try Self.shell("cat").run(input: Array("甲".utf8)) == (0, Array("甲".utf8)))
    #expect(try Self.shell("exit 3").run().status == 3)
    #expect(try Self.shell("kill -9 $$").run().status == -9)
    #expect(String(decoding: try Self.shell("env | sort").run().output, as: UTF8.self).contains("HOME=/nonexistent\n"))
    #expect(
      try Self.shell("ls /proc/self/fd | wc -l").run().output == Array("4\n".utf8), "0, 1, 2 and the folder itself")
  }

  @Test("one that hangs is ended with all that it started")
  func time() {
    #expect(throws: Subprocess.Fault.self) { try Self.shell("sleep 1000 & sleep 1000", seconds: 1).run() }
  }

  @Test("one that writes without end is ended")
  func output() {
    #expect {
      try Self.shell("head -c 10000000 /dev/zero", output: 1000).run()
    } throws: { error in
      guard case Subprocess.Fault.failed(.outputTooLarge(1000)) = error else { return false }
      return true
    }
  }

  @Test("one that wants more memory than its bound doesn't get it")
  func memory() throws {
    let script = "x=$(head -c 200000000 /dev/zero | tr '\\0' 'a'); echo ${#x}"
    #expect(try Self.shell(script).run().output == Array("200000000\n".utf8))
    #expect(try Self.shell(script, memory: 128 << 20).run().output != Array("200000000\n".utf8))
  }

  @Test("none of them reaches the network, not even the machine itself")
  func network() throws {
    // A listener on loopback that we reach and a child doesn't.
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(listener) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let port = try withUnsafeMutablePointer(to: &address) { pointer in
      try pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
        try #require(
          bind(listener, raw, length) == 0 && listen(listener, 4) == 0 && getsockname(listener, raw, &length) == 0)
      }
      return UInt16(bigEndian: pointer.pointee.sin_port)
    }
    let script = "if exec 3<>/dev/tcp/127.0.0.1/\(port); then echo reached; else echo cut; fi"
    let free = Process()
    free.executableURL = URL(fileURLWithPath: "/bin/bash")
    free.arguments = ["-c", script]
    let pipe = Pipe()
    free.standardOutput = pipe
    try free.run()
    #expect(String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self) == "reached\n")
    free.waitUntilExit()
    #expect(String(decoding: try Self.shell(script).run().output, as: UTF8.self) == "cut\n")
  }

  @Test("poppler's tools answer through memory alone; broken files are its error, not ours")
  func poppler() {
    guard Programs.poppler("pdftotext") != nil else {
      print("SKIPPED: poppler-utils is not installed")
      return
    }
    let converter = ProgramConverter(root: "/nonexistent", limits: SubprocessLimits())
    func outcome(_ kind: Conversion.Kind, _ bytes: [UInt8]) -> ConversionOutcome {
      converter.outcome(of: Conversion(kind, of: ContentDigest(of: bytes)), bytes: bytes)
    }
    for kind in [Conversion.Kind.pageText, .pictureList, .embeddedFileList] {
      guard case .made = outcome(kind, Self.pdf) else {
        Issue.record("\(kind): \(outcome(kind, Self.pdf))")
        continue
      }
    }
    guard case .failed = outcome(.pageText, Array("%PDF-1.4 nothing".utf8)) else {
      Issue.record("a broken file was read")
      return
    }
  }

  @Test("LibreOffice works in a folder of its own, and nothing of it is left")
  func office() throws {
    guard Programs.office() != nil else {
      print("SKIPPED: LibreOffice (libreoffice-writer-nogui) is not installed")
      return
    }
    let office = try Office()
    let rtf = Array("{\\rtf1\\ansi\\uc0 \\u20851 \\u20110 \\par}".utf8)
    let converter = ProgramConverter(root: office.root.path, limits: SubprocessLimits())
    let conversion = Conversion(.openDocument, of: ContentDigest(of: rtf))
    guard case .made(let odt) = converter.outcome(of: conversion, bytes: rtf) else {
      Issue.record("\(converter.outcome(of: conversion, bytes: rtf))")
      return
    }
    #expect(odt.starts(with: [0x50, 0x4B]))
    #expect(!FileManager.default.fileExists(atPath: office.url("work/convert").path))
    var tight = SubprocessLimits()
    tight.memoryBytes = 64 << 20
    guard case .failed = ProgramConverter(root: office.root.path, limits: tight).outcome(of: conversion, bytes: rtf)
    else {
      Issue.record("it worked in 64 MiB")
      return
    }
    #expect(!FileManager.default.fileExists(atPath: office.url("work/convert").path))
  }

  @Test("what a killed run left is swept by the next, what a living process works on stays")
  func sweep() throws {
    let office = try Office()
    let gone = office.url("work/convert/2147483646-1/profile")
    let living = office.url("work/convert/1-1")
    for folder in [gone, living] {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    try Data("秘密".utf8).write(to: gone.appendingPathComponent("in.doc"))
    try office.run()
    #expect(!FileManager.default.fileExists(atPath: office.url("work/convert/2147483646-1").path))
    #expect(FileManager.default.fileExists(atPath: living.path))
    try FileManager.default.removeItem(at: living)
    try office.run()
    #expect(!FileManager.default.fileExists(atPath: office.url("work/convert").path))
  }

  @Test(
    "a converter that can't work just now leaves the file in the inbox; one that isn't installed holds it with advice")
  func unavailable() throws {
    let office = try Office()
    try office.drop("通知.rtf", Data("{\\rtf1 x}".utf8))
    office.converter = SetConverter { _, _ in .unavailable(reason: "磁盘满") }
    #expect(try office.run().waiting == 1)
    #expect(try office.list(.waiting).first?.codes == [.converterUnavailable])
    office.converter = SetConverter.none
    #expect(try office.run().held == 1)
    let held = try #require(try office.list(.held).first)
    #expect(held.codes.contains(.converterMissing) && held.message.contains("apt-get install libreoffice-writer-nogui"))
    // Installed meanwhile: the next run goes on by itself.
    let odt = try Data(contentsOf: ManifestTests.folder.appendingPathComponent("docs/odt/s01-notice-public.odt"))
    office.converter = SetConverter { _, _ in .made(Array(odt)) }
    #expect(try office.run().published == 1)
    #expect(try office.list(.held).isEmpty)
    #expect(try office.isClean())
  }

  @Test("RTF and DOC of one document give the text of its ODT", arguments: ["notice", "mongolian"])
  func suites(_ name: String) throws {
    guard Programs.office() != nil else {
      print("SKIPPED: LibreOffice (libreoffice-writer-nogui) is not installed")
      return
    }
    let folder = ManifestTests.folder.deletingLastPathComponent().appendingPathComponent("suites")
    func text(_ format: String) throws -> [String] {
      let office = try Office()
      let file = folder.appendingPathComponent("\(name).\(format)")
      try office.drop(file.lastPathComponent, Data(contentsOf: file), sidecar: #"{"attribute": "主动公开"}"#)
      try office.run()
      let payload = try #require(try office.pending(name == "notice" ? "site-zh" : "site-mn").first)
      return ["title", "docno", "text"].map { payload[$0]?.text ?? "" }
    }
    let open = try text("odt")
    #expect(try text("doc") == open)
    // LibreOffice writes the full-width brackets of a list's numbers as ASCII.
    let brackets = open.map {
      $0.replacingOccurrences(of: "（1） ", with: "(1) ").replacingOccurrences(of: "（2） ", with: "(2) ")
    }
    #expect(try text("rtf") == brackets)
  }

  @Test("FODT of the notice gives the text of its ODT")
  func flat() throws {
    guard Programs.office() != nil else {
      print("SKIPPED: LibreOffice (libreoffice-writer-nogui) is not installed")
      return
    }
    let folder = ManifestTests.folder.deletingLastPathComponent()
    func text(_ path: String) throws -> [String] {
      let office = try Office()
      let file = folder.appendingPathComponent(path)
      try office.drop(file.lastPathComponent, Data(contentsOf: file), sidecar: #"{"attribute": "主动公开"}"#)
      try office.run()
      let held = try office.list(.held).map { "\($0.codes) \($0.message)" }
      let payload = try #require(try office.pending("site-zh").first, "\(held)")
      return ["title", "docno", "text"].map { payload[$0]?.text ?? "" }
    }
    #expect(try text("fodt/notice/input.fodt") == text("suites/notice.odt"))
  }

  @Test("the bounds come from pipeline.json")
  func configuration() throws {
    let text =
      #"{"limits": {"subprocessSeconds": 7, "subprocessMemoryBytes": 536870912, "subprocessOutputBytes": 1000}}"#
    let configuration = try ConfigurationReader.read(Array(text.utf8), path: "pipeline.json")
    #expect(configuration.subprocesses.seconds == 7)
    #expect(configuration.subprocesses.memoryBytes == 512 << 20)
    #expect(configuration.subprocesses.outputBytes == 1000)
    #expect(throws: ConfigurationFaults.self) {
      try ConfigurationReader.read(Array(#"{"limits": {"subprocessMemoryBytes": 5}}"#.utf8), path: "pipeline.json")
    }
  }
}
