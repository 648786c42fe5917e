/// A ground in law for not opening information to everyone: a closed list by article, with the text at hand.
///
/// Source: 《中华人民共和国政府信息公开条例》(国务院令第711号, 2019 revision), articles 14, 15, 16 and 27.
public struct LegalBasis: Sendable, Hashable {
  /// The short name people type: `14.1`.
  public let code: String
  /// What it is about: 国家秘密.
  public let title: String
  /// The words of the article that say so.
  public let text: String
  /// Which decisions it can carry.
  public let attributes: Set<DisclosureAttribute>

  /// `《政府信息公开条例》第十四条（国家秘密）`.
  public var citation: String {
    let article = code.utf8.prefix { $0 != 0x2E }
    let name = LegalBasis.articles[String(Substring(article))] ?? ""
    return "《政府信息公开条例》\(name)（\(title)）"
  }

  /// The basis with this code; white space around it is ignored.
  public init?(code: String) {
    let wanted = code.trimmedWhitespace
    guard let found = LegalBasis.all.first(where: { $0.code.utf8.elementsEqual(wanted.utf8) }) else { return nil }
    self = found
  }

  /// The basis that somebody wrote down: its code, its title, or its citation as `citation` writes it; white space around it is ignored.
  public init?(named text: String) {
    let wanted = text.trimmedWhitespace
    let found = LegalBasis.all.first { basis in
      [basis.code, basis.title, basis.citation].contains { $0.utf8.elementsEqual(wanted.utf8) }
    }
    guard let found else { return nil }
    self = found
  }

  private init(_ code: String, _ title: String, _ attributes: Set<DisclosureAttribute>, _ text: String) {
    self.code = code
    self.title = title
    self.attributes = attributes
    self.text = text
  }

  private static let articles = ["14": "第十四条", "15": "第十五条", "16": "第十六条", "27": "第二十七条"]

  /// Every basis, by article. Articles 14 and 15 say 不予公开 and 不得公开; article 16 says 可以不予公开, so an office may as well answer applications;
  /// article 27 is the rule for everything that is not opened without request.
  public static let all: [LegalBasis] = [
    LegalBasis("14.1", "国家秘密", [.withheld], "依法确定为国家秘密的政府信息"),
    LegalBasis("14.2", "法律、行政法规禁止公开", [.withheld], "法律、行政法规禁止公开的政府信息"),
    LegalBasis("14.3", "危及安全和稳定", [.withheld], "公开后可能危及国家安全、公共安全、经济安全、社会稳定的政府信息，不予公开"),
    LegalBasis("15.1", "商业秘密", [.withheld, .onRequest], "涉及商业秘密、个人隐私等公开会对第三方合法权益造成损害的政府信息，行政机关不得公开"),
    LegalBasis("15.2", "个人隐私", [.withheld, .onRequest], "涉及商业秘密、个人隐私等公开会对第三方合法权益造成损害的政府信息，行政机关不得公开"),
    LegalBasis("16.1", "内部事务信息", [.withheld, .onRequest], "行政机关的内部事务信息，包括人事管理、后勤管理、内部工作流程等方面的信息，可以不予公开"),
    LegalBasis(
      "16.2", "过程性信息", [.withheld, .onRequest], "行政机关在履行行政管理职能过程中形成的讨论记录、过程稿、磋商信函、请示报告等过程性信息以及行政执法案卷信息，可以不予公开"),
    LegalBasis(
      "16.3", "行政执法案卷信息", [.withheld, .onRequest], "行政机关在履行行政管理职能过程中形成的讨论记录、过程稿、磋商信函、请示报告等过程性信息以及行政执法案卷信息，可以不予公开"),
    LegalBasis("27", "依申请获取", [.onRequest], "除行政机关主动公开的政府信息外，公民、法人或者其他组织可以向地方各级人民政府"),
  ]
}
