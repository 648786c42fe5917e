public import Publication

/// The Chinese words for the names that JSON has in English.
public enum Words {
  /// One piece of evidence in one line.
  public static func evidence(_ one: Evidence) -> String {
    evidence(fact: one.fact, value: one.value, source: one.source.rawValue, place: one.place)
  }

  static func evidence(fact: String, value: String, source: String, place: String) -> String {
    let (source, place) = (sources[source] ?? source, PlaceWords.shown(place))
    let from = place.utf8.starts(with: source.utf8) ? place : source + "，" + place
    return "\(facts[fact] ?? PlaceWords.term(fact))：\(value)（\(from)）"
  }

  static func severity(_ name: String) -> String { severities[name] ?? name }
  /// The word for a state.
  public static func state(_ name: String) -> String { states[name] ?? name }
  static func action(_ name: String) -> String { actions[name] ?? name }

  private static let facts = [
    "attribute": "公开属性", "secrecy": "密级标志", "title": "标题", "docno": "发文字号", "date": "成文日期",
    "formedOn": "成文日期", "issuer": "发文机关", "lang": "语言",
  ]
  private static let sources = [
    "sidecar": "元数据文件", "frontMatter": "文首元数据", "properties": "文档属性", "text": "正文", "inherited": "承接",
    "person": "人工决定",
  ]
  private static let severities = [
    "note": "提示", "warning": "提醒", "hold": "暂停", "restrict": "受限", "reject": "不接收",
  ]
  private static let states = [
    "queued": "已入队", "held": "暂停", "restricted": "受限", "onRequest": "依申请公开", "sealed": "不予公开，已封存",
    "rejected": "不接收", "duplicate": "重复", "withdrawn": "已撤稿", "superseded": "已被替代", "scheduled": "定时",
    "written": "已放入发件箱", "stopped": "已停止", "publish": "将入队", "waiting": "等待", "ignored": "不处理",
    "register": "将登记",
  ]
  private static let actions = ["publish": "发布", "correct": "更正", "withdraw": "撤稿"]
}
