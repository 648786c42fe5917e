@_spi(FanOut) public import Publication

/// Invented records, each determined by a few numbers.
public enum LedgerSamples {
  /// The day of the samples' runs.
  public static let today = CivilDate(daysSince1970: 20_254)

  /// The input of drop `number`.
  public static func input(_ number: Int) -> InputID { InputID(ContentDigest(of: "input \(number)".utf8)) }

  /// The item that begins with drop `number`.
  public static func itemID(_ number: Int) -> ItemID { ItemID(input(number)) }

  /// The bytes of article `number`.
  public static func source(_ number: Int) -> ContentDigest { ContentDigest(of: "source \(number)".utf8) }

  /// A plain item; `input` and `source` are those of drop `number` unless told otherwise.
  public static func item(
    _ number: Int, _ state: ItemState = .queued, revision: Int = 1, input: Int? = nil, source: Int? = nil
  ) -> ItemRecord {
    let isRestricted = state.isRestricted
    return ItemRecord(
      itemID: itemID(number), inputID: self.input(input ?? number), revision: revision, state: state,
      codes: state == .held ? [.attributeMissing, .titleMissing] : [], source: self.source(source ?? number),
      file: isRestricted ? nil : "通知\(number).docx", title: isRestricted ? nil : "关于第\(number)号事项的通知",
      language: .chinese, attribute: state == .held ? nil : isRestricted ? .withheld : .proactive,
      documentNumber: isRestricted ? nil : "阿行发〔2025〕\(number)号", pair: isRestricted ? nil : "p\(number)",
      date: today.advanced(by: number), decidedOn: today, folder: "done/\(number)", message: "",
      story: isRestricted
        ? .null : .object(["schema": .string("zarlal.story/1"), "number": .int(number), "share": .double(0.5)]))
  }

  /// An item whose halves are among the first four: 1 and 3 have a 双语标识 in common, 2 and 4 a 发文字号, 3 and 4 are Mongolian.
  public static func half(_ number: Int, _ state: ItemState, revision: Int = 1, changes: Int = 0) -> ItemRecord {
    var item = item(number, state, revision: revision)
    guard !state.isRestricted else { return item }
    // An item in two languages has none of its own.
    item.language = changes == 3 ? nil : number > 2 ? .mongolian : .chinese
    item.pair = number % 2 == 1 ? "一" : nil
    item.documentNumber = number % 2 == 0 ? "乌行发〔2025〕2号" : nil
    item.formedOn = changes % 2 == 0 ? nil : today.advanced(by: -changes)
    item.changes = changes == 0 ? [:] : ["nfc": changes, "suffix-separator": 1]
    item.category = "通知公告"
    item.isIndependent = changes == 2
    return item
  }

  /// A payload of item `number`, due `days` after the samples' day.
  public static func payload(
    _ number: Int, _ outlet: String = "site-zh", revision: Int = 1, _ action: PayloadAction = .publish, days: Int = 0,
    files: Int = 0
  ) -> Payload {
    let outlet = OutletID(outlet)
    return Payload(
      payloadID: PayloadID(item: itemID(number), outlet: outlet, revision: revision, action: action),
      itemID: itemID(number), revision: revision, outlet: outlet, action: action,
      language: outlet.rawValue.hasSuffix("mn") ? .mongolian : .chinese, date: today.advanced(by: days),
      body: Array("{\"item\":\(number),\"revision\":\(revision)}\n".utf8),
      files: (0..<files).map { ContentDigest(of: "file \(number) \($0)".utf8) })
  }
}

/// SplitMix64 (Steele, Lea and Flood, 2014): the same numbers for the same seed.
public struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  /// A generator that begins at `seed`.
  public init(seed: UInt64) { state = seed }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
