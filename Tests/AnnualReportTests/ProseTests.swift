internal import Publication
internal import Testing

@testable internal import AnnualReport

/// Sentences as offices write them, with invented organs and numbers.
@Suite("Figures in words")
struct ProseTests {
  /// accepted (n: new only, b: with those carried in, ?: unsaid), answered, carried out, reviews, suits, issued, repealed, valid.
  static let cases: [(String, String)] = [
    ("受理政府信息公开申请7件，按时答复6件，结转下年度1件，行政复议1件，行政诉讼0件。", "?7 a6 o1 r1 s0"),
    ("2025年，本办共受理政府信息公开申请24件（含上年结转1件），申请人全部为公民。经依法办理，予以公开4件，无法提供19件，另处理重复申请1件，所有申请均在法定期限内完成答复。", "b24"),
    ("2025年，共收到政府信息公开申请6件，上年结转1件，全年实际处理申请共计7件，均按时规范办结7件，办结率为100%。", "n6 ?7 a7"),
    ("本机关收到4件政府信息公开申请。", "?4"),
    ("2025年市政府本级办理政府信息公开申请61件，办结54件，结转下一年办理7件，行政复议7件，复议后起诉1件。", "?61 a54 o7 r7 s1+"),
    ("区政府共收到依申请公开20件，大部分通过信函或在线申请，19件已按照规定时限和程序依法依规进行了答复，1件结转下年。信息公开行政复议案件3件，维持1件，纠正1件，撤销复议申请1件。", "?20 a19 o1 r3"),
    ("新收到依申请公开政府信息78件，结转上年度办理3件。其中，答复依申请公开政府信息75件，均在法定期限内予以答复，结转下年度继续办理3件。", "n78 a75 o3"),
    ("全年共收到政府信息公开申请12件（含新收11件、上年结转1件），均在法定期限内予以答复。", "b12 n11"),
    ("全年新收政府信息公开申请11件，上年结转政府信息公开申请0件，全部按时办结完成，未涉及行政复议和行政诉讼。", "n11 r0 s0"),
    ("2025年全年共收到政府信息公开申请9件，共办结8件，2025年结转至2026年继续办理1件。均在法定时限内依法依规答复。全年无信息公开类行政复议、行政诉讼。", "?9 a8 o1 r0 s0"),
    ("2025年我办未收到要求公开政府信息的申请。", "?0"),
    ("全年我局未收到和处理依申请公开申请情况。", "?0"),
    ("共受理政府信息公开申请两件，其中自然人申请一件，法人申请一件，均已答复。", "?2"),
    ("收到依申请公开政府信息2件，已全部依法依规按时办结。上年结转申请0件，结转下年度继续办理0件。", "n2 o0"),
    ("未发生因政府信息公开引发的行政复议案和行政诉讼案件。", "r0 s0"),
    ("因政府信息公开被申请行政复议2件、提起行政诉讼1件。", "r2 s1"),
    ("全年发生政府信息公开行政复议案件1起，结果维持1起；行政诉讼案件0起。", "r1 s0"),
    ("未经复议直接起诉1件，复议后起诉2件。", "s3"),
    ("共制发行政规范性文件6个，废止行政规范性文件6个。", "i6 e6"),
    ("全年制发行政规范性文件４件，废止16件，现行有效93件。", "i4 e16 v93"),
    ("清理区本级规范性文件0件，保留4件，新制发1件，已通过规范性文件专栏集中公开。", "v4 i1"),
    ("梳理出继续有效规范性文件25件，废止规范性文件4件。", "v25 e4"),
    ("受理和办结网民留言17件，办理政协提案20件。", ""),
    ("2025年，受理依申请公开100余件。", "?100+"),
    ("受理政府信息公开申请23件，较上年增长5件。", "?23"),
    ("受理并答复政府信息公开申请 7 件。", "a7 ?7"),
    ("全年接收处理依申请公开423件，应对行政复议66件、行政诉讼33件。", "?423 r66 s33"),
    ("全年共收到和办理依申请公开9件，全部为自然人申请，上年度结转政府信息公开申请0件。处理结果中，部分公开2件，因信息不存在的5件，结转至下一年度办理2件。", "n9 o2"),
    ("累计办理公民、法人或其他组织通过门户网站、邮寄等途径依申请公开信息合计12件，已全部按期限答复办结。未发生因政府信息公开申请行政复议、提起行政诉讼情况。", "?12 r0 s0"),
    ("全年未收到行政许可申请；全年未接到信息公开申请。", "?0"),
    ("收到政府信息公开申请1件，已按时办结。无针对本部门有关政府信息公开事务的行政复议、诉讼、申诉案例。", "?1 r0 s0"),
    ("我苏木依申请公开政府信息共4件，其中，予以公开2件，不掌握信息2件。", "?4"),
    ("全市共受理网民留言60条，公开答复28条，电话答复15条，已办结60条。", ""),
    ("新收到公民、法人和其他组织提出的政府信息公开申请36件，上年结转2件，答复37件，结转下年1件。", "n36 a37 o1"),
    ("今年共收到申请15件，其中网上申请10件，信函申请5件；按期办结14件，结转下年度1件。", "?15 a14 o1"),
    ("受理政府信息公开申请7件、答复6件。", "?7 a6"), ("行政复议0件，行政诉讼0件。", "r0 s0"), ("行政复议和行政诉讼案件均为零。", "r0 s0"),
    ("全年因政府信息公开引发的行政复议、行政诉讼0件。", "r0 s0"), ("因政府信息公开工作被申请行政复议案件3起，其中维持2起，尚未审结1起。", "r3"),
    ("全区出台行政规范性文件5件，宣布失效3件，继续有效21件。", "i5 e3 v21"), ("主动公开行政规范性文件42件。", ""),
    ("共受理政府信息公开申请95件，其中自然人申请89件，法人或其他组织申请6件。答复政府信息公开申请98件（含上年度转结申请8件，另有5件申请转结下年度继续办理）。", "?95 a98 o5"),
    ("全区共收到依申请公开件30件，上年度结转办理件1件，共办结24件，结转到2025年办理7件。", "n30 a24 o7"),
    ("全年共受理依申请公开事项133件，均进行了妥善处理。其中，予以公开46件，部分公开22件，逾期未补正2件，其他处理47件，结转下年度继续办理16件。", "?133 o16"),
    ("新受理政府信息公开申请103件，上年结转5件，已办结106件，结转到2025年继续办理2件，因政府信息公开引起的行政复议16件，行政诉讼5件。", "n103 a106 o2 r16 s5"),
    ("制定发布规范性文件4件，清理废止文件0件，现行有效文件20件。", "i4 e0 v20"),
    ("未出现因答复不当引起的行政复议、行政诉讼等情况。", "r0 s0"),
    ("因政府信息公开工作被申请行政复议0件，与去年相同。", "r0"),
    ("受理政府信息公开申请1,234件。", "?1234"),
  ]

