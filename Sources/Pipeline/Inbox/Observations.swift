import Publication

/// What we saw of files whose inode change time lies in the future: kept in `state/observed.json` only while there are any.
enum Observations {
  static func read(_ files: any FileStore, now: Int) -> [FileName: Readiness.Observation] {
    guard let (bytes, _) = try? files.read(WorkFolders.observed, limit: 4 << 20),
      case .array(let entries)? = try? JSONValue.reading(bytes)
    else { return [:] }
    // By bytes: names that differ only in their normal form are two names.
    var out: [FileName: Readiness.Observation] = [:]
    for entry in entries {
      guard let name = entry["file"]?.text, let size = entry["size"]?.integer, let changed = entry["changed"]?.integer,
        let inode = entry["inode"]?.integer, let seen = entry["firstSeen"]?.integer, seen <= now
      else { continue }
      out[FileName(name)] = .init(
        size: size, changed: changed, inode: UInt64(bitPattern: Int64(inode)), firstSeen: seen)
    }
    return out
  }

  static func write(
    _ files: any FileStore, seen: [SeenFile], now: Int, old: [FileName: Readiness.Observation]
  ) {
    var new: [FileName: Readiness.Observation] = [:]
    for file in seen where file.status.changed > now {
      let name = FileName(file.path.description)
      let same = old[name].flatMap {
        $0.size == file.status.size && $0.changed == file.status.changed && $0.inode == file.status.inode ? $0 : nil
      }
      new[name] =
        same
        ?? .init(size: file.status.size, changed: file.status.changed, inode: file.status.inode, firstSeen: now)
    }
    guard new != old else { return }
    // Losing an observation costs one more waiting time, nothing else: a fault here must not stop the run.
    if new.isEmpty {
      _ = try? files.remove(WorkFolders.observed)
    } else {
      let json = JSONValue.array(
        new.sorted { $0.key < $1.key }.map { name, one in
          .object([
            "file": .string(name.description), "size": .int(one.size), "changed": .int(one.changed),
            "inode": .int(Int(Int64(bitPattern: one.inode))), "firstSeen": .int(one.firstSeen),
          ])
        })
      try? files.write(json.utf8(), to: WorkFolders.observed, mode: 0o600)
    }
  }
}
