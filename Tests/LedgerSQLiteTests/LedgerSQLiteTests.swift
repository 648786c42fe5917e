// LedgerSQLiteTests
