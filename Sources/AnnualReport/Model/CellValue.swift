public import Publication

/// What stands in one cell of a report. 0, blank and 不适用 are three different things.
public enum CellValue: Sendable, Hashable {
  /// A number.
  case number(DecimalNumber)
  /// Nothing: an empty cell, `null`.
  case blank
  /// 不适用.
  case notApplicable
  /// Something else, as written: "/", "—", "约5".
  case unreadable(String)

  /// The number, of a cell that holds one.
  public var number: DecimalNumber? {
    guard case .number(let number) = self else { return nil }
    return number
  }

  /// Reads the text of a cell. Full-width digits, white space around and inside, and thousands separators between groups of three
  /// are taken for what they are; nothing else is.
  public init(text: String) {
    let folded = CellValue.folded(text)
    if folded.isEmpty {
      self = .blank
    } else if ["不适用", "N/A", "n/a"].contains(folded) {
      self = .notApplicable
    } else if let number = DecimalNumber(text: folded) ?? CellValue.grouped(folded) {
      self = .number(number)
    } else {
      self = .unreadable(folded)
    }
  }

  /// Reads the text of a cell whose numbers are counted in `unit`, which may stand behind them: `3件`.
  public init(text: String, unit: String) {
    let bare = CellValue.folded(text)
    let number = bare.hasSuffix(unit) ? CellValue(text: String(bare.dropLast(unit.count))) : nil
    if case .number? = number, let number { self = number } else { self = CellValue(text: text) }
  }

  /// Without white space of any width, digits and the point in ASCII.
  private static func folded(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !scalar.isBlank && !(0x200B...0x200D).contains(scalar.value) {
      switch scalar.value {
      case 0xFF10...0xFF19: out.append(Unicode.Scalar(UInt8(scalar.value - 0xFF10 + 0x30)))
      case 0xFF0E: out.append(".")
      case 0xFF0C: out.append(",")
      case 0xFF0D, 0x2212: out.append("-")
      default: out.append(scalar)
      }
    }
    return String(out)
  }

  /// `1,234.5`.
  private static func grouped(_ text: String) -> DecimalNumber? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first, parts.count <= 2 else { return nil }
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.count > 1, (1...3).contains(groups[0].utf8.count),
      groups.dropFirst().allSatisfy({ $0.utf8.count == 3 })
    else { return nil }
    return DecimalNumber(text: groups.joined() + (parts.count == 2 ? "." + parts[1] : ""))
  }
}

extension CellValue: CustomStringConvertible {
  /// For people: the number, or what stands in its place.
  public var description: String {
    switch self {
    case .number(let number): number.description
    case .blank: "空白"
    case .notApplicable: "不适用"
    case .unreadable(let text): "“\(text)”"
    }
  }
}
