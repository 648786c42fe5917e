import Publication
import Testing

@Suite("Document numbers")
struct DocumentNumberTests {
  @Test(
    "a number in the form of the standard is read without a word of complaint",
    arguments: [
      "国发〔2018〕43号", "国办发〔2018〕123号", "国办函〔2020〕109号", "国办公开办函〔2021〕30号", "国办秘函〔2019〕19号", "国发明电〔2014〕1号",
      "内政发〔2024〕19号",
      "内政办发〔2020〕9号", "内政办字〔2021〕14号", "内政数发〔2025〕21号", "内机编办发〔2019〕105号", "阿署办发〔2021〕33号", "阿右政公办发〔2024〕1号",
      "宿政办函〔2021〕21号",
      "榕政办〔2016〕237号", "鲁政办发〔2010〕71号", "国务院令第711号", "自治区人民政府令第262号", "国令第711号",
    ])
  func standardForm(_ text: String) throws {
    let reading = try #require(DocumentNumber.parse(text))
    #expect(reading.number?.description == text)
    #expect(reading.defects.isEmpty)
  }

  struct WrongForm: CustomTestStringConvertible {
    let written: String
    let repaired: String
    let defects: [DocumentNumber.Defect]
    var testDescription: String { written }
  }

  static let wrongForms: [WrongForm] = [
    WrongForm(written: "阿民发[2019]228号", repaired: "阿民发〔2019〕228号", defects: [.brackets]),
    WrongForm(written: "国办公开办函[2021]30号", repaired: "国办公开办函〔2021〕30号", defects: [.brackets]),
    WrongForm(written: "国办公开办函（2021）30号", repaired: "国办公开办函〔2021〕30号", defects: [.brackets]),
    WrongForm(written: "国办公开办函【2021】30号", repaired: "国办公开办函〔2021〕30号", defects: [.brackets]),
    WrongForm(written: "国办公开办函［2021］30号", repaired: "国办公开办函〔2021〕30号", defects: [.brackets]),
    WrongForm(written: "国办公开办函〔202130", repaired: "国办公开办函〔2021〕30号", defects: [.bracketsLost, .suffixLost]),
    WrongForm(written: "国办公开办函202130 号", repaired: "国办公开办函〔2021〕30号", defects: [.bracketsLost, .spaces]),
    WrongForm(written: "乌政发〔21〕30号", repaired: "乌政发〔2021〕30号", defects: [.shortYear]),
    WrongForm(written: "乌政发〔99〕3号", repaired: "乌政发〔1999〕3号", defects: [.shortYear]),
    WrongForm(written: "乌政发〔2021〕第30号", repaired: "乌政发〔2021〕30号", defects: [.ordinal]),
    WrongForm(written: "乌政发〔2021〕030号", repaired: "乌政发〔2021〕30号", defects: [.leadingZero]),
    WrongForm(written: "乌政发 〔2021〕 30号", repaired: "乌政发〔2021〕30号", defects: [.spaces]),
    WrongForm(written: "乌政发〔2021〕30\u{200B}号", repaired: "乌政发〔2021〕30号", defects: [.spaces]),
    WrongForm(written: "乌政发〔２０２１〕３０号", repaired: "乌政发〔2021〕30号", defects: [.fullWidthDigits]),
    WrongForm(written: "乌政发〔2021〕30", repaired: "乌政发〔2021〕30号", defects: [.suffixLost]),
    WrongForm(
      written: "乌政发( 2021 ) 第 030 号", repaired: "乌政发〔2021〕30号", defects: [.brackets, .ordinal, .leadingZero, .spaces]),
  ]

  @Test("a wrong form is named and repaired", arguments: wrongForms)
  func wrongForm(_ form: WrongForm) throws {
    let reading = try #require(DocumentNumber.parse(form.written))
    #expect(reading.number?.description == form.repaired)
    #expect(reading.defects == form.defects)
  }

  @Test(
    "a form with × is a placeholder, not a number",
    arguments: [
      "乌政发〔2025〕　号", "乌政发〔2025〕号", "乌政发〔2025〕**号", "乌政发〔2025〕__号", "乌政发〔　　〕　　号", "国办发〔2025〕×号", "××发〔2025〕1号",
      "乌政发〔××××〕××号", "乌政发〔×〕×号",
    ])
  func placeholder(_ text: String) throws {
    let reading = try #require(DocumentNumber.parse(text))
    #expect(reading.number == nil)
    #expect(reading.defects.contains(.placeholder))
  }

  @Test(
    "a label, brackets around it and 签发人 beside it belong to the line",
    arguments: [
      "文号：乌署发〔2025〕1号", "发文字号: 乌署发〔2025〕1号", "（乌署发〔2025〕1号）", "（乌署发〔2025〕1号)", "乌署发〔2025〕1号　　　签发人：敖云",
      "  乌署发〔2025〕1号  ",
    ])
  func surroundings(_ line: String) throws {
    let reading = try #require(DocumentNumber.parse(line))
    #expect(reading.number == DocumentNumber(word: "乌署发", year: 2025, sequence: 1))
    #expect(reading.defects.isEmpty)
  }

  @Test(
    "a line that is something else is no number",
    arguments: [
      "", "号", "2025年3月27日", "根据国办发〔2020〕109号", "（此件公开发布）", "一、〔2021〕30号", "《关于某事的通知》（国办函〔2020〕109号）",
      "国办函〔2020〕109号文件要求",
      "乌政发〔1048〕3号", "乌政发〔2021〕0号", "乌政发〔2021〕1234567号", "乌政发〔2021〕", "乌〔2021〕3号", "（2021）30号", "治理面积达2132亩", "第711号",
      "乌政发〔2021〕99999999999999999999号", "电话04831234567", "令第5号",
    ])
  func noNumber(_ line: String) {
    #expect(DocumentNumber.parse(line) == nil)
  }

  @Test(
    "the Chinese and the Mongolian page share year and sequence, whatever the brackets",
    arguments: [
      "国办函〔2022〕19号",
      "\u{182A}\u{1822}\u{1834}\u{1822}\u{182D} \u{FE47}2022\u{FE48} 19 \u{1833}\u{1824}\u{182D}\u{1820}\u{1837}",
      "\u{FE47}\u{1812}\u{1810}\u{1812}\u{1812}\u{FE48} \u{1811}\u{1819}", "某某[2022]第19号",
    ])
  func yearAndSequence(_ line: String) throws {
    let found = try #require(DocumentNumber.yearAndSequence(in: line))
    #expect(found == DocumentNumber(word: "乌政发", year: 2022, sequence: 19).yearAndSequence)
  }

  @Test("an order has no year to share")
  func order() {
    #expect(DocumentNumber(order: "国务院令", sequence: 711).yearAndSequence == nil)
    #expect(DocumentNumber.yearAndSequence(in: "国务院令第711号") == nil)
    #expect(DocumentNumber.yearAndSequence(in: "〔2022〕") == nil)
  }
}
