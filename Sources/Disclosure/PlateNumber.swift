import Publication

/// Number plates of vehicles: held until they are covered.
///
/// Source: disclosure rules, "Personal data" (province character, letter, five characters, six for new energy; Alxa is 蒙M; class M).
/// GA 36-2018, unverified: no I and no O, 挂 and 学 at the end of some.
enum PlateNumber {
  /// The plates in a text; spaces or a dot may stand before and behind the letter.
  static func numbers(in scalars: [UInt32]) -> [PersonalNumber] {
    var found: [PersonalNumber] = []
    var index = 0
    while index + 6 < scalars.count {
      guard isProvince(scalars[index]), let plate = plate(in: scalars, at: index) else {
        index += 1
        continue
      }
      found.append(plate)
      index = (plate.positions.last ?? index) + 1
    }
    return found
  }

  private static func plate(in scalars: [UInt32], at start: Int) -> PersonalNumber? {
    var at = start + 1
    skip(&at, in: scalars)
    guard at < scalars.count, let letter = sign(scalars[at]), letter >= 0x41 else { return nil }
    var token = [letter]
    var positions = [at]
    at += 1
    skip(&at, in: scalars)
    while at < scalars.count, token.count < 9, let byte = sign(scalars[at]) {
      token.append(byte)
      positions.append(at)
      at += 1
    }
    // 挂, 学: four characters stand before them.
    if token.count == 5, at < scalars.count, scalars[at] == 0x6302 || scalars[at] == 0x5B66 {
      token.append(UInt8(ascii: "-"))
      positions.append(at)
    }
    guard !token.contains(0x49), !token.contains(0x4F) else { return nil }
    let digits = token.dropFirst().count { $0 &- 0x30 < 10 }
    // Two letters at most among five; new energy: a letter at either end of six, a second one behind the first at most.
    let isPlate =
      (token.count == 6 && digits >= 3)
      || (token.count == 7 && digits >= 4 && (token[1] >= 0x41 || token[6] >= 0x41))
    guard isPlate else { return nil }
    return PersonalNumber(.plate, token, at: positions)
  }

  private static func skip(_ at: inout Int, in scalars: [UInt32]) {
    let end = at + 2
    while at < scalars.count, at < end, isSeparator(scalars[at]) { at += 1 }
  }

  private static func isSeparator(_ value: UInt32) -> Bool {
    switch value {
    case 0x20, 0x2D, 0xA0, 0xB7, 0x2022, 0x2027, 0x30FB, 0x22C5, 0xFF65, 0x3000: true
    default: MarkLine.isInvisible(value)
    }
  }

  /// A capital letter or a figure, also in full width; 0 to 9 and A to Z.
  private static func sign(_ scalar: UInt32) -> UInt8? {
    let value = (0xFF01...0xFF5E).contains(scalar) ? scalar - 0xFEE0 : scalar
    return value &- 0x30 < 10 || value &- 0x41 < 26 ? UInt8(truncatingIfNeeded: value) : nil
  }

  /// 京津沪渝冀晋蒙辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川贵云藏陕甘青宁新.
  @inline(__always)
  static func isProvince(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x4EAC, 0x6D25, 0x6CAA, 0x6E1D, 0x5180, 0x664B, 0x8499, 0x8FBD, 0x5409, 0x9ED1, 0x82CF, 0x6D59, 0x7696,
      0x95FD, 0x8D63, 0x9C81, 0x8C6B, 0x9102, 0x6E58, 0x7CA4, 0x6842, 0x743C, 0x5DDD, 0x8D35, 0x4E91, 0x85CF,
      0x9655, 0x7518, 0x9752, 0x5B81, 0x65B0:
      true
    default: false
    }
  }
}
