import Publication

extension Gate {
  /// `text` as a list or a note may show it: where it holds a personal number, every digit of a run of at least seven but the
  /// first three is covered, and the middle of a plate; any other text stays as it is.
  public func concealed(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    let values = scalars.map(\.value)
    let plates = PlateNumber.numbers(in: values)
    guard !plates.isEmpty || !PersonalNumberRule(contacts: policy.contactDigits).numbers(in: text).isEmpty else {
      return text
    }
    for position in plates.flatMap(\.covered) { scalars[position] = "*" }
    for run in DigitRun.runs(in: values, minimum: 7) {
      for position in run.positions.dropFirst(3) { scalars[position] = "*" }
    }
    var out = String.UnicodeScalarView()
    out.append(contentsOf: scalars)
    return String(out)
  }

  /// Where a copy of `text` must be covered, so that no personal number can be read off it: offsets of code points. `isWide`: as if 电话, 账号
  /// and 身份证 stood near every number.
  public func covered(in text: String, isWide: Bool) -> [Int] {
    let nearby: NumberContext = isWide ? [.phone, .account, .identity] : []
    let numbers = PersonalNumberRule(contacts: policy.contactDigits).numbers(in: text, nearby: nearby)
    return (numbers + PlateNumber.numbers(in: text.unicodeScalars.map(\.value))).flatMap(\.covered)
  }
}
