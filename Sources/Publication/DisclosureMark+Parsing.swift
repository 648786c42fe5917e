extension DisclosureMark {
  /// What one line says of the disclosure attribute; `nil`: the line is no mark.
  public static func parse(_ line: String) -> DisclosureMark? {
    nil
  }
}