  @Test("numbers of applications, remedies and documents are read as they are meant", arguments: cases)
  func reads(_ text: String, _ expected: String) {
    let claims = ReportProse.claims(ofSectionOne: [text])
    #expect(Self.summary(claims) == expected.split(separator: " ").map(String.init).sorted(), "\(text)")
  }

  @Test(
    "a sentence that was broken over lines is read as one, and a heading tells what it is about",
    arguments: [
      (["（二）依申请公开情况", "共收到申", "请 12 件，", "办结12件。"], ["?12", "a12"]),
      (["（二）依申请公开情况。2025年，共收到3件，答复 2 件，结转1件。"], ["a2", "o1"]),
    ])
  func brokenLines(_ lines: [String], _ expected: [String]) {
    #expect(Self.summary(ReportProse.claims(ofSectionOne: lines)) == expected)
  }

  static let kinds: [(String, String)] = [
    ("主动公开907条，其中通过政府网站公开86条，微信公众号公开821条。", "907=86+821"),
    ("网站共发布信息3817条。其中，政务动态栏目发布信息569条，信息公开栏目发布信息3248条。", "3817=569+3248"),
    ("发布主动公开信息2130条。其中，文件及解读信息共90条，征集调查11期，在线访谈2期，以及其他信息2027条。", "2130=90+11+2+2027"),
    ("办结网民留言53条（其中：领导信箱留言35条，中国政府网留言18条）。", "53=35+18"),
    ("公开信息6306条（其中：政务公开类信息1462条（其中，招商信息89条、民生信息1373条），其他信息4844条）。", "1462=89+1373 6306=1462+4844"),
    ("发布信息100余条，其中网站60条、公众号45条。", "100+=60+45"),
    ("发布信息10条，其中年报1条、预决算3条等。", "10=1+3…"),
    ("公开政府信息共计22条，其中：1.政策性文件1条；2.工作动态类信息12条；3.公告公示9条。", "22=1+12+9"),
    ("收到申请24件，其中网络申请20件。", ""),
  ]

  @Test("numbers that are broken into kinds are found with their kinds", arguments: kinds)
  func breakdowns(_ text: String, _ expected: String) {
    let found = ReportProse.claims(ofSectionOne: [text]).breakdowns.map { one in
      "\(one.whole.value)\(one.whole.isAtLeast ? "+" : "")=" + one.kinds.map(\.value.description).joined(separator: "+")
        + (one.isOpen ? "…" : "")
    }
    #expect(found.sorted().joined(separator: " ") == expected)
  }

  @Test(
    "the fee is read from section six, also when there was none",
    arguments: [
      ("2025年，本机关未收取信息处理费。", "0"), ("本年度没有产生政府信息公开信息处理费。", "0"),
      ("全年依申请收取信息处理费380元，涉及申请1件。", "380/1"), ("信息处理费收取情况：收取0元。", "0"),
      ("本年度共对2件申请收取信息处理费 1,200 元。", "1200/2"), ("无其他需要报告的事项。", ""),
      ("按照《政府信息公开信息处理费管理办法》收费标准，本年度信息处理费为0。", "0"),
    ])
  func fees(_ text: String, _ expected: String) {
    let fee = FeeProse(text, place: "section6")
    let found = fee.stated.map(\.value.description).joined(separator: ",")
    #expect(found + (fee.applications.first.map { "/\($0.value)" } ?? "") == expected)
  }

  static func summary(_ claims: ReportClaims) -> [String] {
    func one(_ mark: String, _ claims: [ReportClaim]) -> [String] {
      claims.map { "\(mark)\($0.value)\($0.isAtLeast ? "+" : "")" }
    }
    let accepted = claims.accepted.map { claim in
      let mark = claim.reading == .newOnly ? "n" : claim.reading == .withCarriedIn ? "b" : "?"
      return "\(mark)\(claim.value)\(claim.isAtLeast ? "+" : "")"
    }
    let rest =
      one("a", claims.answered) + one("o", claims.carriedOut) + one("r", claims.reviews) + one("s", claims.suits)
      + one("i", claims.issued) + one("e", claims.repealed) + one("v", claims.valid)
    return (accepted + rest).sorted()
  }
}
