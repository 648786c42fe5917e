extension TextChangeReport {
  /// The report as JSON, `zarlal.text-changes/1`, handed out in pieces of UTF-8: a long report need not fit in memory.
  public static func json<Failure: Error>(
    _ text: NormalizedText, policy: String, write: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var report = ReportWriter(policy: policy)
    for change in text.changes {
      report.change(change)
      if report.isFull { try write(report.take()) }
    }
    report.endChanges()
    for flag in text.flags {
      report.flag(
        flag.rule, line: flag.line, scalarOffset: flag.scalarOffset, scalars: flag.scalars, suggestion: flag.suggestion)
      if report.isFull { try write(report.take()) }
    }
    report.end()
    try write(report.take())
  }
}
