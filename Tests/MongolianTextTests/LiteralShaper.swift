import Foundation

/// The shaping model written a second time, straight from its text, slow and plain: a check of the fast shaper.
///
/// It shares no code and no table with the library: it reads `locales/mn-Mong/` itself and looks around from every character anew.
struct LiteralShaper {
  struct Variant {
    var selector: Int
    var isDefault: Bool
    var conditions: [String]
    var units: [String]
    var drawn: String
  }

  struct Character {
    var alias: String
    var position = ""
    var condition = ""
    /// Separators: "narrow", "wide" or nothing.
    var width = ""
  }

  private struct Particle: Decodable {
    var indices: [Int]
  }

  let variants: [String: [Variant]]
  private let particles: [String: Particle]
  let masculine: Set = ["a", "o", "u"]
  let feminine: Set = ["e", "ee", "oe", "ue"]
  let vowels: Set = ["a", "o", "u", "e", "ee", "oe", "ue", "i"]
  let controls: [UInt32: String] = [
    0x180E: "mvs", 0x202F: "nnbsp", 0x180A: "nirugu", 0x200D: "zwj", 0x180B: "fvs1", 0x180C: "fvs2", 0x180D: "fvs3",
    0x180F: "fvs4",
  ]
  let letters: [UInt32: String]

