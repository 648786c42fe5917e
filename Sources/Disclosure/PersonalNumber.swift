import Publication

/// A personal number as the rules compare it: plain digits, whatever the text writes.
struct PersonalNumber: Equatable {
  /// What the number is.
  enum Kind: Equatable {
    case residentID, oldResidentID, mobile, bankCard, passport, travelPermit, plate

    /// The Chinese term.
    var term: String {
      switch self {
      case .residentID: "居民身份证号"
      case .oldResidentID: "15位居民身份证号"
      case .mobile: "手机号码"
      case .bankCard: "银行卡号"
      case .passport: "护照号"
      case .travelPermit: "通行证号"
      case .plate: "车牌号码"
      }
    }

    /// How many characters at the beginning and at the end a person may see.
    /// Source: disclosure rules, "Personal data" (keep first 6 and last 4 at most; 138****1234).
    fileprivate var shown: (first: Int, last: Int) {
      switch self {
      case .residentID, .bankCard: (6, 4)
      case .oldResidentID: (6, 3)
      case .mobile: (3, 4)
      case .passport, .travelPermit: (1, 3)
      case .plate: (1, 2)
      }
    }
  }

  /// What the number is.
  var kind: Kind
  /// The number with all but its ends covered: never held whole.
  var masked: String
  /// Where its characters stand in the text, as offsets of code points.
  var positions: [Int]

  /// A number of these characters (ASCII), which stand at `positions`.
  init(_ kind: Kind, _ characters: some Collection<UInt8>, at positions: [Int]) {
    self.kind = kind
    self.positions = positions
    let (first, last) = kind.shown
    masked = String(
      decoding: characters.enumerated().map { index, character in
        index < first || index >= characters.count - last ? character : UInt8(ascii: "*")
      }, as: UTF8.self)
  }

  /// Where those characters stand that nobody may see.
  var covered: ArraySlice<Int> { positions.dropFirst(kind.shown.first).dropLast(kind.shown.last) }

  /// Two are equal that read alike, wherever they stand.
  static func == (left: PersonalNumber, right: PersonalNumber) -> Bool {
    left.kind == right.kind && left.masked == right.masked
  }

  /// The digits of an office contact, 0–9, without a leading +86.
  static func digits(ofContact text: String) -> [UInt8] {
    let digits = text.unicodeScalars.compactMap { Digit.value(of: $0.value) }
    return digits.count == 13 && digits[0] == 8 && digits[1] == 6 ? Array(digits.dropFirst(2)) : digits
  }
}
