public import Normalization
@_spi(FanOut) public import Publication

/// What fan-out made of one edition: payloads for some outlets, reasons why not for others.
public struct FannedOut: Sendable {
  /// One per outlet that can take the edition, in the order of the configuration.
  public var payloads: [Payload]
  /// One or more per outlet that can't; each names its outlet.
  public var refusals: [Diagnostic]
}

/// `Edition` to one `Payload` per outlet, or a reason why not. Pure: equal input, equal bytes.
public struct FanOut: Sendable {
  private let outlets: [OutletConfiguration]
  private let kinds: [any OutletKind]

  /// Fan-out to `outlets`, each of one of `kinds`.
  public init(outlets: [OutletConfiguration], kinds: [any OutletKind]) {
    self.outlets = outlets
    self.kinds = kinds
  }

  /// The payloads that carry `editions`, the halves of one item, each to the outlets of its language.
  public func payloads(
    of editions: [Edition], itemID: ItemID, revision: Int, action: PayloadAction, having: Set<OutletID> = [],
    note: String? = nil
  ) -> FannedOut {
    var all = FannedOut(payloads: [], refusals: [])
    for edition in editions {
      let others = Set(editions.map(\.language)).subtracting([edition.language])
      let one = payloads(
        of: edition, beside: others, itemID: itemID, revision: revision, action: action, having: having, note: note)
      all.payloads += one.payloads
      for refusal in one.refusals where !all.refusals.contains(refusal) { all.refusals.append(refusal) }
    }
    return all
  }

  /// The payloads that carry `edition` as revision `revision` of `itemID`.
  ///
  /// Outlets: those that metadata name; without such a list, every website of the edition's language; and `having`, those that have an earlier
  /// revision and must not keep it. `note` is what the public is told of a correction; 理由 of the metadata where it is `nil`.
  public func payloads(
    of edition: Edition, itemID: ItemID, revision: Int, action: PayloadAction, having: Set<OutletID> = [],
    note: String? = nil
  ) -> FannedOut {
    payloads(
      of: edition, beside: [], itemID: itemID, revision: revision, action: action, having: having, note: note)
  }

  /// Outlets of the languages `beside` are left to the other half.
  private func payloads(
    of edition: Edition, beside: Set<ContentLanguage>, itemID: ItemID, revision: Int, action: PayloadAction,
    having: Set<OutletID>, note: String?
  ) -> FannedOut {
    var result = FannedOut(payloads: [], refusals: unknown(edition))
    var contents: [SuffixSeparator: EditionContent] = [:]
    let chosen = Set(chosen(edition).map(\.id)).union(having)
    for outlet in outlets where chosen.contains(outlet.id) && !beside.contains(outlet.language) {
      if let refusal = misfit(edition, outlet) {
        result.refusals.append(refusal)
        continue
      }
      guard let kind = kinds.first(where: { type(of: $0).kind == outlet.kind }) else {
        result.refusals.append(unusable(outlet))
        continue
      }
      let content =
        contents[outlet.suffixSeparator]
        ?? edition.content(itemID: itemID, revision: revision, separator: outlet.suffixSeparator)
      contents[outlet.suffixSeparator] = content
      let rendering = kind.rendering(of: content, for: outlet)
      if rendering.refusals.isEmpty {
        let frame = PayloadFrame(itemID: itemID, revision: revision, outlet: outlet.id, action: action)
        result.payloads.append(frame.payload(of: edition, as: rendering, note: note ?? edition.metadata[.reason]))
      } else {
        result.refusals += rendering.refusals
      }
    }
    return result
  }

  /// The payload that takes away what `row` published. It carries no text: only keys, the day, the reason and what the public is told.
  public func withdrawal(
    of row: PayloadRow, revision: Int, code: WithdrawalReason, reason: String, note: String?, today: CivilDate
  ) -> Payload {
    PayloadFrame(itemID: row.itemID, revision: revision, outlet: row.outlet, action: .withdraw)
      .withdrawal(of: row, code: code, reason: reason, note: note, today: today)
  }

  /// Configured outlets for the edition, each once.
  private func chosen(_ edition: Edition) -> [OutletConfiguration] {
    guard let wanted = edition.metadata.outlets else {
      return outlets.filter { $0.kind == FanOut.defaultKind && $0.language == edition.language }
    }
    return outlets.filter { wanted.contains($0.id) }
  }

  /// Outlets that metadata name and nobody configured (MET-007), a list without any (MET-004), no website to fall back on (MET-007).
  private func unknown(_ edition: Edition) -> [Diagnostic] {
    var allowed: String { outlets.map(\.id.rawValue).joined(separator: "、") }
    func refusal(_ id: OutletID) -> Diagnostic {
      Diagnostic(
        .unknownOutlet, .hold, outlets: [id], place: MetadataKey.outlets.rawValue,
        details: ["value": id.rawValue, "allowed": allowed])
    }
    guard let wanted = edition.metadata.outlets else {
      return chosen(edition).isEmpty ? [refusal(OutletID("\(FanOut.defaultKind)-\(edition.language.rawValue)"))] : []
    }
    guard !wanted.isEmpty else {
      let key = MetadataKey.outlets.rawValue
      return [
        Diagnostic(.badValue, .hold, place: key, details: ["key": key, "value": "", "allowed": allowed])
      ]
    }
    var seen: Set<OutletID> = Set(outlets.map(\.id))
    return wanted.filter { seen.insert($0).inserted }.map(refusal)
  }

  /// Language and 栏目 must fit the outlet (OUT-001, OUT-003).
  private func misfit(_ edition: Edition, _ outlet: OutletConfiguration) -> Diagnostic? {
    guard outlet.language == edition.language else {
      return Diagnostic(
        .languageMismatch, .hold, outlets: [outlet.id], place: MetadataKey.outlets.rawValue,
        details: ["outlet": outlet.id.rawValue, "language": outlet.language == .chinese ? "汉文" : "蒙古文"])
    }
    guard !outlet.categories.isEmpty, let category = edition.metadata[.category] else { return nil }
    guard !outlet.categories.contains(where: { $0.utf8.elementsEqual(category.utf8) }) else { return nil }
    return Diagnostic(
      .categoryNotTaken, .hold, outlets: [outlet.id], place: MetadataKey.category.rawValue,
      details: ["outlet": outlet.id.rawValue, "category": category])
  }

  private func unusable(_ outlet: OutletConfiguration) -> Diagnostic {
    Diagnostic(
      .outletUnusable, .hold, outlets: [outlet.id], place: outlet.id.rawValue,
      details: [
        "outlet": outlet.id.rawValue, "what": "内容（没有“\(outlet.kind)”这种渠道）",
        "advice": "请管理员改正 pipeline.json 中该渠道的 kind。",
      ])
  }

  /// The kind of outlet that a document without 发布渠道 goes to (contract, "Outlets and metadata").
  private static let defaultKind = "website"
}
