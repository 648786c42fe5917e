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

  var tokens: [UInt8] = []
  var letters: [ShapedLetter] = []
  var segments: [ShapedSegment] = []
  var ink = InkState()

  /// A workplace with empty buffers.
  public init() {}

  /// Shapes `utf8`, one run or a whole text, and leaves the result in ``units``. Bytes that are no UTF-8 stand as U+FFFD.
  public mutating func shape(_ utf8: Span<UInt8>, _ form: Form = .raw) {
    units.removeAll(keepingCapacity: true)
    ink = InkState()
    var index = 0
    var afterRun = false
    var parted = false
    while index < utf8.count {
      if RunToken.at(index, in: utf8) != RunToken.none {
        if parted, afterRun { units.append(Unit.parted) }
        parted = false
        index = shapeRun(utf8, from: index, form)
        afterRun = true
        continue
      }
      let (scalar, length) = UTF8Scalars.decode(utf8, at: index)
      index += length
      if RunToken.isInvisible(scalar) {
        parted = true
        continue
      }
      parted = false
      afterRun = false
      appendForeign(scalar)
    }
  }

  private mutating func appendForeign(_ scalar: UInt32) {
    guard scalar != 0x20 else { return units.append(Unit.space) }
    units.append(WrittenUnits.foreign)
    units.append(UInt8(truncatingIfNeeded: scalar >> 16))
    units.append(UInt8(truncatingIfNeeded: scalar >> 8))
    units.append(UInt8(truncatingIfNeeded: scalar))
  }

  /// The phases of the note, in their order, over one run. Gives the index behind it.
  private mutating func shapeRun(_ utf8: Span<UInt8>, from start: Int, _ form: Form) -> Int {
    let end = read(utf8, from: start)
    for index in segments.indices {
      let range = segments[index].letters
      guard !range.isEmpty else { continue }
      let next = index + 1 < segments.count ? chachlagVowel(of: segments[index + 1]) : .none
      var segment = segments[index]
      phonetic(&segment, before: next)
      segments[index].separator = segment.separator
      graphemic(range)
    }
    write(form)
    return end
  }

  /// Appends to ``units``; for the writing phase only.
  mutating func emit(_ unit: UInt8) {
    units.append(unit)
  }

  /// Replaces the last `count` units; for the writing phase only.
  mutating func replaceLast(_ count: Int, with unit: UInt8) {
    units.removeLast(min(count, units.count))
    units.append(unit)
  }
}
