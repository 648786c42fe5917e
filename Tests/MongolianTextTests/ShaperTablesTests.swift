import Testing

@testable import MongolianText

@Suite("Generated tables")
struct ShaperTablesTests {
  @Test("all tables together take less than 64 KB")
  func size() {
    let hudum =
      HudumTables.forms.count + 4 * HudumTables.units.count + 4 * HudumTables.publicUnits.count
      + HudumTables.classes.count + 9 * HudumTables.particleKeys.count
    let menksoft = MenksoftTable.kinds.count * (1 + 4 + 1 + 1 + 4)
    let suffixes = 2 * SuffixTable.scalars.count + 2 * SuffixTable.starts.count + 3 * SuffixTable.joins.count
    let names = (Unit.names + Letter.aliases + SuffixTable.names).reduce(0) { $0 + 16 + $1.utf8.count }
    let total = hudum + menksoft + suffixes + names + 8 * FVSRenumbering.rows.count
    #expect(total < 32 * 1024)
  }

  @Test("every letter has a form at every position, and no number points outside the tables")
  func forms() {
    #expect(HudumTables.forms.count == 35 * 128)
    #expect(HudumTables.units.count == HudumTables.publicUnits.count)
    #expect(HudumTables.forms.allSatisfy { Int($0) < HudumTables.units.count })
    for row in 0..<(35 * 4) {
      #expect((0..<14).allSatisfy { HudumTables.forms[row * 32 + $0] != 0 })
    }
    #expect(zip(HudumTables.particleKeys, HudumTables.particleKeys.dropFirst()).allSatisfy { $0 < $1 })
    #expect(HudumTables.particleKeys.count == HudumTables.particleIndices.count)
    #expect(Unit.names.count < Int(WrittenUnits.foreign))
  }
}
