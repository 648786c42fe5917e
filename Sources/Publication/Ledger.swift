/// Where an item stands.
public enum ItemState: String, Sendable, CaseIterable {
  /// Its payloads are queued, scheduled or taken.
  case queued
  /// It waits for a person.
  case held
  /// It waits for a person in the restricted folder.
  case restricted
  /// 依申请公开.
  case onRequest
  /// 不予公开.
  case sealed
  /// No document: damaged, empty, of an unknown type.
  case rejected
  /// The same bytes and metadata as another drop.
  case duplicate
  /// Taken back by a person, or by a stricter attribute found later.
  case withdrawn
  /// Its place was taken by a later drop.
  case superseded

  /// Whether nothing of its name, title or text may stand anywhere outside its folder.
  public var isRestricted: Bool { self == .restricted || self == .onRequest || self == .sealed }
}

/// One item (or one rejected or duplicate drop) as the ledger keeps it.
public struct ItemRecord: Sendable, Equatable {
  /// The item; for a duplicate or rejected drop, its own first input.
  public var itemID: ItemID
  /// The drop that made this state.
  public var inputID: InputID
  /// 1 for the first, counted up by corrections.
  public var revision: Int
  /// Where it stands.
  public var state: ItemState
  /// Why, for anything but a plain publication.
  public var codes: [Code]
  /// The outlets that refused it although others took it, each with its codes.
  public var heldOutlets: [OutletID: [Code]]
  /// Digest of the article's bytes.
  public var source: ContentDigest
  /// The name as dropped, relative to the inbox; `nil` for restricted states.
  public var file: String?
  /// Its title; `nil` for restricted states and where none was found.
  public var title: String?
  /// Its language.
  public var language: ContentLanguage?
  /// Its attribute, once decided.
  public var attribute: DisclosureAttribute?
  /// 发文字号; `nil` for restricted states.
  public var documentNumber: String?
  /// 双语标识; `nil` for restricted states.
  public var pair: String?
  /// 发布日期, once decided.
  public var date: CivilDate?
  /// The day of the run that decided it.
  public var decidedOn: CivilDate
  /// The folder of its original, relative to the work directory.
  public var folder: String
  /// The note for people: what and what to do, in Chinese; empty for plain publications and restricted states.
  public var message: String
  /// What `why` tells besides: evidence, rule counts (`zarlal.story/1`); `null` for restricted states.
  public var story: JSONValue
  /// 成文日期; `nil` for restricted states.
  public var formedOn: CivilDate?
  /// 栏目; `nil` for restricted states.
  public var category: String?
  /// How many changes each rule of normalization made in its text, by the rule's name; empty for what was not normalised.
  public var changes: [String: Int]
  /// Whether nobody waits for its half in the other language (`LanguagePolicy.independent`).
  public var isIndependent: Bool

  /// A record with all its parts.
  public init(
    itemID: ItemID, inputID: InputID, revision: Int = 1, state: ItemState, codes: [Code] = [],
    heldOutlets: [OutletID: [Code]] = [:], source: ContentDigest, file: String? = nil, title: String? = nil,
    language: ContentLanguage? = nil, attribute: DisclosureAttribute? = nil, documentNumber: String? = nil,
    pair: String? = nil, date: CivilDate? = nil, decidedOn: CivilDate, folder: String, message: String = "",
    story: JSONValue = .null, formedOn: CivilDate? = nil, category: String? = nil, changes: [String: Int] = [:],
    isIndependent: Bool = false
  ) {
    self.itemID = itemID
    self.inputID = inputID
    self.revision = revision
    self.state = state
    self.codes = codes
    self.heldOutlets = heldOutlets
    self.source = source
    self.file = file
    self.title = title
    self.language = language
    self.attribute = attribute
    self.documentNumber = documentNumber
    self.pair = pair
    self.date = date
    self.decidedOn = decidedOn
    self.folder = folder
    self.message = message
    self.story = story
    self.formedOn = formedOn
    self.category = category
    self.changes = changes
    self.isIndependent = isIndependent
  }
}

/// Where a payload stands.
public enum PayloadState: String, Sendable, CaseIterable {
  /// Its day has not come; it exists only in the ledger.
  case scheduled
  /// Due, its file is not known to be in the outbox yet.
  case queued
  /// Its file is in the outbox, or was and the outlet took it.
  case written
  /// Stopped by a person before the outlet took it; its file is gone.
  case stopped
}

