import Publication

/// Numbers that begin with a letter: passports, permits.
///
/// Source: disclosure rules, "Personal data" (E + 8 digits; E + letter + 7 digits; G, D, S, P + 7 or 8; H, M + 8 or 10). DE, PE and
/// SE + 7 digits (diplomatic, public affairs and service passports; unverified) are taken beside a word for passports only,
/// the permits of the mainland (C, W, T, L; unverified) beside their name.
enum LetterNumber {
  /// The passports and permits among the tokens of a text.
  static func numbers(in scalars: [UInt32], context: NumberContext) -> [PersonalNumber] {
    var found: [PersonalNumber] = []
    var token: [UInt8] = []
    var positions: [Int] = []
    var isJoined = false
    for (index, scalar) in (scalars + [0x20]).enumerated() {
      let value = folded(scalar)
      if let digit = Digit.value(of: value), value < 0x80 || value &- 0x1810 < 10 {
        token.append(digit &+ 0x30)
      } else if value < 0x80, (value | 0x20) &- 0x61 < 26 {
        token.append(UInt8(truncatingIfNeeded: value & ~0x20))
        // A small letter is seldom that of a passport.
        if value >= 0x61 { isJoined = true }
      } else if MarkLine.isInvisible(value), value >= 0x20 {
        continue
      } else {
        let isPart = isJoined || isJoint(value, before: index + 1 < scalars.count ? scalars[index + 1] : 0x20)
        if let kind = kind(of: token, context, isAlone: !isPart) {
          found.append(PersonalNumber(kind, token, at: positions))
        }
        token.removeAll(keepingCapacity: true)
        positions.removeAll(keepingCapacity: true)
        isJoined = isJoint(value, before: 0x30)
        continue
      }
      positions.append(index)
      if token.count > 64 {
        token.removeFirst(32)
        positions.removeFirst(32)
      }
    }
    return found
  }

  /// Whether a sign makes one name of what stands on both sides: part of an address or of a longer number.
  private static func isJoint(_ value: UInt32, before next: UInt32) -> Bool {
    switch value {
    case 0x23, 0x25, 0x26, 0x2B, 0x2D, 0x2E, 0x2F, 0x3D, 0x3F, 0x40, 0x5C, 0x5F, 0x7E:
      next &- 0x30 < 10 || (next | 0x20) &- 0x61 < 26
    default: false
    }
  }

  private static func kind(
    of token: [UInt8], _ context: NumberContext, isAlone: Bool
  ) -> PersonalNumber.Kind? {
    guard (8...11).contains(token.count), let first = token.first else { return nil }
    func isDigits(from index: Int) -> Bool { token[index...].allSatisfy { $0 < 0x3A } }
    // Eight digits that begin with 19 or 20 are a day.
    func isDay(from index: Int) -> Bool {
      token.count - index == 8
        && (token[index] == 0x32 && token[index + 1] == 0x30 || token[index] == 0x31 && token[index + 1] == 0x39)
    }
    let isElectronic = first == 0x45 && token.count == 9 && isDigits(from: 2)
    let isOther = [0x47, 0x44, 0x53, 0x50].contains(first) && token.count <= 9 && isDigits(from: 1)
    let isOfficial =
      [0x44, 0x50, 0x53].contains(first) && token[1] == 0x45 && token.count == 9 && isDigits(from: 2)
    if isElectronic || isOther || isOfficial, context.contains(.passport) { return .passport }
    if isAlone, token.count == 9, isElectronic || (isOther && !isDay(from: 1)), !context.contains(.permit) {
      return .passport
    }
    guard context.contains(.permit) else { return nil }
    if first == 0x48 || first == 0x4D, token.count == 9 || token.count == 11, isDigits(from: 1) { return .travelPermit }
    // 往来港澳 C and W, 往来台湾 T and L: eight digits, or a letter and seven.
    if [0x43, 0x57, 0x54, 0x4C].contains(first), token.count == 9, isDigits(from: 2) { return .travelPermit }
    return token.count == 8 && isDigits(from: 0) && !isDay(from: 0) ? .travelPermit : nil
  }

  private static func folded(_ scalar: UInt32) -> UInt32 {
    (0xFF01...0xFF5E).contains(scalar) ? scalar - 0xFEE0 : scalar
  }
}
