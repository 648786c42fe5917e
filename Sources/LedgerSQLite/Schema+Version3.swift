internal import GRDB

extension Schema {
  /// What reports count, kept beside the items: one narrow row for each item that went out, sums by day, and every reason for which something was held.
  static let version3 = [
    "ALTER TABLE items ADD COLUMN category TEXT",
    "ALTER TABLE items ADD COLUMN changes TEXT",
    "ALTER TABLE items ADD COLUMN isIndependent INTEGER",
    """
    UPDATE items SET changes = (
      SELECT group_concat(key || '=' || value, ' ') FROM json_each(story, '$.normalization.byRule')
    ) WHERE story IS NOT NULL AND json_valid(story)
    """,
    "DROP INDEX itemsReported",
    """
    CREATE INDEX itemsReported
    ON items (key, id, state, language, pair, documentNumber, formedOn, category, changes, isIndependent)
    """,
    // Each run looks for two codes among what is held.
    "CREATE INDEX itemsHeld ON items (codes) WHERE state = 'held'",
    """
    CREATE TABLE publications (
      item INTEGER PRIMARY KEY REFERENCES items (key),
      day INTEGER NOT NULL,
      formedOn INTEGER,
      standing TEXT,
      isIndependent INTEGER NOT NULL,
      half INTEGER REFERENCES items (key),
      lag INTEGER,
      isStale INTEGER NOT NULL,
      lastShown INTEGER NOT NULL,
      changes TEXT
    )
    """,
    "CREATE INDEX publicationsByHalf ON publications (half) WHERE half IS NOT NULL",
    """
    CREATE TABLE dayTallies (
      day INTEGER NOT NULL, kind INTEGER NOT NULL, value INTEGER NOT NULL, count INTEGER NOT NULL,
      PRIMARY KEY (day, kind, value)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE ruleTallies (
      rule TEXT NOT NULL, day INTEGER NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (rule, day)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE outletDays (
      outlet TEXT NOT NULL, day INTEGER NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (outlet, day)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE itemCounters (
      state TEXT NOT NULL, attribute TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (state, attribute)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE holds (
      day INTEGER NOT NULL, code TEXT NOT NULL, item INTEGER NOT NULL REFERENCES items (key), PRIMARY KEY (day, code, item)
    ) WITHOUT ROWID
    """,
    // Corrections and withdrawals are few: their index stays small.
    "CREATE INDEX payloadsByAction ON payloads (action, date) WHERE action <> 'publish'",
    """
    INSERT INTO itemCounters SELECT state, coalesce(attribute, ''), count(*) FROM items GROUP BY 1, 2
    """,
    """
    INSERT OR IGNORE INTO holds
    SELECT history.day, json_each.value, history.item FROM history, json_each(history.facts, '$.codes')
    WHERE history.event IN ('held', 'restricted') AND json_valid(history.facts)
    """,
    """
    INSERT INTO outletDays SELECT outlet, date, count(*) FROM payloads
    WHERE state IN ('queued', 'written') AND action <> 'withdraw' GROUP BY 1, 2
    """,
  ]

  /// Every item that went out, as if it had just changed.
  static func fillPublications(_ database: Database) throws {
    let writer = SQLiteWriter(database)
    try database.each("SELECT DISTINCT item FROM payloads") { writer.touch($0.int(0)) }
    try writer.finish()
  }
}
