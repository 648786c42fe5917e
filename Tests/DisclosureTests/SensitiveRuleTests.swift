import Publication
import TestSupport
import Testing

@testable import Disclosure

@Suite("What may be personal")
struct SensitiveRuleTests {
  private static let contacts = ["0483-8332412", "12345", "bgs@als.gov.cn", "alsm.gov.cn", "18600000000"]
  private let gate = Gate(policy: GatePolicy(officeContacts: contacts))

  private func judgement(_ line: String) -> Judgement {
    gate.judge(DocumentBuilder.document(["标题", line, "（此件公开发布）"]), ingest: [], inheritance: nil)
  }

  private func kinds(_ line: String, _ code: Code) -> [String] {
    judgement(line).diagnostics.filter { $0.code == code }.compactMap { $0.details["kind"] }
  }

  @Test(
    "landlines, mailboxes, homes, accounts and the like are pointed out, and the item goes on",
    arguments: [
      ("联系人：李某，电话0471-6944123", "固定电话"), ("（０４８３）８３３０００１", "固定电话"), ("传真：010-12345678", "固定电话"),
      ("04838330001转2", "固定电话"), ("电话：0483 8330001", "固定电话"),
      ("来信请寄 zhang.san@163.com 。", "电子邮箱"), ("邮箱：ZhangSan＠QQ.com", "电子邮箱"),
      ("现住巴彦浩特镇土尔扈特路12号", "住址"), ("家庭住址：某小区3号楼2单元501室", "住址"), ("户籍所在地：某嘎查17户", "住址"),
      ("收款账号：0501234567", "账号"), ("户口簿编号00123456", "户口簿号"), ("住院号：2025001234", "就诊信息"),
      ("统一社会信用代码92150000MA0N00000P", "个体工商户的信用代码"),
    ])
  func warned(_ line: String, _ kind: String) {
    let judgement = judgement(line)
    #expect(judgement.isCleared)
    #expect(judgement.diagnostics.map(\.code) == [.sensitiveInformation])
    #expect(judgement.diagnostics.first?.details["kind"] == kind)
    #expect(judgement.diagnostics.first?.place == "正文第2段")
  }

  @Test(
    "the office's own contacts and ordinary words are not pointed out",
    arguments: [
      "电话：0483-8332412", "电话：8332412", "邮箱：bgs@als.gov.cn", "邮箱：BGS@alsm.gov.cn", "邮箱：xx@bgs.alsm.gov.cn", "拨打12345热线",
      "手机18600000000", "400-800-1234", "11150000MB1604391C", "91110000600037341L", "索引号11150000MB1604391C/2025-03582",
      "项目代码2025-152921-04-01-000123", "0.0123456789", "编号00012345678901", "共0483户", "住房公积金账户管理", "开设专用账户", "保障性住房12万套",
      "公司住所变更", "诊断试剂", "2025年住院费用报销比例为85%", "@所有人", "微信号@阿拉善", "2025-01-10 08:30", "020年", "地址：阿拉善左旗巴彦浩特镇额鲁特东路1号",
    ])
  func ordinary(_ line: String) {
    #expect(judgement(line).diagnostics.isEmpty)
  }

  @Test(
    "a number plate holds the item, and is told with its ends only",
    arguments: [
      ("蒙M12345", "M***45"), ("车牌号：蒙MD12345", "MD****45"), ("蒙M·12A45", "M***45"), ("蒙 M 12345", "M***45"),
      ("京AF12345", "AF***45"),
      ("蒙Ｍ１２３４５", "M***45"), ("蒙M1234挂", "M***4-"), ("宁A-B1234驾驶人", "A***34"), ("号牌为甘H123D5的车辆", "H***D5"),
    ])
  func plates(_ line: String, _ masked: String) {
    let judgement = judgement(line)
    #expect(judgement.word == "held")
    let found = judgement.diagnostics.filter { $0.code == .personalNumber }
    #expect(found.compactMap { $0.details["kind"] } == ["车牌号码"])
    #expect(found.first?.details["masked"]?.contains("*") == true)
    #expect(!"\(judgement.diagnostics) \(judgement.evidence)".contains("12345"))
  }

  @Test(
    "roads, standards, numbers of projects and documents are no plates",
    arguments: [
      "内蒙古G6高速", "京G2012345", "蒙G7京新高速K12+345", "新A类3000人", "青S308线", "内蒙古M1234567", "京ICP备12345678号", "DB15/T1234",
      "蒙古语M12345",
      "渝C1", "新I12345", "贵州A12345",
    ])
  func noPlates(_ line: String) {
    #expect(kinds(line, .personalNumber).isEmpty)
  }

  @Test(
    "a child's name beside school or class holds the item",
    arguments: [
      "某某小学三年级二班学生李小明获奖。", "三年级（2）班王芳在比赛中获一等奖", "李小明同学（某某小学五年级）", "救助对象：女童赵雨欣，就读于某某幼儿园。", "幼儿刘子涵，某某幼儿园大班",
      "表扬第三小学张伟同学", "学生：陈思雨（阿左旗第一中学）", "蒙古族小学三年级二班阿木古楞获一等奖", "幼儿园大班幼儿苏日娜",
      "巴彦浩特第三小学巴特尔同学", "学生：乌云其其格、呼格吉勒（蒙古族完全中学）", "第三小学五（1）班塔娜和诺敏在比赛中获奖", "向蒙古族小学的恩和同学学习",
      "王小红（四年级3班）获一等奖", "幼儿张子轩（中二班）", "孤儿陈某某之子陈小龙，现就读于左旗一中", "张小宝就读于第一幼儿园大班", "三年级（1）班学生阿古达木",
      "学生：斯琴高娃，某某蒙古族实验小学", "六年级一班乌云其木格", "初二（5）班 苏日娜同学", "学生巴特尔就读于蒙古族学校初一年级",
      "姓名 班级 奖项\n李小明 三年级一班 一等奖",
    ])
  func children(_ text: String) {
    let lines = ["标题"] + text.split(separator: "\n").map(String.init) + ["（此件公开发布）"]
    let judgement = gate.judge(DocumentBuilder.document(lines), ingest: [], inheritance: nil)
    #expect(judgement.word == "held")
    #expect(judgement.diagnostics.map(\.code) == [.minorNamed])
  }

