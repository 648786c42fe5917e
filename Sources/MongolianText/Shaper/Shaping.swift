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

  /// The letters of the run shaped last, each with the form that was chosen.
  var letters: ArraySlice<ShapedLetter> { letterBuffer[..<letterCount] }

  /// A character outside the model was among the text shaped last.
  private(set) var hasForeign = false
  /// All tokens read last are letters.
  private var isPlain = true
  private var tokens: [UInt8] = []
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

  /// Shapes `utf8` if it is one run and nothing else, without a copy into ``units``: the units stay at the start of ``ink``. Gives
  /// their number.
  mutating func shapeRunOnly(_ utf8: Span<UInt8>, _ form: Form) -> Int? {
    let count = readTokens(utf8, from: 0)
    guard count > 0, count * RunToken.length == utf8.count else { return nil }
    return shapeRun(count, form)
  }

  /// The run of the first `count` tokens, into ``ink``; gives the number of units. The buffers are made long enough for every index that ``RunShaper`` can reach.
  private mutating func shapeRun(_ count: Int, _ form: Form) -> Int {
    if letterBuffer.count < count {
      let room = tokens.count
      letterBuffer = [ShapedLetter](repeating: ShapedLetter(letter: 0, kind: 0), count: room)
      segments = [ShapedSegment](repeating: ShapedSegment(letters: 0..<0, separator: .absent), count: room + 1)
      ink = [UInt8](repeating: 0, count: room * RunShaper.inkOfToken + RunShaper.inkOfEnd)
    }
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