/// One payload as the ledger keeps it, without its body.
public struct PayloadRow: Sendable, Equatable {
  /// The key.
  public var payloadID: PayloadID
  /// Its item.
  public var itemID: ItemID
  /// The item's revision it carries.
  public var revision: Int
  /// Its outlet.
  public var outlet: OutletID
  /// What it asks.
  public var action: PayloadAction
  /// The language of its text.
  public var language: ContentLanguage
  /// The attribute of its item: always `proactive` for what carries text.
  public var attribute: DisclosureAttribute
  /// 发布日期.
  public var date: CivilDate
  /// Where it stands.
  public var state: PayloadState
  /// Digest of its body.
  public var digest: ContentDigest
  /// Whether it is the first publication of this item at this outlet: what statistics count.
  public var isFirst: Bool
  /// Files that it names.
  public var files: [ContentDigest]

  /// A row with all its parts.
  public init(
    payloadID: PayloadID, itemID: ItemID, revision: Int, outlet: OutletID, action: PayloadAction,
    language: ContentLanguage, attribute: DisclosureAttribute, date: CivilDate, state: PayloadState,
    digest: ContentDigest, isFirst: Bool, files: [ContentDigest]
  ) {
    self.payloadID = payloadID
    self.itemID = itemID
    self.revision = revision
    self.outlet = outlet
    self.action = action
    self.language = language
    self.attribute = attribute
    self.date = date
    self.state = state
    self.digest = digest
    self.isFirst = isFirst
    self.files = files
  }
}

/// First publications of one outlet in one month: what `report channels` adds up.
public struct Counter: Sendable, Hashable, Comparable {
  /// The outlet.
  public var outlet: OutletID
  /// `yyyy-mm` of 发布日期.
  public var month: String
  /// The attribute of the items.
  public var attribute: DisclosureAttribute
  /// The language of the payloads.
  public var language: ContentLanguage
  /// How many.
  public var count: Int

  /// A counter with all its parts.
  public init(
    outlet: OutletID, month: String, attribute: DisclosureAttribute, language: ContentLanguage, count: Int
  ) {
    self.outlet = outlet
    self.month = month
    self.attribute = attribute
    self.language = language
    self.count = count
  }

  /// Orders counters by outlet, month, attribute, language.
  public static func < (left: Counter, right: Counter) -> Bool {
    (left.outlet, left.month, left.attribute, left.language.rawValue)
      < (right.outlet, right.month, right.attribute, right.language.rawValue)
  }
}

/// One step that must be taken after a commit, and can be taken again: `from` becomes `to`, both relative to the work directory.
public struct PlannedMove: Sendable, Equatable {
  /// A folder of `work/`; its name tells nothing of the document.
  public var from: String
  /// Where its files go.
  public var to: String
  /// The item it belongs to.
  public var itemID: ItemID

  /// A move with all its parts.
  public init(from: String, to: String, itemID: ItemID) {
    self.from = from
    self.to = to
    self.itemID = itemID
  }
}

/// One line of the history: append-only, each carries the hash of the one before.
public struct HistoryEntry: Sendable, Equatable {
  /// Counted from 1.
  public var sequence: Int
  /// The day of the run.
  public var day: CivilDate
  /// The moment, ISO 8601 UTC.
  public var moment: String
  /// Who: `run`, or the name of the person who gave the command.
  public var actor: String
  /// What: `queued`, `held`, `sealed`, `released`, `withdrawn` …
  public var event: String
  /// Which item.
  public var itemID: ItemID
  /// On which bytes and metadata.
  public var inputID: InputID
  /// Facts (codes, payloads); nothing of a restricted document.
  public var facts: JSONValue
  /// Hash over the hash before and this entry's fields.
  public var hash: String

  /// An entry with all its parts.
  public init(
    sequence: Int, day: CivilDate, moment: String, actor: String, event: String, itemID: ItemID, inputID: InputID,
    facts: JSONValue, hash: String
  ) {
    self.sequence = sequence
    self.day = day
    self.moment = moment
    self.actor = actor
    self.event = event
    self.itemID = itemID
    self.inputID = inputID
    self.facts = facts
    self.hash = hash
  }
}