  @Test(
    "schools, classes and pupils in general are ordinary words",
    arguments: [
      "确保一年级学生安全、有序入学。", "全市小学三年级学生参加体质监测。", "各中小学要组织学生高效、文明就餐", "高三同学要合理安排作息", "学校要教育广大同学爱护公物", "为中小学生万余人次办理医保",
      "某某小学五年级学生李某某", "三年级二班学生王**获奖", "每班学生常见病筛查", "学生家长可拨打12345", "幼儿园大班幼儿入学准备", "新生入学须携带户口簿，小学报名时间为8月20日",
      "教师姓名、任教学校以文件为准",
      "学生方面，初中招生2000人", "学生于9月1日到学校报到", "小学六年级学生张数与试卷份数核对", "姓名 班级", "报名表填写姓名、班级", "向第三小学全体同学致以节日问候", "我盟高中学生王者荣耀",
      "中学生金额", "全旗中小学生那达慕", "小学生乌兰牧骑", "幼儿园大班敖包节活动", "高中学生阿拉善盟运动会", "学生奥林匹克数学（小学组）", "学校组织学生图书阅读", "学生图文并茂（小学）",
      "蒙古族小学乌云某同学", "二年级三班图书角", "学生呼和浩特市第一中学", "学生和家长参加活动，第三小学承办", "三年级一班乌兰牧骑专场",
      "走进三年级一班教室，与同学们交流", "学校（三年级一班）开展活动", "我盟学生就读于蒙古族小学的占一半", "李某某就读于第三小学",
    ])
  func schoolsInGeneral(_ line: String) {
    #expect(kinds(line, .minorNamed).isEmpty && judgement(line).isCleared)
  }

  @Test("a table of children holds the item, a form and a list of teachers don't")
  func tables() {
    func table(_ rows: [[String]]) -> LaidOutBlock {
      LaidOutBlock(
        .body,
        .table(rows.map { $0.map { TableCell($0.isEmpty ? [] : [.paragraph([.text($0)], alignment: .natural)]) } }))
    }
    func codes(_ rows: [[String]]) -> [Code] {
      let mark = LaidOutBlock(.note, .paragraph([.text("（此件公开发布）")], alignment: .natural))
      let document = DocumentBuilder.document(blocks: [table(rows), mark])
      return gate.judge(document, ingest: [], inheritance: nil).diagnostics.map(\.code)
    }
    #expect(codes([["序号", "姓名", "班级"], ["1", "李小明", "三年级一班"]]) == [.minorNamed])
    #expect(codes([["学生姓名", "性别", "学校"], ["巴图", "男", "第三小学"]]) == [.minorNamed])
    #expect(codes([["学生姓名", "就读学校"], ["其木格", "左旗一小"]]) == [.minorNamed])
    #expect(codes([["序号", "受助学生", "学校", "金额"], ["1", "苏和", "左旗蒙中", "1000"]]) == [.minorNamed])
    #expect(codes([["幼儿姓名", "性别", "出生日期"], ["乌兰", "女", "2019年3月"]]) == [.minorNamed])
    #expect(codes([["姓名", "监护人", "与监护人关系"], ["王小小", "王某", "父子"]]) == [.minorNamed])
    #expect(codes([["学生姓名", "", "就读学校", ""], ["家庭住址", "", "申请理由", ""]]).isEmpty)
    #expect(codes([["受助学生", "学校", "金额"], ["李某某", "左旗一小", "1000"]]).isEmpty)
    #expect(codes([["学生数", "学校"], ["一千二百", "第三小学"]]).isEmpty)
    #expect(codes([["姓名", "", "班级", ""], ["性别", "", "民族", ""]]).isEmpty)
    #expect(codes([["姓名", "学校", "学科"], ["李明", "第三小学", "语文"]]).isEmpty)
    #expect(codes([["学生姓名", "学校"], ["李某某", "第三小学"]]).isEmpty)
    #expect(codes([["姓名", "年级"], ["", ""]]).isEmpty)
  }

  @Test("a passport is found without the word beside it, a number of a project isn't one")
  func passports() {
    #expect(kinds("持E12345678出境", .personalNumber) == ["护照号"])
    #expect(kinds("G12345678", .personalNumber) == ["护照号"])
    #expect(kinds("公务普通护照：PE1234567", .personalNumber) == ["护照号"])
    #expect(kinds("往来港澳通行证C12345678", .personalNumber).count == 1)
    #expect(kinds("设备型号PE1234567，批号C12345678", .personalNumber).isEmpty)
    #expect(kinds("证件号码：P1234567", .personalNumber) == ["护照号"])
    for line in ["项目D20250101", "型号P1234567", "合同E12345678-1", "https://a.cn/E12345678", "e12345678", "BE12345678"] {
      #expect(kinds(line, .personalNumber).isEmpty, "\(line)")
    }
  }
}
