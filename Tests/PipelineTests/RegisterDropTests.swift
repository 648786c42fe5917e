import Foundation
import LedgerConformance
import Publication
import SystemEdges
import TestSupport
import Testing

@testable import Pipeline

@Suite("Register tables in the inbox")
struct RegisterDropTests {
  static let canary = "卡纳里金丝雀"
  static let table = """
    登记号,申请人类别,申请人,申请内容,涉及信息,提出方式,来件日期,经办人
    甲1,自然人,\(canary),\(canary),\(canary),当面提交,2025-06-20,李某

    """

  private func mode(_ path: String, in office: Office) throws -> Int {
    try #require(FileManager.default.attributesOfItem(atPath: office.url(path).path)[.posixPermissions] as? Int)
  }

  @Test(
    "a register table among the documents lies behind the closed door, with advice where to drop it",
    arguments: 0..<4, ["六月.csv", "加急/六月.csv"])
  func misplaced(_ index: Int, _ name: String) throws {
    let table = [
      Self.table, "申请人,联系方式\n\(Self.canary),电话\n", "登记号,申请人类别,申请人,某列\n甲1,自然人,\(Self.canary),1\n",
      Self.table.replacingOccurrences(of: ",", with: ";"),
    ][index]
    let office = try Office()
    try office.drop(name, table)
    #expect(try office.engine.check([office.url("inbox/" + name).path]).map(\.codes) == [[.tableMisplaced]])
    let summary = try office.run()
    #expect(summary.held == 1 && summary.rejected == 0 && summary.registers == 0)
    #expect(summary.spoken.count == 1 && summary.spoken[0].contains("inbox/登记/"))
    #expect(summary.spoken.allSatisfy { !$0.contains(Self.canary) })
    let held = try #require(try office.list(.held).first)
    #expect(held.codes == [.tableMisplaced] && held.file == "六月.csv")
    #expect(try mode("registers/held/\(held.id)", in: office) == 0o700)
    #expect(try mode("registers/held/\(held.id)/六月.csv", in: office) == 0o600)
    let elsewhere = try LeakTests.leaks(office, Self.canary).filter { !$0.hasPrefix("registers/") }
    #expect(elsewhere.isEmpty)
    #expect(try office.engine.registerLines("依申请公开").isEmpty && office.isClean())
  }

  @Test("a misplaced table with a folder beside it goes behind the closed door too; what lies in the folder waits")
  func misplacedWithFolder() throws {
    let office = try Office()
    try office.drop("六月.csv", Self.table)
    try office.drop("六月.附件/说明.txt", "说明一。\n")
    #expect(try office.run().rejected == 0)
    #expect(try office.list(.held).first?.codes == [.tableMisplaced])
    #expect(try LeakTests.leaks(office, Self.canary).filter { !$0.hasPrefix("registers/") }.isEmpty)
    #expect(try office.run().waiting == 1)
  }

  @Test("a valid table is entered, its original kept behind a closed door, and nothing is said")
  func entered() throws {
    let office = try Office()
    try office.drop("登记/六月.csv", Self.table)
    let summary = try office.run()
    #expect(summary.files == 1 && summary.registers == 1 && summary.ignored == 0 && summary.spoken.isEmpty)
    #expect(try office.engine.registerLines("依申请公开").map(\.number) == ["甲1"])
    let digest = ContentDigest(of: Self.table.utf8)
    for (path, bits) in [
      ("registers", 0o700), ("registers/originals", 0o700), ("registers/originals/\(digest).csv", 0o600),
      ("registers/journal.jsonl", 0o600), ("registers/lock", 0o600),
    ] {
      #expect(try mode(path, in: office) == bits, "\(path)")
    }
    #expect(try office.isClean())
    // And again: nothing changes.
    let before = try office.everything()
    try office.drop("登记/六月.csv", Self.table)
    #expect(try office.run().registers == 1)
    #expect(try office.everything() == before)
  }

