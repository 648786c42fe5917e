/// The notation of the suites, written unit by unit.
extension RunShaper {
  @inline(__always)
  private mutating func emit(_ unit: UInt8) {
    ink[inkCount] = unit
    inkCount &+= 1
  }

  private mutating func replaceLast(_ count: Int, with unit: UInt8) {
    inkCount &-= count
    emit(unit)
  }

  private static let openBefore: UInt32 = 4 << 24
  private static let openAfter: UInt32 = 8 << 24

  /// Writes the units of the run that was read and shaped.
  mutating func write(_ form: Shaping.Form) {
    var letter = 0
    var segment = 0
    var mayUseSelector = false
    for (place, token) in tokens.enumerated() {
      if token < RunToken.letters {
        if token == Letter.cr, form == .public { dropJoiners(at: place, letter) }
        mayUseSelector = letters[letter].usesSelector
        write(letters[letter].form, form)
        letter += 1
        continue
      }
      switch token {
      case RunToken.nirugu:
        join(before: true, after: true, form)
        emit(Unit.nirugu)
        joined += 1
      case RunToken.zwj:
        break
      case RunToken.mvs, RunToken.nnbsp:
        segment += 1
        join(before: false, after: false, form)
        emit(separator(token, segments[segment].separator))
      default:
        if mayUseSelector { break }
        join(before: false, after: false, form)
        emit(Unit.fvs1 &+ (token &- RunToken.selector &- 1))
      }
      mayUseSelector = false
    }
    join(before: false, after: false, form)
  }

  /// Public shape: cr is drawn alike in all positions, so a ZWJ beside it changes no ink and does not make it another letter.
  private func dropJoiners(at place: Int, _ letter: Int) {
    func joins(_ step: Int) -> Bool {
      var index = place &+ step
      while tokens.indices.contains(index), tokens[index] == RunToken.zwj || tokens[index] > RunToken.selector {
        index &+= step
      }
      return tokens.indices.contains(index) && tokens[index] <= RunToken.nirugu
    }
    let position = (joins(-1) ? 2 : 0) | (joins(1) ? 1 : 0)
    letters[letter].form = HudumTables.forms[Int(Letter.cr) &* 128 &+ position &* 32]
  }

  /// The same where all tokens are letters.
  mutating func writePlain(_ form: Shaping.Form) {
    for index in 0..<letterCount { write(letters[index].form, form) }
    join(before: false, after: false, form)
  }

  private func separator(_ token: UInt8, _ drawn: ShapedSegment.Separator) -> UInt8 {
    switch drawn {
    case .narrow: Unit.narrow
    case .wide: Unit.wide
    case .unused, .absent: token == RunToken.mvs ? Unit.mvs : Unit.nnbsp
    }
  }

  @inline(__always)
  private mutating func write(_ letterForm: UInt8, _ form: Shaping.Form) {
    let packed = form == .raw ? HudumTables.units[Int(letterForm)] : HudumTables.publicUnits[Int(letterForm)]
    join(before: packed & Self.openBefore != 0, after: packed & Self.openAfter != 0, form)
    UnsafeMutableRawBufferPointer(ink).storeBytes(of: packed.littleEndian, toByteOffset: inkCount, as: UInt32.self)
    let count = Int(packed >> 24 & 3)
    inkCount &+= count
    joined &+= count
  }

  /// Brings what was written and what comes next together; an end that finds no partner is written as `<` or `>`.
  @inline(__always)
  private mutating func join(before: Bool, after: Bool, _ form: Shaping.Form) {
    if !(isOpen && before) {
      if form == .public { unifyEnd() }
      joined = 0
      if isOpen { emit(Unit.openAfter) } else if before { emit(Unit.openBefore) }
    }
    isOpen = after
  }

  /// Public shape at the end of a joined run: `A Aa` = `Aa` after a bow, or `A` when it is all; `O Aa` = `B2`; `I Aa` = `G`.
  private mutating func unifyEnd() {
    guard !isOpen, joined >= 2, ink[inkCount - 1] == Unit.aa else { return }
    switch ink[inkCount - 2] {
    case Unit.o: replaceLast(2, with: Unit.b2)
    case Unit.i: replaceLast(2, with: Unit.g)
    case Unit.a where joined == 2: replaceLast(2, with: Unit.a)
    case Unit.a where Self.isBow(ink[inkCount - 3]): replaceLast(2, with: Unit.aa)
    default: break
    }
  }

  private static func isBow(_ unit: UInt8) -> Bool {
    switch unit {
    case Unit.b, Unit.p, Unit.f, Unit.k, Unit.k2, Unit.g, Unit.gx: true
    default: false
    }
  }
}
