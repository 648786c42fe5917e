import Publication

/// Digits that a reader may take for one number: one after another, with spaces, hyphens, invisible characters or line ends between.
struct DigitRun {
  /// What stands between a digit and the one before it, from the weakest.
  enum Gap: UInt8, Comparable {
    /// Nothing.
    case none
    /// An invisible character, or another kind of digit: 拨打13800000000一般.
    case weak
    /// White space.
    case space
    /// A hyphen or dash.
    case hyphen
    /// A line end inside a paragraph.
    case lineEnd

    static func < (left: Gap, right: Gap) -> Bool { left.rawValue < right.rawValue }
  }

  /// 0 to 9; 10 stands for an X that may end a resident number.
  var digits: [UInt8] = []
  /// What stands before each digit.
  var gaps: [Gap] = []
  /// Whether the gap before each digit is one character.
  var isNarrow: [Bool] = []
  /// The index of each digit in the scanned code points.
  var positions: [Int] = []

  /// The runs of `scalars` with at least `minimum` digits.
  static func runs(in scalars: [UInt32], minimum: Int) -> [DigitRun] {
    var runs: [DigitRun] = []
    var run = DigitRun()
    var gap = Gap.none
    var width = 0
    var digitClass = DigitClass.ascii
    func close() {
      if run.digits.count >= minimum { runs.append(run) }
      run = DigitRun()
      gap = .none
      width = 0
    }
    for (index, scalar) in scalars.enumerated() {
      if let digit = Digit.value(of: scalar) {
        let kind = DigitClass(of: scalar)
        if run.digits.isEmpty { gap = .none } else if kind != digitClass { gap = max(gap, .weak) }
        run.append(digit, gap, isNarrow: width <= 1, at: index)
        digitClass = kind
        gap = .none
        width = 0
      } else if run.digits.isEmpty {
        continue
      } else if MarkLine.isInvisible(scalar), scalar != 0x09, scalar != 0x0A, scalar != 0x0D, scalar != 0x85 {
        gap = max(gap, .weak)
      } else if let separator = separator(scalar) {
        gap = max(gap, separator)
        width += 1
        if width > 4 { close() }
      } else if run.digits.count >= 17, isX(scalar) {
        run.append(10, gap, isNarrow: width <= 1, at: index)
        gap = .none
        width = 0
      } else {
        close()
      }
    }
    close()
    return runs
  }

  /// The most digits in `text` with nothing between them that ends a run, counted up to `most`, which is at
  /// most 17 (behind so many an X joins them): no run of it has more.
  static func reach(in text: String, upTo most: Int) -> Int {
    var text = text
    return text.withUTF8 { bytes in
      var longest = 0
      var digits = 0
      var index = 0
      while longest < most, let scalar = bytes.scalar(at: &index)?.value {
        if Digit.value(of: scalar) != nil {
          digits += 1
          longest = max(longest, digits)
        } else if digits > 0, ends(at: scalar) {
          digits = 0
        }
      }
      return longest
    }
  }

  /// Whether no number goes on behind a character that is no digit; X is another matter.
  static func ends(at scalar: UInt32) -> Bool {
    isHan(scalar) || (!MarkLine.isInvisible(scalar) && separator(scalar) == nil)
  }

  /// A common character, which neither is invisible nor separates.
  private static func isHan(_ scalar: UInt32) -> Bool { scalar &- 0x4E00 < 0x5200 }

  private mutating func append(_ digit: UInt8, _ gap: Gap, isNarrow narrow: Bool, at index: Int) {
    digits.append(digit)
    gaps.append(gap)
    isNarrow.append(narrow)
    positions.append(index)
  }

  private enum DigitClass: Equatable {
    case ascii, wide, mongolian, chinese

    init(of scalar: UInt32) {
      if scalar < 0x80 {
        self = .ascii
      } else if scalar >= 0xFF10 {
        self = .wide
      } else {
        self = scalar < 0x1820 ? .mongolian : .chinese
      }
    }
  }

  private static func separator(_ scalar: UInt32) -> Gap? {
    switch scalar {
    case 0x2D, 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D, 0x2043, 0x30FB, 0xB7: .hyphen
    case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: .lineEnd
    case 0x202F: .space
    default: (Unicode.Scalar(scalar)?.isBlank ?? false) ? .space : nil
    }
  }

  /// An X, or what looks like one: the check digit 10 of a resident number.
  static func isX(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x58, 0x78, 0xFF38, 0xFF58, 0xD7, 0x2169, 0x2179, 0x03A7, 0x0425, 0x0445: true
    default: false
    }
  }
}
