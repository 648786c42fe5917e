import Disclosure
import FanOut
public import Publication
import SystemEdges

/// What `run` would do with one file, and why: one entry of `check --json`.
public struct Judged: Sendable {
  /// The file, as named.
  public var file: String
  /// `publish`, `held`, `sealed`, `onRequest`, `rejected`, `duplicate`, `ignored`, `waiting`; `register` for a table of a register.
  public var state: String
  /// Why.
  public var codes: [Code]
  /// The outlets that would receive it.
  public var outlets: [OutletID] = []
  /// Its title; `nil` for restricted ones.
  public var title: String?
  /// Its language.
  public var language: ContentLanguage?
  /// Its attribute.
  public var attribute: DisclosureAttribute?
  /// Who said what.
  public var evidence: [Evidence] = []
  /// What to do, for people.
  public var message: String
  /// What stands for the name of a restricted document where nobody typed it.
  var concealedName: String?
  /// What names its other half, where it waits for nothing but that.
  var half: (pair: String?, documentNumber: String?)?

  /// Nothing of the text, and of the evidence only what speaks of the attribute. Places stay: they count paragraphs.
  mutating func conceal(_ decision: Decision) {
    evidence.removeAll { $0.fact != "attribute" && $0.fact != "secrecy" }
    // It lies where it lay: what is said of the restricted folder comes true with a run.
    message =
      "（还没有处理）"
      + codes.map { code in
        let place = decision.diagnostics.first { $0.code == code && !$0.place.utf8.isEmpty }?.place ?? ""
        return code.text(details: ["item": decision.inputID.rawValue, "place": place]).line
      }.joined(separator: " ")
  }

  /// Of halves that wait for each other and are both there, both would go out.
  static func together(_ all: [Judged]) -> [Judged] {
    all.map { one in
      guard let half = one.half else { return one }
      let isThere = all.contains { other in
        guard let its = other.half, other.language != one.language else { return false }
        let isPair = half.pair.map { pair in its.pair?.utf8.elementsEqual(pair.utf8) ?? false } ?? false
        return isPair || half.documentNumber.map { $0 == its.documentNumber } ?? false
      }
      guard isThere else { return one }
      var one = one
      (one.state, one.codes, one.message) = ("publish", [], "")
      return one
    }
  }

  /// `check --json`, one entry.
  public var json: JSONValue {
    .object([
      "file": .string(file), "state": .string(state), "codes": .strings(codes.map(\.rawValue)),
      "outlets": .strings(outlets.map(\.rawValue)), "title": .optional(title), "lang": .optional(language?.rawValue),
      "attribute": .optional(attribute?.rawValue), "evidence": .array(evidence.map(Story.json)),
      "message": .string(message),
    ])
  }
}

extension Engine {
  /// Which of these files there aren't.
  public func missing(among paths: [String]) throws -> [String] {
    try paths.filter { path in
      let disk = Disk(root: path.hasPrefix("/") ? "" : ".")
      return try disk.status(of: FileName(bytes: FileName(path).bytes.drop { $0 == 0x2F })) == nil
    }
  }

  /// What `run` would do with these files. Reads them where they are; changes no item and no outlet.
  public func check(_ paths: [String], today: CivilDate? = nil) throws -> [Judged] {
    try Judged.together(judged(paths, today ?? self.today))
  }

  private func judged(_ paths: [String], _ day: CivilDate) throws -> [Judged] {
    try paths.flatMap { path in
      try folder(path, day) ?? [judgedFile(path, day)]
    }
  }

