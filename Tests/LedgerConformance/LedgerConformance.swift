// LedgerConformance
