import Publication

/// Register tables: taken before the documents, apart from their batches.
extension Pass {
  mutating func takeRegisters(_ scan: InboxScan) throws {
    let readiness = Readiness(
      waiting: waiting, now: now, observed: Observations.read(files, now: now), locks: scan.locks)
    var ready: [SeenFile] = []
    for table in scan.registers {
      guard let (code, details) = readiness.obstacle(ofTable: table) else {
        ready.append(table)
        continue
      }
      left.append(
        WaitingEntry(
          file: table.path.description, state: "waiting", code: code,
          message: Printable.line(code.text(details: details).message)))
    }
    let desk = RegisterDesk(files: files, store: RegisterJournal(files: files), today: today, moment: moment)
    var intake = RegisterIntake(files: files, desk: desk, stamp: String(now, radix: 16))
    try intake.run(ready)
    summary.registers = intake.taken
    summary.held += intake.held
    summary.recovered += intake.recovered
    summary.spoken += intake.spoken
    left += intake.left
  }

  /// Register tables among the documents go behind the closed door.
  mutating func takeMisplaced(_ scan: inout InboxScan) throws {
    var tables: [SeenFile] = []
    scan.groups.keep { group in
      guard RegisterIntake.isMisplaced(group, in: group.root, files: files) else { return true }
      tables.append(group.article)
      return false
    }
    guard !tables.isEmpty else { return }
    let desk = RegisterDesk(files: files, store: RegisterJournal(files: files), today: today, moment: moment)
    var intake = RegisterIntake(files: files, desk: desk, stamp: String(now, radix: 16))
    try intake.hold(misplaced: tables)
    summary.held += intake.held
    summary.spoken += intake.spoken
    left += intake.left
  }
}
