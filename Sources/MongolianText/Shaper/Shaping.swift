/// A reusable workplace of the shaper: its buffers grow to the longest run and are kept, so shaping allocates nothing per word or letter.
///
/// ```swift
/// var shaping = Shaping()
/// shaping.shape(bytes.span.extracting(run))     // `bytes: [UInt8]`, UTF-8; `run` as MongolianRuns gives it, or any text
/// let same = shaping.units == other.units        // compare the bytes, or take `shaping.writtenUnits`
/// ```
public struct Shaping: Sendable {
  /// Which units are wanted.
  public enum Form: Sendable {
    /// As the model gives them.
    case raw
    /// With duplicate ink unified (``HudumShaper/publicShape(of:)-(String)``).
    case `public`
  }

  /// The units of the text shaped last, as ``WrittenUnits/ids`` has them.
  public private(set) var units: [UInt8] = []

  /// The units of the text shaped last, as a value of their own.
  public var writtenUnits: WrittenUnits { WrittenUnits(ids: units) }

  /// The letters of the run shaped last by ``shapeLetters(_:)``, each with the form that was chosen.
  var letters: ArraySlice<ShapedLetter> { letterBuffer[..<letterCount] }

  /// A character outside the model was among the text shaped last.
  private(set) var hasForeign = false
  /// All tokens read last are letters.
  private var isPlain = true
  /// Whether ``CompiledRules`` are asked first.
  private var usesTable = true
  private(set) var tokens: [UInt8] = []
  /// By token, what ``CompiledRules`` know; only good for the run that was asked about last.
  private(set) var forms: [UInt8] = []
  private var formerForms: [UInt8] = []
  private var letterBuffer: [ShapedLetter] = []
  private var letterCount = 0
  private var segments: [ShapedSegment] = []
  /// The units of the run shaped last, at the start.
  private(set) var ink: [UInt8] = []

  /// A workplace with empty buffers.
  public init() {}

  /// Shapes `utf8`, one run or a whole text, and leaves the result in ``units``. Bytes that are no UTF-8 stand as U+FFFD.
  public mutating func shape(_ utf8: Span<UInt8>, _ form: Form = .raw) {
    units.removeAll(keepingCapacity: true)
    letterCount = 0
    hasForeign = false
    var index = 0
    var afterRun = false
    var parted = false
    while index < utf8.count {
      let count = readTokens(utf8, from: index)
      if count > 0 {
        if parted, afterRun { units.append(Unit.parted) }
        parted = false
        let written = shapeRun(count, form)
        ink.withUnsafeBufferPointer { units.append(contentsOf: UnsafeBufferPointer(rebasing: $0[..<written])) }
        index += count * RunToken.length
        afterRun = true
        continue
      }
      let (scalar, bytes) = UTF8Scalars.decode(utf8, at: index)
      index += bytes
      if RunToken.isInvisible(scalar) {
        parted = true
        continue
      }
      parted = false
      afterRun = false
      appendForeign(scalar)
    }
  }

  /// The tokens that stand one after the other from `start`, into ``tokens``. Gives their number.
  private mutating func readTokens(_ utf8: Span<UInt8>, from start: Int) -> Int {
    var count = 0
    var highest: UInt8 = 0
    while true {
      let space = tokens.count
      count = tokens.withUnsafeMutableBufferPointer { tokens in
        var place = count
        while place < space {
          let token = RunToken.at(start &+ place &* RunToken.length, in: utf8)
          if token == RunToken.none { break }
          tokens[place] = token
          highest = max(highest, token)
          place &+= 1
        }
        return place
      }
      if count < space {
        isPlain = highest < RunToken.letters
        return count
      }
      tokens.append(contentsOf: repeatElement(0, count: max(64, space)))
    }
  }

  private mutating func appendForeign(_ scalar: UInt32) {
    guard scalar != 0x20 else { return units.append(Unit.space) }
    hasForeign = true
    units.append(WrittenUnits.foreign)
    units.append(UInt8(truncatingIfNeeded: scalar >> 16))
    units.append(UInt8(truncatingIfNeeded: scalar >> 8))
    units.append(UInt8(truncatingIfNeeded: scalar))
  }

  /// Shapes `utf8` by the rules themselves, without the compiled table, and leaves the forms of its last run in ``letters``.
  package mutating func shapeLetters(_ utf8: Span<UInt8>) {
    usesTable = false
    defer { usesTable = true }
    shape(utf8)
  }

  /// The forms of the letters of one run, by the rules themselves.
  mutating func forms(of tokens: [UInt8]) -> [UInt8] {
    if self.tokens.count < tokens.count { self.tokens = [UInt8](repeating: 0, count: tokens.count) }
    for (index, token) in tokens.enumerated() { self.tokens[index] = token }
    isPlain = tokens.allSatisfy { $0 < RunToken.letters }
    _ = shapeByRules(tokens.count, .raw)
    return letters.map(\.form)
  }

