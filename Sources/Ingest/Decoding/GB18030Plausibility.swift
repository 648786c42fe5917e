/// Whether bytes that are valid GB 18030 are text in it. Big5, EUC-JP, EUC-KR and Shift JIS are valid GB 18030 more often
/// than not, and come out as wrong characters: they must not get through.
///
/// Source: GB 18030-2005 (code areas); Big5, KS X 1001, JIS X 0208 (where their common characters lie).
enum GB18030Plausibility {
  /// The offset of the first doubt, `nil` where there is none.
  /// - A code of user-defined areas 1 and 3 (AAA1–AFFE, A140–A7A0), where Big5 has its commonest characters. Area 2
  ///   (F8A1–FEFE, Menksoft's among them) is let through, for whoever knows private codes.
  /// - Most of the two-byte codes lie outside of GB 2312, which holds 99 % of running Chinese text (Shift JIS).
  /// - More than a quarter kana (EUC-JP).
  /// - 64 characters and more without one full-width mark or 的 (EUC-KR).
  static func firstDoubt(in bytes: [UInt8]) -> Int? {
    var first: Int?
    var pairs = 0
    var rare = 0
    var kana = 0
    var marks = 0
    var index = 0
    while index + 1 < bytes.count {
      let lead = bytes[index]
      guard lead >= 0x80 else {
        index += 1
        continue
      }
      if first == nil { first = index }
      let trail = bytes[index + 1]
      if trail < 0x40 {
        index += 4
        continue
      }
      if (0xAA...0xAF).contains(lead) && trail >= 0xA1 { return index }
      if (0xA1...0xA7).contains(lead) && trail < 0xA1 { return index }
      pairs += 1
      if trail < 0xA1 || lead < 0xA1 { rare += 1 }
      if lead == 0xA4 || lead == 0xA5 { kana += 1 }
      if lead == 0xA1 || lead == 0xA3 || (lead == 0xB5 && trail == 0xC4) || lead >= 0xF8 { marks += 1 }
      index += 2
    }
    let isDoubtful = (pairs >= 4 && rare * 2 > pairs) || kana * 4 > pairs || (pairs >= 64 && marks == 0)
    return isDoubtful ? first : nil
  }
}
