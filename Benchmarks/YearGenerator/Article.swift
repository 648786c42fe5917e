/// One invented document, before it has a format.
struct Article: Sendable {
  var isMongolian = false
  var title = ""
  /// Lines above the title: red head and document number.
  var head: [String] = []
  var documentNumber: String?
  /// 主送机关, with its colon.
  var addressee: String?
  var paragraphs: [String] = []
  /// Rows of a table, the head first.
  var table: [[String]] = []
  /// Signature and date.
  var signature: [String] = []
  /// The closing mark, with its brackets.
  var mark: String?
  /// Lines below the mark: 抄送, 印发.
  var foot: [String] = []
  var date = ""
  var outlets: [String] = []
  /// The declared attribute in metadata; `nil`: the mark alone says it, or nothing does.
  var attribute: String?
  var pair: String?
  var shortTitle: String?
  /// More metadata, written as they are.
  var extra: [(key: String, value: String)] = []

  /// The outlets that a document has without declaring any.
  var defaultOutlets: [String] { [isMongolian ? "site-mn" : "site-zh"] }
}
