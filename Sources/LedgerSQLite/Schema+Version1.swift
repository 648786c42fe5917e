extension Schema {
  /// Days are integers `yyyymmdd`, months `yyyymm`; digests and ids are their hexadecimal text; lists of codes and digests are
  /// separated by a space. Rows of an item refer to its integer key, so that their indexes grow at one end only.
  static let version1 = [
    """
    CREATE TABLE items (
      key INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      input TEXT NOT NULL,
      revision INTEGER NOT NULL,
      state TEXT NOT NULL,
      codes TEXT NOT NULL,
      heldOutlets TEXT,
      source TEXT NOT NULL,
      file TEXT,
      title TEXT,
      language TEXT,
      attribute TEXT,
      documentNumber TEXT,
      pair TEXT,
      date INTEGER,
      decidedOn INTEGER NOT NULL,
      decision INTEGER NOT NULL,
      folder TEXT NOT NULL,
      message TEXT NOT NULL,
      story TEXT
    )
    """,
    "CREATE INDEX itemsByState ON items (state, attribute)",
    "CREATE INDEX itemsByDecision ON items (decision)",
    "CREATE INDEX itemsPartlyHeld ON items (key) WHERE heldOutlets IS NOT NULL",
    "CREATE INDEX itemsByDocumentNumber ON items (documentNumber) WHERE documentNumber IS NOT NULL",
    "CREATE INDEX itemsByPair ON items (pair) WHERE pair IS NOT NULL",
    "CREATE INDEX itemsByTitle ON items (title, file) WHERE title IS NOT NULL",
    // Inputs whose id is not the id of the item they belong to: revisions.
    "CREATE TABLE inputs (id TEXT NOT NULL PRIMARY KEY, item INTEGER NOT NULL REFERENCES items (key)) WITHOUT ROWID",
    """
    CREATE TABLE sources (
      digest TEXT NOT NULL, item INTEGER NOT NULL REFERENCES items (key), PRIMARY KEY (digest, item)
    ) WITHOUT ROWID
    """,
    "CREATE TABLE restricted (digest TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID",
    """
    CREATE TABLE payloads (
      key INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      item INTEGER NOT NULL REFERENCES items (key),
      revision INTEGER NOT NULL,
      outlet TEXT NOT NULL,
      action TEXT NOT NULL,
      language TEXT NOT NULL,
      attribute TEXT NOT NULL,
      date INTEGER NOT NULL,
      state TEXT NOT NULL,
      digest TEXT NOT NULL,
      isFirst INTEGER NOT NULL,
      files TEXT NOT NULL
    )
    """,
    "CREATE INDEX payloadsByItem ON payloads (item)",
    "CREATE INDEX payloadsByDate ON payloads (date) WHERE isFirst = 1",
    "CREATE INDEX payloadsOpen ON payloads (state, date) WHERE state <> 'written'",
    "CREATE TABLE payloadBodies (payload INTEGER PRIMARY KEY REFERENCES payloads (key), body BLOB NOT NULL)",
    """
    CREATE TABLE counters (
      outlet TEXT NOT NULL, month INTEGER NOT NULL, attribute TEXT NOT NULL, language TEXT NOT NULL,
      count INTEGER NOT NULL, PRIMARY KEY (outlet, month, attribute, language)
    )
    """,
    "CREATE TABLE moves (key INTEGER PRIMARY KEY, origin TEXT NOT NULL UNIQUE, target TEXT NOT NULL, item TEXT NOT NULL)",
    """
    CREATE TABLE history (
      sequence INTEGER PRIMARY KEY,
      day INTEGER NOT NULL,
      moment TEXT NOT NULL,
      actor TEXT NOT NULL,
      event TEXT NOT NULL,
      item INTEGER NOT NULL REFERENCES items (key),
      input TEXT NOT NULL,
      facts TEXT NOT NULL,
      hash TEXT NOT NULL
    )
    """,
    "CREATE INDEX historyByItem ON history (item)",
    "CREATE INDEX historyByDay ON history (day)",
    """
    CREATE TABLE waiting (
      position INTEGER PRIMARY KEY, file TEXT NOT NULL, state TEXT NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL
    )
    """,
  ]
}
