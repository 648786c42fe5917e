import Publication

/// What one pass over the UTF-8 of a line tells about marks of the attribute: whether it can hold one, alone or as part of a mark that
/// is broken over lines. Most lines can't, and are not folded.
///
/// Every mark holds 公开 with nothing but white space and invisible characters between, except those of the form 此件不上网
/// (`DisclosureMarkReader.isUnlisted`), which hold 此, 本 or 该 and 网, 报 or 布. A new wording without these needs a new sign here;
/// `MarkHintTests` compares both answers.
struct MarkHint: OptionSet {
  let rawValue: UInt8

  /// 公开, or 公開.
  static let open = MarkHint(rawValue: 1)
  /// 开 or 開 is the first visible character: 公 may stand in the line before.
  static let opening = MarkHint(rawValue: 2)
  /// 此, 本 or 该.
  static let subject = MarkHint(rawValue: 4)
  /// 网, 报 or 布, in whatever form `MarkLine` folds into them.
  static let outlet = MarkHint(rawValue: 8)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(of text: Substring) {
    var text = text
    self = text.withUTF8 { MarkHint(utf8: $0) }
  }

  /// Whether a line, or lines read as one, can hold a mark.
  var mayMark: Bool { contains(.open) || contains(.opening) || isSuperset(of: [.subject, .outlet]) }

  private init(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    var hint: MarkHint = []
    var isFirst = true
    var followsPublic = false
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      // ASCII and the characters in the middle of the table are most of a text, and none of them is a sign.
      if lead < 0x80 {
        if lead > 0x20 { (isFirst, followsPublic) = (false, false) }
        index &+= 1
        continue
      }
      guard let scalar = bytes.scalar(at: &index) else { break }
      switch scalar.value {
      case 0x516C:  // 公
        followsPublic = true
        isFirst = false
        continue
      case 0x5F00, 0x958B:  // 开 開
        if followsPublic { hint.insert(.open) }
        if isFirst { hint.insert(.opening) }
      case 0x6B64, 0x672C, 0x8BE5: hint.insert(.subject)  // 此 本 该
      case 0x7F51, 0x7DB2, 0x62A5, 0x5831, 0x5E03, 0x4F48: hint.insert(.outlet)  // 网 網 报 報 布 佈
      case 0x4E00...0x9FFF: break
      default: if scalar.isBlank || scalar.value == 0x202F || MarkLine.isInvisible(scalar.value) { continue }
      }
      (isFirst, followsPublic) = (false, false)
    }
    self = hint
  }
}