  init() throws {
    var variants: [String: [Variant]] = [:]
    var letters: [UInt32: String] = [:]
    let folder = MongolianFixtures.root.appendingPathComponent("locales/mn-Mong")
    let table = try String(contentsOf: folder.appendingPathComponent("hudum-variants.tsv"), encoding: .utf8)
    for line in table.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if let code = UInt32(cells[0], radix: 16) { letters[code] = cells[1] }
      variants["\(cells[1]).\(cells[2])", default: []].append(
        Variant(
          selector: Int(cells[3]) ?? 0, isDefault: cells[4] == "default",
          conditions: cells[5].split(separator: ",").map(String.init),
          units: cells[6].split(separator: " ").map(String.init), drawn: cells[7]))
    }
    self.variants = variants
    self.letters = letters
    let json = try Data(contentsOf: folder.appendingPathComponent("particles.json"))
    particles = try JSONDecoder().decode([String: [String: Particle]].self, from: json)["MNG"] ?? [:]
  }

  /// The units of a text in the notation of the suites.
  func units(of scalars: [Unicode.Scalar]) -> String {
    var words: [String] = []
    var run: [Character] = []
    for scalar in scalars {
      if let alias = letters[scalar.value] ?? controls[scalar.value] {
        run.append(Character(alias: alias))
        continue
      }
      words += shape(run)
      run = []
      if scalar == " " {
        words.append("-")
      } else if ![0x200B, 0x200C, 0x2060, 0xFEFF].contains(scalar.value) {
        words.append("U+" + String(format: "%04X", scalar.value))
      }
    }
    words += shape(run)
    return words.joined(separator: " ")
  }

  private func shape(_ characters: [Character]) -> [String] {
    var run = Run(shaper: self, at: characters)
    run.positions()
    run.chachlag()
    run.syllabic()
    run.particles(particles.mapValues(\.indices))
    run.devsgerOfI()
    run.postBowed()
    return run.write()
  }

  /// One run on its way through the phases.
  struct Run {
    let shaper: LiteralShaper
    var at: [Character]

    func isLetter(_ index: Int) -> Bool {
      at.indices.contains(index) && shaper.variants["\(at[index].alias).isol"] != nil
    }
    func isSelector(_ index: Int) -> Bool { at.indices.contains(index) && at[index].alias.hasPrefix("fvs") }
    func isSeparator(_ index: Int) -> Bool { at.indices.contains(index) && ["mvs", "nnbsp"].contains(at[index].alias) }
    func isJoiner(_ index: Int) -> Bool { at.indices.contains(index) && ["nirugu", "zwj"].contains(at[index].alias) }
    func isVowel(_ index: Int?) -> Bool { index.map { shaper.vowels.contains(at[$0].alias) } ?? false }
    func isMasculine(_ index: Int?) -> Bool { index.map { shaper.masculine.contains(at[$0].alias) } ?? false }
    func isFeminine(_ index: Int?) -> Bool { index.map { shaper.feminine.contains(at[$0].alias) } ?? false }
    func isConsonant(_ index: Int?) -> Bool { index.map { !shaper.vowels.contains(at[$0].alias) } ?? false }
    func alias(_ index: Int?) -> String { index.map { at[$0].alias } ?? "" }
    func position(_ index: Int?) -> String { index.map { at[$0].position } ?? "" }

    /// The number of the selector directly after a letter, 0 for none.
    func selector(_ index: Int?) -> Int {
      guard let index, isSelector(index + 1) else { return 0 }
      return Int(at[index + 1].alias.dropFirst(3)) ?? 0
    }

    /// The next character in a direction that is no selector.
    func neighbour(_ index: Int, _ step: Int) -> Int? {
      var place = index + step
      while isSelector(place) { place += step }
      return at.indices.contains(place) ? place : nil
    }

    /// The next letter in a direction, over selectors, nirugu and ZWJ, never over a separator.
    func letter(_ index: Int, _ step: Int) -> Int? {
      var place = index + step
      while isSelector(place) || isJoiner(place) { place += step }
      return isLetter(place) ? place : nil
    }

    /// The letters before `index`, nearest first.
    func lettersBefore(_ index: Int) -> [Int] {
      var found: [Int] = []
      var place = letter(index, -1)
      while let current = place {
        found.append(current)
        place = letter(current, -1)
      }
      return found
    }

    /// IIa.
    mutating func positions() {
      for index in at.indices where isLetter(index) {
        let before = neighbour(index, -1).map { isLetter($0) || isJoiner($0) } ?? false
        let after = neighbour(index, 1).map { isLetter($0) || isJoiner($0) } ?? false
        at[index].position = before ? (after ? "medi" : "fina") : (after ? "init" : "isol")
      }
    }

    /// III.1.
    mutating func chachlag() {
      for index in at.indices where ["a", "e"].contains(at[index].alias) && at[index].position == "isol" {
        guard let separator = neighbour(index, -1), isSeparator(separator) else { continue }
        at[index].condition = "chachlag"
        if selector(index) == 0 { at[separator].width = "narrow" }
      }
    }

    /// The separator that follows a letter (over nirugu and ZWJ too), and the lone a or e behind it.
    func chachlagBehind(_ index: Int) -> (vowel: String, narrow: Bool, selected: Bool)? {
      var place = index + 1
      while isSelector(place) || isJoiner(place) { place += 1 }
      guard isSeparator(place), let vowel = neighbour(place, 1), at[vowel].condition == "chachlag" else { return nil }
      return (at[vowel].alias, at[place].width == "narrow", selector(vowel) != 0)
    }

    /// III.0, forwards.
    func masculineForward(_ index: Int) -> Bool {
      for place in lettersBefore(index) {
        if isFeminine(place) { return false }
        if isMasculine(place), ["init", "medi"].contains(at[place].position) { return true }
      }
      return false
    }

    /// III.0, backwards.
    func masculineBackward(_ index: Int) -> Bool {
      var place = index
      while let next = letter(place, 1) {
        if isFeminine(next) { return false }
        if isMasculine(next), ["medi", "fina"].contains(at[next].position) { return true }
        place = next
      }
      guard at[place].position == "fina", let behind = chachlagBehind(place) else { return false }
      return behind.vowel == "a" && !behind.selected
    }

    /// III.2.
    mutating func syllabic() {
      for index in at.indices where isLetter(index) {
        let previous = letter(index, -1)
        let next = letter(index, 1)
        let place = at[index].position
        switch at[index].alias {
        case "o", "u", "oe", "ue":
          let before = lettersBefore(index)
          if let first = before.last, before.allSatisfy({ isConsonant($0) }), at[first].position == "init" {
            at[index].condition = "marked"
          }
          if ["medi", "fina"].contains(place), selector(index) != 0 { at[index].condition = "" }
          if place == "fina", selector(previous) != 0 { at[index].condition = "" }
          if place == "fina", ["oe", "ue"].contains(at[index].alias), ["h", "g"].contains(alias(previous)),
            position(previous) == "init", [2, 4].contains(selector(previous))
          {
            at[index].condition = "marked"
          }
        case "n":
          chachlagOnset(index)
          if isVowel(next) { at[index].condition = "onset" }
          if isConsonant(next) { at[index].condition = "devsger" }
        case "j", "w":
          chachlagOnset(index)
        case "t", "d":
          if !(place == "init" && isVowel(next) && position(next) == "fina") {
            if isVowel(next) { at[index].condition = "onset" }
            if isConsonant(next) { at[index].condition = "devsger" }
          }
          if at[index].alias == "d", place == "init", selector(index) == 0, isVowel(next), position(next) == "fina",
            selector(next) == 0
          {
            at[index].condition = "marked"
          }
          if at[index].alias == "t", alias(next) == "ee" || isConsonant(next) { at[index].condition = "devsger" }
        case "h", "g":
          chachlagOnset(index)
          gender(index, previous, next)
          if at[index].alias == "g", ["s", "d"].contains(alias(previous)) {
            if place == "medi", isMasculine(next) { at[index].condition = "dotless" }
            if place == "fina", chachlagBehind(index)?.vowel == "a" { at[index].condition = "dotless" }
          }
        case "sh":
          if place == "init", alias(next) == "i", position(next) == "medi" { at[index].condition = "dotless" }
          if place == "medi", alias(next) == "i" { at[index].condition = "dotless" }
        default: break
        }
      }
    }

    mutating func chachlagOnset(_ index: Int) {
      guard let behind = chachlagBehind(index), behind.narrow else { return }
      let isFinal = at[index].position == "fina"
      if ["n", "j", "w"].contains(at[index].alias) { at[index].condition = "chachlag_onset" }
      if ["h", "g"].contains(at[index].alias), isFinal, behind.vowel == "a" { at[index].condition = "chachlag_onset" }
      if at[index].alias == "g", isFinal, behind.vowel == "e" { at[index].condition = "chachlag_onset_gb" }
    }

    mutating func gender(_ index: Int, _ previous: Int?, _ next: Int?) {
      if chachlagBehind(index) != nil { return }
      if isMasculine(next) {
        at[index].condition = "masculine_onset"
      } else if isVowel(next) {
        at[index].condition = "feminine"
      } else if isMasculine(previous) {
        at[index].condition = "masculine_devsger"
      } else if isFeminine(previous) {
        at[index].condition = "feminine"
      } else if alias(previous) == "i" {
        let isG = at[index].alias == "g"
        let noFeminine = !lettersBefore(index).contains { isFeminine($0) }
        if masculineForward(index) || (isG && noFeminine && masculineBackward(index)) {
          at[index].condition = "masculine_devsger"
        } else if isG {
          at[index].condition = "feminine"
        }
      } else if at[index].position == "init", isConsonant(next) {
        at[index].condition = "feminine"
      }
    }

    /// III.3.
    mutating func particles(_ table: [String: [Int]]) {
      var start = 0
      while start <= at.count {
        let end = at.indices.first { $0 >= start && isSeparator($0) } ?? at.count
        let separator: Int? = start > 0 ? start - 1 : nil
        var opening = start
        while isSelector(opening), opening < end { opening += 1 }
        let places = (start..<end).filter { isLetter($0) }
        let isFree = !(opening..<max(opening, end)).contains { isSelector($0) }
        let expected = places.indices.map { index in
          places.count == 1 ? "isol" : index == 0 ? "init" : index == places.count - 1 ? "fina" : "medi"
        }
        if isFree, !places.isEmpty, expected == places.map({ at[$0].position }) {
          let key = places.map { at[$0].alias }.joined(separator: " ")
          if separator != nil, opening == start, let indices = table["mvs " + key] {
            for index in indices { at[places[index - 1]].condition = "particle" }
          } else if let indices = table[key] {
            for index in indices { at[places[index]].condition = "particle" }
          }
        }
        if let separator, at[separator].width != "narrow", opening < end,
          isLetter(opening) || at[opening].alias == "nirugu"
        {
          at[separator].width = "wide"
        }
        start = end + 1
      }
    }

    func form(_ index: Int, _ condition: String, selector: Int = 0) -> Variant? {
      let here = shaper.variants["\(at[index].alias).\(at[index].position)"] ?? []
      if selector > 0, let chosen = here.first(where: { $0.selector == selector }) { return chosen }
      return here.first { $0.conditions.contains(condition) } ?? here.first { $0.isDefault }
    }

    /// III.4; the overrides by a selector that stands alone between the vowel and the i.
    mutating func devsgerOfI() {
      for index in at.indices where at[index].alias == "i" && at[index].position == "medi" {
        guard let vowel = letter(index, -1), isVowel(vowel) else { continue }
        var isDevsger = form(vowel, at[vowel].condition)?.units.last != "I"
        let between = (vowel..<index).count { isSelector($0) }
        if between > 1 {
          if isDevsger { at[index].condition = "vowel_devsger" }
          continue
        }
        if at[vowel].position == "medi", ["oe", "ue"].contains(at[vowel].alias) {
          if [1, 2].contains(selector(vowel)) { isDevsger = false }
          if selector(vowel) == 3 { isDevsger = true }
        }
        if at[vowel].position == "init", at[vowel].alias == "ue" {
          if selector(vowel) == 2 { isDevsger = false }
          if selector(vowel) == 1 { isDevsger = true }
        }
        if isDevsger { at[index].condition = "vowel_devsger" }
      }
    }

    /// III.5.
    mutating func postBowed() {
      for index in at.indices where isVowel(index) && at[index].position == "fina" {
        guard let bow = letter(index, -1) else { continue }
        let vowel = at[index].alias
        let isRound = ["o", "u", "oe", "ue"].contains(vowel)
        let isFrontRound = ["oe", "ue"].contains(vowel)
        let selected = selector(bow)
        let isBK = ["b", "p", "f", "k", "k2"].contains(at[bow].alias)
        let isHG = ["h", "g"].contains(at[bow].alias)
        let bowUnits = form(bow, at[bow].condition, selector: selected)?.units ?? []
        guard isBK || (isHG && (bowUnits == ["G"] || bowUnits == ["Gx"])) else { continue }
        let isKept = isFrontRound && at[index].condition == "marked"
        if isRound ? !isKept : vowel == "e" || (vowel == "a" && isBK) { at[index].condition = "post_bowed" }
        guard selected != 0 else { continue }
        if isBK, isFrontRound, at[bow].position == "init" { at[index].condition = "marked" }
        if isHG, selected == 2 || selected == 4 {
          if vowel == "o" || vowel == "u" { at[index].condition = "" }
          if isFrontRound { at[index].condition = at[bow].position == "init" ? "marked" : "post_bowed" }
        }
      }
    }

    /// III.6, and the notation.
    func write() -> [String] {
      var glyphs: [(text: [String], before: Bool, after: Bool)] = []
      for index in at.indices {
        if isLetter(index) {
          guard let form = form(index, at[index].condition, selector: selector(index)) else { continue }
          let before = form.drawn == "medi" || form.drawn == "fina"
          let after = form.drawn == "medi" || form.drawn == "init"
          glyphs.append((form.units, before, after))
        } else if isSelector(index) {
          let here =
            isLetter(index - 1) ? shaper.variants["\(at[index - 1].alias).\(at[index - 1].position)"] ?? [] : []
          let isUsed = here.contains { "fvs\($0.selector)" == at[index].alias }
          if !isUsed { glyphs.append((["Fvs" + at[index].alias.dropFirst(3)], false, false)) }
        } else if at[index].alias == "nirugu" {
          glyphs.append((["Ni"], true, true))
        } else if isSeparator(index) {
          let plain = at[index].alias == "mvs" ? "Mvs" : "Nnbsp"
          let text = at[index].width == "narrow" ? "_" : at[index].width == "wide" ? "-" : plain
          glyphs.append(([text], false, false))
        }
      }
      var out: [String] = []
      var isOpen = false
      for glyph in glyphs {
        if isOpen, !glyph.before { out.append(">") }
        if !isOpen, glyph.before { out.append("<") }
        out += glyph.text
        isOpen = glyph.after
      }
      return isOpen ? out + [">"] : out
    }
  }
}
