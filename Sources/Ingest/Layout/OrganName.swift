import Publication

/// Names of organs, as they stand in a red head or a signature.
enum OrganName {
  /// The organs named in `text`, joint ones each on its own; empty where it isn't a list of organs and nothing else.
  static func list(in text: String) -> [String] {
    var text = text
    for seal in ["（印章）", "（盖章）", "（公章）", "（印）", "(印章)", "(盖章)"] where text.ends(withText: seal) {
      text = text.dropping(lastScalars: seal.unicodeScalars.count)
    }
    guard text.utf8.count <= 600 else { return [] }
    let pieces = text.unicodeScalars.split { $0.isBlank || $0 == "、" || $0 == "\u{0A}" }.map { String($0) }
    if !pieces.isEmpty, pieces.allSatisfy(isOne) { return pieces }
    // Letter-spaced to fill the line: 乌 兰 塔 拉 盟 民 政 局.
    let joined = text.withoutBlanks
    guard pieces.count != 1 || joined.utf8.count != pieces[0].utf8.count else { return [] }
    return isOne(joined) ? [joined] : []
  }

  /// Whether `text` is the name of one organ: 3 to 40 Han characters that end as organs do.
  static func isOne(_ text: String) -> Bool {
    let size = text.utf8.count
    guard size >= 9, size <= 120, text.unicodeScalars.allSatisfy({ $0.isHan || $0 == "\u{B7}" }) else { return false }
    guard endings.contains(where: { text.ends(withText: $0) }) else { return false }
    // A headline of news ends like an organ too: 阿尔善旗召开工作会.
    return !verbs.contains { text.contains(text: $0) }
  }

  private static let verbs = ["关于", "召开", "举办", "举行", "开展", "启动", "印发", "邀请", "深入", "持续", "扎实", "顺利", "成功", "做好", "赴"]

  private static let endings = [
    "局", "委", "委员会", "办公室", "办公厅", "办", "厅", "部", "院", "署", "政府", "会", "中心", "旗", "镇", "乡", "县", "市", "盟", "苏木", "街道",
    "嘎查", "办事处", "公司", "学校", "大学", "中学", "小学", "队", "站", "所", "处", "科", "银行", "集团", "组", "室", "馆", "台", "社", "司",
    "开发区", "管理区", "口岸", "关", "联合体", "基地", "园", "场", "海关",
  ]
}
