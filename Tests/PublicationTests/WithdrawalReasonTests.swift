import Publication
import Testing

@Suite("Why something is taken back")
struct WithdrawalReasonTests {
  @Test(
    "a reason is a code, its name, either with words of one's own, or words alone",
    arguments: [
      ("error", "error", "内容有误"), ("内容有误", "error", "内容有误"), ("内容有误：第三条数字", "error", "内容有误：第三条数字"),
      ("void: 新办法已施行", "void", "已经失效：新办法已施行"), (" 重复发布 ", "duplicate", "重复发布"), ("error：", "error", "内容有误"),
      ("内容有误的地方很多", "other", "内容有误的地方很多"), ("errors", "other", "errors"),
    ])
  func reading(_ text: String, _ code: String, _ words: String) {
    let found = WithdrawalReason.reading(text)
    #expect(found.code.rawValue == code)
    #expect(found.words == words)
  }

  @Test("no two reasons have one name")
  func names() {
    let names = WithdrawalReason.allCases.flatMap { [$0.rawValue, $0.term] }
    #expect(Set(names).count == names.count)
  }
}
