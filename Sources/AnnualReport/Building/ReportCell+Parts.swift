public import Publication

extension ReportCell {
  /// The cells that this one adds up, or repeats; `nil` where its list is given by a register or the ledger.
  ///
  /// Totals of the tables follow from the form (C2, C3, R1, L1, L2); section one repeats the tables (X1, X3 to X6).
  public var parts: [ReportCell]? {
    switch self {
    case .applications(.resultTotal, .total):
      ApplicationRow.results.flatMap { row in ApplicantColumn.applicants.map { .applications(row, $0) } }
    case .applications(.resultTotal, let column): ApplicationRow.results.map { .applications($0, column) }
    case .applications(let row, .total): ApplicantColumn.applicants.map { .applications(row, $0) }
    case .remedies(let row, .total): RemedyOutcome.outcomes.map { .remedies(row, $0) }
    case .narrative(.accepted):
      [ApplicationRow.new, .carriedIn].flatMap { row in ApplicantColumn.applicants.map { .applications(row, $0) } }
    case .narrative(.reviews): RemedyOutcome.outcomes.map { .remedies(.review, $0) }
    case .narrative(.suits):
      [RemedyRow.suitDirect, .suitAfterReview].flatMap { row in RemedyOutcome.outcomes.map { .remedies(row, $0) } }
    case .narrative(.normativeIssued): [.documents(.normativeDocuments, .issued)]
    case .narrative(.normativeRepealed): [.documents(.normativeDocuments, .repealed)]
    default: nil
    }
  }
}
