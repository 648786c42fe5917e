internal import Publication

/// The central directory of a ZIP file, checked.
/// Source: PKWARE APPNOTE 6.3.10, 4.3.7, 4.3.12, 4.3.16, 4.4.4; ECMA-376 Part 2 (5th ed.), 7.3 and Annex B.
enum ArchiveDirectory {
  static func entries(of bytes: [UInt8], limits: IngestLimits) throws(ArchiveFault) -> [Archive.Entry] {
    guard let end = endRecord(in: bytes) else { throw .damaged("压缩包不完整") }
    let count = bytes.little16(end + 10)
    let size = bytes.little32(end + 12)
    let start = bytes.little32(end + 16)
    guard bytes.little16(end + 4) == 0, bytes.little16(end + 6) == 0, bytes.little16(end + 8) == count else {
      throw .damaged("压缩包分成了多卷")
    }
    guard count <= limits.archiveEntries else {
      throw .tooLarge("压缩包内的文件数", used: count, max: limits.archiveEntries)
    }
    guard count != 0xFFFF, start <= end, size == end - start else { throw .damaged("压缩包目录位置不符") }

    var records: [Record] = []
    records.reserveCapacity(min(count, size / 46))
    var at = start
    for _ in 0..<count {
      let record = try Record(bytes, at: at, end: end, directory: start)
      at = record.next
      records.append(record)
    }
    guard at == end else { throw .damaged("压缩包目录长度不符") }
    return try checked(records, bytes: bytes, limits: limits)
  }

  /// The end record stands last, but for a comment of up to 65,535 bytes that reaches exactly to the end of the file.
  private static func endRecord(in bytes: [UInt8]) -> Int? {
    guard bytes.count >= 22 else { return nil }
    var at = bytes.count - 22
    let lowest = max(0, at - 0xFFFF)
    while at >= lowest {
      if bytes.has("PK\u{05}\u{06}", at: at), bytes.little16(at + 20) == bytes.count - at - 22 { return at }
      at -= 1
    }
    return nil
  }

  private static func checked(_ records: [Record], bytes: [UInt8], limits: IngestLimits) throws(ArchiveFault)
    -> [Archive.Entry]
  {
    let ordered = records.sorted { $0.local.lowerBound < $1.local.lowerBound }
    var entries: [Archive.Entry] = []
    entries.reserveCapacity(ordered.count)
    var names: Set<String> = []
    names.reserveCapacity(ordered.count)
    var inflated = 0
    var previousEnd = 0
    for (position, record) in ordered.enumerated() {
      guard record.local.lowerBound >= previousEnd else { throw .hostile("条目相互重叠") }
      previousEnd = record.local.upperBound
      // Part names are compared without regard to case (ECMA-376 Part 2, 6.2.2.3).
      guard names.insert(record.name.lowercased()).inserted else { throw .hostile("同名条目") }
      inflated += record.size
      guard inflated <= limits.inflatedBytes else {
        throw .tooLarge("解压后的大小", used: inflated, max: limits.inflatedBytes)
      }
      if !record.isFolder {
        entries.append(
          Archive.Entry(
            name: record.name, size: record.size, packed: record.packed, isStored: record.method == 0,
            position: position))
      }
    }
    if inflated > 1 << 20, inflated / limits.inflationRatio > bytes.count { throw .hostile("解压倍数过大") }
    return entries
  }
}

/// One record of the central directory together with its local header.
private struct Record {
  var name: String
  var method: Int
  var size: Int
  var local: Range<Int>
  var packed: Range<Int>
  var isFolder: Bool
  var next: Int

  init(_ bytes: [UInt8], at: Int, end: Int, directory: Int) throws(ArchiveFault) {
    guard at <= end - 46, bytes.has("PK\u{01}\u{02}", at: at) else { throw .damaged("压缩包目录损坏") }
    let nameLength = bytes.little16(at + 28)
    next = at + 46 + nameLength + bytes.little16(at + 30) + bytes.little16(at + 32)
    guard next <= end else { throw .damaged("压缩包目录损坏") }

    let rawName = bytes[(at + 46)..<(at + 46 + nameLength)]
    name = try Record.plainName(rawName)
    // Bit 0: encrypted; 6: strong encryption; 13: masked headers.
    guard bytes.little16(at + 8) & 0x2041 == 0 else { throw .encrypted }
    method = bytes.little16(at + 10)
    guard method == 0 || method == 8 else { throw .damaged("压缩方法不支持") }
    isFolder = rawName.last == 0x2F

    let kind = bytes.little32(at + 38) >> 16 & 0xF000
    let isUnix = bytes[at + 5] == 3 || bytes[at + 5] == 19
    guard !isUnix || kind == 0 || kind == 0x8000 || kind == 0x4000 else { throw .hostile("含有链接或设备") }

    let packedSize = bytes.little32(at + 20)
    size = bytes.little32(at + 24)
    guard !isFolder || size == 0 else { throw .hostile("文件夹条目带有内容") }
    guard method != 0 || size == packedSize else { throw .damaged("条目长度不符") }
    // Deflate makes at most 1,032 bytes of one.
    guard size <= packedSize * 1032 + 1024 else { throw .hostile("解压倍数过大") }

    let offset = bytes.little32(at + 42)
    guard offset <= directory - 30, bytes.has("PK\u{03}\u{04}", at: offset) else { throw .damaged("条目位置不符") }
    let start = offset + 30 + bytes.little16(offset + 26) + bytes.little16(offset + 28)
    guard start <= directory, packedSize <= directory - start else { throw .damaged("条目长度不符") }
    guard bytes.little16(offset + 26) == nameLength, bytes.little16(offset + 8) == method,
      bytes[(offset + 30)..<(offset + 30 + nameLength)].elementsEqual(rawName)
    else { throw .hostile("目录与条目不一致") }
    packed = start..<(start + packedSize)
    local = offset..<(start + packedSize)
  }

  /// A relative path without tricks.
  private static func plainName(_ bytes: ArraySlice<UInt8>) throws(ArchiveFault) -> String {
    guard let first = bytes.first, first != 0x2F else { throw .hostile("条目名不安全") }
    var component = 0
    var dots = 0
    for byte in bytes {
      guard byte >= 0x20, byte != 0x7F, byte != 0x5C, byte != 0x3A else { throw .hostile("条目名不安全") }
      if byte == 0x2F {
        guard component > 0, !(dots == component && dots <= 2) else { throw .hostile("条目名不安全") }
        component = 0
        dots = 0
      } else {
        component += 1
        if byte == 0x2E { dots += 1 }
      }
    }
    guard !(component > 0 && dots == component && dots <= 2) else { throw .hostile("条目名不安全") }
    return FileName(bytes: bytes).description
  }
}
