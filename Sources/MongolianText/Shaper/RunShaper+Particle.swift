/// Phase III.3 Particles.
extension RunShaper {
  private static let longestKey = 8

  /// A segment that is a particle as a whole, with or without the separator its key asks for. Example: `mvs i y a r` is `- I I A R`.
  ///
  /// A nirugu or ZWJ that changes a letter's position blocks it, and so does a selector.
  func particle(_ segment: inout ShapedSegment) {
    let range = segment.letters
    guard !segment.hasSelector, !segment.joinedBefore, !segment.joinedAfter, range.count <= Self.longestKey else {
      return
    }
    let isSeparated = segment.separator != .absent
    guard isSeparated || range.count <= 3 else { return }
    var key: UInt64 = 0
    for index in range {
      key |= UInt64(letters[index].letter &+ 1) << UInt64(6 &* (index &- range.lowerBound))
    }
    var found: Int?
    if isSeparated, !segment.opensWithSelector { found = Self.find(key | 1 << 63) }
    if found == nil, range.count >= 2, range.count <= 3 { found = Self.find(key) }
    guard let found else { return }
    let indices = HudumTables.particleIndices[found]
    for index in range where indices >> UInt8(truncatingIfNeeded: index - range.lowerBound) & 1 == 1 {
      letters[index].condition = Condition.particle
    }
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
