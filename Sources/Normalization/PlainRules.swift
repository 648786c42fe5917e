/// The rules for text outside Mongolian: what can't be seen goes, what only looks like an ideograph becomes it, NFC.
///
/// Nothing else is changed. Where two Mongolian characters stand on both sides, nothing is touched here: what may go inside a Mongolian
/// word is decided, and proved, by `MongolianText`. U+180A–180F, U+200C and U+200D are never touched.
enum PlainRules {
  /// One change, in bytes of the text and in scalars.
  struct Finding {
    var rule: String
    var edit: JoinedText.Edit
    var before: [Unicode.Scalar]
    var after: [Unicode.Scalar]
  }

  /// Invisible characters out; Kangxi radicals and compatibility ideographs to their unified ideographs.
  static func singles(in bytes: [UInt8]) -> [Finding] {
    let located = LocatedScalar.all(of: bytes)
    var findings: [Finding] = []
    for (index, item) in located.enumerated() {
      if let rule = invisible(item.scalar) {
        if !isInsideMongolian(located, index) { findings.append(finding(rule, item, [])) }
      } else if let unified = KangxiRadicals.unified(item.scalar) {
        findings.append(finding("kangxi-radical", item, [unified]))
      } else if isCompatibility(item.scalar) {
        let after = CanonicalForm.nfc([item.scalar])
        if after != [item.scalar] { findings.append(finding("compatibility-ideograph", item, after)) }
      }
    }
    return findings
  }

  /// Unicode Normalization Form C, stretch by stretch. Source: UAX #15.
  static func canonical(in bytes: [UInt8]) -> [Finding] {
    let located = LocatedScalar.all(of: bytes)
    var findings: [Finding] = []
    var index = 0
    while index < located.count {
      guard !CanonicalForm.isStable(located[index].scalar) else {
        index += 1
        continue
      }
      var end = index
      while end < located.count, !CanonicalForm.isStable(located[end].scalar) { end += 1 }
      // A stable scalar before may combine with what follows; barriers and Mongolian letters combine with nothing.
      let start = index > 0 ? index - 1 : index
      let stretch = located[start..<end]
      let before = stretch.map(\.scalar)
      let after = CanonicalForm.nfc(before)
      if after != before, let first = stretch.first, let last = stretch.last {
        var replacement = String.UnicodeScalarView()
        replacement.append(contentsOf: after)
        let edit = JoinedText.Edit(
          range: first.bytes.lowerBound..<last.bytes.upperBound, replacement: Array(String(replacement).utf8))
        findings.append(Finding(rule: "nfc", edit: edit, before: before, after: after))
      }
      index = end
    }
    return findings
  }

  /// The rule that takes out an invisible character.
  static func invisible(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x09, 0x0A: nil
    case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: "control"
    case 0xAD, 0x200B, 0x2060, 0xFEFF: "zero-width"
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x061C: "bidi-control"
    default: nil
    }
  }

  private static func isCompatibility(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xF900...0xFAFF, 0x2F800...0x2FA1F: true
    default: false
    }
  }

  private static func isInsideMongolian(_ located: [LocatedScalar], _ index: Int) -> Bool {
    func isMongolian(_ neighbour: LocatedScalar?) -> Bool { neighbour?.scalar.belongsToMongolian ?? false }
    // Neighbours are looked for at most 8 invisible characters away: a longer row of them is rubbish anywhere.
    let before = located[max(0, index - 8)..<index].last { invisible($0.scalar) == nil }
    guard isMongolian(before) else { return false }
    return isMongolian(located[(index + 1)..<min(located.count, index + 9)].first { invisible($0.scalar) == nil })
  }

  private static func finding(_ rule: String, _ item: LocatedScalar, _ after: [Unicode.Scalar]) -> Finding {
    var replacement = String.UnicodeScalarView()
    replacement.append(contentsOf: after)
    let edit = JoinedText.Edit(range: item.bytes, replacement: Array(String(replacement).utf8))
    return Finding(rule: rule, edit: edit, before: [item.scalar], after: after)
  }
}

/// A scalar and the bytes that spell it.
struct LocatedScalar {
  var scalar: Unicode.Scalar
  var bytes: Range<Int>

  static func all(of bytes: [UInt8]) -> [LocatedScalar] {
    var out: [LocatedScalar] = []
    out.reserveCapacity(bytes.count / 2)
    var offset = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      let length = UTF8.width(scalar)
      out.append(LocatedScalar(scalar: scalar, bytes: offset..<offset + length))
      offset += length
    }
    return out
  }
}
