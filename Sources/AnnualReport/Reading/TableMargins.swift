/// The empty cells that every row of a table has at its ends: leftovers of page layout, not blanks of the form.
struct TableMargins {
  /// Empty cells before every row's first.
  let leading: Int
  /// Empty cells behind every row's last.
  let trailing: Int

  /// Looks at every row that isn't empty.
  init(of rows: [[String]]) {
    let told = rows.filter { !$0.allSatisfy(\.isEmpty) }
    leading = told.map { $0.prefix(while: \.isEmpty).count }.min() ?? 0
    trailing = told.map { $0.reversed().prefix(while: \.isEmpty).count }.min() ?? 0
  }

  /// The `count` number cells among `cells`, of which there may be more: the margins are none, and where they don't say it, empty ones too many stand at one
  /// end or the other.
  func numbers(_ count: Int, of cells: [String], leading: Int) -> [String] {
    var rest = cells[...]
    func drop(_ blanks: Int, _ end: (inout ArraySlice<String>) -> Void, _ at: (ArraySlice<String>) -> String?) {
      for _ in 0..<blanks where rest.count > count && at(rest)?.isEmpty == true { end(&rest) }
    }
    drop(trailing, { $0.removeLast() }, \.last)
    drop(leading, { $0.removeFirst() }, \.first)
    let inner = rest.drop(while: \.isEmpty).reversed().drop(while: \.isEmpty).reversed()
    if inner.count == count { return Array(inner) }
    let extra = rest.count - count
    let trails =
      extra > 0 && rest.suffix(extra).allSatisfy(\.isEmpty) && !rest.prefix(extra).allSatisfy(\.isEmpty)
    return Array(trails ? rest.prefix(count) : rest.suffix(count))
  }
}
