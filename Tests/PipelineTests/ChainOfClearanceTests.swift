import Disclosure
import FanOut
import Foundation
import Ingest
import LedgerConformance
import MongolianText
import Publication
import TestSupport
import Testing

@testable import Pipeline

/// What a place says, known because it was chosen so: the oracle never reads text.
private enum Said: Equatable { case open, onRequest, withheld, unclear, secret, personal, plate, child, misprint }

/// One content as a clerk would drop it, and what is in it.
private struct Content: Equatable {
  var said: [Said] = []
  /// Of the attachment, where there is one; `nil` for the whole: none.
  var attachmentSaid: [Said]?
  /// Names the class that needs reviews.
  var needsReviews = false
  /// Tells contents apart that say the same.
  var number = 0
  /// Written in the sidecar, not in the text.
  var isDeclared: [Bool] = []
  /// Verdicts in the sidecar, each on this content or on another one.
  var reviews: [DeclaredReview] = []

  struct DeclaredReview: Equatable {
    var review: ReviewKind
    var verdict: SignOff.Verdict
    var isOnThis: Bool
  }

  private static func mark(_ said: Said) -> String {
    switch said {
    case .open: "（此件公开发布）"
    case .onRequest: "（此件依申请公开）"
    case .withheld: "（此件不予公开）"
    case .unclear: "☐主动公开 ☐依申请公开 ☐不予公开"
    case .secret: "机密★1年"
    case .personal: "身份证号：152921199001010013"
    case .plate: "车牌号：蒙M12345"
    case .child: "某某小学三年级二班学生李小明"
    case .misprint: "各级人民攻府"
    }
  }

  private static func value(_ said: Said) -> String? {
    switch said {
    case .open: "主动公开"
    case .onRequest: "依申请公开"
    case .withheld: "不予公开"
    case .unclear, .secret, .personal, .plate, .child, .misprint: nil
    }
  }

  private static let neutral = "各旗区各部门要压实责任、细化举措，加强隐患排查和应急值守，确保群众温暖过冬。"

  func item() -> InboxItem {
    var bare = self
    bare.reviews = []
    let seen = reviews.isEmpty ? "" : DocumentReader.inputID(of: bare.item()).rawValue
    var lines = ["关于做好冬季供暖工作的通知", Self.neutral + String(repeating: "再", count: number)]
    var members: [String] = []
    for (index, one) in said.enumerated() {
      if isDeclared[index], let value = Self.value(one) {
        members.append("\"公开属性\": \"\(value)\"")
      } else {
        lines += [Self.mark(one), Self.neutral]
      }
    }
    if needsReviews { members.append("\"栏目\": \"规范性文件\"") }
    if !reviews.isEmpty {
      let all = reviews.map {
        "{\"审查\": \"\($0.review.term)\", \"审查人\": \"李\", \"结论\": \"\($0.verdict.term)\", \"意见\": \"无\", \"内容标识\": \"\($0.isOnThis ? seen : String(seen.reversed()))\"}"
      }
      members.append("\"审查\": [\(all.joined(separator: ", "))]")
    }
    var item = InboxItem(name: FileName("通知.txt"), bytes: Array(lines.joined(separator: "\n").utf8))
    if !members.isEmpty { item.sidecar = Array("{\(members.joined(separator: ", "))}".utf8) }
    if let attachmentSaid {
      let text = "附件\n\(Self.neutral)\n" + attachmentSaid.map { Self.mark($0) + "\n" + Self.neutral + "\n" }.joined()
      item.companions = [InboxItem.Companion(name: FileName("附件1.txt"), bytes: Array(text.utf8), isPart: false)]
    }
    return item
  }

  /// Whether nothing closes, blurs or forbids it: `decided` is what a person decided.
  func isOpen(decided: PersonalVerdict?) -> Bool {
    let all = said + (attachmentSaid ?? [])
    if all.contains(where: { [.personal, .plate, .child, .misprint].contains($0) }) { return false }
    if all.contains(.secret) || all.contains(.withheld) || all.contains(.onRequest) {
      return false
    }
    if decided == .withhold || decided == .onRequest { return false }
    if all.contains(.unclear) { return decided == .publish }
    return said.contains(.open) || decided == .publish
  }

  /// Whether some source of it closes it.
  var isClosed: Bool {
    (said + (attachmentSaid ?? [])).contains { $0 == .secret || $0 == .withheld || $0 == .onRequest }
  }
}

