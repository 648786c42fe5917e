import Disclosure
import Ingest
import Publication

/// Any bytes as a document of one format, read and judged.
enum DocumentTarget {
  private static let reader = DocumentReader(
    limits: IngestLimits(), outlets: [OutletID("site-zh"), OutletID("site-mn")])
  private static let gate = Gate(policy: GatePolicy(officeContacts: []))
  private static let today = CivilDate(iso: "2025-06-30")

  static func attempt(_ bytes: [UInt8], name: String) -> Int32 {
    guard let today else { return 0 }
    let item = InboxItem(name: FileName(name), bytes: bytes)
    let first = reader.read(item, today: today)
    let again = reader.read(item, today: today)
    require(first.diagnostics == again.diagnostics, "equal input, equal diagnostics")
    require((first.document == nil) == (again.document == nil), "equal input, equal answer")
    guard let document = first.document else {
      require(first.diagnostics.contains { $0.severity >= .hold }, "what can't be read says why")
      let judgement = gate.judge(unreadable: first.declarations, texts: first.fileTexts, ingest: first.diagnostics)
      if case .cleared = judgement.verdict { require(false, "what can't be read is never cleared") }
      return 0
    }
    let judgement = gate.judge(document, ingest: first.diagnostics, inheritance: nil)
    if case .cleared = judgement.verdict {
      require(judgement.attribute == .proactive, "only 主动公开 is cleared")
      require(!first.diagnostics.contains { $0.severity >= .hold && $0.outlets.isEmpty }, "what is held is not cleared")
    }
    return 0
  }
}

/// Any bytes as a sidecar.
enum MetadataTarget {
  static func attempt(_ bytes: [UInt8]) -> Int32 {
    if let value = try? JSONValue.reading(bytes) {
      guard let again = try? JSONValue.reading(value.utf8()) else {
        require(false, "what we write we can read")
        return 0
      }
      require(again.utf8() == value.utf8(), "what we read again is written the same")
    }
    let item = InboxItem(name: FileName("a.txt"), bytes: Array("关于供暖的通知\n正文。\n".utf8), sidecar: bytes)
    require(DocumentReader.inputID(of: item) == DocumentReader.inputID(of: item), "equal input, equal id")
    return DocumentTarget.attempt(item)
  }
}

extension DocumentTarget {
  static func attempt(_ item: InboxItem) -> Int32 {
    guard let today = CivilDate(iso: "2025-06-30") else { return 0 }
    let reader = DocumentReader(limits: IngestLimits(), outlets: [OutletID("site-zh")])
    let ingested = reader.read(item, today: today)
    guard let document = ingested.document else { return 0 }
    let judgement = Gate(policy: GatePolicy(officeContacts: [])).judge(
      document, ingest: ingested.diagnostics, inheritance: nil)
    if case .cleared = judgement.verdict { require(judgement.attribute == .proactive, "only 主动公开 is cleared") }
    return 0
  }
}

/// Any bytes as a text file.
enum DecodingTarget {
  static func attempt(_ bytes: [UInt8]) -> Int32 {
    if let decoded = try? TextDecoding.decode(bytes) {
      if decoded.encoding == .utf8 {
        let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        require(decoded.text.utf8.elementsEqual(bytes.dropFirst(isMarked ? 3 : 0)), "UTF-8 stays as it is")
      }
      require(!decoded.text.unicodeScalars.contains { $0.value == 0 }, "no text has NUL")
    }
    return DocumentTarget.attempt(bytes, name: "a.txt")
  }
}

/// Any line as one that may hold a mark.
enum ClosingTarget {
  static func attempt(_ bytes: [UInt8]) -> Int32 {
    let text = String(decoding: bytes, as: UTF8.self)
    for line in text.split(separator: "\n") {
      let mark = DisclosureMark.parse(String(line))
      var loose = String.UnicodeScalarView()
      for scalar in line.unicodeScalars {
        loose.append(scalar)
        loose.append("\u{200B}")
      }
      require(DisclosureMark.parse(String(loose)) == mark, "zero-width characters hide no mark and make none")
    }
    return DocumentTarget.attempt(bytes, name: "a.txt")
  }
}