  /// A folder: everything in it that would be an item, in a bundle or, of an inbox, in all of it; `nil`: it is none.
  private func folder(_ path: String, _ day: CivilDate) throws -> [Judged]? {
    let disk = Disk(root: path.hasPrefix("/") ? "" : ".")
    let written = FileName(bytes: FileName(path).bytes.reversed().drop { $0 == 0x2F }.reversed())
    let bare = FileName(bytes: written.bytes.drop { $0 == 0x2F })
    guard !bare.bytes.isEmpty, try disk.status(of: bare)?.kind == .folder else { return nil }
    let isInbox = try disk.status(of: bare.appending(WorkFolders.sentinel)) != nil
    let root = isInbox ? bare : bare.folder ?? FileName(".")
    let scanner = InboxScanner(files: disk, ignore: IgnoreRules(site: configuration.ignore))
    guard let scan = try scanner.scan(root: root) else { return nil }
    let prefix = bare.base.bytes + [0x2F]
    let inside = scan.groups.filter { isInbox || $0.article.path.bytes.starts(with: prefix) }
    guard !inside.isEmpty else {
      throw PipelineError(.usage, subject: path, details: ["reason": "文件夹 \(path) 里没有文稿"])
    }
    let parent = isInbox ? written : written.folder
    return try inside.map { group in
      var judged = try judge(group, files: disk, root: root, today: day)
      let shown = group.article.path.description
      if judged.file == shown, let parent { judged.file = parent.description + "/" + shown }
      return judged
    }
  }

  private func judgedFile(_ path: String, _ day: CivilDate) throws -> Judged {
    let name = FileName(path)
    let base = path.hasPrefix("/") ? "/" : "."
    let folder = FileName(bytes: (name.folder?.bytes ?? []).drop { $0 == 0x2F })
    let disk = Disk(root: base == "/" ? "" : ".")
    let ignore = IgnoreRules(site: configuration.ignore)
    if ignore.ignores(name.base) {
      return Judged(file: path, state: "ignored", codes: [.ignoredName], message: Code.ignoredName.text().line)
    }
    if Self.isTable(name) {
      return try judgeTable(FileName(bytes: name.bytes.drop { $0 == 0x2F }), in: disk, as: path)
    }
    let scanner = InboxScanner(files: disk, ignore: ignore)
    guard let scan = try scanner.scan(root: folder.bytes.isEmpty ? FileName(".") : folder),
      let group = scan.groups.first(where: { $0.article.path == name.base })
    else { return try lone(path, disk, name, day) }
    var judged = try judge(group, files: disk, root: folder.bytes.isEmpty ? FileName(".") : folder, today: day)
    if judged.file == name.base.description { judged.file = path }
    return judged
  }

  /// A file that is no article of its folder: a lone sidecar, an attachment, a link, or nothing at all.
  private func lone(_ path: String, _ disk: Disk, _ name: FileName, _ today: CivilDate) throws -> Judged {
    let bare = FileName(bytes: name.bytes.drop { $0 == 0x2F })
    guard let status = try disk.status(of: bare) else {
      throw PipelineError(.usage, subject: path, details: ["reason": "没有文件 \(path)"])
    }
    guard status.kind == .regular else {
      return Judged(file: path, state: "ignored", codes: [.notAFile], message: Code.notAFile.text().line)
    }
    let code: Code = name.fileExtension == "json" ? .loneSidecar : .orphanPart
    return Judged(
      file: path, state: "waiting", codes: [code],
      message: code.text(details: ["name": name.base.description]).line)
  }

  func judge(_ group: InboxGroup, files: any FileStore, root: FileName, today: CivilDate) throws -> Judged {
    if RegisterIntake.isMisplaced(group, in: root, files: files) {
      return Judged(
        file: group.article.path.description, state: "held", codes: [.tableMisplaced],
        message: Code.tableMisplaced.text().line)
    }
    var here = group
    here.root = root
    let claims = Claims(files: files, limits: configuration.limits, stamp: "")
    let (prepared, item) = try claims.take(here, number: 0, claiming: false)
    let file = group.article.path.description
    guard let item else {
      let code = prepared.obstacle ?? .unreadable
      return Judged(file: file, state: "waiting", codes: [code], message: code.text().line)
    }
    let decider = decider(today: today)
    var decision = Batch.decide(item, group, decider)
    if case .awaitingPair(let reference) = decision.outcome {
      let half = try asking(PairLookup.Half.missing) { try PairLookup.half(for: reference, on: today, in: $0) }
      if case .inherits(let inheritance) = half { decision = decider.decision(on: item, inheritance: inheritance) }
    }
    return try judged(decision, file: decision.shownFile ?? file, decider)
  }

