/// Sidecars and front matter.
extension HostileCase {
  static let sidecars: [HostileCase] = [
    HostileCase("坏的元数据", .held, "MET-001", sidecar: Array("{\"attribute\": ".utf8)),
    HostileCase(
      "十万层元数据", .held, "MET-001", sidecar: Array((Ordinary.times("[", 100_000) + Ordinary.times("]", 100_000)).utf8)),
    HostileCase(
      "十万层对象", .held, "MET-001",
      sidecar: Array((Ordinary.times("{\"a\":", 100_000) + "1" + Ordinary.times("}", 100_000)).utf8)),
    HostileCase("重复的键", .held, "MET-003", sidecar: Array("{\"attribute\": \"主动公开\", \"attribute\": \"主动公开\"}".utf8)),
    HostileCase("同义的键", .held, "MET-003", sidecar: Array("{\"attribute\": \"主动公开\", \"公开属性\": \"主动公开\"}".utf8)),
    HostileCase("五兆元数据", .held, "MET-001", sidecar: Array("{\"作者\": \"\(Ordinary.times("长", 1_700_000))\"}".utf8)),
    HostileCase("不是文字的元数据", .held, "MET-001", sidecar: [0xFF, 0xFE, 0x00, 0x80, 0x81]),
    HostileCase("数组元数据", .held, "MET-001", sidecar: Array("[\"主动公开\"]".utf8)),
    HostileCase("元数据带空字节", .held, "MET-001", sidecar: Array("{\"attribute\": \"主动\u{0}公开\"}".utf8)),
    HostileCase("孤立代理项", .held, "MET-001", sidecar: Array("{\"attribute\": \"主动公开\", \"title\": \"\\ud800\"}".utf8)),
    HostileCase("是不是真", .held, "MET-004", sidecar: Array("{\"attribute\": true}".utf8)),
    HostileCase(
      "封面在上级", .held, "MET-008", sidecar: Array("{\"attribute\": \"主动公开\", \"cover\": \"../../../../etc/passwd\"}".utf8)
    ),
    HostileCase(
      "附件是绝对路径", .held, "MET-008", sidecar: Array("{\"attribute\": \"主动公开\", \"attachments\": [\"/etc/passwd\"]}".utf8)),
    HostileCase(
      "渠道是路径", .held, "MET-007", sidecar: Array("{\"attribute\": \"主动公开\", \"outlets\": [\"../../x\"]}".utf8)),
    HostileCase("一万年", .held, "MET-004", sidecar: Array("{\"attribute\": \"主动公开\", \"date\": \"19999-01-01\"}".utf8)),
    HostileCase("大数", .held, "MET-001", sidecar: Array("{\"attribute\": \"主动公开\", \"date\": 1e400}".utf8)),
  ]

  private static func front(
    _ name: String, _ end: End, _ code: String, _ yaml: @autoclosure @escaping @Sendable () -> String
  ) -> HostileCase {
    HostileCase(name, end, code, "危-\(name).md", text: Ordinary.markdown(name, "", front: "---\n\(yaml())\n---\n"))
  }

  private static var aliases: String {
    "a0: &a0 [哈, 哈, 哈, 哈, 哈, 哈, 哈, 哈, 哈, 哈]\n"
      + (1..<12).map { "a\($0): &a\($0) [\(Array(repeating: "*a\($0 - 1)", count: 10).joined(separator: ", "))]" }
      .joined(separator: "\n")
  }

  static let frontMatter: [HostileCase] = [
    front("别名炸弹", .held, "MET-002", aliases),
    front("自引用", .held, "MET-002", "a: &a [*a]"),
    front("类型标签", .held, "MET-002", "title: !!python/object/apply:os.system [\"touch x\"]"),
    front("二进制标签", .held, "MET-002", "title: !!binary aGVsbG8="),
    front("重复的文首键", .held, "MET-003", "attribute: 主动公开\nattribute: 主动公开"),
    front("是与否", .held, "MET-004", "attribute: yes"),
    front("挪威问题", .held, "MET-004", "attribute: 主动公开\nlang: no"),
    front("文首十万层", .held, "MET-002", "a: " + Ordinary.times("[", 100_000)),
    front("文首太大", .held, "MET-002", "title: " + Ordinary.times("长", 500_000)),
    front("合并键", .held, "MET-002", "b: &b {attribute: 主动公开}\n<<: *b"),
    front("制表符缩进", .held, "MET-002", "a:\n\t- b: [1"),
  ]
}
