import Publication
import Testing

/// A line and what it says: an attribute, unclear, or no mark at all.
struct MarkCase: CustomTestStringConvertible, Sendable {
  var line: String
  var mark: DisclosureMark?
  init(_ line: String, _ mark: DisclosureMark?) {
    self.line = line
    self.mark = mark
  }
  var testDescription: String { line }
}

private let open = DisclosureMark.attribute(.proactive)
private let request = DisclosureMark.attribute(.onRequest)
private let closed = DisclosureMark.attribute(.withheld)

@Suite("Closing marks and fields")
struct MarkParsingTests {
  @Test(
    "a closing mark is read in every wording",
    arguments: [
      MarkCase("（此件公开发布）", open), MarkCase("（此件主动公开）", open), MarkCase("此件主动公开", open), MarkCase("此件公开", open),
      MarkCase("（主动公开）", open), MarkCase("公开发布", open), MarkCase("此件公开发布。", open), MarkCase("附注：此件公开发布", open),
      MarkCase("（此件依申请公开）", request), MarkCase("此件依申请公开", request), MarkCase("（依申请公开）", request),
      MarkCase("★此件不公开★", closed), MarkCase("«此件不公开»", closed),
      MarkCase("2025年3月12日印发　　依申请公开", request), MarkCase("某某办公室　2025年3月12日　不予公开", closed),
      MarkCase("是否公开：□是 ☑否", closed), MarkCase("此报告不公开", closed), MarkCase("是否公开：☑否　□是", closed),
      MarkCase("是否属于主动公开：否", closed),
      MarkCase("是否公开：☑是 □否", nil), MarkCase("是否公开：□是 □否", nil), MarkCase("2025年3月12日起　施行依申请公开制度", nil),
      MarkCase("（此件不公开）", closed), MarkCase("（此件不予公开）", closed), MarkCase("此件不予主动公开", closed),
      MarkCase("（此件不公开发布）", closed), MarkCase("（不予公开）", closed),
      MarkCase("(此件公开发布)", open), MarkCase("【此件公开发布】", open), MarkCase("〔此件公开发布〕", open), MarkCase("[此件不公开]", closed),
      MarkCase("（ 此 件 公 开 发 布 ）", open), MarkCase("\u{3000}\u{3000}（此件\u{3000}公开发布）", open),
      MarkCase("\u{A0}（此件公\u{200B}开发布）\u{200B}", open), MarkCase("（此件公開發布）", open), MarkCase("**（此件公开发布）**", open),
      MarkCase("（此件依\u{200B}申请 公开）", request), MarkCase("（此件属于主动公开）", open),
      MarkCase("2025年3月27日（此件公开发布）", open), MarkCase("特此通知。（此件公开发布）", open), MarkCase("行政公署办公室（此件公开发布）", open),
      MarkCase("特此通知。（此件不公开）", closed),
    ])
  func wordings(_ example: MarkCase) {
    #expect(DisclosureMark.parse(example.line) == example.mark)
  }

  @Test(
    "a field of the attribute is read in every name and spacing",
    arguments: [
      MarkCase("公开属性：主动公开", open), MarkCase("公开属性: 主动公开", open), MarkCase("公开方式：主动公开", open),
      MarkCase("公开类别：依申请公开", request),
      MarkCase("信息公开选项：依申请公开", request), MarkCase("信息公开属性：不予公开", closed), MarkCase("政府信息公开选项：主动公开", open),
      MarkCase("公开属性\t主动公开", open), MarkCase("公开属性　主动公开", open), MarkCase("【公开属性】主动公开", open),
      MarkCase("（公开属性：主动公开）", open), MarkCase("公 开 属 性 ： 主 动 公 开", open), MarkCase("公开属性：此件公开发布", open),
      MarkCase("索引号：0142768-8/2022-00185　公开属性：不予公开　发文日期：2025-01-01", closed), MarkCase("公开属性：不公开", closed),
      MarkCase("公开属性：公开", open), MarkCase("公开属性：主动公开。", open),
      MarkCase("公开属性：", .unclear), MarkCase("公开属性：待定", .unclear), MarkCase("公开属性：主动公开/依申请公开/不予公开", .unclear),
      MarkCase("公开属性：主动公开 依申请公开 不予公开", .unclear), MarkCase("公开方式：依申请", .unclear),
      MarkCase("公开方式：政府网站、公告栏", nil), MarkCase("公开属性分为主动公开、依申请公开、不予公开三类。", nil), MarkCase("公开属性", nil),
    ])
  func fields(_ example: MarkCase) {
    #expect(DisclosureMark.parse(example.line) == example.mark)
  }

