import Publication

/// What all sources together say of a document, and where they contradict each other.
///
/// Sidecar beats front matter beats properties beats text; of the keys that must agree no source is beaten in silence.
/// The attribute is left to the gate. Source: the contract, "Outlets and metadata".
struct MetadataMerge {
  /// The merged metadata.
  private(set) var metadata = Metadata()
  /// What is wrong.
  private(set) var diagnostics: [Diagnostic] = []
  /// The strongest understood value of each key, with its declaration.
  private(set) var strongest: [MetadataKey: (value: MetadataValue, declaration: Declaration)] = [:]

  private var understood: [MetadataKey: [(value: MetadataValue, declaration: Declaration)]] = [:]

  /// Understands `declarations`; `outlets` are those of the configuration, `files` the names in the bundle.
  init(_ declarations: [Declaration], outlets: [OutletID], files: [FileName], attachments: [FileName], today: CivilDate)
  {
    understand(declarations)
    readRepeatedKeys(declarations)
    for key in MetadataKey.allCases where key != .attribute {
      guard let all = understood[key], let first = all.first else { continue }
      strongest[key] = first
      if key.mustAgree { compare(key, MetadataMerge.voices(all)) }
    }
    readOutlets(known: outlets)
    readDate(today: today)
    readFileNames(files: files, attachments: attachments)
    fill()
  }

  private mutating func understand(_ declarations: [Declaration]) {
    let ordered = declarations.enumerated().sorted { left, right in
      left.element.source == right.element.source
        ? left.offset < right.offset : left.element.source < right.element.source
    }
    for (_, declaration) in ordered where declaration.key != .attribute {
      do throws(ValueFault) {
        let value = try MetadataValue.reading(declaration)
        readNumberDefects(declaration)
        guard value != .absent, !isStockTitle(declaration) else { continue }
        understood[declaration.key, default: []].append((value, declaration))
      } catch {
        // A generator writes the language of its own surface into properties (`en-US`): it says nothing of the text.
        if declaration.source == .properties, declaration.key == .lang { continue }
        let value = String(declaration.values.joined(separator: "；").unicodeScalars.prefix(60))
        let details = ["key": declaration.key.rawValue, "value": value, "allowed": error.allowed]
        diagnostics.append(Diagnostic(.badValue, .hold, place: declaration.place, details: details))
      }
    }
  }

  /// Titles that word processors put into the properties of a new file.
  private func isStockTitle(_ declaration: Declaration) -> Bool {
    guard declaration.key == .title, declaration.source == .properties, let title = declaration.values.first else {
      return false
    }
    let text = title.trimmedWhitespace
    let stock = [
      "无标题", "未命名", "新建", "文档", "Word 文档", "Microsoft Word", "Untitled", "untitled", "Document", "document", "Title",
    ]
    return stock.contains { stem in
      text.starts(withText: stem)
        && text.utf8.dropFirst(stem.utf8.count).allSatisfy { $0 < 0x80 || stem.utf8.count > 8 }
    }
  }

  private mutating func readNumberDefects(_ declaration: Declaration) {
    guard declaration.key == .docno, let text = declaration.values.first, let reading = DocumentNumber.reading(text)
    else {
      return
    }
    diagnostics += MetadataMerge.defects(of: reading, written: text.trimmedWhitespace, place: declaration.place)
  }

  /// What the desk is told of a number written otherwise than the standard has it.
  static func defects(of reading: DocumentNumber.Reading, written: String, place: String) -> [Diagnostic] {
    guard let number = reading.number else { return [Diagnostic(.draftWording, .hold, place: place)] }
    guard !reading.defects.isEmpty else { return [] }
    let shown = String(written.unicodeScalars.prefix(60))
    let details = [
      "value": shown, "suggestion": number.description,
      "defects": reading.defects.map(\.rawValue).joined(separator: ","),
    ]
    return [Diagnostic(.documentNumberDefect, .warning, place: place, details: details)]
  }

