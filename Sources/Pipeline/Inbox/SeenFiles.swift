import Publication

/// Regular files by index, in little memory: all paths in one run of bytes, as an inbox may hold hundreds of thousands.
struct SeenFiles: Sendable {
  private struct Row: Sendable {
    var end: Int
    var size: Int
    var modified: Int
    var changed: Int
    var inode: UInt64
    var device: UInt64
  }

  private var names: [UInt8] = []
  private var rows: [Row] = []

  var count: Int { rows.count }

  /// Adds a regular file.
  mutating func append(_ path: FileName, _ status: FileStatus) {
    names += path.bytes
    rows.append(
      Row(
        end: names.count, size: status.size, modified: status.modified, changed: status.changed, inode: status.inode,
        device: status.device))
  }

  subscript(index: Int) -> SeenFile {
    let row = rows[index]
    return SeenFile(
      path: path(index),
      status: FileStatus(
        kind: .regular, size: row.size, modified: row.modified, changed: row.changed, inode: row.inode,
        device: row.device))
  }

  func path(_ index: Int) -> FileName { FileName(bytes: names[range(index)]) }

  /// Bytes of a file.
  func size(_ index: Int) -> Int { rows[index].size }

  /// The files from `start` on, in byte order of their paths.
  func order(from start: Int) -> [Int32] {
    (Int32(start)..<Int32(count)).sorted { compare(Int($0), to: Int($1)) < 0 }
  }

  /// Where the path of a file stands to that of another.
  func compare(_ index: Int, to other: Int) -> Int { compare(index, names[range(other)]) }

  /// Where the path of a file stands to another: below zero before it, zero for the same.
  func compare(_ index: Int, _ other: ArraySlice<UInt8>) -> Int {
    let range = range(index)
    return names.withUnsafeBufferPointer { names in
      other.withUnsafeBufferPointer { other in
        for offset in 0..<Swift.min(range.count, other.count) where names[range.lowerBound + offset] != other[offset] {
          return Int(names[range.lowerBound + offset]) - Int(other[offset])
        }
        return range.count - other.count
      }
    }
  }

  /// The first place in `order` whose path isn't before `path`.
  func lowerBound(of path: FileName, in order: [Int32]) -> Int {
    var (low, high) = (0, order.count)
    while low < high {
      let middle = (low + high) / 2
      if compare(Int(order[middle]), path.bytes[...]) < 0 { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : rows[index - 1].end)..<rows[index].end }
}