  @Test(
    "exactly one ticked box counts",
    arguments: [
      MarkCase("☑主动公开 ☐依申请公开 ☐不予公开", open), MarkCase("□主动公开 ☑依申请公开 □不予公开", request),
      MarkCase("□主动公开 □依申请公开 ■不予公开", closed),
      MarkCase("☒主动公开 □依申请公开 □不予公开", open), MarkCase("▣主动公开□依申请公开□不予公开", open), MarkCase("√主动公开 □依申请公开 □不予公开", open),
      MarkCase("[x]主动公开 [ ]依申请公开 [ ]不予公开", open), MarkCase("（√）主动公开（ ）依申请公开（ ）不予公开", open),
      MarkCase("（　）主动公开（√）依申请公开（　）不予公开", request), MarkCase("主动公开☑ 依申请公开☐ 不予公开☐", open),
      MarkCase("公开属性：☑主动公开 ☐依申请公开 ☐不予公开", open), MarkCase("公开属性（请在□内打√）：□主动公开 ☑依申请公开 □不予公开", request),
      MarkCase("☑\u{FE0F} 主动公开 ☐ 依申请公开 ☐ 不予公开", open), MarkCase("●主动公开 ○依申请公开 ○不予公开", open),
      MarkCase("□√主动公开 □依申请公开 □不予公开", open),
      MarkCase("☑公开 ☐不公开", open), MarkCase("√主动公开　依申请公开　不予公开", open), MarkCase("☑主动公开", open), MarkCase("主动公开√", open),
      MarkCase("□主动公开 □依申请公开 □不予公开", .unclear), MarkCase("☑主动公开 ☑依申请公开 □不予公开", .unclear), MarkCase("□主动公开", .unclear),
      MarkCase("□不予公开√□主动公开", .unclear), MarkCase("□不予公开√ 主动公开", .unclear), MarkCase("不予公开 √ 主动公开", .unclear),
      MarkCase("√□主动公开 □不予公开", .unclear), MarkCase("☑主动公开 ☑免予公开", .unclear), MarkCase("口主动公开 口依申请公开 口不予公开", .unclear),
      MarkCase("● 主动公开", nil),
    ])
  func boxes(_ example: MarkCase) {
    #expect(DisclosureMark.parse(example.line) == example.mark)
  }

  @Test(
    "a mark that can't be understood is unclear",
    arguments: [
      MarkCase("（此件删减后公开）", .unclear), MarkCase("此件删减后公开", .unclear), MarkCase("（暂不公开）", .unclear),
      MarkCase("（内部公开）", .unclear),
      MarkCase("（此件公开发布）／（此件不予公开）", .unclear), MarkCase("公开发布）", .unclear), MarkCase("此件可公开也可不公开", .unclear),
      MarkCase("（此件部分公开）", .unclear), MarkCase("（公开）", .unclear),
    ])
  func unclear(_ example: MarkCase) {
    #expect(DisclosureMark.parse(example.line) == example.mark)
  }

  @Test(
    "running text is no mark",
    arguments: [
      "按照主动公开的要求，及时发布政府信息。", "主动公开的，在成文日期下一行加括号标“此件公开发布”；依申请公开的，标“此件依申请公开”。",
      "要坚持以公开为常态、不公开为例外。", "（一）主动公开", "（二）依申请公开", "主动公开", "一、主动公开政府信息情况", "（公开征求意见稿）", "（政府信息公开）",
      "关于公开招标的公告", "在附注处标注（此件公开发布）", "1.《关于清理文件的通知》（主动公开）", "政府信息公开指南", "“（此件公开发布）”", "本机关主动公开政府信息32条。",
      "《公开属性管理办法》", "会议审议了信息公开方式，主动公开各类信息。", "", "公开", "此件收悉。",
    ])
  func runningText(_ line: String) {
    #expect(DisclosureMark.parse(line) == nil)
  }
}
