/// Finds the Mongolian half of a published Chinese item: by an equal 双语标识, else by the identical 发文字号. Only what stands published counts.
public struct LanguageHalves: Sendable {
  private var byPair: [[UInt8]: PublishedItem] = [:]
  private var byNumber: [[UInt8]: PublishedItem] = [:]

  /// The halves among these items. Of several the one published first, then by id.
  public init(_ items: [PublishedItem]) {
    let halves = items.filter { $0.state == .queued && $0.soleLanguage == .mongolian }
    for item in halves.sorted(by: { ($0.published, $0.itemID) < ($1.published, $1.itemID) }) {
      if let pair = item.pair, byPair[Array(pair.utf8)] == nil { byPair[Array(pair.utf8)] = item }
      if let number = item.documentNumber, byNumber[Array(number.utf8)] == nil { byNumber[Array(number.utf8)] = item }
    }
  }

  /// The half of `item`; `nil` where it has none, is itself Mongolian, or doesn't stand published.
  public func half(of item: PublishedItem) -> PublishedItem? {
    guard item.state == .queued, item.soleLanguage == .chinese else { return nil }
    return item.pair.flatMap { byPair[Array($0.utf8)] } ?? item.documentNumber.flatMap { byNumber[Array($0.utf8)] }
  }
}

extension PublishedItem {
  /// Whether this item was corrected after `half` was last shown, so that the half may be out of date.
  public func isCorrected(after half: PublishedItem) -> Bool { lastCorrected.map { $0 > half.lastShown } ?? false }
}
