import Ingest
import Publication

extension Engine {
  /// An original whose bytes are no longer those that were decided about: somebody edited it where it lies. Of one too large to be read whole
  /// nothing can be said, nor of a folder that was held as a whole.
  func changedOriginal(_ item: ItemRecord) throws -> PipelineError? {
    let folder = FileName(item.folder)
    guard !item.codes.contains(.bundleAmbiguous), try files.status(of: folder) != nil else { return nil }
    if item.state.isRestricted {
      let path = folder.appending(FileName(item.itemID.rawValue))
      guard try files.status(of: path) != nil, try !mayHold(item.source, path) else { return nil }
      return PipelineError(.originalChanged, subject: path.description)
    }
    let name = FileName(item.file ?? "").base
    if try mayHold(item.source, folder.appending(name)) { return nil }
    // Under another name, where two files of one name met; in a folder, where a bundle's own was kept.
    let all = try everyFile(below: folder)
    for path in all where try mayHold(item.source, path) { return nil }
    let isThere = all.contains { $0.base == name }
    return PipelineError(isThere ? .originalChanged : .originalMissing, subject: folder.appending(name).description)
  }

  private func everyFile(below folder: FileName) throws -> [FileName] {
    try (files.entries(of: folder) ?? []).flatMap { entry in
      let path = folder.appending(entry.name)
      switch entry.status.kind {
      case .folder: return try everyFile(below: path)
      case .regular: return [path]
      default: return []
      }
    }
  }

  /// Whether the file has these bytes, or is too large to tell.
  private func mayHold(_ digest: ContentDigest, _ path: FileName) throws -> Bool {
    let limit = configuration.limits.fileBytes
    guard let status = try files.status(of: path), status.kind == .regular else { return false }
    guard status.size <= limit else { return true }
    guard let (bytes, _) = try files.read(path, limit: limit) else { return false }
    return ContentDigest(of: bytes) == digest
  }
}
