public import Publication

/// All registers as they stand: every row understood, by register.
public struct RegisterBook: Sendable {
  /// One row with what it means.
  public struct Page: Sendable {
    /// The latest record of the row.
    public var record: RegisterRecord
    /// Its cells.
    public var row: RegisterRow
    /// What they mean.
    public var entry: RegisterEntry
  }

  /// The rows that count, in the order in which they were first entered.
  public let pages: [Page]
  /// The registers that have ever been used, if only for a row that was voided.
  private let used: Set<RegisterKind>

  /// Understands `records`.
  ///
  /// Throws `registersDamaged` for a row that could not have been entered: of a later version, or changed by hand.
  public init(_ records: [RegisterRecord]) throws(PipelineError) {
    var pages: [Page] = []
    var used: Set<RegisterKind> = []
    for record in RegisterRecord.current(records) {
      guard let kind = RegisterKind(rawValue: record.draft.register) else { throw Self.damaged(record) }
      used.insert(kind)
      guard !record.draft.isVoid else { continue }
      let texts = Dictionary(record.draft.values.map { ($0.key, $0.text) }, uniquingKeysWith: { $1 })
      do {
        let (row, entry) = try RegisterEntry.reading(kind, texts)
        pages.append(Page(record: record, row: row, entry: entry))
      } catch {
        throw Self.damaged(record)
      }
    }
    self.pages = pages
    self.used = used
  }

  private static func damaged(_ record: RegisterRecord) -> PipelineError {
    PipelineError(.registersDamaged, subject: record.draft.register, details: ["line": String(record.sequence)])
  }

  /// The rows of one register.
  public func pages(of kind: RegisterKind) -> [Page] { pages.filter { $0.row.kind == kind } }

  /// The applications on request.
  public var applications: [Application] {
    pages.compactMap { if case .application(let one) = $0.entry { one } else { nil } }
  }

  /// Reviews and suits.
  public var disputes: [Dispute] {
    pages.compactMap { if case .dispute(let one) = $0.entry { one } else { nil } }
  }

  /// Rules and normative documents.
  public var documents: [RegulatoryDocument] {
    pages.compactMap { if case .document(let one) = $0.entry { one } else { nil } }
  }

  /// Official documents and proposals that were opened.
  public var openedFiles: [OpenedFile] {
    pages.compactMap { if case .opened(let one) = $0.entry { one } else { nil } }
  }

  /// Messages of citizens.
  public var messages: [MessageBatch] {
    pages.compactMap { if case .messages(let one) = $0.entry { one } else { nil } }
  }

  /// Issues of the gazette.
  public var gazette: [GazetteIssue] {
    pages.compactMap { if case .gazette(let one) = $0.entry { one } else { nil } }
  }

  /// Reported figures.
  public var figures: [ReportedFigure] {
    pages.compactMap { if case .figure(let one) = $0.entry { one } else { nil } }
  }

  /// The national calendar with the office's own days.
  public var calendar: WorkdayCalendar {
    WorkdayCalendar(pages.compactMap { if case .day(let one) = $0.entry { one } else { nil } })
  }

  /// Whether a register is kept, so that no rows of a year mean 0: it has been used, or somebody declared the year empty.
  func isKept(_ kind: RegisterKind, in year: Int) -> Bool {
    // Reviews and suits are about applications: who keeps the one keeps the other.
    if used.contains(kind) || (kind == .disputes && used.contains(.applications)) { return true }
    guard let item = FigureItem.declaringEmpty(kind) else { return false }
    return figures.contains { $0.year == year && $0.item == item }
  }
}
