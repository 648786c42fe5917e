import AnnualReport
import Publication

/// Lists that give the figures of the seed: what registers and ledger would hand over, made from an entry for each thing counted.
enum SeedLists {
  static let outlets: [(id: String, name: String, count: Int)] = [
    ("site-zh", "“阿拉善盟行政公署”网站", 6161), ("site-mn", "“阿拉善盟行政公署蒙古文”网站", 2630),
    ("wechat-mn", "“阿拉善盟行政公署蒙古文发布”微信公众号", 2148), ("wechat-zh", "“阿拉善行署办”微信公众号", 1425),
  ]

  static var lists: FigureLists {
    var lists = FigureLists()
    for cell in ReportCell.ofTables where cell.parts == nil { lists[cell] = [] }
    for outlet in outlets { lists[.publications(OutletID(outlet.id))] = things(outlet.count, .publications, outlet.id) }
    lists[.documents(.normativeDocuments, .issued)] = things(4, .documents, "制发")
    lists[.documents(.normativeDocuments, .repealed)] = things(16, .documents, "废止")
    lists[.documents(.normativeDocuments, .valid)] = things(93, .documents, "有效")
    lists[.applications(.new, .natural)] = things(7, .applications, "2025")
    lists[.applications(.open, .natural)] = things(2, .applications, "2025")
    lists[.applications(.notHeld, .natural)] = things(4, .applications, "2025")
    lists[.applications(.carriedOut, .natural)] = things(1, .applications, "2025")
    lists[.remedies(.review, .other)] = things(1, .applications, "复议")
    let counted: [(NarrativeFigure, Int, FigureList)] = [
      (.officialDocumentsOpened, 24, .openedDocuments), (.proposalFilesOpened, 20, .openedDocuments),
      (.leaderBoardMessages, 59, .messages),
      (.portalMessages, 72, .messages), (.supervisionMessages, 11, .messages), (.answeredInTime, 6, .applications),
      (.gazetteIssues, 11, .gazette), (.securityInspections, 2, .platform), (.penetrationTests, 2, .platform),
      (.bannersGuided, 5, .supervision), (.departmentsGuided, 29, .supervision), (.coreIndicators, 1, .supervision),
      (.scoringPoints, 5, .supervision),
    ]
    for (figure, count, list) in counted { lists[.narrative(figure)] = things(count, list, "\(figure)") }
    for figure in [NarrativeFigure.attributeAccuracy, .vulnerabilityFix, .problemFix] {
      lists[.narrative(figure)] = [reading("100", .percent)]
    }
    lists[.narrative(.visits)] = [reading("1000.4", .tenThousandTimes), reading("931.5", .tenThousandTimes)]
    lists[.narrative(.visitsGrowth)] = [reading("300", .percent)]
    lists[.narrative(.trainingDepartments)] = [reading("30", .places, isAtLeast: true)]
    lists[.narrative(.trainingPeople)] = [reading("100", .people, isAtLeast: true)]
    lists[.narrative(.processingFee)] = []
    lists[.narrative(.chargedApplications)] = []
    return lists
  }

  static let day = CivilDate(year: 2025, month: 12, day: 31) ?? CivilDate(daysSince1970: 0)

  static func things(_ count: Int, _ list: FigureList, _ prefix: String) -> [FigureEntry] {
    (0..<count).map { FigureEntry(list: list, entry: "\(prefix)-\($0 + 1)", day: day, source: "测试登记", person: "某甲") }
  }

  static func reading(_ amount: String, _ unit: FigureUnit, isAtLeast: Bool = false) -> FigureEntry {
    FigureEntry(
      list: .platform, entry: "读数-\(amount)", day: day, amount: DecimalNumber(text: amount) ?? 0, unit: unit,
      isAtLeast: isAtLeast,
      source: "统计后台", person: "某乙")
  }

  static func built(_ lists: FigureLists = lists, year: Int = 2025, five: [String] = ["一是公开的深度不够。下一步将加强培训，细化目录。"])
    -> BuiltReport
  {
    var texts = ReportTexts()
    texts.sections[5] = five
    texts.preface = ["本报告电子版可从“阿拉善盟行政公署”网站下载；如有疑问，请与盟行政公署办公室联系（电话：0483—8332412）。"]
    let office = OfficeProfile(
      name: "阿拉善盟行政公署办公室",
      outlets: outlets.map {
        OutletFigure(
          id: OutletID($0.id), name: $0.name, kind: $0.id.hasPrefix("site") ? "website" : "wechat",
          language: $0.id.hasSuffix("zh") ? "zh" : "mn-Mong", items: .blank, verb: "公开信息")
      },
      texts: texts, textFile: "reports/annual-2025.md")
    return BuiltReport(year: year, office: office, figures: ReportFigures(lists))
  }
}
