import Disclosure
import Publication

/// Reads the office's list of wrong names (`text.wrongNames`): JSON, `docs/wrong-names.schema.json`.
enum WrongNamesReader {
  /// The list of these bytes, or what is wrong with it, for the person who wrote it.
  static func read(_ bytes: [UInt8]) -> Result<WrongNames, Fault> {
    let json: JSONValue
    do {
      json = try JSONValue.reading(bytes)
    } catch {
      return .failure(Fault(reason: "第 \(error.byteOffset) 字节起不是有效的 JSON"))
    }
    guard case .object(let members) = json, json["schema"]?.text == "zarlal.wrong-names/1" else {
      return .failure(Fault(reason: "缺少 \"schema\": \"zarlal.wrong-names/1\""))
    }
    if let unknown = members.first(where: { !["schema", "$schema", "version", "entries"].contains($0.name) }) {
      return .failure(Fault(reason: "不认识“\(unknown.name)”"))
    }
    guard let version = json["version"]?.text?.trimmedWhitespace, !version.isEmpty else {
      return .failure(Fault(reason: "缺少版本 version"))
    }
    guard case .array(let rows)? = json["entries"] else { return .failure(Fault(reason: "缺少 entries 列表")) }
    var entries: [WrongNames.Entry] = []
    for (index, row) in rows.enumerated() {
      guard case .object(let members) = row,
        members.allSatisfy({ ["wrong", "right", "action", "note"].contains($0.name) && $0.value.text != nil }),
        let wrong = row["wrong"]?.text, let right = row["right"]?.text,
        let holds = ["hold": true, "warn": false][row["action"]?.text ?? "hold"],
        let entry = WrongNames.Entry(wrong: wrong, right: right, holds: holds)
      else {
        return .failure(
          Fault(reason: "entries 第\(index + 1)条：要有 wrong（至少两个字）和不同的 right，action 为 hold 或 warn"))
      }
      entries.append(entry)
    }
    return .success(WrongNames(version: version, entries: entries))
  }

  /// Why a list can't be used.
  struct Fault: Error, Equatable {
    var reason: String
  }
}
