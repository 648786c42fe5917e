import Publication

/// Register tables that wait for a person, each in a folder of `registers/held/` with a note of rows and columns.
struct HeldTables {
  let files: any FileStore

  static let root = FileName("registers/held")
  private static let why = WorkFolders.why
  private static let most = 200

  func folder(_ digest: ContentDigest) -> FileName { Self.root.appending(FileName(String(digest.hex.prefix(32)))) }

  /// Moves a table beside its note. Answers false where just this table was held already.
  func hold(
    _ file: FileName, _ digest: ContentDigest, _ faults: [Diagnostic], as home: FileName, on day: CivilDate
  ) throws -> Bool {
    let folder = folder(digest)
    let name = file.base
    let isNew = try files.status(of: folder.appending(name)) == nil
    try files.makeFolder(folder, mode: 0o700)
    let json = JSONValue.object([
      "schema": .string("zarlal.register-held/1"), "id": .string(folder.base.description),
      "file": .string(home.description), "day": .string(day.description),
      "codes": .strings(Set(faults.map(\.code)).sorted().map(\.rawValue)),
      "faults": .array(faults.prefix(Self.most).map(Story.json)), "message": .string(Self.message(faults)),
    ])
    try files.write(Array(Self.note(name, faults, day).utf8), to: folder.appending(WorkFolders.note), mode: 0o600)
    try files.write(json.utf8(pretty: true), to: folder.appending(Self.why), mode: 0o600)
    try files.move(file, to: folder.appending(name), replacing: true)
    return isNew
  }

  /// Puts held tables of this name with the originals, because another came in their place.
  func dismiss(name: FileName, but digest: ContentDigest?) throws {
    for entry in try files.entries(of: Self.root) ?? [] where entry.status.kind == .folder {
      let folder = Self.root.appending(entry.name)
      guard digest.map({ self.folder($0) != folder }) ?? true, try files.status(of: folder.appending(name)) != nil
      else {
        continue
      }
      // The name says that it was never entered: `isKnown` must not find it.
      try files.makeFolder(RegisterDesk.originals, mode: 0o700)
      let target = RegisterDesk.originals.appending(FileName(bytes: entry.name.bytes + Array(".held.csv".utf8)))
      try files.move(folder.appending(name), to: target, replacing: true)
      for own in [WorkFolders.note, Self.why] { try files.remove(folder.appending(own)) }
      try files.remove(folder)
    }
  }

  /// What `list held` shows.
  func listed() throws -> [Listed] {
    try (files.entries(of: Self.root) ?? []).compactMap { entry in
      guard let (bytes, _) = try files.read(Self.root.appending(entry.name).appending(Self.why), limit: 4 << 20),
        let json = try? JSONValue.reading(bytes), case .array(let codes)? = json["codes"]
      else { return nil }
      return Listed(
        id: entry.name.description, file: json["file"]?.text, state: "held",
        codes: codes.compactMap { $0.text.flatMap { Code(rawValue: $0) } }, outlets: [],
        message: json["message"]?.text ?? "")
    }
  }

  /// The first faults in one line.
  static func message(_ faults: [Diagnostic]) -> String {
    let told = faults.prefix(3).map { $0.text() }.map { Printable.line($0.message + $0.remedy) }.joined(separator: " ")
    return faults.count > 3 ? told + " 另有\(faults.count - 3)处。" : told
  }

  private static func note(_ name: FileName, _ faults: [Diagnostic], _ day: CivilDate) -> String {
    var lines = ["这张登记表没有导入，一行也没有登记。", "", "文件：" + Printable.line(name.description), "日期：\(day)", ""]
    for (index, fault) in faults.prefix(most).enumerated() {
      let text = fault.text()
      lines += [
        "\(index + 1)．［\(fault.code)］\(Printable.line(text.message))", "　　怎么办：\(Printable.line(text.remedy))",
      ]
    }
    if faults.count > most { lines.append("另有\(faults.count - most)处没有列出。") }
    return (lines + ["", "改好后用原来的文件名再放进 inbox/登记/；原件就在本文件夹，没有改动。"]).joined(separator: "\n") + "\n"
  }
}
