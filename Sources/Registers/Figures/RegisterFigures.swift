public import Publication

extension RegisterBook {
  /// The lists behind the figures of `year` that come from the registers: tables 2, 3 and 4 without their totals, and sections one and six.
  ///
  /// A register that nobody keeps gives no cells: the report leaves them blank. Everything follows from the days of the entries, so the lists of one
  /// year and of the next fit together: what is carried out of one is carried into the other.
  public func figures(of year: Int) -> FigureLists {
    guard let first = CivilDate(year: year, month: 1, day: 1), let last = CivilDate(year: year, month: 12, day: 31)
    else {
      return [:]
    }
    let days = first...last
    var lists = FigureLists()
    if isKept(.applications, in: year) { lists.merge(ApplicationFigures(applications, calendar, days).lists) { $1 } }
    if isKept(.disputes, in: year) { lists.merge(disputeLists(days)) { $1 } }
    if isKept(.documents, in: year) { lists.merge(documentLists(days)) { $1 } }
    if isKept(.opened, in: year) { lists.merge(openedLists(days)) { $1 } }
    if isKept(.messages, in: year) { lists.merge(messageLists(days)) { $1 } }
    if isKept(.gazette, in: year) {
      lists[.narrative(.gazetteIssues)] = gazette.filter { days.contains($0.published) }.map {
        FigureEntry(
          list: .gazette, entry: $0.number, day: $0.published, unit: .issues, source: $0.origin.source,
          person: $0.origin.person)
      }
    }
    lists.merge(reportedLists(year, on: last)) { $1 }
    return lists
  }

  /// Cases that were open at some time of the year: by their outcome where they ended in it, else pending.
  private func disputeLists(_ year: ClosedRange<CivilDate>) -> FigureLists {
    var lists = FigureLists()
    for row in RemedyRow.allCases {
      for outcome in RemedyOutcome.outcomes { lists[.remedies(row, outcome)] = [] }
    }
    for dispute in disputes where dispute.filed <= year.upperBound {
      if let end = dispute.end, end.date < year.lowerBound { continue }
      let ended = dispute.end.flatMap { year.contains($0.date) ? $0 : nil }
      lists[.remedies(dispute.kind.row, ended?.outcome.column ?? .pending), default: []].append(
        FigureEntry(
          list: .disputes, entry: dispute.number, day: ended?.date ?? dispute.filed, source: dispute.origin.source,
          person: dispute.origin.person))
    }
    return lists
  }

  private func documentLists(_ year: ClosedRange<CivilDate>) -> FigureLists {
    var lists = FigureLists()
    for kind in RuleKind.allCases {
      for movement in RuleMovement.allCases { lists[.documents(kind, movement)] = [] }
    }
    for document in documents {
      let kind: RuleKind = document.kind == .regulation ? .regulations : .normativeDocuments
      func add(_ movement: RuleMovement, _ day: CivilDate) {
        lists[.documents(kind, movement), default: []].append(
          FigureEntry(
            list: .documents, entry: document.number, day: day, source: document.origin.source,
            person: document.origin.person))
      }
      if year.contains(document.issued) { add(.issued, document.issued) }
      if let repealed = document.repealed, year.contains(repealed) { add(.repealed, repealed) }
      if document.isInForce(on: year.upperBound) { add(.valid, year.upperBound) }
    }
    return lists
  }

  private func openedLists(_ year: ClosedRange<CivilDate>) -> FigureLists {
    var lists: FigureLists = [.narrative(.officialDocumentsOpened): [], .narrative(.proposalFilesOpened): []]
    for file in openedFiles where year.contains(file.opened) {
      let cell: ReportCell
      switch file.kind {
      case .official: cell = .narrative(.officialDocumentsOpened)
      case .proposal: cell = .narrative(.proposalFilesOpened)
      case .suggestion: continue
      }
      lists[cell, default: []].append(
        FigureEntry(
          list: .openedDocuments, entry: file.number, day: file.opened, source: file.origin.source,
          person: file.origin.person))
    }
    return lists
  }

  private func messageLists(_ year: ClosedRange<CivilDate>) -> FigureLists {
    let cells: [MessageBatch.Platform: ReportCell] = [
      .leaderBoard: .narrative(.leaderBoardMessages), .portal: .narrative(.portalMessages),
      .supervision: .narrative(.supervisionMessages),
    ]
    var lists = FigureLists(uniqueKeysWithValues: cells.values.map { ($0, []) })
    for batch in messages {
      guard let handled = batch.handled, year.contains(handled), let cell = cells[batch.platform] else { continue }
      lists[cell, default: []].append(
        FigureEntry(
          list: .messages, entry: batch.number, day: handled, amount: DecimalNumber(batch.count), unit: .posts,
          source: batch.origin.source, person: batch.origin.person))
    }
    return lists
  }

  private func reportedLists(_ year: Int, on day: CivilDate) -> FigureLists {
    var lists = FigureLists()
    for figure in figures where figure.year == year {
      guard let place = figure.item.place else { continue }
      lists[place.cell, default: []].append(
        FigureEntry(
          list: place.list, entry: figure.number, day: day, amount: figure.value.amount, unit: place.unit,
          isAtLeast: figure.value.isAtLeast, source: figure.origin.source, person: figure.origin.person))
    }
    return lists
  }
}