  private func judged(_ decision: Decision, file: String, _ decider: Decider) throws -> Judged {
    var judged = Judged(
      file: file, state: "held", codes: decision.codes, message: Note.message(decision.diagnostics, warnings: true))
    judged.evidence = decision.evidence
    judged.attribute = decision.attribute
    let wasRestricted = try asking(false) { ledger in try decision.digests.contains(where: ledger.wasRestricted) }
    let wasClosed = try asking(false) { try ClosedIdentity.isClosed(decision, in: $0) }
    if decision.outcome.isRestricted || wasRestricted || wasClosed {
      judged.conceal(decision)
      judged.concealedName = decision.inputID.rawValue
    }
    switch decision.outcome {
    case .sealed, .onRequest:
      judged.state = decision.attribute == .onRequest ? "onRequest" : "sealed"
      judged.codes = [decision.attribute == .onRequest ? .onRequest : .sealed]
      judged.message = judged.codes.first?.text().line ?? ""
      if decision.lacksBasis {
        judged.codes.append(.basisMissing)
        judged.message =
          (judged.codes.first?.text().message ?? "") + Code.basisMissing.text(details: ["item": "文稿"]).line
      }
      return judged
    case .restricted: return judged
    default: break
    }
    if wasRestricted || wasClosed {
      let code = wasRestricted ? Code.restrictedBytes : .sameDocumentClosed
      judged.codes.append(code)
      judged.message = "（还没有处理）" + code.text(details: ["item": decision.inputID.rawValue]).line
      return judged
    }
    let decision = try asking(decision) { try ForwardedOriginal.held(decision, in: $0) }
    judged.codes = decision.codes
    judged.message = Note.message(decision.diagnostics, warnings: true)
    judged.title = decision.title
    judged.language = decision.language
    if let earlier = try asking(nil, { try $0.item(input: decision.inputID) }), earlier.state != .superseded {
      judged.state = "duplicate"
      judged.codes = [.duplicate]
      judged.message = Code.duplicate.text(details: ["item": earlier.itemID.rawValue]).line
      return judged
    }
    switch decision.outcome {
    case .publish(let editions):
      let fanned = decider.fanOut.payloads(
        of: editions, itemID: ItemID(decision.inputID), revision: 1, action: .publish)
      judged.outlets = fanned.payloads.map(\.outlet)
      judged.codes = fanned.refusals.filter { $0.severity >= .hold }.map(\.code)
      judged.message = Note.message(decision.diagnostics + fanned.refusals, warnings: true)
      judged.state = fanned.payloads.isEmpty ? "held" : "publish"
      if judged.state == "publish", try asking(false, { try Replaced.isUnknown(by: decision, in: $0) }) {
        judged.state = "held"
        judged.codes = [.replacedUnknown]
        judged.message = Code.replacedUnknown.text().line
      }
      if judged.state == "publish", decision.languagePolicy == .together, decision.halves.isEmpty,
        try !asking(false, { try OtherHalf.isReady(for: decision, in: $0) })
      {
        judged.state = "held"
        judged.codes = [.otherHalfMissing]
        judged.message = Code.otherHalfMissing.text().line
        judged.half = (decision.pair, decision.documentNumber)
      }
    case .rejected: judged.state = "rejected"
    case .awaitingPair:
      judged.state = "waiting"
      judged.codes = [.pairMissing]
      judged.message = Code.pairMissing.text().line
    default: judged.state = "held"
    }
    return judged
  }
}
