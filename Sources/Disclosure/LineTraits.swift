/// What one pass over the UTF-8 of a line finds: most lines have nothing that a rule needs to look at.
struct LineTraits: OptionSet {
  let rawValue: UInt16

  /// Characters of marks: 公, 开, 件 or 予.
  static let mark = LineTraits(rawValue: 1)
  /// 密, or 内 and 部, or 外 and 传, or 保 and 存.
  static let secrecy = LineTraits(rawValue: 2)
  /// Seven digits or more with nothing between them that ends a number.
  static let number = LineTraits(rawValue: 4)
  /// 稿.
  static let draft = LineTraits(rawValue: 8)
  /// At most 48 bytes: a mark may be broken over such lines.
  static let short = LineTraits(rawValue: 16)
  /// Some digit.
  static let digit = LineTraits(rawValue: 32)
  /// Characters or Latin letters of words that limit circulation, in a line short enough for a mark.
  static let limits = LineTraits(rawValue: 64)

  /// A character with which a plate begins, a Latin letter, and three digits.
  static let plate = LineTraits(rawValue: 128)
  /// Eight digits, a sign of a mailbox, or a digit beside a character of words of homes, accounts and illnesses.
  static let sensitive = LineTraits(rawValue: 256)
  /// Characters of words for children and for schools, or of 姓名.
  static let child = LineTraits(rawValue: 512)
  /// 转: of 转发 and 批转.
  static let forwarding = LineTraits(rawValue: 1024)
  /// Something of the Mongolian block, or a private code.
  static let mongolian = LineTraits(rawValue: 2048)

  init(rawValue: UInt16) { self.rawValue = rawValue }

  init(of text: String) {
    var text = text
    self = text.withUTF8 { bytes in
      LineTraits.hanSigns.withUnsafeBufferPointer { LineTraits(utf8: bytes, hanSigns: $0) }
    }
  }

