import MongolianText

/// Any bytes, as a file and as text.
enum IdentifierTarget {
  static func attempt(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    let input = Array(bytes)
    if let answer = try? Identifier.identify(file: input) { check(answer) }
    // The first line may be a font's name.
    let parts = input.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
    let fonts = parts.count > 1 ? [String(decoding: parts[0], as: UTF8.self)] : []
    guard let text = String(validating: input, as: UTF8.self) else {
      require((try? Identifier.identify(utf8: input)) == nil, "bytes that are no UTF-8 are refused")
      return 0
    }
    let answer = Identifier.identify(text, fontNames: fonts)
    check(answer)
    require(
      (try? Identifier.identify(utf8: input, fontNames: fonts)) == answer, "strings and bytes give the same answer")
    if answer.code == .menksoft || answer.code == .unknownPrivateUse || answer.code == .mixed {
      require(MongolianNormalizerRefuses.everything(in: text), "nothing private is called normal")
    }
    return 0
  }

  private static func check(_ answer: Identification) {
    let evidence = answer.evidence
    let counts = [
      evidence.hudumWords, evidence.otherMongolianWords, evidence.signsOf2010, evidence.signsOf2023,
      evidence.menksoftWords,
      evidence.menksoftCodes, evidence.menksoftFragments, evidence.strayPrivateCodes, evidence.otherPrivateCodes,
    ]
    require(counts.allSatisfy { $0 >= 0 }, "counts are counts")
    if answer.code == .none { require(evidence.hudumWords == 0 && evidence.menksoftWords == 0, "none means none") }
    if answer.code == .otherMongolian { require(evidence.otherMongolianWords > 0, "an answer has evidence") }
  }
}

/// Private codes pass the normaliser in no text.
private enum MongolianNormalizerRefuses {
  static func everything(in text: String) -> Bool {
    let isPrivate = text.unicodeScalars.contains { (0xE000...0xF8FF).contains($0.value) || $0.value >= 0xF0000 }
    return !isPrivate || (try? MongolianNormalizer().normalize(text)) == nil
  }
}
