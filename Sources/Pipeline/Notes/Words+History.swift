import Publication

extension Words {
  /// What happened and on what grounds, in one line; facts that say nothing are left out. Names that have no word stand as they are.
  static func event(_ entry: HistoryEntry) -> String {
    guard case .object(let facts) = entry.facts else { return event(named: entry.event) }
    let told = facts.compactMap { fact in
      value(fact).map { (factNames[fact.name] ?? fact.name) + "：" + $0 }
    }
    return event(named: entry.event) + (told.isEmpty ? "" : "（" + told.joined(separator: "；") + "）")
  }

  private static func event(named name: String) -> String { events[name] ?? state(name) }

  private static func value(_ fact: JSONValue.Member) -> String? {
    switch fact.value {
    case .null: return nil
    case .array(let values):
      return values.isEmpty
        ? nil : values.map { $0.text ?? String(decoding: $0.utf8(), as: UTF8.self) }.joined(separator: "、")
    case .string(let text): return text.isEmpty ? nil : word(text, of: fact.name)
    default: return String(decoding: fact.value.utf8(), as: UTF8.self)
    }
  }

  private static func word(_ text: String, of fact: String) -> String {
    switch fact {
    case "review": ReviewKind(rawValue: text)?.term ?? text
    case "verdict": SignOff.Verdict(rawValue: text)?.term ?? text
    case "attribute": DisclosureAttribute(rawValue: text)?.term ?? text
    default: text
    }
  }

  private static let events = [
    "signed": "审查", "decided": "决定", "heldByPerson": "人工暂停", "released": "放行", "withdrawn": "撤稿", "due": "到期入队",
    "corrected": "更正入队",
    "stricterAttribute": "属性改严", "grounded": "补记依据",
  ]
  private static let factNames = [
    "codes": "编码", "payloads": "载荷", "stopped": "停止的载荷", "review": "审查", "verdict": "结论", "opinion": "意见",
    "content": "内容标识",
    "attribute": "公开属性", "basis": "依据", "reason": "理由", "code": "理由代码", "note": "说明", "by": "对应编号", "names": "易错名称表",
    "correctionOf": "更正的编号",
  ]
}
