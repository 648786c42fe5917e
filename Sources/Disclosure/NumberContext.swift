/// The words near a number that say what it is.
struct NumberContext: OptionSet {
  let rawValue: UInt8

  /// 电话, 手机, 联系, 微信 …
  static let phone = NumberContext(rawValue: 1)
  /// 卡号, 账号, 银行 …
  static let account = NumberContext(rawValue: 2)
  /// 护照, 证件, 签证.
  static let passport = NumberContext(rawValue: 4)
  /// 通行证 …
  static let permit = NumberContext(rawValue: 8)
  /// 身份证.
  static let identity = NumberContext(rawValue: 16)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// What the words of a text say.
  init(of scalars: [UInt32]) {
    var found: NumberContext = []
    guard scalars.count > 1 else {
      self = []
      return
    }
    for index in 0..<(scalars.count - 1) {
      switch (scalars[index], scalars[index + 1]) {
      case (0x7535, 0x8BDD), (0x96FB, 0x8A71), (0x624B, 0x673A), (0x624B, 0x6A5F), (0x8054, 0x7CFB), (0x5FAE, 0x4FE1),
        (0x70ED, 0x7EBF), (0x54A8, 0x8BE2):
        found.insert(.phone)
      case (0x5361, 0x53F7), (0x8D26, 0x53F7), (0x5E10, 0x53F7), (0x8D26, 0x6237), (0x5E10, 0x6237), (0x94F6, 0x884C),
        (0x5F00, 0x6237):
        found.insert(.account)
      case (0x62A4, 0x7167), (0x8B77, 0x7167), (0x8BC1, 0x4EF6), (0x7B7E, 0x8BC1): found.insert(.passport)
      case (0x884C, 0x8BC1), (0x4E61, 0x8BC1), (0x80DE, 0x8BC1), (0x6E2F, 0x6FB3): found.insert(.permit)
      case (0x8EAB, 0x4EFD): found.insert(.identity)
      default: break
      }
    }
    self = found
  }
}
