extension Schema {
  /// 成文日期, and a narrow index from which reports go through all items: rows of items carry their story and are wide.
  static let version2 = [
    "ALTER TABLE items ADD COLUMN formedOn INTEGER",
    "CREATE INDEX itemsReported ON items (key, id, state, language, pair, documentNumber, formedOn)",
  ]
}
