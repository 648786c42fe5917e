import FanOut
import Publication

/// One pass over the inbox. Crash-proof by construction: claim by rename, decide in memory, commit one transaction for a batch,
/// write outbox files, move originals. Every step after the commit is planned in it, and can be taken again by a later run.
struct Pass {
  let files: any FileStore
  let ledger: any LedgerStore
  let configuration: Configuration
  let decider: Decider
  let today: CivilDate
  /// ISO 8601 UTC, for the history.
  let moment: String
  /// Nanoseconds since 1970.
  let now: Int
  let waiting: Configuration.Waiting
  /// Told after each batch: groups done and groups in all.
  var progress: (Int, Int) -> Void = { _, _ in }
  /// Groups in a batch, at most.
  var batchItems = Batch.items

  var summary: RunSummary
  var left: [WaitingEntry] = []
  var mover: Mover
  /// Whether the moves of a batch are taken on another thread while the next batch is committed.
  var movesAhead = false
  /// The moves of the last batch, as long as they are being taken there: the mover after them, and where they came from.
  var moving: Lookahead<(mover: Mover, taken: [String])>?
  var outbox: Outbox
  let claims: Claims
  /// What this pass closed without a reason and its legal basis.
  var unbased: [ItemID] = []
  /// Payloads whose files are shown, and moves that are done: written to the ledger when a sync has made them durable.
  var unsynced = Bookkeeping()
  var durable = Bookkeeping()
  /// The last entry of the history as this pass wrote it. Whoever else changes an item appends to the history: as long as this is its
  /// end, every payload stands where this pass put it, and need not be asked for.
  var ownHead: Int?
  /// By what the documents that this pass has closed are known again (`ClosedIdentity`).
  var closedHere: Set<ContentDigest> = []
  /// Halves that this pass holds because the other is not ready, with what is said of them if that is still so at its end.
  var waitingHalves: [ItemID: String] = [:]

  struct Bookkeeping {
    var shown: [OutboxPlace] = []
    var moved: [String] = []
    /// Somebody else has written to the history since these were shown: ask where they stand.
    var isDoubtful = false
    var isEmpty: Bool { shown.isEmpty && moved.isEmpty }

    mutating func take(_ other: inout Bookkeeping) {
      shown += other.shown
      moved += other.moved
      isDoubtful = isDoubtful || other.isDoubtful
      other = Bookkeeping()
    }
  }

  init(
    files: any FileStore, ledger: any LedgerStore, configuration: Configuration, decider: Decider, today: CivilDate,
    moment: String, now: Int, waiting: Configuration.Waiting
  ) {
    self.files = files
    self.ledger = ledger
    self.configuration = configuration
    self.decider = decider
    self.today = today
    self.moment = moment
    self.now = now
    self.waiting = waiting
    summary = RunSummary(outlets: configuration.outlets)
    outbox = Outbox(files: files)
    claims = Claims(files: files, limits: configuration.limits, stamp: String(now, radix: 16))
    mover = Mover(files: files, copies: MaskedCopies(files: files, decider: decider, claims: claims))
  }

  /// Runs the pass to its end.
  mutating func run(limit: Int?) throws -> RunSummary {
    try finishEarlier()
    try releaseDue()
    let scanner = InboxScanner(files: files, ignore: IgnoreRules(site: configuration.ignore))
    let leftover = try leftoverClaims(scanner)
    guard var scan = try scanner.scan(root: WorkFolders.inbox) else {
      throw PipelineError(.folderMissing, subject: WorkFolders.inbox.description)
    }
    summary.files = scan.fileCount
    left = scan.left
    try takeRegisters(scan)
    keepReady(&scan)
    try takeMisplaced(&scan)
    scan.groups.files.forgetChanges()
    scan.groups.putFirst(leftover)
    if let limit { scan.groups.keep(first: limit) }
    try process(deferred: process(scan.groups), of: scan.groups)
    try reconsiderUnread()
    try reconsiderHeldPairs()
    try publishWaitingHalves()
    try flush()
    try settleUnwritten()
    try rememberWaiting()
    speakOfUnbased()
    summary.waiting = left.count { $0.state == "waiting" }
    summary.ignored = left.count { $0.state == "ignored" }
    return summary
  }

  /// One line for all of them: numbers only.
  private mutating func speakOfUnbased() {
    guard !unbased.isEmpty else { return }
    let ids = unbased.sorted().prefix(5).map { String($0.rawValue.prefix(12)) }.joined(separator: "、")
    let item = "编号 " + ids + (unbased.count > 5 ? " 等\(unbased.count)件文稿" : " 的文稿")
    let text = Code.basisMissing.text(details: ["item": item])
    summary.spoken.append("（\(Code.basisMissing)）\(text.message)\(text.remedy)")
  }

  // MARK: The inbox

  /// Leaves what can't be taken yet.
  mutating func keepReady(_ scan: inout InboxScan) {
    let observed = Observations.read(files, now: now)
    let readiness = Readiness(waiting: waiting, now: now, observed: observed, locks: scan.locks)
    // What is taken now is not looked at again: the name of a document that turns out to be closed must not stay behind.
    var waiting = scan.registers
    scan.groups.keep { group in
      guard let (code, details) = readiness.obstacle(group) else { return true }
      leave(group, code, details)
      waiting += group.files.filter { $0.status.changed > now }
      return false
    }
    Observations.write(files, seen: waiting, now: now, old: observed)
  }

  mutating func leave(_ group: InboxGroup, _ code: Code, _ details: [String: String] = [:]) {
    left.append(
      WaitingEntry(
        file: group.article.path.description, state: "waiting", code: code,
        message: Printable.line(code.text(details: details).message)))
  }

  mutating func rememberWaiting() throws {
    let entries = left.sorted { $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }
    guard try ledger.read({ try $0.waiting() }) != entries else { return }
    try ledger.write { try $0.replaceWaiting(entries) }
  }
}
