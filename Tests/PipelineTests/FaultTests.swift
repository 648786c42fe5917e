import Foundation
import Publication
import SystemEdges
import Testing

@testable import Pipeline

/// The whole pipeline over a small, rich inbox, with one step failing: every step of the disk and the ledger in turn. `ZARLAL_FAULTS=all` takes every
/// step with every failure (`Benchmarks/faults`); otherwise a sample of them.
@Suite("When a step fails")
struct FaultTests {
  static let isThorough = ProcessInfo.processInfo.environment["ZARLAL_FAULTS"] == "all"
  static let only = ProcessInfo.processInfo.environment["ZARLAL_FAULT_STEP"].flatMap(Int.init)

  /// What happened before, and what lies in the inbox: every outcome, a pair, a bundle, pictures, a duplicate, a revision, a correction, a stricter attribute.
  private func prepare(_ office: Office) throws -> [Data] {
    try office.drop("已发.txt", Notice.chinese("关于已发一件事的通知"))
    try office.drop("待更正.txt", Notice.chinese("关于待更正一件事的通知"), sidecar: #"{"outlets":["site-zh","wechat-zh"]}"#)
    try office.drop("变严.txt", Notice.chinese("关于变严一件事的通知", mark: ""), sidecar: #"{"attribute":"主动公开"}"#)
    try office.drop("先停.txt", Notice.chinese("关于先停一件事的通知", mark: ""))
    try office.drop("定时.txt", Notice.chinese("关于定时一件事的通知"), sidecar: #"{"date":"2025-06-30"}"#)
    try office.run(today: "2025-06-29")
    let corrected = try #require(
      try office.pending("site-zh").first { $0["title"]?.text?.contains("待更正") == true }?["itemID"]?.text)
    try office.drop("更正.txt", Notice.chinese("关于待更正一件事的通知", body: "更正后的内容。"), sidecar: #"{"replaces":"\#(corrected)"}"#)
    try office.drop("变严.txt", Notice.chinese("关于变严一件事的通知", mark: ""), sidecar: #"{"attribute":"不予公开"}"#)
    try office.drop("先停.txt", Notice.chinese("关于先停一件事的通知"))
    try office.drop("已发.txt", Notice.chinese("关于已发一件事的通知", body: "另一种内容。"))
    try office.drop("已发 - 副本.txt", Notice.chinese("关于已发一件事的通知"))
    try office.drop("无属性.txt", Notice.chinese("关于无属性的通知", mark: ""))
    try office.drop("坏.docx", "PK\u{3}\u{4}")
    try office.drop("密.txt", Notice.chinese("关于密的通知", mark: "机密★5年"))
    try office.drop("依申请.txt", Notice.chinese("关于依申请的通知", mark: "（此件依申请公开）"))
    try office.drop("加急/急.txt", Notice.chinese("关于急的通知"), sidecar: #"{"outlets":["site-zh","wechat-zh"]}"#)
    try office.drop("成套/通知.txt", Notice.chinese("关于成套的通知"))
    try office.drop("成套/附件1.txt", "附件\n一。\n")
    try office.drop("正文.txt", Notice.chinese("关于附件夹的通知"))
    try office.drop("正文.附件/清单.txt", "清单\n一。\n")
    try office.drop("zh.md", "---\npair: P1\nattribute: 主动公开\n---\n\n# 关于双语的通知\n\n正文一段。\n")
    try office.drop("mn.md", Notice.mongolian("---\npair: P1\n---\n\n"))
    return try Array(office.everything(below: "inbox").values)
  }

  /// What must be the same however often it broke: payload files and lists.
  private struct Outcome: Equatable {
    var outbox: [String: Data]
    var lists: [String: [String]]
  }

  private func outcome(_ office: Office) throws -> Outcome {
    var lists: [String: [String]] = [:]
    // Why things were ever held is history: a half that had to wait for one that broke was held once more.
    for kind in ListedKind.allCases where kind != .holds {
      lists[kind.rawValue] = try office.list(kind).map { "\($0.id) \($0.state) \($0.codes)" }.sorted()
    }
    return Outcome(outbox: try office.everything(below: "outbox"), lists: lists)
  }

  private func differences(_ now: Outcome, _ expected: Outcome) -> String {
    let lists = now.lists.keys.sorted().filter { now.lists[$0] != expected.lists[$0] }.map {
      "\($0): \(now.lists[$0] ?? []) instead of \(expected.lists[$0] ?? [])"
    }
    let files = Set(now.outbox.keys).symmetricDifference(expected.outbox.keys).sorted()
    return (lists + files).joined(separator: "; ")
  }

  private func run(_ office: Office, _ plan: FaultPlan) throws {
    var engine = try Engine(
      office.configuration, root: office.root.path, files: plan.disk(Disk(root: office.root.path)), clock: office.clock)
    engine.ledgerSeam = { FaultyLedger(ledger: $0, plan: plan) }
    _ = try engine.run(office.options)
  }

  /// Steps of an undisturbed run, and what it leaves.
  private func undisturbed(looks: Bool) throws -> (steps: Int, outcome: Outcome) {
    let office = try Office()
    _ = try prepare(office)
    let plan = FaultPlan(looks: looks)
    try run(office, plan)
    #expect(try office.isClean())
    return (plan.count, try outcome(office))
  }

  private func broken(at step: Int, _ kind: FaultPlan.Kind, looks: Bool, _ expected: Outcome) throws {
    let office = try Office()
    let dropped = try prepare(office)
    try? run(office, FaultPlan(failing: step, kind, looks: looks))
    // Whatever the moment, every original exists byte by byte.
    let kept = Set(try office.everything().values)
    #expect(dropped.allSatisfy(kept.contains), "an original is gone after step \(step), \(kind)")
    try office.run()
    // What a passing fault gave back is taken by the next run; then everything is as if nothing had been.
    try office.run()
    let now = try outcome(office)
    #expect(now == expected, "step \(step), \(kind): \(differences(now, expected))")
    #expect(try office.engine.verify() == [], "step \(step), \(kind)")
    #expect(try office.everything(below: "work").isEmpty, "step \(step), \(kind)")
  }

  @Test("whatever step a kill falls on, the next run mends the rest: nothing lost, nothing doubled")
  func killed() throws {
    let (steps, expected) = try undisturbed(looks: false)
    #expect(steps > 100)
    for step in stride(from: 0, to: steps, by: Self.isThorough ? 1 : 13) {
      try broken(at: step, .kill, looks: false, expected)
    }
    report("kills", Self.isThorough ? steps : (steps + 12) / 13)
  }

  @Test(
    "whatever step fails once, the run or the next one mends the rest: nothing lost, nothing doubled",
    arguments: Failure.allCases)
  func failed(_ failure: Failure) throws {
    let (steps, expected) = try undisturbed(looks: true)
    let stride = Self.isThorough ? 1 : 97
    // Another sample for each failure.
    let first = Self.isThorough ? 0 : (Failure.allCases.firstIndex(of: failure) ?? 0) * 17
    var count = 0
    for step in Self.only.map({ [$0] }) ?? Array(Swift.stride(from: first, to: steps, by: stride)) {
      try broken(at: step, .once(failure), looks: true, expected)
      count += 1
    }
    report(failure.rawValue, count)
  }

  private func report(_ name: String, _ count: Int) {
    if Self.isThorough { print("faults injected: \(name) \(count)") }
  }
}
