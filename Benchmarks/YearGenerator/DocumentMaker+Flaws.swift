extension DocumentMaker {
  /// A document that must not reach an outlet.
  mutating func flawed(_ flaw: Flaw) -> DroppedItem {
    let date = Day.random(in: year, &random)
    var article = chinese(date, isNotice: false)
    article.outlets = ["site-zh"]
    article.attribute = "主动公开"
    if flaw.isRestricted {
      article.title = Mix.canary + article.title
      article.paragraphs.insert("\(Mix.canary)正文。", at: 1)
    }
    switch flaw {
    case .attributeMissing: article.attribute = nil
    case .attributeUnclear: (article.attribute, article.mark) = (nil, "公开属性：□主动公开　□依申请公开　□不予公开")
    case .attributeConflict: article.mark = "（此件依申请公开）"
    case .onRequest: declare(&article, "依申请公开", mark: "（此件依申请公开）")
    case .withheld: declare(&article, "不予公开", mark: "（此件不予公开）")
    case .secrecyMark: article.head = [random.pick(["机密★5年", "秘密★1年", "绝密★10年", "内部资料 注意保存"])]
    case .personalNumber: article.paragraphs.append("申请人身份证号为\(residentNumber())，请予核对。")
    case .unknownOutlet: article.outlets = ["site-zh", "weibo-zh"]
    case .wrongLanguage: article.outlets = ["site-mn"]
    case .titleTooLong:
      article.title += "并就下一阶段有关重点任务作出全面安排部署提出具体要求"
      (article.shortTitle, article.outlets) = (nil, ["wechat-zh"])
    case .duplicateKey: article.extra = [("date", article.date)]
    case .badDate: article.date = "\(year)-13-45"
    case .unknownFormat, .damaged, .empty, .duplicate: break
    }
    return finished(flaw, article, date)
  }

  private mutating func declare(_ article: inout Article, _ attribute: String, mark: String) {
    if random.chance(50) { (article.attribute, article.mark) = (nil, mark) } else { article.attribute = attribute }
  }

  private mutating func finished(_ flaw: Flaw, _ article: Article, _ date: Day) -> DroppedItem {
    switch flaw {
    case .duplicateKey: return written(article, date, kind: .markdown, convention: .sidecarEnglish)
    case .attributeConflict:
      return written(article, date, kind: random.pick([.markdown, .html, .docx]), convention: .sidecarChinese)
    case .unknownFormat:
      var item = written(article, date, kind: .markdown, convention: .sidecarEnglish)
      item.name = item.name.split(separator: ".").dropLast().joined(separator: ".") + ".exe"
      item.bytes = [0x4D, 0x5A, 0x90, 0, 3, 0, 0, 0] + Array("program \(serial)".utf8) + [0, 0xFF, 0xFE, 1]
      return item
    case .damaged:
      var item = written(article, date, kind: .docx, convention: .sidecarEnglish)
      item.bytes = Array(item.bytes.prefix(item.bytes.count * 2 / 3))
      return item
    case .empty:
      var item = written(article, date, kind: .text, convention: .sidecarEnglish)
      item.bytes = []
      return item
    default: return written(article, date)
    }
  }

  /// An invented resident number with a right check digit. Source: GB 11643-1999.
  private mutating func residentNumber() -> String {
    let birth = Day(year: random.number(1950...2005), month: random.number(1...12), day: random.number(1...28))
    let digits = "150102\(birth.stamp)\(random.number(100...999))"
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(digits.utf8, weights).reduce(0) { $0 + Int($1.0 &- 48) * $1.1 }
    return digits + ["1", "0", "X", "9", "8", "7", "6", "5", "4", "3", "2"][sum % 11]
  }
}
