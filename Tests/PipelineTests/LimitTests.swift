import Foundation
import Publication
import Testing

@testable import Pipeline
@testable import hostilegen

/// A bound of `limits` in `pipeline.json`: what just fits goes through, one more is held with the figures.
struct LimitCase: Sendable, CustomTestStringConvertible {
  var option: String
  var bound: Int
  var code: Code = .tooLarge
  /// Drops a document that uses so much of it.
  var drop: @Sendable (Office, Int) throws -> Void
  var testDescription: String { option }

  private static func word(_ name: String, _ change: (inout HostileWord) -> Void = { _ in }) -> Data {
    var word = HostileWord(Ordinary.paragraphs(name))
    change(&word)
    return Data(word.bytes)
  }

  /// A text of exactly so many bytes.
  private static func text(_ size: Int) -> Data {
    let whole = Notice.chinese(body: "正文。")
    let padding = String(repeating: "a", count: size - whole.utf8.count)
    return Data(Notice.chinese(body: "正文。" + padding).utf8)
  }

  static let all: [LimitCase] = [
    LimitCase(option: "fileBytes", bound: 4000) { office, used in try office.drop("通知.txt", text(used)) },
    LimitCase(option: "textBytes", bound: 3000) { office, used in try office.drop("通知.txt", text(used)) },
    LimitCase(option: "bundleBytes", bound: 5000) { office, used in
      try office.drop("通知.txt", text(2000))
      try office.drop("通知.附件/清单.txt", Data(repeating: 0x61, count: used - 2000))
    },
    LimitCase(option: "inflatedBytes", bound: 6000) { office, used in
      let empty = HostileWord(Ordinary.paragraphs("解压")).zip.entries.reduce(0) { $0 + $1.size }
      try office.drop(
        "通知.docx", word("解压") { $0.more.append(.init("word/more.bin", String(repeating: "x", count: used - empty))) })
    },
    LimitCase(option: "partBytes", bound: 3000) { office, used in
      let empty = HostileWord(Ordinary.paragraphs("部分")).document.utf8.count
      try office.drop(
        "通知.docx",
        word("部分") { $0.document += "<!--" + String(repeating: "x", count: used - empty - 7) + "-->" })
    },
    LimitCase(option: "archiveEntries", bound: 10) { office, used in
      try office.drop(
        "通知.docx", word("条目") { word in (4..<used).forEach { word.more.append(.init("word/\($0).bin", "x")) } })
    },
    LimitCase(option: "inflationRatio", bound: 500, code: .hostileArchive) { office, used in
      // Two MiB of zeros in about two kilobytes, and so much ballast that the ratio is what is asked for.
      let size = 2 << 20
      try office.drop(
        "通知.docx",
        word("倍数") { word in
          word.more.append(.init(zeros: "word/more.bin", size, isRight: true))
          let now = word.bytes.count
          let wanted = used <= 500 ? (size + 6000) / 400 : now
          word.more.append(.init("word/x.bin", String(repeating: "x", count: max(0, wanted - now))))
        })
    },
    LimitCase(option: "nesting", bound: 20) { office, used in
      // Root, body and div levels together.
      let levels = used <= 20 ? 10 : 30
      let open = String(repeating: "<div>", count: levels)
      let close = String(repeating: "</div>", count: levels)
      try office.drop("通知.html", Ordinary.page("层数", open + "文" + close))
    },
    LimitCase(option: "paragraphs", bound: 50) { office, used in
      try office.drop(
        "通知.txt", Notice.chinese(body: String(repeating: "段。\n", count: used <= 50 ? 40 : 60)))
    },
    LimitCase(option: "titleScalars", bound: 30) { office, used in
      try office.drop(
        "通知.txt", Notice.chinese(), sidecar: "{\"title\": \"\(String(repeating: "题", count: used))\"}")
    },
  ]
}

@Suite("Bounds of what is read")
struct LimitTests {
  private func office(_ option: String, _ bound: Int) throws -> Office {
    let office = try Office()
    let read = try ConfigurationReader.read(Array("{\"limits\": {\"\(option)\": \(bound)}}".utf8), path: "")
    office.configuration.limits = read.limits
    office.configuration.itemsPerRun = read.itemsPerRun
    return office
  }

  @Test("what just fits is published, one more is held with the figures", arguments: LimitCase.all)
  func bound(_ one: LimitCase) throws {
    let fitting = try office(one.option, one.bound)
    try one.drop(fitting, one.bound)
    let published = try fitting.run().published
    let held = try fitting.list(.held)
    #expect(published == 1, "\(held)")

    let over = try office(one.option, one.bound)
    try one.drop(over, one.bound + 1)
    #expect(try over.run().published == 0)
    let listed = try #require(try (over.list(.held) + over.list(.rejected)).first)
    #expect(listed.codes.contains(one.code), "\(listed)")
    if one.code == .tooLarge { #expect(listed.message.contains("上限")) }
    #expect(try over.isClean())
  }

  @Test("a run takes no more items than it may, the next run the rest")
  func itemsPerRun() throws {
    let office = try office("itemsPerRun", 2)
    for index in 0..<3 { try office.drop("\(index).txt", Notice.chinese("关于第\(index)件事的通知")) }
    #expect(try office.run().published == 2)
    #expect(try office.run().published == 1)
  }

  @Test("every bound of the configuration has its test")
  func complete() {
    let tested = Set(LimitCase.all.map(\.option)).union(["itemsPerRun", "secondsPerFile"])
    #expect(
      Set(ConfigurationOption.names(in: "limits")).subtracting(tested).filter { !$0.hasPrefix("subprocess") } == [])
  }

  @Test("work that takes too long is given up, in its place, and the rest goes on")
  func secondsPerFile() {
    let started = DispatchSemaphore(value: 0)
    let never = DispatchSemaphore(value: 0)
    let results = timedMap(Array(0..<20), seconds: 0) { index in
      // Longer than any bound: it waits for what never comes while the test lasts.
      if index == 3 {
        started.signal()
        never.wait()
      }
      return index
    }
    #expect(results.count == 20)
    #expect(results[3] == nil)
    never.signal()
  }

  @Test("an item that was given up is held, and closed where its sidecar says so")
  func givenUp() throws {
    let office = try Office()
    let decider = try office.engine.decider(today: try #require(CivilDate(iso: "2025-06-30")))
    let found = Diagnostic(.tooSlow, .hold, details: ["max": "60"])
    var item = InboxItem(name: FileName("通知.docx"), bytes: [0x50, 0x4B, 3, 4])
    let held = decider.decision(unread: item, because: found)
    guard case .held = held.outcome else {
      Issue.record("\(held.outcome)")
      return
    }
    #expect(held.codes == [.tooSlow])
    item.sidecar = Array(#"{"attribute": "不予公开"}"#.utf8)
    guard case .sealed = decider.decision(unread: item, because: found).outcome else {
      Issue.record("not sealed")
      return
    }
  }
}
