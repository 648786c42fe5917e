import AnnualReport
import Foundation
import Publication
import TestSupport
import Testing

@testable import Pipeline
@testable import yeargen

/// The year of the invented office in `fixtures/registers`, which has the figures of the seed.
@Suite("The annual report of an office")
struct AnnualTests {
  static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("fixtures")

  /// An office with the registers of 2025 and one published notice.
  static func office() throws -> Office {
    let office = try Office()
    office.configuration.office.name["zh"] = "甲乙盟行政公署办公室"
    let folder = fixtures.appendingPathComponent("registers")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasSuffix(".csv") {
      try office.drop("登记/" + name, try Data(contentsOf: folder.appendingPathComponent(name)))
    }
    try office.drop(
      "供暖通知.txt", "关于供暖的通知\n\n各科室：\n供暖从十月十五日开始。\n\n某某盟行政公署办公室\n2025年10月9日\n\n（此件公开发布）\n",
      sidecar: "{\"date\":\"2025-10-09\"}")
    try office.run(today: "2026-01-05")
    try Data(text.utf8).write(to: office.url("reports/annual-2025.md"))
    return office
  }

  static let text = """
    本报告电子版可从本单位网站下载；如有疑问，请与办公室联系。

    ## 一、总体情况

    全年工作围绕群众关心的事项展开。

    ### （一）主动公开

    公开目录增加了民生实事一栏。

    ## 五、存在的主要问题及改进情况

    一是政策解读的形式比较单一。二是基层力量不足。下一步将细化目录，加强培训。
    """

  @Test("registers and ledger give the figures of the seed, and every identity that can be decided holds")
  func builds() throws {
    let office = try Self.office()
    let build = try office.engine.annualReport(of: 2025, texts: nil)
    #expect(build.notes.isEmpty)
    #expect(!build.check.hasFailures)
    let bytes = try #require(build.files.first { $0.format == .json }).bytes
    let built = try DisclosureReport.reading(json: bytes, name: "annual-2025.json")
    let seed = try DisclosureReport.reading(
      json: [UInt8](Data(contentsOf: Self.fixtures.appendingPathComponent("annual/seed-2025/input.json"))), name: "seed"
    )
    #expect(built.cells == seed.cells)
    for (figure, value) in seed.narrative {
      #expect(built.narrative[figure]?.value == value.value, "\(figure.rawValue)")
      #expect(built.narrative[figure]?.isAtLeast == value.isAtLeast, "\(figure.rawValue)")
    }
    #expect(built.outlets.first { $0.id == OutletID("site-zh") }?.items == .number(1))
    #expect(built.outlets.first { $0.id == OutletID("site-mn") }?.items == .number(0))
    #expect(built.texts?.sections[1]?.contains("公开目录增加了民生实事一栏。") ?? false)
  }

  @Test(
    "the report reads back from each form it is written in, with nothing lost", arguments: [AnnualFormat.html, .docx])
  func readsBack(_ format: AnnualFormat) throws {
    let office = try Self.office()
    let build = try office.engine.annualReport(of: 2025, texts: nil)
    let paths = try office.engine.write(build, of: 2025, in: Set(AnnualFormat.allCases))
    #expect(paths == ["reports/annual-2025.json", "reports/annual-2025.html", "reports/annual-2025.docx"])
    let data = try AnnualReading.report(office.url("reports/annual-2025.json").path)
    let read = try AnnualReading.report(office.url("reports/annual-2025.\(format.rawValue)").path)
    #expect(read.cells == data.cells)
    #expect(read.notes.isEmpty)
    #expect(read.title == "甲乙盟行政公署办公室2025年政府信息公开工作年度报告")
    #expect(read.agency == "甲乙盟行政公署办公室")
    #expect(read.year == 2025)
    let check = try AnnualCheck(file: office.url("reports/annual-2025.\(format.rawValue)").path)
    let kept = try AnnualCheck(file: office.url("reports/annual-2025.json").path)
    #expect(Self.statuses(check) == Self.statuses(kept))
  }

