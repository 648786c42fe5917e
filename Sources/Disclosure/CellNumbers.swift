import Publication

/// Finds numbers that are split over neighbouring cells of one row: six, eight and four figures of a resident number under one heading.
///
/// Figures of a table stand in neighbouring cells everywhere, so that only what proves itself is found: a resident number by region, date and check
/// digit; a card by its groups, its issuer, Luhn's digit, and the word for an account somewhere in the table (without the word only a card of
/// China UnionPay that has the row's figures to itself); a mobile by its groups and the word for a telephone in the table.
/// Source: GB 11643-1999; ISO/IEC 7812-1; disclosure rules, "Personal data".
struct CellNumbers {
  /// The figures of a cell that holds nothing else; 10 stands for an X at the end.
  struct Cell: Equatable {
    var digits: [UInt8]

    /// `nil`: the text is something else than figures, or more of them than any number has.
    init?(_ text: String) {
      guard text.utf8.count <= 96 else { return nil }
      var digits: [UInt8] = []
      for scalar in text.unicodeScalars where !scalar.isBlank && !MarkLine.isInvisible(scalar.value) {
        guard digits.last != 10, digits.count < 18 else { return nil }
        if let digit = Digit.value(of: scalar.value) {
          digits.append(digit)
        } else if DigitRun.isX(scalar.value) {
          digits.append(10)
        } else {
          return nil
        }
      }
      guard !digits.isEmpty else { return nil }
      self.digits = digits
    }
  }

  let context: NumberContext
  let contacts: Set<[UInt8]>

  /// The numbers that need more than one of `cells`, which stand side by side.
  func numbers(in cells: [Cell]) -> [PersonalNumber] {
    var found: [PersonalNumber] = []
    var start = 0
    while start + 1 < cells.count {
      if let (number, end) = number(in: cells, from: start) {
        found.append(number)
        start = end
      } else {
        start += 1
      }
    }
    return found
  }

  private func number(in cells: [Cell], from start: Int) -> (PersonalNumber, Int)? {
    var digits = cells[start].digits
    var sizes = [digits.count]
    for index in (start + 1)..<cells.count {
      guard digits.last != 10 else { return nil }
      digits += cells[index].digits
      sizes.append(cells[index].digits.count)
      guard digits.count <= 19 else { return nil }
      let isAlone = start == 0 && index == cells.count - 1
      if let kind = kind(of: digits, sizes, isAlone: isAlone) {
        let characters = digits.map { $0 == 10 ? UInt8(ascii: "X") : $0 &+ 0x30 }
        return (PersonalNumber(kind, characters, at: []), index + 1)
      }
    }
    return nil
  }

  private func kind(of digits: [UInt8], _ sizes: [Int], isAlone: Bool) -> PersonalNumber.Kind? {
    switch digits.count {
    case 18 where ResidentID.isValid(digits[...]): return .residentID
    case 16...19 where NumberSearch.cardPatterns.contains(sizes) && BankCard.isValid(digits[...]):
      let isUnionPay = digits[0] == 6 && digits[1] == 2
      return context.contains(.account) || (isUnionPay && isAlone) ? .bankCard : nil
    case 15 where NumberSearch.oldPatterns.contains(sizes) && context.contains(.identity):
      return ResidentID.isValidOld(digits[...]) ? .oldResidentID : nil
    case 11 where NumberSearch.mobilePatterns.contains(sizes) && context.contains(.phone):
      let isMobile = digits[0] == 1 && (3...9).contains(digits[1]) && digits[10] < 10
      return isMobile && !contacts.contains(digits) ? .mobile : nil
    default: return nil
    }
  }
}
