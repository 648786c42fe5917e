/// Menksoft's private code, U+E234 to U+E34F.
struct MenksoftSource {
  let hudum: HudumSource
  static let kinds = ["letter", "punct", "digit", "space"]
  static let contexts = ["", "Tooth", "Stem", "StemLong", "Ou", "Bp", "Cons", "Round", "Ng", "Unknown", "Mvs"]
  static let first = 0xE234
  static let count = 284

  init(_ hudum: HudumSource) {
    self.hudum = hudum
  }

  func swift() throws -> String {
    var kinds = [UInt8](repeating: 0, count: Self.count)
    var scalars = [UInt32](repeating: 0, count: Self.count)
    var positions = [UInt8](repeating: 0, count: Self.count)
    var selectors = [UInt8](repeating: 0, count: Self.count)
    var contexts = [UInt8](repeating: 0, count: Self.count)
    var units = [UInt32](repeating: 0, count: Self.count)
    for row in try MongolianTables.rows("menksoft.tsv") {
      guard let code = Int(row["cp"] ?? "", radix: 16), (0..<Self.count).contains(code - Self.first),
        let kind = Self.kinds.firstIndex(of: row["kind"] ?? "")
      else { throw MongolianTables.Fault(description: "menksoft.tsv: \(row)") }
      let index = code - Self.first
      kinds[index] = UInt8(kind)
      scalars[index] = UInt32(row["unicode"] ?? "", radix: 16) ?? 0
      positions[index] = UInt8(HudumSource.positions.firstIndex(of: row["position"] ?? "") ?? 0)
      if kind == 0, !HudumSource.positions.contains(row["position"] ?? "") {
        throw MongolianTables.Fault(description: "menksoft.tsv: no position \(row)")
      }
      guard let context = Self.contexts.firstIndex(of: row["context"] ?? "") else {
        throw MongolianTables.Fault(description: "menksoft.tsv: context \(row)")
      }
      contexts[index] = UInt8(context)
      let named = UInt8(row["fvs"] ?? "") ?? 0
      let forcing = MongolianTables.words(row["forcing_fvs"], separator: ",").compactMap { UInt8($0) }
      selectors[index] = named | (row["default_form"] == "yes" ? 8 : 0) | forcing.reduce(0) { $0 | 8 << $1 }
      let names = MongolianTables.words(row["written_units"])
      guard names.count <= 3 else { throw MongolianTables.Fault(description: "menksoft.tsv: units \(row)") }
      for (place, name) in names.enumerated() { units[index] |= UInt32(try hudum.unit(name)) << UInt32(8 * place) }
      units[index] |= UInt32(names.count) << 24
    }
    return MongolianTables.header("menksoft.tsv")
      + "/// Menksoft's private code by code point less `first`.\nenum MenksoftTable {\n"
      + "  static let first: UInt32 = 0x\(String(Self.first, radix: 16, uppercase: true))\n"
      + "  static let count = \(Self.count)\n\n"
      + MongolianTables.array("kinds", "UInt8", kinds, comment: "0 letter, 1 mark, 2 digit, 3 space.")
      + MongolianTables.array(
        "scalars", "UInt32", scalars, comment: "The Unicode letter or mark; 0 where it is unknown.")
      + MongolianTables.array(
        "positions", "UInt8", positions,
        comment: "Of letters: the bits of joining, after 1, before 2 (isol 0, init 1, fina 2, medi 3).")
      + MongolianTables.array(
        "selectors", "UInt8", selectors,
        comment:
          "Of letters: the selector in the form's name (0 to 4), 8 if the bare letter has this form, 8 << n if selector n forces it."
      )
      + MongolianTables.array(
        "contexts", "UInt8", contexts,
        comment:
          "Of letters: the neighbour that the glyph is cut for, \(Self.contexts.dropFirst().enumerated().map { "\($0 + 1) \($1)" }.joined(separator: ", "))."
      )
      + MongolianTables.array(
        "units", "UInt32", units, comment: "Of letters: up to three written units, then their count.")
      + "}\n"
  }
}
