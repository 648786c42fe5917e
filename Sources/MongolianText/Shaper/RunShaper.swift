/// One run on its way through the phases of UTN #57: a view of the buffers of a ``Shaping``, alive for one call.
///
/// All indices come from counting the tokens of the run, and the buffers have room for as many; nothing is read from the input here.
struct RunShaper {
  /// At most three units and two open ends for one token.
  static let inkOfToken = 5
  /// One open end after the last, and room for the four bytes in which the last letter is written.
  static let inkOfEnd = 8

  let tokens: UnsafeBufferPointer<UInt8>
  let letters: UnsafeMutableBufferPointer<ShapedLetter>
  let segments: UnsafeMutableBufferPointer<ShapedSegment>
  let ink: UnsafeMutableBufferPointer<UInt8>
  var letterCount = 0
  var segmentCount = 0
  var inkCount = 0
  /// The last unit written has an open end behind it.
  var isOpen = false
  /// How many units are joined to the last one, itself included.
  var joined = 0

  init(
    tokens: UnsafeBufferPointer<UInt8>, letters: UnsafeMutableBufferPointer<ShapedLetter>,
    segments: UnsafeMutableBufferPointer<ShapedSegment>, ink: UnsafeMutableBufferPointer<UInt8>
  ) {
    self.tokens = tokens
    self.letters = letters
    self.segments = segments
    self.ink = ink
  }

  /// The phases in their order; `isPlain` says that all tokens are letters.
  mutating func shape(isPlain: Bool, _ form: Shaping.Form) {
    if isPlain {
      readPlain()
      var segment = ShapedSegment(letters: 0..<letterCount, separator: .absent)
      settle(&segment, before: .none)
      writePlain(form)
      return
    }
    read()
    for index in 0..<segmentCount {
      guard !segments[index].letters.isEmpty else { continue }
      let next = index + 1 < segmentCount ? chachlagVowel(of: segments[index + 1]) : .none
      settle(&segments[index], before: next)
    }
    write(form)
  }
}
