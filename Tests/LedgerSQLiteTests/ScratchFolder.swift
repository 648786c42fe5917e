internal import Foundation

/// A folder that goes away with its last use.
final class ScratchFolder {
  private let url: URL

  init() throws {
    // In memory where the system has such a folder: hundreds of ledgers would wait for the disk at every transaction.
    let memory = URL(fileURLWithPath: "/dev/shm")
    let parent =
      FileManager.default.isWritableFile(atPath: memory.path) ? memory : FileManager.default.temporaryDirectory
    url = parent.appending(path: "zarlal-ledger-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appending(path: name).path }
}
