/// Phase III.3 Particles.
extension RunShaper {
  private static let longestKey = 8
  /// `b ue ue` is the longest key without a separator.
  private static let longestPlainKey = 3

  /// A segment that is a particle as a whole, with or without the separator its key asks for. Example: `mvs i y a r` is `- I I A R`.
  ///
  /// A nirugu or ZWJ that changes a letter's position blocks it, and so does a selector. Gives a bit for each letter that takes the
  /// condition, the first letter's lowest.
  @inline(__always)
  func particle(_ segment: ShapedSegment) -> UInt8 {
    let isSeparated = segment.separator != .absent
    guard segment.letters.count <= (isSeparated ? Self.longestKey : Self.longestPlainKey) else { return 0 }
    return shortParticle(segment, isSeparated: isSeparated)
  }

  private func shortParticle(_ segment: ShapedSegment, isSeparated: Bool) -> UInt8 {
    let range = segment.letters
    guard !segment.hasSelector, !segment.joinedBefore, !segment.joinedAfter else { return 0 }
    var key: UInt64 = 0
    for index in range {
      key |= UInt64(letters[index].letter &+ 1) << UInt64(6 &* (index &- range.lowerBound))
    }
    var found: Int?
    if isSeparated, !segment.opensWithSelector { found = Self.find(key | 1 << 63) }
    if found == nil, range.count <= Self.longestPlainKey { found = Self.find(key) }
    return found.map { HudumTables.particleIndices[$0] } ?? 0
  }

  /// Binary search in the sorted keys.
  private static func find(_ key: UInt64) -> Int? {
    var low = 0
    var high = HudumTables.particleKeys.count
    while low < high {
      let middle = (low + high) / 2
      if HudumTables.particleKeys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < HudumTables.particleKeys.count && HudumTables.particleKeys[low] == key ? low : nil
  }
}