  @Test("a table with one wrong cell is held whole, told by row and column, and goes through once it is right")
  func held() throws {
    let office = try Office()
    let wrong = Self.table + "甲2,自然人,\(Self.canary),,,当面提交,\(Self.canary),李某\n"
    try office.drop("登记/六月.csv", wrong)
    let summary = try office.run()
    #expect(summary.held == 1 && summary.registers == 0)
    #expect(summary.spoken.count == 1 && summary.spoken[0].contains("第3行“来件日期”"))
    #expect(try office.engine.registerLines("依申请公开").isEmpty)
    let held = try #require(try office.list(.held).first)
    #expect(held.codes == [.cellForm] && held.file == "登记/六月.csv")
    let note = try String(contentsOf: office.url("registers/held/\(held.id)/说明.txt"), encoding: .utf8)
    #expect(note.contains("第3行“来件日期”") && !note.contains(Self.canary))
    #expect(try mode("registers/held/\(held.id)", in: office) == 0o700)
    #expect(try mode("registers/held/\(held.id)/六月.csv", in: office) == 0o600)
    // Dropped again as it is: held still, and not told twice.
    try office.drop("登记/六月.csv", wrong)
    #expect(try office.run().spoken.isEmpty)
    #expect(try office.list(.held).count == 1)
    try office.drop("登记/六月.csv", Self.table)
    #expect(try office.run().registers == 1)
    #expect(try office.list(.held).isEmpty)
    #expect(try office.isClean())
  }

  @Test("names and subjects of applicants are in the registers' folder and nowhere else, not even in what is printed")
  func canary() throws {
    let office = try Office()
    try office.drop("登记/六月.csv", Self.table)
    try office.drop("登记/七月.csv", Self.table + "甲2,自然人,\(Self.canary),\(Self.canary),\(Self.canary),当面提交,6月,李某\n")
    var said = try office.engine.dryRun(office.options).map { String(decoding: $0.json.utf8(), as: UTF8.self) }
    said += try office.run().spoken
    try office.drop("登记/八月.csv", Self.table.replacingOccurrences(of: "甲1", with: "甲2"))
    said += try office.run().spoken
    let engine = try office.engine
    let due = try engine.due(today: CivilDate(iso: "2025-06-30"))
    #expect(due.advice.map(\.code) == [.sameInformation])
    said += [due.json.utf8(), try engine.registerStory("依申请公开", "甲1", isFull: false, today: nil).json.utf8()].map {
      String(decoding: $0, as: UTF8.self)
    }
    let lines = due.lines.flatMap { $0.text.split(separator: "\n") }
    #expect(!lines.isEmpty && lines.allSatisfy { displayWidth(String($0)) <= 80 })
    said += due.lines.map(\.text) + due.advice.flatMap { [$0.text().message, $0.text().remedy] }
    said += try engine.registerLines("依申请公开").map { String(decoding: $0.json.utf8(), as: UTF8.self) }
    said += try office.list(.held).map { String(decoding: $0.json.utf8(), as: UTF8.self) }
    said += try engine.verify().map { "\($0.text())" }
    #expect(said.allSatisfy { !$0.contains(Self.canary) })
    let bytes = Data(Self.canary.utf8)
    for case let path as String in FileManager.default.enumerator(atPath: office.root.path) ?? .init() {
      if path.hasPrefix("registers/") { continue }
      if let data = try? Data(contentsOf: office.url(path)) { #expect(data.range(of: bytes) == nil, "\(path)") }
    }
    #expect(
      try engine.registerStory("依申请公开", "甲1", isFull: true, today: nil).line.fields.contains { $0.value == Self.canary }
    )
  }

  @Test("a changed row is a revision, a missing column keeps what was known, and the earlier words stay in the record")
  func revisions() throws {
    let office = try Office()
    try office.drop("登记/六月.csv", Self.table)
    try office.run()
    try office.drop("登记/答复.csv", "登记号,申请人类别,提出方式,来件日期,答复日期,答复类型,经办人\n甲1,自然人,当面提交,2025-06-20,2025-06-27,予以公开,王某\n")
    try office.run()
    let story = try office.engine.registerStory("依申请公开", "甲1", isFull: true, today: nil)
    #expect(story.changes.map(\.fields).last == ["答复日期", "答复类型", "经办人"])
    #expect(story.line.fields.contains { $0.key == "applicant" && $0.value == Self.canary })
    #expect(story.changes.map(\.record.revision) == [1, 2])
    #expect(try office.isClean())
  }

  @Test("an old table dropped again doesn't undo what was entered since, nor bring back a voided row")
  func oldTable() throws {
    let office = try Office()
    try office.drop("登记/六月.csv", Self.table)
    try office.run()
    let engine = try office.engine
    _ = try engine.enter("依申请公开", [("登记号", "甲1"), ("经办人", "王某")], by: "王某")
    try office.drop("登记/六月.csv", Self.table)
    try office.run()
    #expect(try engine.registerLines("依申请公开").first?.fields.last?.value == "王某")
    try engine.voidRow("依申请公开", "甲1", reason: "登记重复", by: "王某")
    try office.drop("登记/六月.csv", Self.table)
    try office.run()
    #expect(try engine.registerLines("依申请公开").isEmpty)
    #expect(try engine.registerStory("依申请公开", "甲1", isFull: false, today: nil).isVoid)
  }