  private init(utf8 bytes: UnsafeBufferPointer<UInt8>, hanSigns: UnsafeBufferPointer<UInt32>) {
    var seen: UInt32 = 0
    var digits = 0
    // Digits with nothing between them that ends a number (`DigitRun.reach`), and the most of them.
    var run = 0
    var longest = 0
    var letters = 0
    var index = 0
    let count = bytes.count
    while index < count {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte &- 0x30 < 10 {
          digits &+= 1
          run &+= 1
          if run > longest { longest = run }
        } else if (byte | 0x20) &- 0x61 < 26 {
          letters &+= 1
          run = 0
        } else {
          if byte == 0x40 { seen |= 1 << 19 }
          // White space, controls and hyphens may stand inside a number.
          if byte > 0x20, byte != 0x2D, byte != 0x7F { run = 0 }
        }
        index &+= 1
      } else if byte >= 0xE0, byte < 0xF0, index &+ 2 < count {
        let scalar =
          UInt32(byte & 0x0F) << 12 | UInt32(bytes[index &+ 1] & 0x3F) << 6 | UInt32(bytes[index &+ 2] & 0x3F)
        index &+= 3
        if scalar &- 0x1820 < 0x60 {
          // Letters, which are most of a Mongolian text, are no sign and no digit.
          seen |= 1 << 21
          run = 0
          continue
        }
        let place = Int(scalar) &- 0x4E00
        if place >= 0, place < hanSigns.count {
          let sign = hanSigns[place]
          seen |= sign & ~(LineTraits.digitSign | LineTraits.wordSign)
          guard sign & LineTraits.digitSign != 0 else {
            run = 0
            continue
          }
        } else {
          seen |= LineTraits.sign(of: scalar)
          if scalar &- 0x1800 < 0xC0 || scalar &- 0xE000 < 0x1000 { seen |= 1 << 21 }
          guard Digit.value(of: scalar) != nil else {
            if run > 0, DigitRun.ends(at: scalar) { run = 0 }
            continue
          }
        }
        digits &+= 1
        run &+= 1
        if run > longest { longest = run }
      } else {
        // U+0660–U+06FF and U+1D7CE–U+1D7FF: close enough, the rule looks again. Nothing here ends a number.
        if byte &- 0xD9 < 3 || (byte == 0xF0 && index &+ 2 < count && bytes[index &+ 2] == 0x9F) {
          digits &+= 1
          run &+= 1
          if run > longest { longest = run }
        }
        index &+= byte >= 0xF0 ? 4 : byte >= 0xC0 ? 2 : 1
      }
    }
    var traits: LineTraits = []
    if seen & 1 != 0 { traits.insert(.mark) }
    if seen & 2 != 0 || seen & 12 == 12 || seen & 48 == 48 || seen & 192 == 192 { traits.insert(.secrecy) }
    if seen & 256 != 0 { traits.insert(.draft) }
    if longest >= 7 { traits.insert(.number) }
    if digits > 0 { traits.insert(.digit) }
    if count <= 48 { traits.insert(.short) }
    let isLimit =
      seen & 512 != 0 || seen & 12 == 12 || seen & 3072 == 3072 || seen & 12288 == 12288
      || (seen & 16384 != 0 && seen & 49 != 0) || (seen & 1 != 0 && seen & 8192 != 0)
    if letters >= 6 || isLimit, count <= 240 { traits.insert(.limits) }
    if seen & 1 << 15 != 0, digits >= 3, letters > 0 || seen & 512 != 0 { traits.insert(.plate) }
    if digits >= 8 || seen & 1 << 19 != 0 || (digits > 0 && seen & 1 << 16 != 0) { traits.insert(.sensitive) }
    if seen & 3 << 17 == 3 << 17 { traits.insert(.child) }
    if seen & 1 << 20 != 0 { traits.insert(.forwarding) }
    if seen & 1 << 21 != 0 { traits.insert(.mongolian) }
    self = traits
  }

  /// The bit of digits in `hanSigns`, and that of characters with which a word of `SensitiveRule` begins.
  static let digitSign: UInt32 = 1 << 31
  static let wordSign: UInt32 = 1 << 30

  /// The signs of U+4E00 to U+9FFF: one look for each character of a Chinese text.
  static let hanSigns: [UInt32] = {
    let beginnings = Set(SensitiveRule.tables.flatMap { $0.words.map { $0[0] } })
    return (0x4E00..<0xA000).map { scalar in
      sign(of: scalar) | (Digit.value(of: scalar) == nil ? 0 : digitSign) | (beginnings.contains(scalar) ? wordSign : 0)
    }
  }()

  private static func sign(of scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x516C, 0x5F00, 0x958B, 0x4EF6, 0x4E88: 1  // 公 开 開 件 予
    case 0x5BC6: 2  // 密
    case 0x5185, 0x5167: 4  // 内 內
    case 0x90E8: 8  // 部
    case 0x5916: 16  // 外
    case 0x4F20, 0x50B3: 32  // 传 傳
    case 0x4FDD: 64  // 保
    case 0x5B58: 128  // 存
    case 0x7A3F: 256  // 稿
    // 范 阅 限 供 勿 禁 载 报 网 参 销 收 焚 党 非 退 翻: one of them is enough to look.
    case 0x7FFB, 0x8303, 0x7BC4, 0x9605, 0x95B1, 0x9650, 0x4F9B, 0x52FF, 0x7981, 0x8F7D, 0x8F09, 0x62A5, 0x5831, 0x7F51,
      0x7DB2, 0x53C2, 0x53C3, 0x9500, 0x92B7, 0x6536, 0x711A, 0x515A, 0x9EE8, 0x975E, 0x9000:
      512
    case 0x8F6C, 0x8F49: 512 | 1 << 20  // 转 轉
    case 0x673A, 0x6A5F: 1024  // 机
    case 0x8981: 2048  // 要
    case 0x81F3, 0x5230, 0x7ED9, 0x5404: 4096  // 至, 到, 给, 各
    case 0x53D1, 0x767C, 0x8FBE, 0x9054: 8192  // 发, 达
    case 0x5F97, 0x5B9C, 0x51C6, 0x8BB8, 0x53EF: 16384  // 不得, 不宜, 不准, 不许, 不可
    case 0xFF21...0xFF3A, 0xFF41...0xFF5A: 512
    case 0xFF20: 1 << 19  // ＠
    // 住 籍 账 帐 簿 诊 病 残 址
    case 0x4F4F, 0x7C4D, 0x8D26, 0x5E10, 0x7C3F, 0x8BCA, 0x75C5, 0x6B8B, 0x5740: 1 << 16
    case 0x5B66, 0x73ED: 3 << 17  // 学: of 学生, 同学 and of 小学; 班: a name may follow
    case 0x7EA7, 0x56ED, 0x8BFB, 0x6821: 1 << 17  // 级 园 读 校
    case 0x7AE5, 0x5B69, 0x513F: 1 << 18  // 童 孩 儿
    case 0x59D3: 3 << 17  // 姓
    case _ where PlateNumber.isProvince(scalar): 1 << 15
    default: 0
    }
  }
}
