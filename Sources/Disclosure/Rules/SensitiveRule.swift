import Publication

/// DIS-018: what may be personal without telling by itself who somebody is. A person looks; the item goes on.
///
/// Landlines, mailboxes and home addresses of others than the office, numbers of accounts and household registers, medical particulars, credit codes of sole traders.
/// A list that the law wants published may hold them. Source: disclosure rules, "Personal data: find before release", class W;
/// 《个人信息保护法》第二十八条.
struct SensitiveRule {
  /// The office's own numbers, 0 to 9.
  let contacts: Set<[UInt8]>
  /// The office's own mailboxes and domains, lower case.
  let mailboxes: Set<String>

  /// What was found in one line, each kind once. `usesGlance`: whether what the line can't hold is passed over; a test compares both.
  func kinds(in line: ScannedLine, usesGlance: Bool = true) -> [String] {
    if line.isConcealed { return [] }
    let glance = usesGlance ? SensitiveGlance(at: line.text) : .everything
    if glance.isEmpty { return [] }
    let scalars = line.text.unicodeScalars.map(\.value)
    var found: [String] = []
    if glance.contains(.landline), hasLandline(scalars) { found.append("固定电话") }
    if glance.contains(.token), hasSoleTrader(scalars) { found.append("个体工商户的信用代码") }
    if glance.contains(.account), has(Self.accounts, before: 8, in: scalars) { found.append("账号") }
    if glance.contains(.household), has(Self.households, before: 4, in: scalars) { found.append("户口簿号") }
    if glance.contains(.medical), has(Self.medical, before: 4, in: scalars) { found.append("就诊信息") }
    if glance.contains(.home), hasHome(scalars) { found.append("住址") }
    if glance.contains(.mailbox), hasMailbox(scalars) { found.append("电子邮箱") }
    return found
  }

  // MARK: Numbers

  /// 0, an area of two or three figures and seven or eight more: eleven or twelve figures, none of the office's numbers.
  private func hasLandline(_ scalars: [UInt32]) -> Bool {
    // A bracket stands about the area: (0483)8330001.
    let scalars = scalars.map { $0 == 0x29 || $0 == 0xFF09 ? 0x2D : $0 }
    return DigitRun.runs(in: scalars, minimum: 11).contains { run in
      let count = run.digits.count
      guard count <= 12, run.digits[0] == 0, run.digits[1] > 0, run.digits.allSatisfy({ $0 < 10 }) else { return false }
      // 010 and 02x have eight figures behind them, the others seven or eight.
      let isShortArea = run.digits[1] <= 2
      guard count == 11 || !isShortArea, isWritten(run, scalars) else {
        return false
      }
      let local = Array(run.digits.dropFirst(isShortArea ? 3 : 4))
      return !contacts.contains(run.digits) && !contacts.contains(local)
    }
  }

  /// As a telephone number is written: area and number, each in one piece or with one break more, and no letters beside them.
  private func isWritten(_ run: DigitRun, _ scalars: [UInt32]) -> Bool {
    let breaks = run.gaps.indices.filter { run.gaps[$0] > .weak }
    guard breaks.count <= 2, breaks.first.map({ (3...4).contains($0) }) ?? true else { return false }
    func isJoined(_ index: Int) -> Bool {
      scalars.indices.contains(index)
        && ((scalars[index] | 0x20) &- 0x61 < 26 || scalars[index] == 0x2E || scalars[index] == 0x2F)
    }
    return !isJoined(run.positions[0] - 1) && !isJoined((run.positions.last ?? 0) + 1)
  }

  /// A code of 18 characters that begins with 92: 个体工商户 (GB 32100-2015, unverified).
  private func hasSoleTrader(_ scalars: [UInt32]) -> Bool {
    var token: [UInt8] = []
    for scalar in scalars + [0x20] {
      let value = (0xFF01...0xFF5E).contains(scalar) ? scalar - 0xFEE0 : scalar
      if value < 0x80, value &- 0x30 < 10 || (value | 0x20) &- 0x61 < 26 {
        token.append(UInt8(truncatingIfNeeded: value))
        continue
      }
      if token.count == 18, token.starts(with: [0x39, 0x32]), CreditCode.isValid(ascii: token) { return true }
      token.removeAll(keepingCapacity: true)
    }
    return false
  }

  // MARK: Words

  private static let accounts = MarkLine.words("账号", "帐号", "账户", "帐户")
  private static let households = MarkLine.words("户口簿", "户口本", "户号", "户籍编号")
  private static let medical = MarkLine.words("病历号", "住院号", "就诊卡", "门诊号", "病案号", "诊断为", "诊断证明", "残疾证号", "残疾人证号")
  private static let homes = MarkLine.words("住址", "家庭地址", "现住", "户籍地", "户籍所在地", "居住地", "家住", "住所地")
  /// The tables of words, and what a line that holds the beginning of one of them may hold.
  static let tables: [(words: MarkWords, kind: SensitiveGlance)] = [
    (accounts, .account), (households, .household), (medical, .medical), (homes, .home),
  ]
  private static let doors = MarkLine.words("号", "室", "户", "栋", "幢", "单元", "号楼")

  /// Whether one of `words` stands before a number of at least `least` figures that is near.
  private func has(_ words: MarkWords, before least: Int, in scalars: [UInt32]) -> Bool {
    guard let end = Self.end(of: words, in: scalars) else { return false }
    return DigitRun.runs(in: Array(scalars[end...].prefix(60)), minimum: least).isEmpty == false
  }

  /// 住址, and within reach a number with 号, 室, 栋 … behind it.
  private func hasHome(_ scalars: [UInt32]) -> Bool {
    guard let end = Self.end(of: Self.homes, in: scalars) else { return false }
    let rest = Array(scalars[end...].prefix(60))
    return rest.indices.contains { index in
      index > 0 && Digit.value(of: rest[index - 1]) != nil
        && Self.doors.contains { $0[0] == rest[index] && rest[index...].starts(with: $0) }
    }
  }

  private static func end(of words: MarkWords, in scalars: [UInt32]) -> Int? {
    for index in scalars.indices where words.mayBegin(with: scalars[index]) {
      for word in words where word[0] == scalars[index] && scalars[index...].starts(with: word) {
        return index + word.count
      }
    }
    return nil
  }

  // MARK: Mailboxes

  private func hasMailbox(_ scalars: [UInt32]) -> Bool {
    let folded = scalars.map { (0xFF01...0xFF5E).contains($0) ? $0 - 0xFEE0 : $0 }
    for at in folded.indices where folded[at] == 0x40 {
      let name = folded[..<at].reversed().prefix { Self.isMailSign($0) }
      let domain = folded[(at + 1)...].prefix { Self.isMailSign($0) }
      guard !name.isEmpty, domain.contains(0x2E), let last = domain.last, (last | 0x20) &- 0x61 < 26 else { continue }
      let host = Self.text(domain)
      let isOwn = mailboxes.contains {
        host == $0 || host.hasSuffix("." + $0) || $0 == Self.text(name.reversed()) + "@" + host
      }
      if !isOwn { return true }
    }
    return false
  }

  private static func isMailSign(_ value: UInt32) -> Bool {
    value &- 0x30 < 10 || (value | 0x20) &- 0x61 < 26 || value == 0x2E || value == 0x2D || value == 0x5F
      || value == 0x2B
  }

  private static func text(_ scalars: some Sequence<UInt32>) -> String {
    String(decoding: scalars.map { UInt8(truncatingIfNeeded: $0 &- 0x41 < 26 ? $0 | 0x20 : $0) }, as: UTF8.self)
  }
}
