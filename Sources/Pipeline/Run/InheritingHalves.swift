import Disclosure
import Publication

/// Mongolian halves that are open only because their Chinese half was: once that is closed, nothing says any more that they may be.
enum InheritingHalves {
  /// Live items that took their attribute over from the Chinese half with this 双语标识, or with this 发文字号.
  static func of(pair: String?, documentNumber: String?, in ledger: any LedgerReading) throws -> [ItemRecord] {
    var found: [ItemRecord] = []
    if let pair {
      found += try ledger.items(pair: pair).filter { inherits($0, PairLookup.place(ofPair: pair)) }
    }
    if let documentNumber {
      found += try ledger.items(documentNumber: documentNumber).filter {
        inherits($0, PairLookup.place(ofNumber: documentNumber))
      }
    }
    return found
  }

  private static func inherits(_ item: ItemRecord, _ place: String) -> Bool {
    guard item.language == .mongolian, case .array(let evidence)? = item.story["evidence"] else { return false }
    return evidence.contains {
      $0["fact"]?.text == "attribute" && $0["source"]?.text == EvidenceSource.inherited.rawValue
        && $0["where"]?.text?.utf8.elementsEqual(place.utf8) ?? false
    }
  }
}