extension HistoryEntry {
  /// The hash of an entry after `previous` (64 zeros before the first): SHA-256 over its fields, each framed by its length.
  public static func hash(
    previous: String, sequence: Int, day: CivilDate, moment: String, actor: String, event: String, itemID: ItemID,
    inputID: InputID, facts: JSONValue
  ) -> String {
    let fields = [
      previous, String(sequence), day.description, moment, actor, event, itemID.rawValue, inputID.rawValue,
    ]
    return ContentDigest(ofParts: fields.map { Array($0.utf8) } + [facts.utf8()]).hex
  }
}

/// Questions to the ledger. Cheap ones: each is answered from an index.
public protocol LedgerReading {
  /// The item with this id.
  func item(_ id: ItemID) throws -> ItemRecord?
  /// Items whose id begins with `idPrefix`, in order of decision: what a person typed of an id.
  func items(idPrefix: String) throws -> [ItemRecord]
  /// The record that this very drop made or changed, whatever its item; never the record of a duplicate where there is another.
  func item(input: InputID) throws -> ItemRecord?
  /// Items whose article has these bytes, now or in an earlier revision.
  func items(source: ContentDigest) throws -> [ItemRecord]
  /// Whether bytes with this digest were ever restricted (`ItemState.isRestricted`), as an article or an attachment.
  func wasRestricted(_ digest: ContentDigest) throws -> Bool
  /// Live items (not superseded, not duplicates) with this document number.
  func items(documentNumber: String) throws -> [ItemRecord]
  /// Items with this document number, in whatever state.
  func allItems(documentNumber: String) throws -> [ItemRecord]
  /// Live items with this 双语标识.
  func items(pair: String) throws -> [ItemRecord]
  /// Items of this title, in whatever state.
  func items(title: String) throws -> [ItemRecord]
  /// Live items of this file name and title.
  func items(file: String, title: String) throws -> [ItemRecord]
  /// Items in any of these states, in order of decision; those with `heldOutlets` count as held too.
  func items(in states: Set<ItemState>) throws -> [ItemRecord]
  /// Items in the state `held` with this code among their codes, in order of decision. Asked at each run: reads nothing else of the others.
  func items(heldFor code: Code) throws -> [ItemRecord]
  /// The kept numbers of items by state and attribute, ordered; none of them is 0.
  func itemTallies() throws -> [ItemTally]
  /// The same, counted again from the items.
  func recountedItemTallies() throws -> [ItemTally]
  /// Payloads of one item, oldest first.
  func payloads(of item: ItemID) throws -> [PayloadRow]
  /// Payloads in one state, at most `limit`, in order of queueing.
  func payloads(in state: PayloadState, limit: Int?) throws -> [PayloadRow]
  /// Scheduled payloads whose day is `day` or earlier.
  func payloadsDue(on day: CivilDate) throws -> [PayloadRow]
  /// The payload with this key.
  func payload(_ id: PayloadID) throws -> PayloadRow?
  /// Payloads whose id begins with `idPrefix`, in order of queueing: what a person typed of an id that a list of payloads shows.
  func payloads(idPrefix: String) throws -> [PayloadRow]
  /// Every payload in order of queueing, one at a time, whatever its state: for comparing the ledger with the outbox.
  func forEachPayload(_ body: (PayloadRow) throws -> Void) throws
  /// Payloads, whatever their state, that name any of these images and attachments: whether a file is still needed.
  func payloads(naming files: Set<ContentDigest>) throws -> [PayloadRow]
  /// First publications of an outlet with a date in these days, that are due and not stopped: the list behind a number.
  func firstPublications(outlet: OutletID, from: CivilDate, to: CivilDate) throws -> [PayloadRow]
  /// The bytes of one payload.
  func body(of payload: PayloadID) throws -> [UInt8]?
  /// The kept counters, ordered.
  func counters() throws -> [Counter]
  /// The counters, counted again from the payloads.
  func recounted() throws -> [Counter]
  /// The same count for dates in these days only (both included), from the payloads: what a report on part of a month adds up.
  func counted(from: CivilDate, to: CivilDate) throws -> [Counter]
  /// Everything that went out, item by item: for lists, and to count again what the tallies say. Reads all of it.
  func published() throws -> PublishedFacts
  /// The kept tallies of what was first published from `from` to `to`, ordered; none of them is 0.
  func tallies(from: CivilDate, to: CivilDate) throws -> [DayTally]
  /// The kept sums of `PublishedItem.changes`, by rule, of what was first published in these days.
  func changes(from: CivilDate, to: CivilDate) throws -> [String: Int]
  /// The kept days in these days on which each outlet was given something, in order, each once.
  func activeDays(from: CivilDate, to: CivilDate) throws -> [OutletID: [CivilDate]]
  /// Corrections or withdrawals that are due and not stopped, with a date in these days, in order of date and queueing.
  func payloads(action: PayloadAction, from: CivilDate, to: CivilDate) throws -> [PayloadRow]
  /// How often something was held or restricted in these days, by code: an item counts once a day and code.
  func holdCounts(from: CivilDate, to: CivilDate) throws -> [Code: Int]
  /// What one of these counts, by day and id.
  func holds(for code: Code, from: CivilDate, to: CivilDate) throws -> [HoldRecord]
  /// Moves that were not finished.
  func plannedMoves() throws -> [PlannedMove]
  /// The history of one item, oldest first.
  func history(of item: ItemID) throws -> [HistoryEntry]
  /// The whole history in order, one entry at a time.
  func forEachHistoryEntry(_ body: (HistoryEntry) throws -> Void) throws
  /// The last entry's sequence and hash; 0 and 64 zeros before the first.
  func historyHead() throws -> (sequence: Int, hash: String)
  /// The latest day on which a run wrote something.
  func latestDay() throws -> CivilDate?
  /// What the last run found waiting, by file name, as the `list` entries to print.
  func waiting() throws -> [WaitingEntry]
}