  @Test("what is no CSV stays in the folder and is told; a table that is open in an editor waits")
  func others() throws {
    let office = try Office()
    try office.drop("登记/六月.xlsx", "PK")
    try office.drop("登记/六月.csv", Self.table)
    try office.drop("登记/~$六月.csv", "x")
    let summary = try office.run()
    #expect(summary.registers == 0 && summary.waiting == 1 && summary.ignored == 2)
    #expect(try office.list(.waiting).map(\.codes) == [[.lockedByEditor]])
    #expect(try office.list(.ignored).contains { $0.codes == [.registerFolder] })
    #expect(FileManager.default.fileExists(atPath: office.url("inbox/登记/六月.csv").path))
  }

  @Test("a check of a table says whether it would be entered, and changes nothing")
  func check() throws {
    let office = try Office()
    let file = try office.drop("登记/六月.csv", Self.table)
    let wrong = try office.drop("登记/七月.csv", Data([0x81, 0x00, 0xFF]))
    let before = try office.everything()
    #expect(try office.engine.check([file.path, wrong.path]).map(\.state) == ["register", "held"])
    #expect(try office.everything() == before)
  }

  @Test("a table in GB18030, in UTF-16 or with a mark is read like any other", arguments: ["gb18030", "utf16", "mark"])
  func encodings(_ name: String) throws {
    let office = try Office()
    let encoding: String.Encoding =
      switch name {
      // kCFStringEncodingGB_18030_2000, as a Foundation encoding.
      case "gb18030": String.Encoding(rawValue: 0x8000_0632)
      case "utf16": .utf16
      default: .utf8
      }
    let text = (name == "mark" ? "\u{FEFF}" : "") + Self.table
    try office.drop("登记/六月.csv", try #require(text.data(using: encoding)))
    #expect(try office.run().registers == 1)
  }

  @Test("killed after any step, the next run enters every row once and loses no table", arguments: 1...16)
  func killed(_ steps: Int) throws {
    let office = try Office()
    let wrong = Self.table + "甲2,自然人,,,,当面提交,六月,李某\n"
    try office.drop("登记/六月.csv", Self.table)
    try office.drop("登记/七月.csv", wrong)
    let disk = FaultPlan(failing: steps).disk(Disk(root: office.root.path))
    _ = try? Engine(office.configuration, root: office.root.path, files: disk, clock: office.clock).run(office.options)
    try office.run()
    #expect(try office.engine.registers.records().map(\.draft.number) == ["甲1"])
    #expect(try office.list(.held).map(\.file) == ["登记/七月.csv"])
    let digest = ContentDigest(of: Self.table.utf8)
    #expect(try office.everything()["registers/originals/\(digest).csv"] == Data(Self.table.utf8))
    #expect(try office.everything().values.filter { $0 == Data(wrong.utf8) }.count == 1)
    #expect(
      try office.everything().keys.filter { $0.hasPrefix("inbox/登记/") || $0.hasPrefix("registers/incoming/") }.isEmpty)
    #expect(try office.isClean())
  }

  @Test("verify notices a changed, a removed and an added record, and a changed original")
  func tampering() throws {
    let office = try Office()
    try office.drop("登记/六月.csv", Self.table)
    try office.run()
    let engine = try office.engine
    for number in 2...5 {
      let fields = ["登记号": "甲\(number)", "申请人类别": "自然人", "提出方式": "当面提交", "来件日期": "2025-06-2\(number)", "经办人": "李某"]
      _ = try engine.enter("依申请公开", fields.map { ($0.key, $0.value) }, by: "李某")
    }
    #expect(try engine.verify().isEmpty)
    let journal = office.url("registers/journal.jsonl")
    let text = try String(contentsOf: journal, encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
    func verify(_ changed: [String]) throws -> [Code] {
      try changed.map { $0 + "\n" }.joined().write(to: journal, atomically: true, encoding: .utf8)
      return try engine.verify().map(\.code)
    }
    for place in 0..<5 {
      var changed = lines
      changed[place] = changed[place].replacingOccurrences(of: "2025-06-2", with: "2025-06-1")
      #expect(try verify(changed) == [.registerChainBroken])
      changed = lines
      changed.remove(at: place)
      #expect(try !verify(changed).isEmpty)
      changed = lines
      changed.insert(lines[0], at: place)
      #expect(try !verify(changed).isEmpty)
    }
    // The end cut off, with or without the last line that confirms it.
    #expect(try verify(Array(lines.prefix(3))) == [.registerChainBroken])
    #expect(try verify(Array(lines.prefix(3)) + [lines[5]]) == [.registerChainBroken])
    #expect(try verify(lines + ["half a li"]) == [.registersDamaged])
    #expect(try verify(lines).isEmpty)
    let digest = ContentDigest(of: Self.table.utf8)
    try Data("x".utf8).write(to: office.url("registers/originals/\(digest).csv"))
    #expect(try engine.verify().map(\.code) == [.registerOriginal])
  }

  @Test("while someone else writes the registers, an entry is refused and a table waits")
  func busy() throws {
    let office = try Office()
    let disk = Disk(root: office.root.path)
    let lock = try #require(try disk.lock(RegisterJournal.lock))
    let error = #expect(throws: PipelineError.self) {
      _ = try office.engine.enter("工作日历", [("日期", "2025-08-06"), ("是否上班", "否"), ("来源", "通知"), ("经办人", "高某")], by: "高某")
    }
    #expect(error?.code == .registersBusy)
    try office.drop("登记/六月.csv", Self.table)
    #expect(try office.run().waiting == 1)
    lock.unlock()
    #expect(try office.run().registers == 1)
  }