  static func statuses(_ check: AnnualCheck) -> [String] {
    guard case .array(let checks)? = check.json["checks"] else { return [] }
    return checks.map { "\($0["id"]?.text ?? "") \($0["status"]?.text ?? "") \($0["lhs"] ?? .null)" }
  }

  @Test("the tables of the Word file have the merged heads of the form")
  func mergedHeads() throws {
    let office = try Self.office()
    let build = try office.engine.annualReport(of: 2025, texts: nil)
    let bytes = try #require(build.files.first { $0.format == .docx }).bytes
    let tables = try AnnualReading.blocks(of: FileName("annual-2025.docx"), bytes, "annual-2025.docx").compactMap {
      block in
      if case .table(let rows) = block { rows } else { nil }
    }
    #expect(tables.count == 3)
    for (table, form) in zip(tables, FormLayout.tables) {
      #expect(table.map { $0.map(\.columnSpan) } == form.rows.map { $0.map(\.columns) })
      #expect(table.map { $0.map(\.rowSpan) } == form.rows.map { $0.map(\.rows) })
      for (cell, wanted) in zip(table.joined(), form.rows.joined()) where wanted.cell == nil {
        #expect(PlainText.of(cell.blocks) == wanted.text + "\n")
      }
    }
  }

  @Test(
    "LibreOffice opens the Word file and keeps its tables",
    .enabled(
      if: ProcessInfo.processInfo.environment["ZARLAL_LIBREOFFICE"] != nil,
      "set ZARLAL_LIBREOFFICE=1; takes some seconds"))
  func libreOffice() throws {
    let office = try Self.office()
    let build = try office.engine.annualReport(of: 2025, texts: nil)
    _ = try office.engine.write(build, of: 2025, in: [.docx, .json])
    let soffice = Process()
    soffice.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    soffice.arguments = [
      "soffice", "-env:UserInstallation=\(office.url("profile"))", "--headless", "--convert-to",
      "docx:MS Word 2007 XML", "--outdir",
      office.url("again").path, office.url("reports/annual-2025.docx").path,
    ]
    soffice.standardOutput = FileHandle.nullDevice
    try soffice.run()
    soffice.waitUntilExit()
    let path = office.url("again/annual-2025.docx").path
    let kept = try AnnualReading.report(path)
    #expect(try kept.cells == AnnualReading.report(office.url("reports/annual-2025.json").path).cells)
    let tables = try AnnualReading.blocks(
      of: FileName("again.docx"), [UInt8](Data(contentsOf: URL(fileURLWithPath: path))), path
    )
    .compactMap { block in if case .table(let rows) = block { rows } else { nil } }
    #expect(tables.map { $0.map { $0.map(\.rowSpan) } } == FormLayout.tables.map { $0.rows.map { $0.map(\.rows) } })
    // It splits a column where its own widths round differently; every merged head stays merged.
    for (cell, form) in zip(tables.joined().joined(), FormLayout.tables.flatMap(\.rows).joined()) {
      #expect(cell.columnSpan >= form.columns)
    }
  }

