/// Phases III.4 to III.6 of UTN #57: conditions that come from the ink before, and the choice of the form.
extension RunShaper {
  private static let endsInI: UInt32 = 16 << 24
  private static let isG: UInt32 = 32 << 24

  /// III.4 and III.5 of a vowel that is not the first letter.
  @inline(__always)
  func graphemic(vowel index: Int) {
    if letters[index].position == Position.fina {
      postBowed(index)
    } else if letters[index].letter == Letter.i {
      devsgerOfI(index)
    }
  }

  /// III.4 Devsger of i: a medial i after a vowel whose units do not end in `I` has two teeth. Example: `s a i n` is `S A I I A`.
  ///
  /// The units are those its selector chooses, which is what the GB rules about oe and ue with a selector come to; these rules look
  /// at a selector between the two letters, so two of them leave the units of the condition. Example: `ue fvs2 i` is `A O I I`.
  @inline(__always)
  private func devsgerOfI(_ index: Int) {
    let before = letters[index - 1]
    guard before.kind & LetterKind.vowel != 0 else { return }
    let form = before.hasMoreSelectors ? Self.plainForm(before) : before.form
    if HudumTables.units[Int(form)] & Self.endsInI == 0 {
      letters[index].condition = Condition.vowelDevsger
    }
  }

  /// The form of a letter by its condition alone.
  @inline(__always)
  private static func plainForm(_ letter: ShapedLetter) -> UInt8 {
    HudumTables.forms[Int(letter.letter) &* 128 &+ Int(letter.position) &* 32 &+ Int(letter.condition)]
  }

  /// III.5 Post-bowed: a final vowel after a bow (b p f k k2, or h and g drawn as `G` or `Gx`). Example: `k2 a` is `K2 Aa`.
  ///
  /// A marked oe or ue keeps its form; a after `G` too. A selector on the bow letter asks for GB's details.
  private func postBowed(_ index: Int) {
    let vowel = letters[index]
    let bow = letters[index - 1]
    let isBK = bow.kind & LetterKind.bow != 0
    let isGuttural = bow.letter == Letter.h || bow.letter == Letter.g
    guard isBK || (isGuttural && HudumTables.units[Int(bow.form)] & Self.isG != 0) else { return }
    let isOeUe = vowel.letter == Letter.oe || vowel.letter == Letter.ue
    switch vowel.letter {
    case Letter.a where isBK, Letter.e:
      letters[index].condition = Condition.postBowed
    case Letter.o, Letter.u, Letter.oe, Letter.ue:
      if isOeUe, bow.selector != 0, bow.position == Position.initial {
        letters[index].condition = Condition.marked
      } else if isEvenG(bow), !isOeUe {
        letters[index].condition = Condition.none
      } else if !(isOeUe && vowel.condition == Condition.marked) {
        letters[index].condition = Condition.postBowed
      }
    default: break
    }
  }

  /// III.6 FVS, then the form: the selector's if there is one at this position, else the condition's, else the default.
  @inline(__always)
  func resolve(_ index: Int) {
    let letter = letters[index]
    let row = Int(letter.letter) &* 128 &+ Int(letter.position) &* 32
    if letter.selector != 0 {
      let chosen = HudumTables.forms[row &+ 16 &+ Int(letter.selector)]
      if chosen != 0 {
        letters[index].form = chosen
        letters[index].usesSelector = true
        return
      }
    }
    letters[index].form = Self.plainForm(letter)
  }
}
