import Publication

/// By what a document that was closed is known again when it comes with other bytes: its number and language, its name and title (contract, "Identity").
///
/// Of a closed document the ledger keeps neither, only digests of them, among those of what was restricted: enough to know it again, too little to read it.
enum ClosedIdentity {
  /// The digests of a document, each of them enough to know it.
  static func digests(of decision: Decision) -> [ContentDigest] {
    digests(
      number: decision.documentNumber, languages: DocumentLanguages(of: decision), file: decision.file,
      title: decision.title)
  }

  /// The digests of an item that was open until now.
  static func digests(of item: ItemRecord) -> [ContentDigest] {
    digests(
      number: item.documentNumber, languages: DocumentLanguages(of: item), file: item.file.map { FileName($0) },
      title: item.title)
  }

  /// What the ledger is to remember of a document besides its bytes: the number, for documents that forward it, and where its attribute closed it (`isLasting`)
  /// all its digests. One with a secrecy mark or a conflict may come again once that is put right (DIS-006, DIS-007): it is known within the run only.
  static func kept(of decision: Decision, isLasting: Bool) -> [ContentDigest] {
    kept(decision.documentNumber, isLasting ? digests(of: decision) : [])
  }

  /// The same of an item that is closed with the document.
  static func kept(of item: ItemRecord, isLasting: Bool) -> [ContentDigest] {
    kept(item.documentNumber, isLasting ? digests(of: item) : [])
  }

  /// Whether a document was closed before: in this run (`now`), or by its attribute in an earlier one. One whose metadata name the closed item as 替代 is judged
  /// afresh: somebody has looked.
  static func isClosed(
    _ decision: Decision, now: Set<ContentDigest> = [], in ledger: any LedgerReading
  ) throws -> Bool {
    guard try digests(of: decision).contains(where: { try now.contains($0) || ledger.wasRestricted($0) }) else {
      return false
    }
    return try Replaced.item(by: decision, in: ledger)?.state.isRestricted != true
  }

  private static func kept(_ number: String?, _ digests: [ContentDigest]) -> [ContentDigest] {
    (number.map { [ForwardedOriginal.digest(ofNumber: $0)] } ?? []) + digests
  }

  private static func digests(
    number: String?, languages: DocumentLanguages, file: FileName?, title: String?
  ) -> [ContentDigest] {
    var found: [ContentDigest] = []
    if let number { found += languages.all.map { digest("number", number, $0.rawValue) } }
    if let file, let title { found.append(digest("name", CopyName.original(of: file), title)) }
    return found
  }

  private static func digest(_ parts: String...) -> ContentDigest {
    ContentDigest(ofParts: (["zarlal.closed/1"] + parts).map { Array($0.utf8) })
  }
}

/// The languages that a document is in, or may be in where that isn't known.
struct DocumentLanguages: Equatable {
  let all: Set<ContentLanguage>

  init(of decision: Decision) { self.init(decision.language, decision.halves.map(\.language)) }
  init(of item: ItemRecord) { self.init(item.language, item.halves.map(\.language)) }

  private init(_ one: ContentLanguage?, _ halves: [ContentLanguage]) {
    all = halves.isEmpty ? one.map { [$0] } ?? Set(ContentLanguage.allCases) : Set(halves)
  }

  func overlap(_ others: DocumentLanguages) -> Bool { !all.isDisjoint(with: others.all) }
}
