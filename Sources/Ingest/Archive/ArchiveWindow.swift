internal import Publication

/// The parts of an archive, inflated a few at a time: however many there are, only so many are in memory.
struct ArchiveWindow {
  let archive: Archive
  private var parts: [String: [UInt8]] = [:]
  private var passes = 0

  /// Bytes that are inflated ahead, in the order of the archive.
  private static let ahead = 16 << 20
  /// Real documents need a handful; parts asked for in a hostile order are refused.
  private static let mostPasses = 512

  init(_ archive: Archive) { self.archive = archive }

  /// The bytes of the part with exactly this name; `nil`: there is none.
  mutating func content(_ name: String) throws(ReadingFault) -> [UInt8]? {
    if let known = parts[name] { return known }
    guard let wanted = archive.entry(name) else { return nil }
    passes += 1
    guard passes <= Self.mostPasses else {
      let details = ["what": "压缩包内引用的部分", "used": "\(Self.mostPasses) 次以上", "max": "\(Self.mostPasses) 次"]
      throw ReadingFault(diagnostic: Diagnostic(.tooLarge, .hold, details: details))
    }
    var room = Self.ahead - wanted.size
    do throws(ArchiveFault) {
      parts = try archive.parts { entry in
        if entry.position == wanted.position { return true }
        guard entry.position > wanted.position, entry.size <= room else { return false }
        room -= entry.size
        return true
      }
    } catch {
      throw ReadingFault(diagnostic: error.diagnostic)
    }
    return parts[name]
  }
}
