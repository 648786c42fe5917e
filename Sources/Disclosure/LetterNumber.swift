import Publication

/// Numbers that begin with a letter: passports, permits.
///
/// Source: disclosure rules, "Personal data" (E + 8 digits; E + letter + 7 digits; G, D, S, P + 7 or 8; H, M + 8 or 10).
enum LetterNumber {
  /// The passports and permits among the tokens of a text.
  static func numbers(in scalars: [UInt32], context: NumberContext) -> [PersonalNumber] {
    var found: [PersonalNumber] = []
    var token: [UInt8] = []
    for scalar in scalars + [0x20] {
      let value = folded(scalar)
      if let digit = Digit.value(of: value), value < 0x80 || value &- 0x1810 < 10 {
        token.append(digit &+ 0x30)
      } else if value < 0x80, (value | 0x20) &- 0x61 < 26 {
        token.append(UInt8(truncatingIfNeeded: value & ~0x20))
      } else if !MarkLine.isInvisible(value) || value < 0x20 {
        if let kind = kind(of: token, context) { found.append(PersonalNumber(kind, token)) }
        token.removeAll(keepingCapacity: true)
      }
      if token.count > 64 { token.removeFirst(32) }
    }
    return found
  }

  private static func kind(of token: [UInt8], _ context: NumberContext) -> PersonalNumber.Kind? {
    guard (8...11).contains(token.count), let first = token.first else { return nil }
    func isDigits(from index: Int) -> Bool { token[index...].allSatisfy { $0 < 0x3A } }
    let isPassport =
      (first == 0x45 && token.count == 9 && isDigits(from: 2))
      || ([0x47, 0x44, 0x53, 0x50].contains(first) && token.count <= 9 && isDigits(from: 1))
    if isPassport, context.contains(.passport) { return .passport }
    guard context.contains(.permit) else { return nil }
    if first == 0x48 || first == 0x4D, token.count == 9 || token.count == 11, isDigits(from: 1) { return .travelPermit }
    // Eight digits that begin with 19 or 20 are a day.
    let isDay = first == 0x32 && token[1] == 0x30 || first == 0x31 && token[1] == 0x39
    return token.count == 8 && isDigits(from: 0) && !isDay ? .travelPermit : nil
  }

  private static func folded(_ scalar: UInt32) -> UInt32 {
    (0xFF01...0xFF5E).contains(scalar) ? scalar - 0xFEE0 : scalar
  }
}
