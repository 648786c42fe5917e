/// The mark before an item of a list, or before a numbered heading.
struct ListMarker: Equatable {
  var text: String
  var isOrdered: Bool
  var hasNoSpace = false

  /// The number before a heading, with the space that stands between number and text.
  var beforeHeading: String {
    guard isOrdered, !text.isEmpty else { return "" }
    // Chinese marks (、）) carry their own space.
    let isWide = text.unicodeScalars.last.map { $0.value >= 0x2E80 } ?? false
    return hasNoSpace || isWide ? text : text + " "
  }
}
