/// Brings traditional Mongolian into one canonical form, changing only what provably leaves the reader's view as it was.
///
/// Letters are never rewritten. Each word whose code points change is shaped before and after; a difference refuses the
/// whole text. What is not certain is flagged. Text outside Mongolian words, their separators and the vertical forms of
/// marks stays byte for byte, line ends included; normalising twice changes nothing.
///
/// The proof is about the model's written units, which fonts of the 2023 rules draw. Older fonts draw suffixes rightly
/// after U+202F only: print with ``SuffixSeparators``.
///
/// Source: UTN #57; GB/T 25914-2023.
public struct MongolianNormalizer: Sendable {
  /// The name of the rules that were applied: `mn-normal/1`, with `+` and eight hexadecimal digits for a site's own.
  public let policy: String

  private let siteRules: [String]

  /// The rules that come with the library.
  public init() {
    policy = Self.policyName
    siteRules = []
  }

  /// The library's rules and then a site's: texts of ICU transliteration rules, applied to each word in turn.
  ///
  /// - Throws: ``SiteRuleFault`` where a text does not compile.
  public init(siteRules: [String]) throws {
    self.siteRules = siteRules
    guard !siteRules.isEmpty else {
      policy = Self.policyName
      return
    }
    do {
      _ = try SiteTransliterator(siteRules)
    } catch {
      throw SiteRuleFault(index: error.index, line: error.line)
    }
    policy = Self.policyName + "+" + Self.digest(of: siteRules)
  }

  /// The canonical form of a text, with its report.
  ///
  /// - Throws: ``TextRefusal`` for private codes, scripts that are not Hudum, and a change that fails its proof.
  public func normalize(_ text: String) throws(TextRefusal) -> NormalizedText {
    try NormalizedText(text) { bytes throws(TextRefusal) in try edits(bytes) }
  }

  /// The canonical form of UTF-8 bytes, with its report.
  ///
  /// - Throws: ``TextRefusal``, also where the bytes are not UTF-8.
  public func normalize(utf8: consuming [UInt8]) throws(TextRefusal) -> NormalizedText {
    try normalized(utf8: utf8).text
  }

  /// The canonical form of a long text in UTF-8: the new text and its report are written from it in pieces.
  ///
  /// - Throws: ``TextRefusal``, also where the bytes are not UTF-8.
  public func normalized(utf8: consuming [UInt8]) throws(TextRefusal) -> NormalizedBytes {
    try StrictUTF8.validate(utf8.span)
    let result = utf8.withUnsafeBufferPointer { bytes in
      TextRefusal.result { () throws(TextRefusal) in try edits(bytes) }
    }
    return NormalizedBytes(utf8, try result.get())
  }

  /// The canonical form of any text of a document: Menksoft's code becomes Unicode first, where the text is identified as such.
  ///
  /// - Parameters:
  ///   - text: any text, code points.
  ///   - fontNames: fonts that the document names; they tell Menksoft's code from others.
  /// - Throws: ``TextRefusal``, also for private codes that are not Menksoft's and sequences that match no spelling.
  public func canonical(_ text: String, fontNames: [String] = []) throws(TextRefusal) -> NormalizedText {
    guard PrivateUse.occurs(in: text) else { return try normalize(text) }
    let identification = Identifier.identify(text, fontNames: fontNames)
    guard identification.evidence.menksoftWords > 0 || identification.code == .menksoft else {
      return try normalize(text)
    }
    let converted = try Menksoft.unicode(from: text)
    let normal = try normalize(converted.text)
    let flags = converted.flags + TextChangeReport.flags(normal.flags, before: converted.changes)
    return NormalizedText(
      text: normal.text, changes: TextChangeReport.composed(converted.changes, normal.changes),
      flags: flags.sorted { $0.scalarOffset < $1.scalarOffset })
  }

  private func edits(_ bytes: UnsafeBufferPointer<UInt8>) throws(TextRefusal) -> TextEditor {
    guard !siteRules.isEmpty else {
      var pass = NormalizerPass(bytes, siteRules: nil)
      return try pass.run()
    }
    guard let rules = try? SiteTransliterator(siteRules) else { throw TextRefusal(reason: .proofFailed, byteOffset: 0) }
    var pass = NormalizerPass(bytes, siteRules: rules)
    let edits = try pass.run()
    guard let output = edits.output(bytes) else { return edits }
    // A site's rules may undo each other: the second run must find nothing left to do.
    let again = output.withUnsafeBufferPointer { bytes in
      TextRefusal.result { () throws(TextRefusal) in
        var second = NormalizerPass(bytes, siteRules: rules)
        return try second.run().changes(bytes)
      }
    }
    if let change = try again.get().first {
      throw TextRefusal(reason: .proofFailed, byteOffset: 0, scalars: change.before.scalars)
    }
    return edits
  }

  private static let policyName = "mn-normal/1"

  /// FNV-1a over the rules and their lengths: a name for a set of rules, no protection.
  private static func digest(of rules: [String]) -> String {
    var hash: UInt32 = 0x811C_9DC5
    for rule in rules {
      for byte in rule.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
      hash = (hash ^ 0x1FF) &* 0x0100_0193
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 8 - digits.utf8.count) + digits
  }
}

/// A site's rule text that ICU does not accept.
public struct SiteRuleFault: Error, Sendable, Equatable {
  /// Which of the texts, from 0.
  public var index: Int
  /// The line in it, from 1; 0 where ICU does not say.
  public var line: Int
}
