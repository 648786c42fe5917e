public import Publication

/// What a person should look at although every row is right in itself. Numbers of rows and names of columns only.
public enum RegisterAdvice {
  /// Everything that is worth a word in `book`; `numbers` limits it to what concerns these rows (`nil`: all).
  public static func findings(in book: RegisterBook, concerning numbers: Set<String>? = nil) -> [Diagnostic] {
    fees(book, numbers) + shared(book.applications, numbers) + twice(book.figures, numbers)
  }

  /// Days after `today` in columns that tell what has happened: often a slip of the pen. At most 20 are told.
  public static func daysAhead(in rows: [RegisterRow], today: CivilDate) -> [Diagnostic] {
    let planned: Set<String> = ["correctionDue", "validUntil", "date"]
    let found = rows.flatMap { row in
      row.kind.columns.filter { !planned.contains($0.key) }.compactMap { column -> Diagnostic? in
        guard let date = row.date(column.key), date > today else { return nil }
        return Diagnostic(
          .dayAhead, .warning, place: "登记号 \(row.number)“\(column.name)”", details: ["today": today.description])
      }
    }
    return Array(found.prefix(20))
  }

  private static func fees(_ book: RegisterBook, _ numbers: Set<String>?) -> [Diagnostic] {
    let statement = FeeStatement(book.applications)
    return book.applications.filter { statement.differs(for: $0) && numbers?.contains($0.number) != false }.map {
      Diagnostic(
        .feeDiffers, .warning,
        details: [
          "number": $0.number, "entered": String(statement.yuan(of: $0)), "working": statement.fee(of: $0)?.text ?? "",
        ])
    }
  }

  /// Of applications that name the same information, those of which one is still open or was just entered.
  private static func shared(_ applications: [Application], _ numbers: Set<String>?) -> [Diagnostic] {
    let open = Set(applications.filter { $0.reply == nil }.map(\.number))
    return SharedInformation.groups(of: applications).filter { group in
      group.contains { numbers?.contains($0) ?? open.contains($0) }
    }.map { Diagnostic(.sameInformation, .warning, details: ["numbers": $0.joined(separator: "、")]) }
  }

  private static func twice(_ figures: [ReportedFigure], _ numbers: Set<String>?) -> [Diagnostic] {
    struct Name: Hashable {
      var year: Int
      var item: FigureItem
    }
    var groups: [Name: [String]] = [:]
    for figure in figures where !figure.item.adds {
      groups[Name(year: figure.year, item: figure.item), default: []].append(figure.number)
    }
    return groups.filter { $0.value.count > 1 && ($0.value.contains { numbers?.contains($0) != false }) }
      .sorted { ($0.key.year, $0.key.item.rawValue) < ($1.key.year, $1.key.item.rawValue) }
      .map { name, found in
        Diagnostic(
          .figureTwice, .warning,
          details: ["year": String(name.year), "item": name.item.name, "numbers": found.joined(separator: "、")])
      }
  }
}
