/// The information processing fee of one application, with its working.
///
/// Source: 国办函〔2020〕109号 (政府信息公开信息处理费管理办法): one scale per application, never both; both are progressive.
public struct InformationFee: Sendable, Equatable {
  /// What is counted.
  public enum Scale: String, Sendable, CaseIterable {
    /// 按件: items asked for by one applicant in one calendar month. 1 to 10 free, 11 to 30 at 100 yuan, then each band of ten
    /// costs 100 more: 31 to 40 at 200, 41 to 50 at 300 …
    case byItem = "按件"
    /// 按量: pages handed over for one application; a page is one side up to A4 (unverified). 1 to 30 free, 31 to 100 at 10 yuan,
    /// 101 to 200 at 20, from 201 at 40.
    case byPage = "按量"

    /// The unit, in Chinese.
    public var unit: String { self == .byItem ? "件" : "页" }

    /// The tier with item or page `number`: its last number (`nil`: no end) and the yuan for each in it.
    func tier(of number: Int) -> (last: Int?, yuan: Int) {
      switch self {
      case .byItem:
        number <= 10 ? (10, 0) : number <= 30 ? (30, 100) : ((number + 9) / 10 * 10, ((number - 31) / 10 + 2) * 100)
      case .byPage: number <= 30 ? (30, 0) : number <= 100 ? (100, 10) : number <= 200 ? (200, 20) : (nil, 40)
      }
    }
  }

  /// Numbers of one price.
  public struct Step: Sendable, Equatable {
    /// The first item or page.
    public var from: Int
    /// The last one.
    public var to: Int
    /// Yuan for each.
    public var each: Int

    /// Yuan for all of them.
    public var yuan: Int { (to - from + 1) * each }
  }

  /// The scale.
  public let scale: Scale
  /// Items of the same applicant and month that were counted before this application.
  public let before: Int
  /// Items or pages of this application.
  public let quantity: Int
  /// The prices that apply, in order.
  public let steps: [Step]

  /// More than any application has: larger numbers are refused when they are read.
  public static let most = 100_000

  /// The fee for `quantity` items or pages after `before` others; both are taken as 0 to `most`.
  public init(_ scale: Scale, _ quantity: Int, after before: Int = 0) {
    self.scale = scale
    self.before = min(max(before, 0), Self.most)
    self.quantity = min(max(quantity, 0), Self.most)
    var steps: [Step] = []
    var number = self.before + 1
    let last = self.before + self.quantity
    while number <= last {
      let tier = scale.tier(of: number)
      let end = min(tier.last ?? last, last)
      steps.append(Step(from: number, to: end, each: tier.yuan))
      number = end + 1
    }
    self.steps = steps
  }

  /// Whole yuan.
  public var yuan: Int { steps.reduce(0) { $0 + $1.yuan } }

  /// The working in one line: `按量68页：第1至30页免费；第31至68页每页10元，380元；合计380元`.
  public var text: String {
    let unit = scale.unit
    let parts = steps.map { step in
      let numbers = step.from == step.to ? "第\(step.from)\(unit)" : "第\(step.from)至\(step.to)\(unit)"
      return step.each == 0 ? numbers + "免费" : "\(numbers)每\(unit)\(step.each)元，\(step.yuan)元"
    }
    let start =
      before > 0 ? "\(scale.rawValue)\(quantity)\(unit)（本月此前\(before)\(unit)）：" : "\(scale.rawValue)\(quantity)\(unit)："
    return start + (parts + ["合计\(yuan)元"]).joined(separator: "；")
  }
}
