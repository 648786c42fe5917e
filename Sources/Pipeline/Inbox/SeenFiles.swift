import Publication

/// Regular files by index, in little memory: all paths in one run of bytes, as an inbox may hold hundreds of thousands.
struct SeenFiles: Sendable {
  private struct Row: Sendable {
    var modified: Int
    /// `.max` where it does not fit: see `large`.
    var size: UInt32
    var inode: UInt32
  }

  /// The rare file of 4 GiB and more, or with an inode number as large file systems have them.
  private struct Large: Sendable {
    var size: Int
    var inode: UInt64
  }

  private var names: [UInt8] = []
  /// Where the bytes of each path end in `names`.
  private var ends: [Int32] = []
  private var rows: [Row] = []
  private var large: [Int32: Large] = [:]
  /// `ctime` of each; empty when nobody needs it any more.
  private var changes: [Int] = []
  /// The file system of the first file, and those of files on another.
  private var device: UInt64 = 0
  private var otherDevices: [Int32: UInt64] = [:]
  /// Sidecars of which only the end of the path is kept: the rest is the path of the file before them.
  private var continuations: [UInt64] = []

  var count: Int { rows.count }

  /// Adds a regular file.
  mutating func append(_ path: FileName, _ status: FileStatus) {
    append(path.bytes[...], status)
  }

  /// Adds the sidecar of the file that was added last, `path` beginning with that file's path: a pair costs little more than one name.
  mutating func append(sidecar path: FileName, _ status: FileStatus) {
    let index = count
    append(path.bytes.dropFirst(pathLength(index - 1)), status)
    while continuations.count <= index >> 6 { continuations.append(0) }
    continuations[index >> 6] |= 1 << UInt64(index & 63)
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>, _ status: FileStatus) {
    if rows.isEmpty { device = status.device }
    if status.device != device { otherDevices[Int32(count)] = status.device }
    names += bytes
    ends.append(Int32(names.count))
    if status.size >= UInt32.max || status.inode >= UInt32.max {
      large[Int32(count)] = Large(size: status.size, inode: status.inode)
      rows.append(Row(modified: status.modified, size: .max, inode: .max))
    } else {
      rows.append(Row(modified: status.modified, size: UInt32(status.size), inode: UInt32(status.inode)))
    }
    changes.append(status.changed)
  }

  /// Makes room for files that are going to be added.
  mutating func reserve(files: Int, nameBytes: Int) {
    names.reserveCapacity(nameBytes)
    ends.reserveCapacity(files)
    rows.reserveCapacity(files)
    changes.reserveCapacity(files)
  }

  /// Bytes of all paths.
  var nameBytes: Int { names.count }

  /// Drops what only tells whether a file has settled: `changed` is 0 from now on.
  mutating func forgetChanges() { changes = [] }

  subscript(index: Int) -> SeenFile {
    let row = rows[index]
    let inode = row.size == .max ? large[Int32(index)]?.inode : nil
    return SeenFile(
      path: path(index),
      status: FileStatus(
        kind: .regular, size: size(index), modified: row.modified, changed: changes.isEmpty ? 0 : changes[index],
        inode: inode ?? UInt64(row.inode),
        device: otherDevices.isEmpty ? device : otherDevices[Int32(index)] ?? device))
  }

  func path(_ index: Int) -> FileName {
    isContinuation(index)
      ? FileName(bytes: names[range(index - 1)] + names[range(index)]) : FileName(bytes: names[range(index)])
  }

  /// Bytes of a file.
  func size(_ index: Int) -> Int {
    let size = rows[index].size
    return size == .max ? large[Int32(index)]?.size ?? Int(size) : Int(size)
  }

  private func isContinuation(_ index: Int) -> Bool {
    index >> 6 < continuations.count && continuations[index >> 6] >> UInt64(index & 63) & 1 != 0
  }

  private func pathLength(_ index: Int) -> Int { range(index).count }

  // MARK: Order, as long as every path is whole

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

  private func range(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }
}
