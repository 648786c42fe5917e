import Publication

extension Gate {
  /// `text` as a list or a note may show it: where it holds a personal number, every digit of a run of at least seven but the
  /// first three is covered; any other text stays as it is.
  public func concealed(_ text: String) -> String {
    guard !PersonalNumberRule(contacts: policy.contactDigits).numbers(in: text).isEmpty else { return text }
    var scalars = Array(text.unicodeScalars)
    for run in DigitRun.runs(in: scalars.map(\.value), minimum: 7) {
      for position in run.positions.dropFirst(3) { scalars[position] = "*" }
    }
    var out = String.UnicodeScalarView()
    out.append(contentsOf: scalars)
    return String(out)
  }
}
