import Publication

/// What we saw of files whose inode change time lies in the future: kept in `state/observed.json` only while there are any.
enum Observations {
  static func read(_ files: any FileStore, now: Int) -> [String: Readiness.Observation] {
    guard let (bytes, _) = try? files.read(WorkFolders.observed, limit: 4 << 20),
      case .object(let members)? = try? JSONValue.reading(bytes)
    else { return [:] }
    var out: [String: Readiness.Observation] = [:]
    for member in members {
      guard let size = member.value["size"]?.integer, let changed = member.value["changed"]?.integer,
        let inode = member.value["inode"]?.integer, let seen = member.value["firstSeen"]?.integer, seen <= now
      else { continue }
      out[member.name] = .init(size: size, changed: changed, inode: UInt64(bitPattern: Int64(inode)), firstSeen: seen)
    }
    return out
  }

  static func write(
    _ files: any FileStore, seen: [SeenFile], now: Int, old: [String: Readiness.Observation]
  ) {
    var new: [String: Readiness.Observation] = [:]
    for file in seen where file.status.changed > now {
      let name = file.path.description
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
      let json = JSONValue.object(
        new.sorted { $0.key < $1.key }.map { name, one in
          .init(
            name,
            .object([
              "size": .int(one.size), "changed": .int(one.changed), "inode": .int(Int(Int64(bitPattern: one.inode))),
              "firstSeen": .int(one.firstSeen),
            ]))
        })
      try? files.write(json.utf8(), to: WorkFolders.observed, mode: 0o600)
    }
  }
}
