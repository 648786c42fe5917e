import Foundation
import Publication
import SystemEdges
import Testing

@testable import Pipeline

/// An office in a folder of its own, for one test: the real disk, a clock that the test sets, nothing else.
final class Office {
  let root: URL
  var clock = StoppedClock()
  var configuration = Configuration()
  var options = RunOptions()
  /// Other programs, where a test has its own; `nil`: the real ones.
  var converter: (any DocumentConverter)?

  init() throws {
    root = FileManager.default.temporaryDirectory.appendingPathComponent("zarlal-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    try Setup.prepare(Disk(root: root.path), outlets: configuration.outlets)
    configuration.spaceReserve = 0
    options.settle = 0
    options.today = CivilDate(iso: "2025-06-30")
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  var engine: Engine {
    get throws {
      try Engine(configuration, root: root.path, files: Disk(root: root.path), clock: clock, converter: converter)
    }
  }

  func url(_ path: String) -> URL { root.appendingPathComponent(path) }

  /// Puts a file into the inbox.
  @discardableResult func drop(_ name: String, _ text: String, sidecar: String? = nil) throws -> URL {
    try drop(name, Data(text.utf8), sidecar: sidecar)
  }

  @discardableResult func drop(_ name: String, _ data: Data, sidecar: String? = nil) throws -> URL {
    let file = url("inbox/" + name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
    if let sidecar { try Data(sidecar.utf8).write(to: url("inbox/\(name).json")) }
    return file
  }

  @discardableResult func run(today: String? = nil) throws -> RunSummary {
    var options = options
    if let today { options.today = CivilDate(iso: today) }
    return try engine.run(options)
  }

  func list(_ kind: ListedKind) throws -> [Listed] { try engine.list(kind) }

  /// Payload files that wait for an outlet, as JSON.
  func pending(_ outlet: String) throws -> [JSONValue] {
    let folder = url("outbox/\(outlet)/pending").path
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map {
      try JSONValue.reading([UInt8](Data(contentsOf: URL(fileURLWithPath: folder + "/" + $0))))
    }
  }

  /// The outlet takes everything it has.
  func take(_ outlet: String) throws { try Self.take(outlet, in: root) }

  static func take(_ outlet: String, in root: URL) throws {
    let folder = root.appendingPathComponent("outbox/\(outlet)")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent("pending").path) {
      try FileManager.default.moveItem(
        at: folder.appendingPathComponent("pending/\(name)"), to: folder.appendingPathComponent("taken/\(name)"))
    }
  }

  /// Every file below the work directory but `state/`, by path, with its bytes.
  func everything(below folder: String = "") throws -> [String: Data] {
    let base = folder.isEmpty ? root : url(folder)
    var found: [String: Data] = [:]
    for case let file as URL in FileManager.default.enumerator(at: base, includingPropertiesForKeys: nil) ?? .init() {
      let path = String(file.path.dropFirst(root.path.count + 1))
      guard !path.hasPrefix("state/"), let data = try? Data(contentsOf: file) else { continue }
      found[path] = data
    }
    return found
  }

  func isClean() throws -> Bool { try engine.verify().isEmpty }
}

/// A clock that stands where the test puts it.
struct StoppedClock: WallClock {
  var time = Int(Date().timeIntervalSince1970) * 1_000_000_000 + 5_000_000_000
  func nanoseconds() -> Int { time }
}

/// Invented notices.
enum Notice {
  static func chinese(
    _ title: String = "关于做好冬季供暖工作的通知", mark: String = "（此件公开发布）", body: String = "各旗区各部门要压实责任、细化举措，确保群众温暖过冬。"
  ) -> String {
    "\(title)\n各旗人民政府：\n\(body)\n\(mark)\n"
  }

  /// Two words with a suffix after U+202F, and a full stop.
  static let mongolianTitle = "\u{182A}\u{1822}\u{1834}\u{1822}\u{182D} \u{1826}\u{1830}\u{1826}\u{182D}"
  static let mongolianBody =
    "\u{1820}\u{1836}\u{1822}\u{182E}\u{1820}\u{182D}\u{202F}\u{1824}\u{1828} \u{182A}\u{1822}\u{1834}\u{1822}\u{182D}\u{1803}"
  static func mongolian(_ extra: String = "", mark: String = "") -> String {
    "\(extra)# \(mongolianTitle)\n\n\(mongolianBody)\n\n\(mark)\n"
  }
}
