internal import LedgerConformance
internal import Publication
internal import TestSupport

/// Two configured outlets and a forgotten one, with a known number of first publications on known days.
enum SampleYear {
  static let outlets = [
    OutletConfiguration(
      id: OutletID("site-zh"), kind: "website", language: .chinese, name: ["zh": "旗政府网站汉文版", "en": "Chinese site"]),
    OutletConfiguration(
      id: OutletID("site-mn"), kind: "website", language: .mongolian, name: ["zh": "旗政府网站蒙古文版"]),
  ]

  /// Outlet, day, how many.
  static let plan: [(outlet: String, day: String, count: Int)] = [
    ("site-zh", "2025-01-01", 2), ("site-zh", "2025-01-31", 3), ("site-zh", "2025-03-15", 4),
    ("site-mn", "2025-01-15", 1), ("old-site", "2025-02-10", 5),
  ]

  static func ledger(_ plan: [(outlet: String, day: String, count: Int)] = plan) throws -> MemoryLedger {
    let ledger = MemoryLedger()
    var number = 0
    try ledger.write { transaction in
      for (outlet, day, count) in plan {
        for _ in 0..<count {
          number += 1
          let days = try date(day).daysSince1970 - LedgerSamples.today.daysSince1970
          try transaction.put(LedgerSamples.item(number), restrictedDigests: [])
          try transaction.queue(
            LedgerSamples.payload(number, outlet, days: days), attribute: .proactive, today: date("2026-01-01"))
        }
      }
      try transaction.put(LedgerSamples.item(number + 1, .held), restrictedDigests: [])
      try transaction.put(LedgerSamples.item(number + 2, .sealed), restrictedDigests: [])
    }
    return ledger
  }

  static func date(_ iso: String) throws -> CivilDate {
    guard let date = CivilDate(iso: iso) else { throw PipelineError(.usage, subject: iso) }
    return date
  }
}
