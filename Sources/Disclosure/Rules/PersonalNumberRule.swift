import Publication

/// DIS-011: numbers that tell who somebody is hold the item until they are covered.
///
/// Source: disclosure rules, "Personal data: find before release"; 《个人信息保护法》第二十八条.
struct PersonalNumberRule {
  let contacts: Set<[UInt8]>

  /// The numbers in one text; `nearby` are words that stand around it (the head of its table).
  func numbers(in text: String, nearby: NumberContext = [], onlyIDs: Bool = false) -> [PersonalNumber] {
    // Seven digits are the shortest number that has a letter before it, eleven the shortest of figures only.
    let reach = DigitRun.reach(in: text, upTo: 11)
    guard reach >= (onlyIDs ? 11 : 7) else { return [] }
    let scalars = text.unicodeScalars.map(\.value)
    let context = NumberContext(of: scalars).union(nearby)
    var found: [PersonalNumber] = []
    for run in reach < 11 ? [] : DigitRun.runs(in: scalars, minimum: 11) {
      found += NumberSearch(run: run, scalars: scalars, context: context, contacts: contacts, onlyIDs: onlyIDs)
        .numbers()
    }
    if !onlyIDs, !context.isDisjoint(with: [.passport, .permit]) || Self.hasPassportLetter(scalars) {
      found += LetterNumber.numbers(in: scalars, context: context)
    }
    return found
  }

  /// D, E, G, P or S with a figure or letter behind it.
  private static func hasPassportLetter(_ scalars: [UInt32]) -> Bool {
    for index in scalars.indices.dropLast() {
      switch scalars[index] {
      case 0x44, 0x45, 0x47, 0x50, 0x53, 0xFF24, 0xFF25, 0xFF27, 0xFF30, 0xFF33: return true
      default: continue
      }
    }
    return false
  }
}

/// Looks for numbers that begin and end where groups of digits do: never inside a longer number.
struct NumberSearch {
  let run: DigitRun
  let scalars: [UInt32]
  let context: NumberContext
  let contacts: Set<[UInt8]>
  let onlyIDs: Bool

  func numbers() -> [PersonalNumber] {
    var found: [PersonalNumber] = []
    var start = 0
    while start < run.digits.count {
      if start == 0 || run.gaps[start] != .none, let (number, end) = number(at: start) {
        found.append(number)
        start = end
      } else {
        start += 1
      }
    }
    return found
  }

  private func number(at start: Int) -> (PersonalNumber, Int)? {
    for length in [18, 19, 17, 16, 15, 13, 11] {
      let end = start + length
      guard end <= run.digits.count, end == run.digits.count || run.gaps[end] != .none || run.digits[end] == 10 else {
        continue
      }
      let digits = run.digits[start..<end]
      if length == 18, ResidentID.isValid(digits) {
        return (PersonalNumber(.residentID, ascii(digits), at: Array(run.positions[start..<end])), end)
      }
      if onlyIDs { continue }
      let range = start..<end
      switch length {
      case 16...19:
        if BankCard.isValid(digits), isOneNumber(range, patterns: Self.cardPatterns, keyword: .account) {
          return (PersonalNumber(.bankCard, ascii(digits), at: Array(run.positions[start..<end])), end)
        }
      case 15 where digits.elementsEqual([0, 0, 8, 6] + digits.dropFirst(4)):
        if let mobile = mobile(range.dropFirst(4), within: range) { return (mobile, end) }
      case 15:
        if ResidentID.isValidOld(digits), isOneNumber(range, patterns: Self.oldPatterns, keyword: .identity) {
          return (PersonalNumber(.oldResidentID, ascii(digits), at: Array(run.positions[start..<end])), end)
        }
      case 13:
        if digits[start] == 8, digits[start + 1] == 6, let mobile = mobile(range.dropFirst(2), within: range) {
          return (mobile, end)
        }
      default:
        if let mobile = mobile(range, within: range) { return (mobile, end) }
      }
    }
    return nil
  }

  private func mobile(_ range: Range<Int>, within whole: Range<Int>) -> PersonalNumber? {
    let digits = run.digits[range]
    guard digits.first == 1, (3...9).contains(run.digits[range.lowerBound + 1]), digits.allSatisfy({ $0 < 10 }),
      !contacts.contains(Array(digits)), isOneNumber(range, patterns: Self.mobilePatterns, keyword: .phone)
    else { return nil }
    let number = PersonalNumber(.mobile, ascii(digits), at: Array(run.positions[range]))
    if hasCents(whole) { return nil }
    if context.contains(.phone) { return number }
    return isPartOfToken(whole) || isDecimal(whole) || isAmount(whole) ? nil : number
  }