  /// The forms of the tokens that stand one after the other from `start`, at the start of ``forms``, where the compiled rules know
  /// them. Gives how many tokens there are, and whether the forms are known.
  @inline(__always)
  mutating func readForms(_ utf8: Span<UInt8>, from start: Int) -> (count: Int, areKnown: Bool) {
    let count = readTokens(utf8, from: start)
    return (count, count > 0 && formsAreKnown(count))
  }

  /// Whether a run of letters and separators keeps all its forms with U+180E in the place of U+202F at `separators` (bytes of `utf8`): it is
  /// shaped as it stands and as it will be. False also where the compiled rules do not know it.
  mutating func keepsForms(_ utf8: Span<UInt8>, _ run: Range<Int>, separators: [Int]) -> Bool {
    let count = readTokens(utf8, from: run.lowerBound)
    guard count &* RunToken.length == run.count, formsAreKnown(count) else { return false }
    swap(&forms, &formerForms)
    for place in separators { tokens[(place &- run.lowerBound) / RunToken.length] = RunToken.mvs }
    guard formsAreKnown(count) else { return false }
    return forms.withUnsafeBufferPointer { forms in
      formerForms.withUnsafeBufferPointer { former in
        var difference: UInt8 = 0
        for index in 0..<count { difference |= forms[index] ^ former[index] }
        return difference == 0
      }
    }
  }

  @inline(__always)
  private mutating func formsAreKnown(_ count: Int) -> Bool {
    if forms.count < count { forms = [UInt8](repeating: 0, count: tokens.count) }
    return tokens.withUnsafeBufferPointer { tokens in
      forms.withUnsafeMutableBufferPointer { forms in
        CompiledRules.shared.forms(of: UnsafeBufferPointer(rebasing: tokens[..<count]), into: forms)
      }
    }
  }

  /// Shapes the run of the first `count` tokens into ``ink``; gives the number of units.
  private mutating func shapeRun(_ count: Int, _ form: Form) -> Int {
    makeInk(count)
    if usesTable, form == .raw, formsAreKnown(count), let written = writeForms(count) {
      letterCount = 0
      return written
    }
    return shapeByRules(count, form)
  }

  private mutating func makeInk(_ count: Int) {
    let length = count * RunShaper.inkOfToken + RunShaper.inkOfEnd
    if ink.count < length { ink = [UInt8](repeating: 0, count: max(length, 2 * ink.count)) }
  }

  /// The buffers are made long enough for every index that ``RunShaper`` can reach: a letter for each token, a segment for each
  /// separator and one more.
  private mutating func makeRoom(_ count: Int) {
    makeInk(count)
    if letterBuffer.count < count {
      letterBuffer = [ShapedLetter](
        repeating: ShapedLetter(letter: 0, kind: 0), count: max(count, min(tokens.count, 2 * count)))
    }
    var parts = 1
    for token in tokens[..<count] where token == RunToken.mvs || token == RunToken.nnbsp { parts += 1 }
    if segments.count < parts {
      segments = [ShapedSegment](
        repeating: ShapedSegment(letters: 0..<0, separator: .absent), count: max(parts, 2 * segments.count, 8))
    }
  }

  /// The units of ``forms``, if each letter joins the next one as it is drawn.
  private mutating func writeForms(_ count: Int) -> Int? {
    forms.withUnsafeBufferPointer { forms in
      ink.withUnsafeMutableBytes { ink in
        var written = 0
        var before: UInt32 = 0
        var apart: UInt32 = 0
        for form in forms[..<count] {
          let packed = form < CompiledRules.separators ? HudumTables.units[Int(form)] : 1 << 24 | UInt32(form & 127)
          apart |= (packed >> 26) ^ (before >> 27)
          before = packed
          ink.storeBytes(of: packed.littleEndian, toByteOffset: written, as: UInt32.self)
          written &+= Int(packed >> 24 & 3)
        }
        return (apart | before >> 27) & 1 == 0 ? written : nil
      }
    }
  }

  /// Shapes the run of the first `count` tokens by the phases of the model.
  private mutating func shapeByRules(_ count: Int, _ form: Form) -> Int {
    makeRoom(count)
    let written = letterBuffer.withUnsafeMutableBufferPointer { letters in
      segments.withUnsafeMutableBufferPointer { segments in
        ink.withUnsafeMutableBufferPointer { ink in
          tokens.withUnsafeBufferPointer { tokens in
            var run = RunShaper(
              tokens: UnsafeBufferPointer(rebasing: tokens[..<count]), letters: letters, segments: segments, ink: ink)
            run.shape(isPlain: isPlain, form)
            return (units: run.inkCount, letters: run.letterCount)
          }
        }
      }
    }
    letterCount = written.letters
    return written.units
  }
}