  @Test("a number opens into its list, and a cell that the form doesn't have is refused")
  func explains() throws {
    let office = try Self.office()
    let engine = try office.engine
    let (text, json) = try engine.annualExplanation(of: 2025, cell: "table3.new.total")
    #expect(json["value"] == .int(7))
    guard case .array(let entries)? = json["entries"] else { throw PipelineError(.internalFault) }
    #expect(entries.count == 7)
    #expect(text.contains("依2025-001"))
    let error = #expect(throws: PipelineError.self) {
      try engine.annualExplanation(of: 2025, cell: "table3.new.nobody")
    }
    #expect(error?.code == .figureUnknown)
  }

  @Test("without a ledger and without registers nothing becomes 0, and what to do is told")
  func nothingKnown() throws {
    let build = try Office().engine.annualReport(of: 2025, texts: nil)
    #expect(build.notes.map(\.code) == [.officeUnnamed, .figureMissing, .reportTextMissing])
    #expect(build.check.hasFailures)
  }

  @Test(
    "a replayed year with the registers gives every figure of the seed, the outlets' own counts, and a list behind each cell"
  )
  func replayedYear() throws {
    let office = try Self.office()
    let expected = try YearTests.year.generate { item in
      let files = [(item.name, item.bytes)] + (item.sidecar.map { [(item.name + ".json", $0)] } ?? []) + item.companions
      for (path, bytes) in files { try office.drop(path, Data(bytes)) }
    }
    try office.run(today: "2026-01-05")
    let engine = try office.engine
    let build = try engine.annualReport(of: 2025, texts: nil)
    let built = try DisclosureReport.reading(
      json: try #require(build.files.first { $0.format == .json }).bytes, name: "annual-2025.json")
    let seed = try DisclosureReport.reading(
      json: [UInt8](Data(contentsOf: Self.fixtures.appendingPathComponent("annual/seed-2025/input.json"))), name: "seed"
    )
    #expect(built.cells == seed.cells)
    for (figure, value) in seed.narrative {
      #expect(built.narrative[figure]?.value == value.value, "\(figure.rawValue)")
    }
    for outlet in ExpectedYear.outlets {
      // The notice of the fixture is one more at the Chinese website.
      let count = (expected.byOutlet[outlet]?.values.reduce(0, +) ?? 0) + (outlet == "site-zh" ? 1 : 0)
      #expect(built.outlets.first { $0.id == OutletID(outlet) }?.items == .number(DecimalNumber(count)), "\(outlet)")
      let list = try engine.annualExplanation(of: 2025, cell: "section1.proactive.outlets.\(outlet)").json["entries"]
      #expect(list?.elements.count == count, "\(outlet)")
    }
    let statuses = Self.statuses(build.check).map { $0.split(separator: " ")[1] }
    #expect(statuses.count { $0 == "PASS" } >= 49)
    #expect(!statuses.contains("UNCERTAIN") && !build.check.hasFailures)
    for cell in ReportCell.ofTables {
      let explained = try engine.annualExplanation(of: 2025, cell: cell.description).json
      let isZero = seed.cells[cell]?.number == 0
      #expect(isZero || explained["entries"]?.elements.isEmpty == false, "\(cell)")
    }
  }

  @Test(
    "an attribute that was made stricter, decided otherwise or withdrawn for it is no longer accurate, and the list says which"
  )
  func accuracy() throws {
    let office = try Office()
    for name in ["甲", "乙", "丙"] {
      try office.drop("\(name).txt", Notice.chinese("关于\(name)的通知"), sidecar: #"{"date":"2025-06-30"}"#)
    }
    try office.run()
    #expect(try office.list(.decisions).count == 3 && office.list(.reversed).isEmpty)
    try office.drop("甲.txt", Notice.chinese("关于甲的通知", mark: "（此件不予公开）"))
    try office.run()
    office.clock.time = 1_751_250_000_000_000_000
    let second = try #require(
      try office.pending("site-zh").first { $0["title"]?.text == "关于乙的通知" }?["itemID"]?.text)
    _ = try office.engine.withdraw(second, reason: "不宜公开", by: "王")
    let reversed = try office.list(.reversed)
    #expect(reversed.count == 2 && reversed.allSatisfy { !$0.message.contains("甲") })
    let json = try office.engine.annualExplanation(
      of: 2025, cell: "section1.management.attribute_marking_accuracy_percent"
    ).json
    // The closed drop of 甲 is a decision of its own.
    #expect(try office.list(.decisions).count == 4)
    #expect(json["value"] == .int(50))
  }
}
