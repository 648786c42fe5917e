/// One code of Menksoft's private code, U+E234 to U+E34F, as the table tells it.
///
/// Source: `locales/mn-Mong/menksoft.tsv`, compiled from three independent sources.
struct MenksoftCode: Equatable {
  /// What kinds of codes there are.
  enum Kind: UInt8 { case letter, mark, digit, space }

  static let suffixSpace: UInt32 = 0xE263
  static let unknownSpace: UInt32 = 0xE262
  static let nirugu: UInt32 = 0xE23E
  /// A and E that stand apart at the end of a word.
  static let finalA: UInt32 = 0xE26A
  static let finalE: UInt32 = 0xE274

  let value: UInt32
  private let row: Int

  /// The code of a scalar, nothing for any other scalar.
  @inline(__always) init?(_ value: UInt32) {
    guard value >= MenksoftTable.first, value < MenksoftTable.first + UInt32(MenksoftTable.count) else { return nil }
    self.value = value
    row = Int(value - MenksoftTable.first)
  }

  var kind: Kind { Kind(rawValue: MenksoftTable.kinds[row]) ?? .mark }
  var isLetter: Bool { MenksoftTable.kinds[row] == 0 }
  /// The letter or mark; 0 where the sources leave it open.
  var scalar: UInt32 { MenksoftTable.scalars[row] }
  /// Drawn joined to what comes before.
  var joinsBefore: Bool { MenksoftTable.positions[row] & 2 != 0 }
  /// Drawn joined to what comes after.
  var joinsAfter: Bool { MenksoftTable.positions[row] & 1 != 0 }
  /// Up to three written units and their count, packed as the shaper's forms are.
  var units: UInt32 { MenksoftTable.units[row] & 0x03FF_FFFF }
  /// The neighbour that the glyph is cut for; it changes no unit.
  var context: UInt8 { MenksoftTable.contexts[row] }
  /// The selector in the name of the form, 0 for none.
  var selector: UInt8 { MenksoftTable.selectors[row] & 7 }
}
