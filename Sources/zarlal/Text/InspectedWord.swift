import MongolianText

/// One word of a text with all that can be said about it.
struct InspectedWord {
  /// The word as it stands.
  var text: String
  /// Its written units, as the suites write them.
  var units: String
  /// The other spellings of the same look in this text.
  var twins: [String]
  /// What the normaliser would write instead; nothing where it leaves the word alone.
  var canonical: String?
  /// Names of the rules that would change it.
  var rules: [String]
  /// What would be flagged in it.
  var flags: [TextFlag]
  /// Why the normaliser would refuse it.
  var refusal: TextRefusal.Reason?

  /// The words of UTF-8, each spelling once, in the order of their first places.
  static func words(of bytes: [UInt8]) throws(TextRefusal) -> [InspectedWord] {
    _ = try Identifier.identify(utf8: bytes)
    var found: [(word: String, context: String)] = []
    var seen: Set<[UInt8]> = []
    var index = 0
    while let range = MongolianWords.next(in: bytes.span, from: index) {
      index = range.upperBound
      guard seen.insert(Array(bytes[range])).inserted else { continue }
      // What stands before the word tells whether it is a suffix after a space.
      var start = range.lowerBound
      while start > 0, bytes[start - 1] != 0x0A, range.lowerBound - start < 24 { start -= 1 }
      while start < range.lowerBound, bytes[start] & 0xC0 == 0x80 { start += 1 }
      found.append(
        (
          String(decoding: bytes[range], as: UTF8.self),
          String(decoding: bytes[start..<range.lowerBound], as: UTF8.self)
        ))
    }
    var byKey: [String: [String]] = [:]
    for one in found { byKey[ShapeKey(of: one.word).description, default: []].append(one.word) }
    return found.map { inspected($0.word, after: $0.context, twins: byKey[ShapeKey(of: $0.word).description] ?? []) }
  }

  private static func inspected(_ word: String, after context: String, twins: [String]) -> InspectedWord {
    var result = InspectedWord(
      text: word, units: HudumShaper.writtenUnits(of: word).description,
      twins: twins.filter { !$0.utf8.elementsEqual(word.utf8) }, rules: [], flags: [])
    let offset = context.unicodeScalars.count
    do {
      let normal = try MongolianNormalizer().normalize(context + word)
      let changes = normal.changes.filter { $0.before.scalarOffset >= offset }
      result.rules = changes.map(\.rule)
      result.flags = normal.flags.filter { $0.scalarOffset + 1 >= offset }
      if !changes.isEmpty { result.canonical = try MongolianNormalizer().normalize(word).text }
    } catch {
      result.refusal = error.reason
    }
    return result
  }

  /// The code points, selectors and separators by their short names too.
  static func codePoints(_ text: String) -> String {
    text.unicodeScalars.map { TextStreams.name(of: $0) }.joined(separator: " ")
  }

  /// Invisible characters by their short names, so that nothing hides.
  static func aliases(_ text: String) -> String {
    text.unicodeScalars.map { LetterAliases.alias(of: $0) ?? TextStreams.name(of: $0) }.joined(separator: " ")
  }
}
