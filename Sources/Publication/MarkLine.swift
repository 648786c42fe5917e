/// One line as the rules on marks compare it: width, brackets and traditional forms folded, white space and invisible
/// characters dropped. Where white space stood is remembered: "此 件 公 开" is one mark, "主动公开 依申请公开" is two.
package struct MarkLine: Sendable {
  /// The folded code points.
  package private(set) var scalars: [UInt32] = []
  /// Whether white space stood before the code point of the same index.
  package private(set) var isSpaced: [Bool] = []

  /// The folded form of `text`, at most `limit` code points of it.
  package init(_ text: String, limit: Int = 2000) { self.init(text[...], limit: limit) }

  /// The folded form of `text`, at most `limit` code points of it.
  package init(_ text: Substring, limit: Int = 2000) {
    var text = text
    text.withUTF8 { read($0, limit: limit) }
  }

  /// The bytes of a string are whole UTF-8, so that a lead byte tells how many follow it.
  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int) {
    scalars.reserveCapacity(min(bytes.count / 2 + 1, limit))
    isSpaced.reserveCapacity(min(bytes.count / 2 + 1, limit))
    var spaced = false
    var index = 0
    while let scalar = bytes.scalar(at: &index) {
      if scalar.isBlank || scalar.value == 0x202F {
        spaced = true
        continue
      }
      if MarkLine.isInvisible(scalar.value) { continue }
      guard scalars.count < limit else { return }
      scalars.append(MarkLine.folded(scalar.value))
      isSpaced.append(spaced)
      spaced = false
    }
  }

  /// How many code points there are.
  package var count: Int { scalars.count }

  /// Whether `word` stands at `index`.
  package func has(_ word: [UInt32], at index: Int) -> Bool {
    guard index >= 0, word.count <= scalars.count - index else { return false }
    for offset in word.indices where scalars[index + offset] != word[offset] { return false }
    return true
  }

  /// The first of `words` that stands at `index`.
  package func first(of words: MarkWords, at index: Int) -> [UInt32]? {
    guard index >= 0, index < scalars.count, words.mayBegin(with: scalars[index]) else { return nil }
    return words.first { has($0, at: index) }
  }

  /// Whether one of `words` stands somewhere in `range`.
  package func contains(anyOf words: MarkWords, in range: Range<Int>) -> Bool {
    for index in range.clamped(to: 0..<scalars.count) where words.mayBegin(with: scalars[index]) {
      if words.contains(where: { index + $0.count <= range.upperBound && has($0, at: index) }) { return true }
    }
    return false
  }

  /// Whether a Han character stands at `index`.
  package func isHan(at index: Int) -> Bool {
    guard scalars.indices.contains(index), let scalar = Unicode.Scalar(scalars[index]) else { return false }
    return scalar.isHan
  }

  /// The code points of words, for tables.
  package static func words(_ list: String...) -> MarkWords {
    MarkWords(list.map { $0.unicodeScalars.map(\.value) })
  }

  /// Controls, joiners, directional marks, selectors: nothing a reader sees.
  package static func isInvisible(_ value: UInt32) -> Bool {
    switch value {
    case 0...0x1F, 0x7F...0x9F, 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200B...0x200F,
      0x202A...0x202E, 0x2060...0x206F, 0x2800, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0x1D173...0x1D17A,
      0xFFFE, 0xFFFF, 0xE0000...0xE0FFF:
      true
    default: false
    }
  }

  private static func folded(_ value: UInt32) -> UInt32 {
    switch value {
    case 0...0x7E where value != 0x5B && value != 0x5D && value != 0x7B && value != 0x7D: value
    case 0x5B, 0x7B, 0xFF3B, 0xFF5B, 0x3010, 0x3014, 0x3016, 0x3018, 0x301A, 0xFE59, 0xFE5B, 0xFE5D, 0xFE35, 0xFE37,
      0xFE39, 0xFE3B, 0xFE47, 0x2768, 0x207D:
      0x28
    case 0x5D, 0x7D, 0xFF3D, 0xFF5D, 0x3011, 0x3015, 0x3017, 0x3019, 0x301B, 0xFE5A, 0xFE5C, 0xFE5E, 0xFE36, 0xFE38,
      0xFE3A, 0xFE3C, 0xFE48, 0x2769, 0x207E:
      0x29
    case 0xFF01...0xFF5E: value - 0xFEE0
    case 0xFE61: 0x2A
    case 0xFE55, 0xFE30, 0xFE13, 0x2236, 0x02D0, 0xA789: 0x3A
    default: variants.mayHold(value) ? unified[value] ?? value : value
    }
  }

  private static let variants = ScalarSieve(unified.keys)

  /// Traditional, variant, compatibility and radical forms of the characters that the words of marks are made of.
  private static let unified: [UInt32: UInt32] = {
    let pairs: [(String, String)] = [
      ("開", "开"), ("屬", "属"), ("動", "动"), ("請", "请"), ("發", "发"), ("佈", "布"), ("機", "机"), ("絕", "绝"), ("絶", "绝"),
      ("祕", "秘"), ("內", "内"), ("資", "资"), ("參", "参"), ("傳", "传"), ("級", "级"), ("長", "长"), ("選", "选"), ("項", "项"),
      ("類", "类"), ("別", "别"), ("號", "号"), ("僅", "仅"), ("備", "备"), ("註", "注"), ("閱", "阅"), ("嚴", "严"), ("專", "专"),
      ("後", "后"), ("轉", "转"), ("載", "载"), ("範", "范"), ("圍", "围"), ("銷", "销"), ("毀", "毁"), ("報", "报"), ("達", "达"),
      ("網", "网"),
      ("縣", "县"), ("團", "团"), ("領", "领"), ("導", "导"), ("黨", "党"), ("會", "会"), ("員", "员"), ("幹", "干"), ("給", "给"),
      ("徵", "征"), ("見", "见"), ("審", "审"), ("討", "讨"), ("論", "论"), ("擬", "拟"), ("\u{F967}", "不"), ("\u{2F45}", "方"),
      ("\u{2F42}", "文"),
    ]
    var table: [UInt32: UInt32] = [:]
    for (from, to) in pairs {
      if let from = from.unicodeScalars.first?.value { table[from] = to.unicodeScalars.first?.value }
    }
    return table
  }()
}
