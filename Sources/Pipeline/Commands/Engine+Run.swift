public import Publication
import SystemEdges

/// The options of one pass.
public struct RunOptions: Sendable {
  /// `--settle`: overrides `settleSeconds`; 0 sets every waiting time to 0.
  public var settle: Int?
  /// `--today`: stands for the day of the run.
  public var today: CivilDate?
  /// `--limit`: groups at most.
  public var limit: Int?
  /// `--dry-run`: decides and says, changes nothing.
  public var dryRun = false
  /// Documents in a batch, at most: fewer only for tests.
  package var batchItems = Batch.items

  /// Nothing overridden.
  public init() {}
}

extension Engine {
  /// For a program that runs one pass and ends: keeps its memory small. To be called before anything else.
  public static func prepareProcess() { Memory.shareRegions() }

  /// One pass over the inbox.
  ///
  /// Throws `PipelineError`s; what was committed before stays, and the next run goes on from there.
  public func run(_ options: RunOptions, progress: @escaping (Int, Int) -> Void = { _, _ in }) throws -> RunSummary {
    let start = clock.nanoseconds()
    try checkInbox()
    try checkFolders()
    try files.makeFolder(WorkFolders.state, mode: 0o700)
    guard let lock = try files.lock(WorkFolders.lock) else {
      var busy = RunSummary(outlets: configuration.outlets)
      busy.busy = true
      return busy
    }
    let ledger: any LedgerStore
    var summary: RunSummary
    do {
      defer { lock.unlock() }
      guard try files.freeBytes() >= configuration.spaceReserve else {
        throw PipelineError(.diskFull, subject: root)
      }
      ledger = try self.ledger()
      summary = try pass(options, from: start, ledger, progress)
    }
    // Where that fails, the next run does it; what this one did is to be told.
    try? finishBelated(ledger)
    return summary
  }

  private func pass(
    _ options: RunOptions, from start: Int, _ ledger: any LedgerStore, _ progress: @escaping (Int, Int) -> Void
  ) throws -> RunSummary {
    let today = options.today ?? zone.day(at: start)
    if let latest = try ledger.read({ try $0.latestDay() }), latest > today {
      throw PipelineError(
        .dayBeforeLatest, details: ["today": today.description, "latest": latest.description])
    }
    var pass = Pass(
      files: files, ledger: ledger, configuration: configuration, decider: decider(today: today), today: today,
      moment: Moment.iso(start), now: start, waiting: waiting(options))
    pass.progress = progress
    pass.batchItems = options.batchItems
    var summary = try pass.run(limit: options.limit ?? configuration.itemsPerRun)
    summary.elapsedSeconds = Double(clock.nanoseconds() - start) / 1e9
    return summary
  }

  func waiting(_ options: RunOptions) -> Configuration.Waiting {
    guard let settle = options.settle else { return configuration.waiting }
    if settle == 0 {
      var none = Configuration.Waiting.none
      none.staleLock = configuration.waiting.staleLock
      return none
    }
    var waiting = configuration.waiting
    waiting.settle = settle
    return waiting
  }

  /// The sentinel says that the inbox is ours, and mounted.
  func checkInbox() throws {
    guard try files.status(of: WorkFolders.inbox.appending(WorkFolders.sentinel)) != nil else {
      throw PipelineError(.inboxNotOurs, subject: root + "/inbox")
    }
  }

  /// Originals and payloads are moved by renaming, which works within one file system only, and nothing is begun that can't be ended: a folder
  /// that we may not write in is told before anything is touched. Folders that are missing are made when they are needed.
  func checkFolders() throws {
    var device: UInt64?
    for (folder, _) in WorkFolders.all(outlets: configuration.outlets) {
      // With the dot, a folder that is a link is what it leads to.
      guard let status = try files.status(of: folder.appending(FileName("."))) else { continue }
      guard files.isWritable(folder) else { throw PipelineError(.folderMissing, subject: folder.description) }
      if let device, device != status.device { throw PipelineError(.notOneFileSystem, subject: folder.description) }
      device = status.device
    }
  }

  /// What a pass would do with the inbox as it is; nothing is changed.
  public func dryRun(_ options: RunOptions) throws -> [Judged] {
    try checkInbox()
    let today = options.today ?? zone.day(at: clock.nanoseconds())
    let scanner = InboxScanner(files: files, ignore: IgnoreRules(site: configuration.ignore))
    guard let scan = try scanner.scan(root: WorkFolders.inbox) else { return [] }
    let readiness = Readiness(
      waiting: waiting(options), now: clock.nanoseconds(), observed: Observations.read(files, now: clock.nanoseconds()),
      locks: scan.locks)
    var judged = scan.left.map {
      Judged(file: $0.file, state: $0.state, codes: [$0.code], message: $0.message)
    }
    for table in scan.registers {
      let file = table.path.description
      if let (code, details) = readiness.obstacle(ofTable: table) {
        judged.append(Judged(file: file, state: "waiting", codes: [code], message: code.text(details: details).message))
      } else {
        judged.append(try judgeTable(WorkFolders.inbox.appending(table.path), in: files, as: file))
      }
    }
    for group in scan.groups.prefix(options.limit ?? .max) {
      if let (code, details) = readiness.obstacle(group) {
        judged.append(
          Judged(
            file: group.article.path.description, state: "waiting", codes: [code],
            message: code.text(details: details).message))
      } else {
        var one = try judge(group, files: files, root: WorkFolders.inbox, today: today)
        if let name = one.concealedName { one.file = name }
        judged.append(one)
      }
    }
    return Judged.together(judged)
  }
}