  /// The groups in which numbers are written.
  static let mobilePatterns = [[3, 4, 4], [3, 8], [7, 4]]
  static let oldPatterns = [[6, 6, 3]]
  static let cardPatterns = [
    [4, 4, 4, 4], [4, 4, 4, 4, 1], [4, 4, 4, 4, 2], [4, 4, 4, 4, 3], [4, 4, 4, 5], [4, 4, 4, 6], [4, 4, 4, 7], [6, 10],
    [6, 11], [6, 12], [6, 13],
  ]

  /// Whether digits with gaps between them are written as one number.
  private func isOneNumber(_ range: Range<Int>, patterns: [[Int]], keyword: NumberContext) -> Bool {
    var sizes = [0]
    var isNarrow = true
    var onlyLineEnds = true
    var years = false
    for index in range {
      if index > range.lowerBound, run.gaps[index] > .weak {
        sizes.append(0)
        isNarrow = isNarrow && run.isNarrow[index]
        onlyLineEnds = onlyLineEnds && run.gaps[index] == .lineEnd
        years = years || isYear(endingAt: index, size: sizes[sizes.count - 2])
      }
      sizes[sizes.count - 1] += 1
    }
    if sizes.count == 1 || context.contains(keyword) || (onlyLineEnds && sizes.count == 2) { return true }
    let isAlone = range.lowerBound == 0 && range.upperBound == run.digits.count
    if patterns.contains(sizes), isAlone || sizes.count > 2 { return true }
    guard isAlone, isNarrow else { return false }
    if sizes.allSatisfy({ $0 == 1 }) { return Set(run.digits[range]).count >= 5 }
    return !years && !isYear(endingAt: range.upperBound, size: sizes[sizes.count - 1])
  }

  /// Whether the group that ends before `end` reads as a year: such a row of figures is a date or a reference.
  private func isYear(endingAt end: Int, size: Int) -> Bool {
    size == 4
      && ((run.digits[end - 4] == 1 && run.digits[end - 3] == 9)
        || (run.digits[end - 4] == 2 && run.digits[end - 3] == 0))
  }

  /// Whether letters and more digits are joined to it: part of a hash or a serial number.
  private func isPartOfToken(_ range: Range<Int>) -> Bool {
    func reachesDigit(from index: Int, step: Int) -> Bool {
      var index = index
      while scalars.indices.contains(index) {
        let scalar = scalars[index]
        if scalar &- 0x30 < 10 { return true }
        guard (scalar | 0x20) &- 0x61 < 26 else { return false }
        index += step
      }
      return false
    }
    return reachesDigit(from: run.positions[range.lowerBound] - 1, step: -1)
      || reachesDigit(from: run.positions[range.upperBound - 1] + 1, step: 1)
  }

  private func isDecimal(_ range: Range<Int>) -> Bool {
    let before = run.positions[range.lowerBound] - 1
    return before > 0 && scalars[before] == 0x2E && scalars[before - 1] &- 0x30 < 10
  }

  /// 13800000000.50: a point and one or two digits behind, and nothing more of a number, make an amount of it.
  private func hasCents(_ range: Range<Int>) -> Bool {
    let point = run.positions[range.upperBound - 1] + 1
    guard point + 1 < scalars.count, scalars[point] == 0x2E else { return false }
    let figures = scalars[(point + 1)...].prefix { $0 &- 0x30 < 10 }
    guard (1...2).contains(figures.count) else { return false }
    let next = point + 1 + figures.count
    // 13800000000.1、 begins the next number of a list.
    return next == scalars.count || ![0x2E, 0x3001, 0xFF0E].contains(scalars[next])
  }

  /// 13800000000元 before a stop or the end: an amount. Before another character it may begin 元旦 or 元宝山.
  private func isAmount(_ range: Range<Int>) -> Bool {
    let after = run.positions[range.upperBound - 1] + 1
    guard after < scalars.count, scalars[after] == 0x5143 else { return false }
    guard after + 1 < scalars.count, let next = Unicode.Scalar(scalars[after + 1]) else { return true }
    return !next.isHan
  }

  private func ascii(_ digits: ArraySlice<UInt8>) -> [UInt8] {
    digits.map { $0 == 10 ? UInt8(ascii: "X") : $0 &+ 0x30 }
  }
}
