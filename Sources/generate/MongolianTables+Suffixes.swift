/// The suffixes and clitics, and the selectors that changed their meaning.
struct SuffixSource {
  let hudum: HudumSource
  static let joins = ["mvs", "space", "join"]
  static let harmonies = ["neutral", "masculine", "feminine"]
  static let verdicts = ["same", "DIFFERENT", "no such variant now"]

  init(_ hudum: HudumSource) {
    self.hudum = hudum
  }

  func swift() throws -> String {
    let rows = try MongolianTables.rows("suffixes.tsv")
    let scalars = try rows.map { row in
      try MongolianTables.words(row["codepoints"]).map { code in
        guard let value = UInt16(code, radix: 16) else { throw MongolianTables.Fault(description: "suffixes: \(row)") }
        return value
      }
    }
    var starts: [UInt16] = [0]
    for suffix in scalars { starts.append((starts.last ?? 0) + UInt16(suffix.count)) }
    let joins = try rows.map { try Self.index($0, "join", Self.joins) }
    let harmonies = try rows.map { try Self.index($0, "harmony", Self.harmonies) }
    let known = rows.map { UInt8($0["in_utn57_particles"] == "yes" ? 1 : 0) }
    return MongolianTables.header("suffixes.tsv, fvs-renumbering.tsv")
      + "/// The suffixes and clitics of Hudum, by number.\nenum SuffixTable {\n  static let count = \(rows.count)\n\n"
      + MongolianTables.array(
        "scalars", "UInt16", scalars.flatMap { $0 }, comment: "The code points of all, one after the other.")
      + MongolianTables.array(
        "starts", "UInt16", starts, comment: "Where each starts in `scalars`; one more ends the last.")
      + MongolianTables.array("joins", "UInt8", joins, comment: "How it follows: 0 a separator, 1 a space, 2 joined.")
      + MongolianTables.array("harmonies", "UInt8", harmonies, comment: "0 neutral, 1 masculine, 2 feminine.")
      + MongolianTables.array("particles", "UInt8", known, comment: "1 if the shaper has a particle rule for it.")
      + "  /// The transliterations, for people.\n  static let names: [String] = [\n"
      + rows.map { "    \"\($0["translit"] ?? "")\",\n" }.joined() + "  ]\n}\n\n" + (try renumbering())
  }

  private func renumbering() throws -> String {
    var values: [UInt64] = []
    for row in try MongolianTables.rows("fvs-renumbering.tsv") {
      guard let letter = hudum.aliases.firstIndex(of: row["letter"] ?? ""), let selector = UInt64(row["fvs"] ?? "")
      else {
        throw MongolianTables.Fault(description: "fvs-renumbering.tsv: \(row)")
      }
      let position = try Self.index(row, "position", HudumSource.positions)
      let verdict = try Self.index(row, "verdict", Self.verdicts)
      var value = UInt64(letter) | UInt64(position) << 8 | selector << 12 | UInt64(verdict) << 16
      for (place, name) in MongolianTables.words(row["units_unicode10_mongol_library"]).enumerated() {
        value |= UInt64(try hudum.unit(name)) << UInt64(24 + 8 * place)
      }
      values.append(value)
    }
    return
      "/// The selectors as they were used under Unicode 10, and whether they mean the same now.\nenum FVSRenumbering {\n"
      + MongolianTables.array(
        "rows", "UInt64", values,
        comment:
          "Letter in bits 0-7, joining 8-11, selector 12-15, verdict 16-23 (0 same, 1 different, 2 gone), then the old units, 8 bits each."
      )
      + "}\n"
  }

  private static func index(_ row: [String: String], _ column: String, _ names: [String]) throws -> UInt8 {
    guard let index = names.firstIndex(of: row[column] ?? "") else {
      throw MongolianTables.Fault(description: "\(column): \(row)")
    }
    return UInt8(index)
  }
}
