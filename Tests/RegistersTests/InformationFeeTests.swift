import Registers
import Testing

@Suite("The information processing fee")
struct InformationFeeTests {
  @Test(
    "by item, it is progressive within an applicant's month",
    arguments: [
      (0, 0), (1, 0), (10, 0), (11, 100), (30, 2000), (31, 2200), (40, 4000), (41, 4300), (50, 7000), (51, 7400),
    ])
  func items(count: Int, yuan: Int) {
    #expect(InformationFee(.byItem, count).yuan == yuan)
  }

  @Test(
    "by page, it is progressive within an application",
    arguments: [(0, 0), (30, 0), (31, 10), (68, 380), (100, 700), (101, 720), (200, 2700), (201, 2740)])
  func pages(count: Int, yuan: Int) {
    #expect(InformationFee(.byPage, count).yuan == yuan)
  }

  @Test("several applications of one month cost what one of all their items would", arguments: 0...60)
  func split(_ first: Int) {
    for second in 0...60 {
      let both = InformationFee(.byItem, first).yuan + InformationFee(.byItem, second, after: first).yuan
      #expect(both == InformationFee(.byItem, first + second).yuan)
    }
  }

  @Test("the working names each price and adds up")
  func working() {
    #expect(InformationFee(.byPage, 68).text == "按量68页：第1至30页免费；第31至68页每页10元，380元；合计380元")
    #expect(
      InformationFee(.byItem, 4, after: 9).text == "按件4件（本月此前9件）：第10件免费；第11至13件每件100元，300元；合计300元")
    for scale in InformationFee.Scale.allCases {
      let fee = InformationFee(scale, 257)
      #expect(fee.steps.reduce(0) { $0 + $1.yuan } == fee.yuan)
      #expect(fee.steps.first?.from == 1 && fee.steps.last?.to == 257)
      #expect(zip(fee.steps, fee.steps.dropFirst()).allSatisfy { $0.to + 1 == $1.from })
    }
  }
}
