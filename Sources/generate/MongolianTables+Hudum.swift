import Foundation

/// The variant table, the categories and the particles of Hudum, read and numbered.
struct HudumSource {
  struct Variant {
    let letter: Int
    let position: Int
    let selector: Int
    let isDefault: Bool
    let conditions: [String]
    let units: [String]
    let drawn: Int
  }

  /// By the bits of joining: after 1, before 2.
  static let positions = ["isol", "init", "fina", "medi"]
  static let conditions = [
    "none", "chachlag", "particle", "post_bowed", "vowel_devsger", "marked", "onset", "devsger", "chachlag_onset",
    "chachlag_onset_gb", "feminine", "masculine_onset", "masculine_devsger", "dotless",
  ]
  static let marks = ["_", "-", "-", "Mvs", "Nnbsp", "Ni", "Fvs1", "Fvs2", "Fvs3", "Fvs4", "<", ">", ""]
  static let markNames = [
    "narrow", "wide", "space", "mvs", "nnbsp", "nirugu", "fvs1", "fvs2", "fvs3", "fvs4", "openBefore", "openAfter",
    "parted",
  ]
  static let letterCount = 35

  let variants: [Variant]
  let aliases: [String]
  let unitNames: [String]
  let categories: [String: [String]]
  let particles: [(key: UInt64, indices: UInt8)]

  init() throws {
    var aliases = [String](repeating: "", count: Self.letterCount)
    variants = try MongolianTables.rows("hudum-variants.tsv").map { row in
      guard let code = Int(row["codepoint"] ?? "", radix: 16), (0x1820...0x1842).contains(code),
        let position = Self.positions.firstIndex(of: row["position"] ?? ""),
        let drawn = Self.positions.firstIndex(of: row["drawn_position"] ?? ""),
        let selector = Int(row["fvs"] ?? ""), let alias = row["letter"]
      else { throw MongolianTables.Fault(description: "hudum-variants.tsv: \(row)") }
      aliases[code - 0x1820] = alias
      return Variant(
        letter: code - 0x1820, position: position, selector: selector, isDefault: row["default"] == "default",
        conditions: MongolianTables.words(row["conditions"], separator: ","),
        units: MongolianTables.words(row["written_units"]), drawn: drawn)
    }
    self.aliases = aliases
    unitNames = Set(variants.flatMap(\.units)).sorted()
    let locales = try JSONDecoder().decode(
      [String: [String: [String: [String]]]].self, from: Self.data("categories.json"))
    categories = locales["MNG"]?["categories"] ?? [:]
    particles = try Self.particles(aliases)
  }

  private static func data(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: MongolianTables.source + name))
  }

  struct Particle: Decodable {
    let indices: [Int]
  }

  /// Each letter in six bits, the first one lowest, plus one; bit 63 says that the separator belongs to the key.
  private static func particles(_ aliases: [String]) throws -> [(key: UInt64, indices: UInt8)] {
    let all = try JSONDecoder().decode([String: [String: Particle]].self, from: data("particles.json"))
    return try (all["MNG"] ?? [:]).map { name, particle in
      var letters = MongolianTables.words(name)
      let separated = letters.first == "mvs"
      if separated { letters.removeFirst() }
      guard letters.count <= 8 else { throw MongolianTables.Fault(description: "particle too long: \(name)") }
      var key: UInt64 = separated ? 1 << 63 : 0
      for (index, alias) in letters.enumerated() {
        guard let letter = aliases.firstIndex(of: alias) else {
          throw MongolianTables.Fault(description: "particle \(name)")
        }
        key |= UInt64(letter + 1) << UInt64(6 * index)
      }
      return (key, particle.indices.reduce(0) { $0 | UInt8(1 << ($1 - (separated ? 1 : 0))) })
    }.sorted { $0.key < $1.key }
  }

  func unit(_ name: String) throws -> UInt8 {
    guard let index = unitNames.firstIndex(of: name) else {
      throw MongolianTables.Fault(description: "unknown unit \(name)")
    }
    return UInt8(index + 1)
  }
}

