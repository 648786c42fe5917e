import Publication

/// What `verify` looks at in `registers/`: the chain, its end, every row, and the tables they came from.
enum RegisterAudit {
  static func faults(_ engine: Engine) throws -> [PipelineError] {
    let journal: (records: [RegisterRecord], isConfirmed: Bool)
    do {
      journal = try engine.registers.read()
      _ = try engine.registerBook()
    } catch let error as PipelineError where error.code == .registersDamaged {
      return [error]
    }
    var faults = RegisterRecord.audit(journal.records).map {
      PipelineError($0.code, subject: $0.place, details: $0.details)
    }
    if !journal.isConfirmed {
      // Records are missing at the end, or were put there by hand.
      faults.append(PipelineError(.registerChainBroken, details: ["sequence": String(journal.records.count + 1)]))
    }
    for digest in Set(journal.records.compactMap(\.origin.source)).sorted(by: { $0.hex < $1.hex }) {
      let path = RegisterDesk.original(digest)
      guard let (bytes, _) = try engine.files.read(path, limit: RegisterReading.mostBytes),
        ContentDigest(of: bytes) == digest
      else {
        faults.append(PipelineError(.registerOriginal, subject: path.description))
        continue
      }
    }
    return faults
  }
}
