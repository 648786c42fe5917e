import Publication

extension Engine {
  /// What lies among originals and belongs to no item: somebody put it there, thinking that it would be published, or tidied up. Of the closed folders only
  /// the folder is named.
  func foreignFaults(_ items: [ItemRecord]) throws -> [PipelineError] {
    let ids = Set(items.map(\.itemID.rawValue))
    let ignore = IgnoreRules(site: configuration.ignore)
    var faults: [PipelineError] = []
    func look(into folder: FileName, but known: Set<FileName> = [], isClosed: Bool = false) throws {
      for entry in try files.entries(of: folder) ?? []
      where !known.contains(entry.name) && !ids.contains(id(in: entry.name))
        && !ignore.ignores(entry.name)
      {
        let path = isClosed ? folder : folder.appending(entry.name)
        faults.append(PipelineError(.originalUnknown, subject: path.description))
      }
    }
    try look(into: WorkFolders.held, but: [WorkFolders.restricted.base])
    for folder in [WorkFolders.rejected, WorkFolders.duplicates] { try look(into: folder) }
    for folder in [WorkFolders.sealed, WorkFolders.onRequest, WorkFolders.restricted] {
      try look(into: folder, isClosed: true)
    }
    for year in try files.entries(of: WorkFolders.done) ?? [] {
      let path = WorkFolders.done.appending(year.name)
      guard year.status.kind == .folder, isNumber(year.name, digits: 4) else {
        if !ignore.ignores(year.name) {
          faults.append(PipelineError(.originalUnknown, subject: path.description))
        }
        continue
      }
      let months = try files.entries(of: path) ?? []
      let known = Set(months.filter { $0.status.kind == .folder && isNumber($0.name, digits: 2) }.map(\.name))
      try look(into: path, but: known)
      for month in known.sorted() { try look(into: path.appending(month)) }
    }
    return faults
  }

  /// `<id>`, `<id>-2`, `<id>.json`, `<id>.1`.
  private func id(in name: FileName) -> String {
    String(decoding: name.bytes.prefix { $0 != 0x2D && $0 != 0x2E }, as: UTF8.self)
  }

  private func isNumber(_ name: FileName, digits: Int) -> Bool {
    name.bytes.count == digits && name.bytes.allSatisfy { (0x30...0x39).contains($0) }
  }
}
