/// Selectors whose meaning changed between the rules of 2010 and those of 2023.
///
/// Source: `locales/mn-Mong/fvs-renumbering.tsv`, computed from one converter's constants and UTN #57.
enum ChangedSelectors {
  private static let qa: UInt32 = 0x182C

  /// By letter, position and selector: the table's row with a change, and whether a row without change exists too.
  private static let rows: [(row: UInt64, same: Bool)] = {
    var rows = [(row: UInt64, same: Bool)](repeating: (0, false), count: 35 * 4 * 5)
    for row in FVSRenumbering.rows {
      let place = Int(row & 0xFF) * 20 + Int(row >> 8 & 0xF) * 5 + Int(row >> 12 & 0xF)
      guard rows.indices.contains(place) else { continue }
      if row >> 16 & 0xFF == 0 { rows[place].same = true } else { rows[place].row = row }
    }
    return rows
  }()

  /// The selector at a place of a word is one that meant something else: it is never taken away.
  static func protects(_ word: [UInt32], at index: Int) -> Bool {
    formerUnits(word, at: index) != nil
  }

  /// The written units that the selector at a place stood for before, if that differs from now; else nothing.
  static func formerUnits(_ word: [UInt32], at index: Int) -> String? {
    guard index > 0, ScalarSet.isLetter(word[index &- 1]) else { return nil }
    let letter = word[index &- 1]
    let number = word[index] == 0x180F ? 4 : Int(word[index] &- 0x180A)
    let position = position(in: word, of: index &- 1)
    let place = Int(letter &- 0x1820) * 20 + position * 5 + number
    guard rows.indices.contains(place), rows[place].row != 0 else { return nil }
    // One number had two forms, by the gender of the word: only the feminine one moved.
    if rows[place].same && letter == qa && !isFeminine(word, around: index) { return nil }
    let row = rows[place].row
    var names: [String] = []
    var units = row >> 24
    while units != 0 {
      names.append(WrittenUnits.name(of: UInt8(truncatingIfNeeded: units)))
      units >>= 8
    }
    return names.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Joined after 1, before 2.
  static func position(in word: [UInt32], of index: Int) -> Int {
    var position = 0
    var before = index
    while before > 0 {
      before &-= 1
      if ScalarSet.isSelector(word[before]) { continue }
      if joins(word[before]) { position |= 2 }
      break
    }
    var after = index &+ 1
    while after < word.count {
      if !ScalarSet.isSelector(word[after]) {
        if joins(word[after]) { position |= 1 }
        break
      }
      after &+= 1
    }
    return position
  }

  private static func joins(_ value: UInt32) -> Bool {
    ScalarSet.isLetter(value) || value == ScalarSet.nirugu || value == ScalarSet.joiner
  }

  /// No masculine vowel stands in the joined letters around a place.
  private static func isFeminine(_ word: [UInt32], around index: Int) -> Bool {
    var place = index
    while place > 0, !separates(word[place &- 1]), index &- place < 32 { place &-= 1 }
    while place < word.count, !separates(word[place]), place < index &+ 32 {
      if word[place] == 0x1820 || word[place] == 0x1823 || word[place] == 0x1824 { return false }
      place &+= 1
    }
    return true
  }

  private static func separates(_ value: UInt32) -> Bool {
    value == ScalarSet.vowelSeparator || value == ScalarSet.narrowSpace || value == ScalarSet.nonJoiner
      || value <= ScalarSet.noBreakSpace
  }
}
