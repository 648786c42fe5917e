import Publication

/// What the rules found in one member of a bundle: the article, or an attachment.
struct MemberFinding {
  var speakers: [Speaker]
  var secrecy: [(term: String, place: String, source: EvidenceSource)] = []
  var numbers: [NumberPass.Hit]
  var drafts: [Place] = []
  /// What may be personal, each kind once, and where it stands first.
  var sensitive: [(kind: String, place: Place)] = []
  /// Whether a line may say that the document forwards another.
  var mayForward = false
  /// Names written wrongly, each once, and where they stand first.
  var wrongNames: [(entry: WrongNames.Entry, place: Place)] = []
  /// Where children are named beside their school or class.
  var minors: [Place] = []

  /// Reads every line once for each rule that its traits call for.
  init(_ scan: ContentScan, declarations: [Declaration], titles: Set<Int>, policy: GatePolicy) {
    speakers = AttributeRule.speakers(declarations: declarations, lines: scan.lines)
    var pass = NumberPass(rule: PersonalNumberRule(contacts: policy.contactDigits), lines: scan.lines)
    numbers = pass.hits()
    let sensitiveRule = SensitiveRule(contacts: policy.contactDigits, mailboxes: policy.mailboxes)
    var letters = ""
    for (index, line) in scan.lines.enumerated() {
      if let term = SecrecyRule.term(in: line) ?? CirculationRule.term(in: line)
        ?? MongolianSecrecyRule.term(in: line)
      {
        add(secrecy: term, at: line.place)
      } else if case .cell(let table, let row) = line.standing, index + 1 < scan.lines.count,
        scan.lines[index + 1].standing == .cell(table: table, row: row),
        let term = CirculationRule.term(inField: line.text, value: scan.lines[index + 1].text)
      {
        add(secrecy: term, at: line.place)
      }
      if let names = policy.wrongNames, !line.isConcealed {
        for entry in names.entries(in: line.text) where !wrongNames.contains(where: { $0.entry == entry }) {
          wrongNames.append((entry, line.place))
        }
      }
      if line.traits.contains(.forwarding) { mayForward = true }
      if line.traits.contains(.sensitive) {
        for kind in sensitiveRule.kinds(in: line) where !sensitive.contains(where: { $0.kind == kind }) {
          sensitive.append((kind, line.place))
        }
      }
      if line.traits.contains(.child), MinorRule.isNamed(index, of: scan.lines) { minors.append(line.place) }
      if DraftRule.isDraft(line, isTitle: titles.contains(index)) { drafts.append(line.place) }
      // 机 / 密, one character a line or a cell.
      if line.traits.contains(.short), line.text.utf8.count <= 12, MarkLine(line.text).count <= 2 {
        letters += line.text
        if index + 1 < scan.lines.count, letters.utf8.count < 60 { continue }
      }
      if letters.utf8.count > 3, let term = SecrecyRule.term(in: MarkLine(letters), isLabelLike: false) {
        add(secrecy: term, at: line.place)
      }
      letters = ""
    }
  }

  private mutating func add(secrecy term: String, at place: Place) {
    let source: EvidenceSource = place.kind == .metadata ? .sidecar : .text
    secrecy.append((term, place.description, source))
  }

  /// The attributes stated clearly.
  var attributes: Set<DisclosureAttribute> { Set(speakers.compactMap(\.attribute)) }
  /// Whether somebody speaks without being clear.
  var hasUnclear: Bool { speakers.contains { $0.attribute == nil } }
  /// Whether sources disagree, or one is unclear while another is not 主动公开.
  var isConflict: Bool {
    if attributes.count > 1 { return true }
    let isClosed = attributes.contains { $0 != .proactive }
    return (hasUnclear && isClosed) || speakers.contains { $0.attribute == nil && $0.leansClosed }
  }
}
