import Disclosure
import FanOut
import Normalization
import Publication

/// What is to become of one drop, decided from its content alone; the ledger then says what it means for items known already.
struct Decision: Sendable {
  enum Outcome: Sendable {
    /// Cleared and normalised: it can be queued. One edition, or the two halves of a bilingual document, Chinese first.
    case publish([Edition])
    case held
    case restricted
    case onRequest
    case sealed
    case rejected
    /// A Mongolian half that waits for its Chinese half.
    case awaitingPair(PairReference)

    /// Whether nothing of the document may be told.
    var isRestricted: Bool {
      switch self {
      case .restricted, .onRequest, .sealed: true
      default: false
      }
    }
  }

  var inputID: InputID
  /// The version of the list of wrong names that took part; `nil`: there is none.
  var names: String?
  var source: ContentDigest
  /// Digests of the article and its attachments: what the restricted list remembers.
  var digests: [ContentDigest]
  /// The name as dropped, relative to the inbox.
  var file: FileName
  /// The name as lists and notes may show it, where it differs.
  var shownFile: String?
  var outcome: Outcome
  var attribute: DisclosureAttribute?
  /// Its language; `nil` for one in two.
  var language: ContentLanguage?
  /// The languages and titles of a document in two languages.
  var halves: [(language: ContentLanguage, title: String)] = []
  var title: String?
  var documentNumber: String?
  var pair: String?
  var date: CivilDate?
  var formedOn: CivilDate?
  /// 栏目.
  var category: String?
  /// 替代: the item or number that this drop corrects.
  var replaces: String?
  /// The legal basis that the metadata of a closed document give, where it can carry the attribute.
  var basis: LegalBasis?
  /// Whether a document of 依申请公开 or 不予公开 says neither in its metadata nor by a person why it is closed.
  var lacksBasis = false
  /// Numbers of what it forwards, where it would be published.
  var forwards: [String] = []
  /// What reviewers see; `nil` where the document can't be read.
  var reviewedInput: InputID?
  /// The payloads of a first publication under the drop's own id: what most drops come to, rendered beside other work.
  var first: FannedOut?
  var evidence: [Evidence]
  var diagnostics: [Diagnostic]

  /// How its halves go out.
  var languagePolicy = LanguagePolicy.chineseFirst

  /// Whether an item of the ledger is in a language of this drop.
  func sharesLanguage(with item: ItemRecord) -> Bool {
    let own = halves.isEmpty ? [language] : halves.map(\.language)
    let others: [ContentLanguage?] = item.halves.isEmpty ? [item.language] : item.halves.map(\.language)
    return own.contains { others.contains($0) }
  }

  /// Changes that normalization made in the text, by rule.
  var changesByRule: [String: Int] {
    guard case .publish(let editions) = outcome else { return [:] }
    return editions.flatMap(\.changes).reduce(into: [:]) { $0[$1.rule, default: 0] += 1 }
  }

  /// Codes that made the outcome, sternest first, each once.
  var codes: [Code] {
    var seen: Set<Code> = []
    return diagnostics.filter { $0.severity >= .hold && $0.outlets.isEmpty }
      .sorted { ($1.severity, $0.code) < ($0.severity, $1.code) }
      .map(\.code).filter { seen.insert($0).inserted }
  }
}