/// What people have signed and decided, by the content that they saw.
private struct Acts {
  var verdicts: [(content: Content, review: ReviewKind, verdict: SignOff.Verdict)] = []
  var decisions: [(content: Content, verdict: PersonalVerdict)] = []

  func isReviewed(_ content: Content) -> Bool {
    guard content.needsReviews else { return true }
    return ReviewKind.allCases.allSatisfy { review in
      let signed = verdicts.last { $0.content == content && $0.review == review }?.verdict
      let declared = content.reviews.last { $0.isOnThis && $0.review == review }?.verdict
      return (signed ?? declared).map { $0 != .failed } ?? false
    }
  }

  func decided(_ content: Content) -> PersonalVerdict? { decisions.last { $0.content == content }?.verdict }

  func isComplete(_ content: Content) -> Bool { content.isOpen(decided: decided(content)) && isReviewed(content) }
}

@Suite("The chain of clearance under generated lives of documents")
struct ChainOfClearanceTests {
  private let lives = ProcessInfo.processInfo.environment["ZARLAL_LONG"] == "1" ? 30_000 : 600

  /// A document's life in one ledger: drops, edits, bundles, reviews in either place, decisions, in any order.
  @Test(
    "no payload without a complete chain of clearance, whatever people drop, edit, sign and decide in whatever order")
  func chains() throws {
    var configuration = Configuration()
    configuration.requiredReviews = ["规范性文件": ReviewKind.allCases]
    configuration.wrongNames = try WrongNamesReader.read(
      Array(#"{"schema": "zarlal.wrong-names/1", "version": "1", "entries": [{"wrong": "攻府", "right": "政府"}]}"#.utf8)
    ).get()
    let today = try #require(CivilDate(iso: "2025-06-30"))
    let decider = Decider(configuration, mongolian: MongolianNormalizer(), converter: SetConverter.none, today: today)
    var steps = 0
    var published = 0
    for seed in 0..<lives {
      var life = Life(decider: decider, today: today, seed: UInt64(seed))
      for _ in 0..<6 {
        let fault = try life.step()
        steps += 1
        #expect(fault == nil, "seed \(seed): \(fault ?? "") after \(life.told)")
        if fault != nil { return }
      }
      published += life.published
    }
    // The test means nothing where hardly anything comes out.
    #expect(published * 12 > lives, "\(published) published in \(steps) steps")
  }
}

private struct Life {
  let decider: Decider
  let today: CivilDate
  let ledger = MemoryLedger()
  var dice: SeededGenerator
  var acts = Acts()
  var told: [String] = []
  var published = 0
  /// What is held, by its record's id: the original where it lies.
  var originals: [ItemID: (content: Content, item: InboxItem)] = [:]
  var current = Content()
  var number = 0

  init(decider: Decider, today: CivilDate, seed: UInt64) {
    self.decider = decider
    self.today = today
    dice = SeededGenerator(seed: seed)
    current = Life.content(&dice, 0)
  }

  static func content(_ dice: inout SeededGenerator, _ number: Int) -> Content {
    let choices: [Said] = [
      .open, .open, .open, .open, .open, .open, .onRequest, .withheld, .unclear, .secret, .personal, .plate, .child,
      .misprint,
    ]
    var content = Content()
    let count = [0, 1, 1, 1, 1, 2].randomElement(using: &dice) ?? 1
    content.said = (0..<count).map { _ in choices.randomElement(using: &dice) ?? .open }
    content.isDeclared = content.said.map { _ in Int.random(in: 0..<3, using: &dice) == 0 }
    // A sidecar has the key once.
    if content.isDeclared.count(where: { $0 }) > 1 { content.isDeclared[0] = false }
    if Int.random(in: 0..<5, using: &dice) == 0 {
      content.attachmentSaid = Bool.random(using: &dice) ? [] : [choices.randomElement(using: &dice) ?? .open]
    }
    content.needsReviews = Bool.random(using: &dice)
    content.number = number
    return content
  }

