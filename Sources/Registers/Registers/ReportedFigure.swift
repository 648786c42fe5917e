/// A figure that comes from elsewhere, with its source and the person who reported it.
public struct ReportedFigure: Sendable, Equatable {
  /// 登记号.
  public let number: String
  /// The year it belongs to.
  public let year: Int
  /// What is counted.
  public let item: FigureItem
  /// Its value.
  public let value: ReportedValue
  /// 来源 and 经办人.
  public let origin: EntryOrigin

  static let columns: [RegisterColumn] = [
    .number,
    .count("year", "年度", 1949...2199, "数据属于哪一年").required,
    .choice("item", "项目", FigureItem.self, "报告中的哪一项").required,
    .text("value", "数值", most: 40, "件数写整数；金额、访问量、百分比可以有小数；培训可以写“30多个”“100余名”").required,
    .source, .handler, .remark,
  ]

  init?(_ row: RegisterRow, _ reading: inout RowReading) {
    guard let year = row.count("year"), let item = row.choice("item", FigureItem.self), let text = row.text("value")
    else { return nil }
    guard let value = ReportedValue(text), item.form.takes(value) else {
      reading.refuse("value", "“\(reading.name("item"))”要求\(item.form.rawValue)")
      return nil
    }
    number = row.number
    self.year = year
    self.item = item
    self.value = value
    origin = EntryOrigin(row)
  }
}
