import MongolianText
import Publication

/// Normalises the texts of one edition, one after another, and keeps the record of it.
struct TextNormalization {
  private let seam: MongolianSeam
  private(set) var changes: [EditionChange] = []
  private(set) var flags: [EditionFlag] = []
  /// Why the edition can't be made; one entry a place, the first 50 places.
  private(set) var refusals: [Diagnostic] = []
  /// Whether any text holds Mongolian: outlets print its suffix separators their own way.
  private(set) var hasMongolian = false

  init(seam: MongolianSeam) { self.seam = seam }

  /// One text that stands alone.
  mutating func text(_ text: String, at place: @autoclosure () -> String) -> String {
    let traits = TextTraits.of(text)
    guard !traits.isEmpty else { return text }
    var joined = JoinedText()
    joined.append(text)
    normalize(&joined, traits, at: place())
    return joined.parts.first ?? ""
  }

  /// Brings `joined` into canonical form: Mongolian first, then what stands around it.
  mutating func normalize(_ joined: inout JoinedText, _ traits: TextTraits, at place: String) {
    if !traits.isDisjoint(with: [.mongolian, .privateUse]) {
      hasMongolian = true
      guard normalizeMongolian(&joined, at: place) else { return }
    }
    guard traits.contains(.doubtful) else { return }
    for rules in [PlainRules.singles, PlainRules.canonical] {
      let findings = rules(joined.bytes)
      joined.apply(findings.map(\.edit))
      for finding in findings {
        changes.append(EditionChange(rule: finding.rule, place: place, before: finding.before, after: finding.after))
      }
    }
  }

  private mutating func normalizeMongolian(_ joined: inout JoinedText, at place: String) -> Bool {
    let before = joined.text
    let result: NormalizedText
    do {
      result = try seam.canonical(before)
    } catch {
      refuse(error, at: place)
      return false
    }
    for flag in result.flags {
      flags.append(EditionFlag(rule: flag.rule, place: place, scalars: flag.scalars, suggestion: flag.suggestion))
    }
    if !result.changes.isEmpty {
      joined.apply(edits(of: result.changes, in: joined.bytes))
      for change in result.changes {
        changes.append(
          EditionChange(rule: change.rule, place: place, before: change.before.scalars, after: change.after.scalars))
      }
    }
    // The report must rebuild the text exactly, or the place of a change isn't where the report says.
    guard joined.isSame(as: result.text) else {
      refuse(TextRefusal(reason: .proofFailed, byteOffset: 0), at: place)
      return false
    }
    if TextTraits.of(result.text).contains(.privateUse),
      let stray = result.text.unicodeScalars.first(where: \.isPrivateUse)
    {
      refuse(TextRefusal(reason: .privateUse, byteOffset: 0, scalars: [stray]), at: place)
      return false
    }
    return true
  }

  /// Changes are told in scalars; texts are kept in bytes.
  private func edits(of changes: [TextChange], in bytes: [UInt8]) -> [JoinedText.Edit] {
    var edits: [JoinedText.Edit] = []
    edits.reserveCapacity(changes.count)
    var scalar = 0
    var offset = 0
    func advance(to target: Int) -> Int {
      while scalar < target, offset < bytes.count {
        offset += 1
        while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
        scalar += 1
      }
      return offset
    }
    for change in changes {
      let start = advance(to: change.before.scalarOffset)
      let end = advance(to: change.before.scalarOffset + change.before.scalars.count)
      var replacement: [UInt8] = []
      for scalar in change.after.scalars { replacement.append(contentsOf: scalar.utf8) }
      edits.append(.init(range: start..<end, replacement: replacement))
    }
    return edits
  }

  private mutating func refuse(_ refusal: TextRefusal, at place: String) {
    guard refusals.count < 50 else { return }
    let code: Code =
      switch refusal.reason {
      case .privateUse: .privateUseCode
      case .otherMongolian: .otherMongolian
      case .proofFailed: .proofFailed
      case .lookAlikeSpace: .lookAlikeSpace
      case .invalidUTF8: .invalidUTF8
      case .menksoftUnmatched: .menksoftUnmatched
      }
    refusals.append(
      Diagnostic(
        code, .hold, place: place,
        details: [
          "scalars": refusal.scalars.prefix(8).map(codePoint).joined(separator: " "),
          "offset": String(refusal.byteOffset),
        ]))
  }
}

/// `U+1820`.
func codePoint(_ scalar: Unicode.Scalar) -> String {
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
}