/// Changes to the ledger, all of them in one transaction.
public protocol LedgerTransaction: LedgerReading {
  /// Adds or replaces the record of `item.itemID`; remembers its input, its source and `restrictedDigests`; for restricted states its
  /// source as restricted too. Throws `wrongState` where the item may not go there (`ItemState.mayBecome`) or its revision would fall.
  func put(_ item: ItemRecord, restrictedDigests: [ContentDigest]) throws
  /// Adds a payload with its body: `scheduled` when its date is after `today`, else `queued`, and counts it where it is the first
  /// publication of its item at its outlet. A payload of a known id changes nothing. The item must have been put before.
  ///
  /// The first publication is the oldest payload of its item and outlet that shows something (is no withdrawal) and was not
  /// stopped; it stays the first until it is stopped itself, then the next oldest takes its place.
  func queue(_ payload: Payload, attribute: DisclosureAttribute, today: CivilDate) throws
  /// Makes scheduled payloads queued, and counts them; queued and written ones stay. Throws `wrongState` for stopped ones.
  func release(_ payloads: [PayloadID]) throws
  /// Marks payloads as written, or as stopped. A stopped first publication is counted no more; written again, it is.
  /// Throws `wrongState` where one may not go there (`PayloadState.mayBecome`), `itemUnknown` for an unknown key; nothing is marked then.
  func mark(_ payloads: [PayloadID], as state: PayloadState) throws
  /// Forgets the text of an item that turned out to be restricted: the bodies of its payloads. What remains are ids and digests.
  func eraseBodies(of item: ItemID) throws
  /// Plans moves.
  func plan(_ moves: [PlannedMove]) throws
  /// Forgets moves that are done, by their `from`.
  func finish(_ moves: [String]) throws
  /// Appends to the history of an item that was put before.
  func append(
    day: CivilDate, moment: String, actor: String, event: String, itemID: ItemID, inputID: InputID, facts: JSONValue
  ) throws
  /// Replaces what the last run found waiting, where it differs.
  func replaceWaiting(_ entries: [WaitingEntry]) throws
}

/// The permanent record; the queue is a view of it.
public protocol LedgerStore: Sendable {
  /// Answers questions from one consistent state.
  func read<Answer>(_ body: (any LedgerReading) throws -> Answer) throws -> Answer
  /// Runs `body` in one durable transaction: all of it, or nothing where `body` throws.
  func write<Answer>(_ body: (any LedgerTransaction) throws -> Answer) throws -> Answer
}