  /// One step; answers what is wrong after it.
  mutating func step() throws -> String? {
    let before = try Set(payloads().map(\.payloadID))
    var touched: Content?
    switch Int.random(in: 0..<10, using: &dice) {
    case 0..<3: touched = try drop(current)
    case 3:
      // An edit: the text, or what the metadata say.
      number += 1
      if Bool.random(using: &dice) { current = Life.content(&dice, number) } else { current.number = number }
      for index in current.reviews.indices { current.reviews[index].isOnThis = false }
      touched = try drop(current)
    case 4: touched = try dropReviewed()
    case 5..<8: touched = try sign()
    default: touched = try decide()
    }
    let after = try payloads()
    for row in after where !before.contains(row.payloadID) {
      guard let touched, acts.isComplete(touched) else { return "a payload without a chain of clearance" }
      published += 1
    }
    if let touched, touched.isClosed || acts.decided(touched).map({ $0 != .publish }) ?? false,
      after.contains(where: { $0.state != .stopped })
    {
      return "a payload of a document that is closed now"
    }
    return nil
  }

  private func payloads() throws -> [PayloadRow] {
    try ledger.read { ledger in
      var rows: [PayloadRow] = []
      try ledger.forEachPayload { rows.append($0) }
      return rows
    }
  }

  // MARK: Steps

  private mutating func drop(_ content: Content) throws -> Content {
    told.append("drop \(content)")
    let item = content.item()
    try settle(decider.decision(on: item), reopened: nil, content, item)
    return content
  }

  /// Reviews in the sidecar, one of them perhaps missing, failed, or on another content.
  private mutating func dropReviewed() throws -> Content {
    current.reviews = ReviewKind.allCases.map { review in
      let verdict = SignOff.Verdict.allCases[Int.random(in: 0..<8, using: &dice) == 0 ? 1 : 0]
      return Content.DeclaredReview(
        review: review, verdict: verdict, isOnThis: Int.random(in: 0..<8, using: &dice) > 0)
    }
    if Int.random(in: 0..<6, using: &dice) == 0 { current.reviews.removeLast() }
    return try drop(current)
  }

  private func held() throws -> ItemRecord? {
    try ledger.read { try $0.items(in: [.held]) }.last { $0.state == .held && originals[$0.itemID] != nil }
  }

  private mutating func sign() throws -> Content? {
    guard let record = try held(), let (content, item) = originals[record.itemID] else { return nil }
    let review = ReviewKind.allCases.randomElement(using: &dice) ?? .secrecy
    let verdict = SignOff.Verdict.allCases[[0, 0, 0, 1, 2].randomElement(using: &dice) ?? 0]
    told.append("sign \(review) \(verdict)")
    acts.verdicts.append((content, review, verdict))
    let signOff = SignOff(
      review: review, reviewer: "李", verdict: verdict, opinion: "无", content: DocumentReader.reviewedInput(of: item))
    return try act(record, content, item, PersonalDecisions.signed, PersonalDecisions.facts(signOff))
  }

  private mutating func decide() throws -> Content? {
    guard let record = try held(), let (content, item) = originals[record.itemID] else { return nil }
    let verdict = Int.random(in: 0..<4, using: &dice) == 0 ? PersonalVerdict.withhold : .publish
    told.append("decide \(verdict)")
    acts.decisions.append((content, verdict))
    let facts: [JSONValue.Member] = [.init("attribute", .string(verdict.attribute.rawValue))]
    return try act(record, content, item, PersonalDecisions.decided, facts)
  }

  private mutating func act(
    _ record: ItemRecord, _ content: Content, _ item: InboxItem, _ event: String, _ facts: [JSONValue.Member]
  ) throws -> Content {
    let person = try ledger.write { ledger in
      try ledger.append(
        day: today, moment: "2025-06-30T00:00:00Z", actor: "王", event: event, itemID: record.itemID,
        inputID: record.inputID, facts: .object(facts))
      return try PersonalDecisions.of(record, in: ledger)
    }
    try settle(decider.decision(on: item, person: person), reopened: record, content, item)
    return content
  }

  private mutating func settle(
    _ decision: Decision, reopened: ItemRecord?, _ content: Content, _ item: InboxItem
  ) throws {
    let record = try ledger.write { ledger in
      let settlement = Settlement(
        ledger: ledger, fanOut: decider.fanOut, today: today, moment: "2025-06-30T00:00:00Z",
        isUntaken: { $0.state != .stopped })
      let one = try settlement.settle(decision, reopened: reopened)
      try Pass.record(one, decision, ledger, today, "2025-06-30T00:00:00Z")
      return one.record
    }
    if record.state == .held { originals[record.itemID] = (content, item) }
  }
}
