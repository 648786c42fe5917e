import Publication

/// What 替代 in the metadata of a drop names.
enum Replaced {
  /// The item: by its id, the beginning of its id (at least eight characters), or its document number.
  static func item(by decision: Decision, in ledger: any LedgerReading) throws -> ItemRecord? {
    guard let name = decision.replaces?.trimmedWhitespace else { return nil }
    if name.utf8.count >= 8, name.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }) {
      let found = try ledger.items(idPrefix: name)
      if found.count == 1 { return found.first }
    }
    guard let number = DocumentNumber.reading(name)?.number?.description else { return nil }
    return try ledger.items(documentNumber: number).first(where: decision.sharesLanguage)
  }

  /// Whether it names something that isn't there: published as something new, the correction would stand beside what it corrects.
  static func isUnknown(by decision: Decision, in ledger: any LedgerReading) throws -> Bool {
    guard let name = decision.replaces?.trimmedWhitespace, !name.isEmpty else { return false }
    return try item(by: decision, in: ledger) == nil
  }
}
