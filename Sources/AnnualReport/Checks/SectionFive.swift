import Publication

/// Section five, problems and remedies: however short, it says something unless there is nothing but headings and words for nothing.
enum SectionFive {
  /// Whether a paragraph says more than a heading or 无.
  static func saysSomething(_ paragraph: String) -> Bool {
    sentences(of: paragraph).contains { sentence in
      sentence.count >= 2 && !nothing.contains { $0.elementsEqual(sentence) }
        && !headings.contains { $0.elementsEqual(sentence) }
    }
  }

  /// The Han characters of each sentence or clause, without an enumerator (一、 （一）) before them.
  private static func sentences(of paragraph: String) -> [[Unicode.Scalar]] {
    paragraph.unicodeScalars.split { !$0.isHan && !$0.properties.isAlphabetic && !blanks.contains($0) }
      .map { $0.filter(\.isHan) }
  }

  private static let blanks = Set(" \u{3000}\u{A0}\t".unicodeScalars)

  private static let nothing = words([
    "暂无", "没有", "全无", "不适用", "待补充", "待填", "待填写", "待完善", "略", "无问题", "暂无问题", "没有问题", "无存在问题", "不存在问题", "无相关情况", "无此情况",
    "无此类情况", "暂无相关情况", "无内容", "暂无内容", "此处填写", "请填写",
  ])

  private static let headings = words([
    "存在问题", "存在的问题", "主要问题", "存在的主要问题", "存在的主要问题及改进情况", "存在的主要问题和改进情况", "存在的主要问题与改进情况", "存在问题及改进情况", "存在的问题及改进情况",
    "改进情况",
    "改进措施", "改进的情况", "下一步改进措施", "下一步工作打算", "下一步工作", "下一步工作措施", "下一步工作计划", "整改情况", "整改措施", "上年度问题整改情况",
  ])

  private static func words(_ list: [String]) -> [[Unicode.Scalar]] { list.map { Array($0.unicodeScalars) } }
}
