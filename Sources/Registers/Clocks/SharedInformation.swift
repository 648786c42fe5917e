internal import Publication

/// Applications that name the same information: what several ask for may be opened to all.
/// Source: 《政府信息公开条例》第四十四条; 第三十六条第六项 where the same applicant asks again.
public enum SharedInformation {
  /// The 登记号 of each group of two and more, in the order of the register. Numbers only: names and subjects stay where they are.
  public static func groups(of applications: [Application]) -> [[String]] {
    var order: [String] = []
    var groups: [String: [String]] = [:]
    for application in applications {
      guard let key = application.information.map(name(of:)), !key.isEmpty else { continue }
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(application.number)
    }
    return order.compactMap { groups[$0] }.filter { $0.count > 1 }
  }

  /// A document number in its normal form, anything else without brackets, blanks and width.
  private static func name(of information: String) -> String {
    DocumentNumber.reading(information)?.number?.description ?? CellText.comparable(information)
  }
}
