internal import Publication

/// One entry of a register, understood as a whole: what clocks and figures are computed from.
public enum RegisterEntry: Sendable, Equatable {
  case application(Application)
  case dispute(Dispute)
  case document(RegulatoryDocument)
  case opened(OpenedFile)
  case messages(MessageBatch)
  case gazette(GazetteIssue)
  case figure(ReportedFigure)
  case day(CalendarDay)

  /// Reads texts by column key.
  ///
  /// Answers the row and the entry, or every fault of the row.
  public static func reading(
    _ kind: RegisterKind, _ texts: [String: String]
  ) throws(RowFaults) -> (row: RegisterRow, entry: RegisterEntry) {
    var reading = RowReading(kind: kind)
    let row = reading.row(texts)
    guard reading.faults.isEmpty, let entry = RegisterEntry(row, &reading), reading.faults.isEmpty else {
      throw RowFaults(faults: reading.faults)
    }
    return (row, entry)
  }

  private init?(_ row: RegisterRow, _ reading: inout RowReading) {
    let entry: RegisterEntry? =
      switch row.kind {
      case .applications: Application(row, &reading).map(RegisterEntry.application)
      case .disputes: Dispute(row, &reading).map(RegisterEntry.dispute)
      case .documents: RegulatoryDocument(row, &reading).map(RegisterEntry.document)
      case .opened: OpenedFile(row).map(RegisterEntry.opened)
      case .messages: MessageBatch(row, &reading).map(RegisterEntry.messages)
      case .gazette: GazetteIssue(row).map(RegisterEntry.gazette)
      case .figures: ReportedFigure(row, &reading).map(RegisterEntry.figure)
      case .calendar: CalendarDay(row).map(RegisterEntry.day)
      }
    guard let entry else { return nil }
    self = entry
  }
}

/// Every fault of a row at once.
public struct RowFaults: Error, Sendable, Equatable {
  /// At least one.
  public var faults: [CellFault]
}