  @Test("a row or a field that there is not is told as such")
  func unknown() throws {
    let office = try Office()
    let engine = try office.engine
    for body in [
      { try engine.voidRow("依申请公开", "甲9", reason: "x", by: "李某") }, { _ = try engine.registerLines("没有这本") },
      { _ = try engine.registerStory("数据", "甲9", isFull: false, today: nil) },
    ] {
      let error = #expect(throws: PipelineError.self) { try body() }
      #expect(error?.code == .registerRowUnknown)
    }
    let error = #expect(throws: PipelineError.self) { _ = try engine.enter("数据", [("没有这项", "1")], by: "李某") }
    #expect(error?.code == .fieldUnknown)
  }

  @Test("a single figure that a year has twice, a fee that doesn't fit and a day ahead are told when they are entered")
  func advice() throws {
    let office = try Office()
    let engine = try office.engine
    func enter(_ register: String, _ fields: [String: String]) throws -> [Code] {
      try engine.enter(register, fields.map { ($0.key, $0.value) }, by: "李某").advice.map(\.code)
    }
    let visits = ["年度": "2025", "项目": "访问量", "数值": "12.5", "来源": "后台", "经办人": "高某"]
    #expect(try enter("数据", visits.merging(["登记号": "1"]) { $1 }).isEmpty)
    #expect(try enter("数据", visits.merging(["登记号": "2"]) { $1 }) == [.figureTwice])
    let application = ["登记号": "甲1", "申请人类别": "自然人", "提出方式": "当面提交", "来件日期": "2025-06-20", "经办人": "李某"]
    let fee = ["收费方式": "按量", "计费数量": "68", "收费金额": "300"]
    #expect(try enter("依申请公开", application.merging(fee) { $1 }) == [.feeDiffers])
    #expect(try enter("依申请公开", ["登记号": "甲1", "收费金额": "380"]).isEmpty)
    let later = application.merging(["登记号": "甲2", "来件日期": "2099-06-20"]) { $1 }
    #expect(try enter("依申请公开", later) == [.dayAhead])
  }
}

@Suite("What every store of registers does")
struct RegisterStoreTests {
  @Test("the journal does what every store must do", arguments: RegisterConformance.cases)
  func journal(_ conformance: RegisterCase) throws {
    let office = try Office()
    try conformance.run(RegisterJournal(files: Disk(root: office.root.path)))
  }

  @Test("the registers in memory do what every store must do", arguments: RegisterConformance.cases)
  func memory(_ conformance: RegisterCase) throws { try conformance.run(MemoryRegisters()) }

  @Test("a journal whose writing was cut off at any step is the old one or the new one", arguments: 0...6)
  func cutOff(_ steps: Int) throws {
    let office = try Office()
    let disk = Disk(root: office.root.path)
    let old = [RegisterConformance.draft("1")]
    try RegisterJournal(files: disk).record(old, RegisterConformance.origin)
    let new = [RegisterConformance.draft("1", "改过"), RegisterConformance.draft("2")]
    let isDone =
      (try? RegisterJournal(files: FaultPlan(failing: steps).disk(disk)).record(new, RegisterConformance.origin)) != nil
    let found = try RegisterJournal(files: disk).records()
    #expect(found.count == 1 || found.count == 3)
    if isDone { #expect(found.count == 3) }
    #expect(RegisterRecord.audit(found).isEmpty)
    try RegisterJournal(files: disk).record(new, RegisterConformance.origin)
    #expect(try RegisterJournal(files: disk).records().count == 3)
  }
}