  /// A key twice in one source, under two of its names. A sidecar finds its own.
  private mutating func readRepeatedKeys(_ declarations: [Declaration]) {
    var seen: Set<MetadataKey> = []
    for declaration in declarations where declaration.source == .frontMatter {
      if seen.insert(declaration.key).inserted { continue }
      diagnostics.append(
        Diagnostic(.duplicateKey, .hold, place: declaration.place, details: ["key": declaration.key.rawValue]))
    }
  }

  /// One voice a source; a key that stands twice in one is told as that. Properties come from several places.
  private static func voices(
    _ all: [(value: MetadataValue, declaration: Declaration)]
  ) -> [(source: EvidenceSource, value: MetadataValue)] {
    var seen: Set<EvidenceSource> = []
    return all.compactMap { one in
      let isFirst = seen.insert(one.declaration.source).inserted
      return isFirst || one.declaration.source == .properties ? (one.declaration.source, one.value) : nil
    }
  }

  /// Reports sources that say different things.
  mutating func compare(_ key: MetadataKey, _ said: [(source: EvidenceSource, value: MetadataValue)]) {
    guard let first = said.first, said.contains(where: { !$0.value.agrees(with: first.value) }) else { return }
    let values = said.map { "\($0.source.label)：\(String($0.value.description.unicodeScalars.prefix(60)))" }
    let details = ["key": key.rawValue, "values": values.joined(separator: "；")]
    diagnostics.append(Diagnostic(.metadataConflict, .hold, place: key.rawValue, details: details))
  }

  private mutating func readOutlets(known: [OutletID]) {
    for (value, declaration) in understood[.outlets] ?? [] {
      guard case .outlets(let ids) = value else { continue }
      let allowed = known.map(\.rawValue).joined(separator: "、")
      for id in ids where !known.contains(id) {
        let details = ["value": String(id.rawValue.unicodeScalars.prefix(60)), "allowed": allowed]
        diagnostics.append(Diagnostic(.unknownOutlet, .hold, place: declaration.place, details: details))
      }
    }
  }

  private mutating func readDate(today: CivilDate) {
    guard let (value, declaration) = strongest[.date], case .date(let date) = value else { return }
    let isFar = (date.year, date.month, date.day) > (today.year + 1, today.month, today.day)
    if isFar {
      diagnostics.append(Diagnostic(.dateTooFar, .hold, place: declaration.place, details: ["value": date.description]))
    }
  }

  private mutating func readFileNames(files: [FileName], attachments: [FileName]) {
    for key in [MetadataKey.attachments, .cover] {
      guard let (value, declaration) = strongest[key], case .texts(let names) = value else { continue }
      diagnostics += BundleNames.diagnostics(names, key: key, place: declaration.place, files: files)
      guard key == .attachments else { continue }
      let listed = names.map(BundleNames.fileName)
      let unlisted = attachments.filter { file in !listed.contains { file.base.bytes.elementsEqual($0.utf8) } }
      guard !unlisted.isEmpty else { continue }
      let shown = unlisted.map(\.base.description).joined(separator: "、")
      diagnostics.append(
        Diagnostic(.notAnArray, .hold, place: declaration.place, details: ["values": "没有列出的：" + shown]))
    }
  }

  private mutating func fill() {
    for (key, found) in strongest {
      switch found.value {
      case .outlets(let ids): metadata.outlets = ids
      case .date(let date) where key == .date: metadata.date = date
      case .texts(let texts) where key == .pair: metadata.pair = texts.first
      case .texts(let texts): metadata.values[key] = texts
      case .language, .date, .number: metadata.values[key] = [found.value.description]
      case .absent: break
      }
    }
  }
}

extension EvidenceSource {
  /// What people call it.
  var label: String {
    switch self {
    case .sidecar: "元数据文件"
    case .frontMatter: "文首元数据"
    case .properties: "文档属性"
    case .text: "正文"
    case .inherited: "沿用"
    case .person: "人工决定"
    }
  }
}
