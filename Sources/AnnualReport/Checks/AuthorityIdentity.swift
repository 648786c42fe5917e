import Publication

/// A1: each cell of a government's report is the sum of that cell over all organs that report to it.
///
/// Source: 《政府信息公开条例》第四十九条第二款; follows from it.
enum AuthorityIdentity {
  static func a1(_ report: DisclosureReport, organs: [DisclosureReport]) -> [ReportCheck] {
    let source = "《政府信息公开条例》第四十九条第二款"
    guard !organs.isEmpty else {
      return [
        IdentityRule(id: "A1", formula: "政府报告的每一格 = 各机关该格之和", source: source)
          .notAssessable("没有各机关的报告（用 --organ 给出）")
      ]
    }
    return ReportCell.ofTables.map { cell in
      let rule = IdentityRule(id: "A1.\(cell)", formula: "本格 = \(organs.count) 个机关该格之和", source: source)
      let names = [cell.description]
      guard let own = report[cell] else { return rule.notAssessable("缺少本格", cells: names) }
      let without = organs.filter { $0[cell] == nil }
      guard without.isEmpty else {
        return rule.notAssessable("\(without.count) 个机关的报告没有这一格", cells: names)
      }
      let numbers = organs.compactMap { $0[cell]?.number }
      guard let mine = own.number, numbers.count == organs.count else {
        return rule.answer(.uncertain, own.number, cells: names, note: "有空白或不是数字的单元格，无法判断")
      }
      let sum = numbers.sum()
      return rule.answer(mine == sum ? .pass : .fail, mine, sum, cells: names)
    }
  }
}