extension HudumSource {
  /// The whole file.
  func swift() throws -> String {
    var forms: [UInt32] = [0]
    var publicForms: [UInt32] = [0]
    var table = [UInt8](repeating: 0, count: Self.letterCount * 4 * 32)
    func number(_ variant: Variant) throws -> UInt8 {
      let packed = try pack(variant.units, variant.drawn)
      let unified = try pack(publicUnits(variant), variant.drawn)
      if let known = forms.indices.first(where: { forms[$0] == packed && publicForms[$0] == unified }) {
        return UInt8(known)
      }
      forms.append(packed)
      publicForms.append(unified)
      return UInt8(forms.count - 1)
    }
    for letter in 0..<Self.letterCount {
      for position in 0..<4 {
        let here = variants.filter { $0.letter == letter && $0.position == position }
        let row = (letter * 4 + position) * 32
        guard let plain = here.first(where: \.isDefault) else {
          throw MongolianTables.Fault(description: "no default: \(aliases[letter]) \(Self.positions[position])")
        }
        for (slot, condition) in Self.conditions.enumerated() {
          table[row + slot] = try number(here.first { $0.conditions.contains(condition) } ?? plain)
        }
        for variant in here where variant.selector > 0 {
          table[row + 16 + variant.selector] = try number(variant)
        }
      }
    }
    return MongolianTables.header("hudum-variants.tsv, categories.json, particles.json") + names()
      + "enum HudumTables {\n"
      + MongolianTables.array(
        "forms", "UInt8", table,
        comment: "By letter, position and slot, 32 to a row: condition 0 to 13, selector 17 to 20 (0: no such variant)."
      )
      + MongolianTables.array(
        "units", "UInt32", forms,
        comment:
          "By form: three units, then their count in 2 bits, open before 4, open after 8, ends in I 16, is G or Gx 32.")
      + MongolianTables.array(
        "publicUnits", "UInt32", publicForms, comment: "The same with one ink written one way.")
      + MongolianTables.array("classes", "UInt8", classes(), comment: "By letter: the bits of `HudumLetter.Kind`.")
      + MongolianTables.array(
        "particleKeys", "UInt64", particles.map(\.key),
        comment: "In order: six bits a letter plus one, bit 63 the separator.")
      + MongolianTables.array(
        "particleIndices", "UInt8", particles.map(\.indices),
        comment: "Which letters of the key are particle, a bit each.")
      + "}\n"
  }

  private func pack(_ units: [String], _ drawn: Int) throws -> UInt32 {
    guard (1...3).contains(units.count) else { throw MongolianTables.Fault(description: "units: \(units)") }
    var packed: UInt32 = 0
    for (index, name) in units.enumerated() { packed |= UInt32(try unit(name)) << UInt32(8 * index) }
    var flags = UInt32(units.count) | (drawn & 2 != 0 ? 4 : 0) | (drawn & 1 != 0 ? 8 : 0)
    if units.last == "I" { flags |= 16 }
    if units == ["G"] || units == ["Gx"] { flags |= 32 }
    return packed | flags << 24
  }

  /// Duplicate ink unified: medial or final `Dd` = `O A`, medial `H` = `A A`, medial `Hx` = `N N`, initial `Cr` = `O O`.
  private func publicUnits(_ variant: Variant) -> [String] {
    variant.units.enumerated().flatMap { index, name -> [String] in
      let before = index > 0 || variant.drawn & 2 != 0
      let after = index < variant.units.count - 1 || variant.drawn & 1 != 0
      switch (name, before, after) {
      case ("Dd", true, _): return ["O", "A"]
      case ("H", true, true): return ["A", "A"]
      case ("Hx", true, true): return ["N", "N"]
      case ("Cr", _, _) where variant.position == 1: return ["O", "O"]
      default: return [name]
      }
    }
  }

  private func classes() -> [UInt8] {
    aliases.map { alias in
      var bits: UInt8 = 0
      if categories["vowelMasculine"]?.contains(alias) == true { bits |= 1 }
      if categories["vowelFeminine"]?.contains(alias) == true { bits |= 2 }
      if categories["vowelNeuter"]?.contains(alias) == true { bits |= 4 }
      if categories["consonant"]?.contains(alias) == true { bits |= 8 }
      if ["b", "p", "f", "k", "k2"].contains(alias) { bits |= 16 }
      return bits
    }
  }

  private func names() -> String {
    func named(_ name: String, _ index: Int) -> String { "  static let \(name): UInt8 = \(index)\n" }
    func lower(_ name: String) -> String { name.prefix(1).lowercased() + name.dropFirst() }
    var out = "/// The letters of Hudum by alias: the code point less U+1820.\nenum Letter {\n"
    for (index, alias) in aliases.enumerated() { out += named(alias, index) }
    out += "\n  static let aliases: [String] = [\(aliases.map { "\"\($0)\"" }.joined(separator: ", "))]\n}\n\n"
    out += "/// The written units by name, and the marks of the suites' notation.\nenum Unit {\n"
    for (index, name) in unitNames.enumerated() { out += named(lower(name), index + 1) }
    for (index, name) in Self.markNames.enumerated() { out += named(name, unitNames.count + 1 + index) }
    let all = [""] + unitNames + Self.marks
    out += "\n  static let names: [String] = [\(all.map { "\"\($0)\"" }.joined(separator: ", "))]\n}\n\n"
    out += "/// The conditions of UTN #57: at most one to a letter.\nenum Condition {\n"
    for (index, name) in Self.conditions.enumerated() {
      let parts = name.split(separator: "_")
      out += named(parts[0] + parts.dropFirst().map { $0 == "gb" ? "GB" : $0.capitalized }.joined(), index)
    }
    return out + "}\n\n"
  }
}
