import Publication

/// A judgement in the making: findings go in, one verdict comes out.
struct JudgementDraft {
  private var diagnostics: [Diagnostic]
  private var evidence: [Evidence] = []
  private var isSecret = false
  private var mayForward = false
  private var isConflict = false
  private var isUnclear = false
  /// What the article says of itself, where it is clear.
  private var article: DisclosureAttribute?
  /// What the strictest attachment says.
  private var strictestAttachment: DisclosureAttribute?
  private var awaited: PairReference?
  private var inheritedFrom: ItemID?

  init(ingest: [Diagnostic]) { diagnostics = ingest }

  // MARK: Findings

  /// Takes in what was found in the article (`member` 0) or in an attachment.
  mutating func take(_ finding: MemberFinding, member: Int, names version: String = "") {
    for (entry, place) in finding.wrongNames {
      let details = ["wrong": entry.wrong, "right": entry.right, "version": version]
      add(Diagnostic(.wrongName, entry.holds ? .hold : .warning, place: place.description, details: details))
    }
    for mark in finding.secrecy {
      isSecret = true
      add(Evidence(fact: "secrecy", source: mark.source, value: mark.term, place: mark.place))
      add(Diagnostic(.secrecyMark, .restrict, place: mark.place))
    }
    mayForward = mayForward || finding.mayForward
    takeAttributes(of: finding, member: member)
    for hit in finding.numbers.prefix(20) {
      add(
        Diagnostic(
          .personalNumber, .hold, place: hit.place.description,
          details: ["kind": hit.number.kind.term, "masked": hit.number.masked]))
    }
    for place in finding.minors.prefix(20) { add(Diagnostic(.minorNamed, .hold, place: place.description)) }
    for (kind, place) in finding.sensitive {
      add(Diagnostic(.sensitiveInformation, .warning, place: place.description, details: ["kind": kind]))
    }
    for place in finding.drafts.prefix(3) { add(Diagnostic(.draftWording, .warning, place: place.description)) }
  }

  /// Takes in what was found in one half of the article, after the whole: what stands side by side reads otherwise one below the other. A half
  /// may close what the whole leaves open, or contradict it; it opens nothing.
  mutating func take(half finding: MemberFinding) {
    let whole = article
    take(finding, member: 0)
    let half = finding.attributes.max()
    if let whole, let half, whole != half {
      isConflict = true
      add(Diagnostic(.attributeConflict, .hold, details: ["values": "\(whole.term)；\(half.term)"]))
    }
    article = whole == nil && half == .proactive ? nil : [whole, half].compactMap { $0 }.max()
  }

  private mutating func takeAttributes(of finding: MemberFinding, member: Int) {
    let prefix = member == 0 ? "" : "附件\(member)："
    for speaker in finding.speakers {
      let place = speaker.isMetadata || speaker.source != .text ? prefix + speaker.place : speaker.place
      guard let attribute = speaker.attribute else {
        isUnclear = true
        add(Evidence(fact: "attribute", source: speaker.source, value: "不清楚", place: place))
        let details = ["key": "公开属性", "value": speaker.shownValue, "allowed": "主动公开、依申请公开、不予公开"]
        add(
          speaker.isMetadata
            ? Diagnostic(.badValue, .hold, place: place, details: details)
            : Diagnostic(.attributeUnclear, .hold, place: place))
        continue
      }
      add(Evidence(fact: "attribute", source: speaker.source, value: attribute.term, place: place))
    }
    let attributes = finding.attributes
    if attributes.count > 1 {
      let values = finding.speakers.compactMap { speaker in speaker.attribute.map { "\(speaker.place)：\($0.term)" } }
      add(Diagnostic(.attributeConflict, .hold, details: ["values": values.joined(separator: "；")]))
    }
    if finding.isConflict { isConflict = true }
    guard let strictest = attributes.max() else { return }
    if member == 0 {
      article = strictest
    } else {
      strictestAttachment = max(strictestAttachment ?? strictest, strictest)
    }
  }

  /// Holds for an attachment whose content can't be read.
  mutating func hold(unreadable attachment: Attachment, number: Int, _ policy: GatePolicy) {
    let name = attachment.name.description
    // A name may itself be what must not be printed.
    let isPrintable =
      PersonalNumberRule(contacts: policy.contactDigits).numbers(in: name, nearby: [.phone, .account, .identity])
      .isEmpty
    add(
      Diagnostic(
        .attachmentUnreadable, .hold, place: "附件\(number)", details: ["name": isPrintable ? name : "附件\(number)"]))
  }

  /// Holds when nobody states the attribute of the article, or waits for the Chinese half.
  mutating func requireAttribute(orPair reference: PairReference?) {
    guard article == nil, !isUnclear else { return }
    if let reference {
      awaited = reference
      add(Diagnostic(.pairMissing, .hold))
    } else {
      add(Diagnostic(.attributeMissing, .hold))
    }
  }

  /// Takes over the attribute of the Chinese half where the document has none; one that contradicts it is a conflict.
  mutating func inherit(_ inheritance: Inheritance) {
    guard let own = article else {
      guard !isUnclear || inheritance.attribute != .proactive else { return }
      if isUnclear { isConflict = true }
      article = inheritance.attribute
      inheritedFrom = inheritance.from
      evidence.append(
        Evidence(fact: "attribute", source: .inherited, value: inheritance.attribute.term, place: inheritance.place))
      return
    }
    if inheritance.attribute > own {
      isConflict = true
      evidence.append(
        Evidence(fact: "attribute", source: .inherited, value: inheritance.attribute.term, place: inheritance.place))
      let values = "\(own.term)；\(inheritance.place)：\(inheritance.attribute.term)"
      add(Diagnostic(.attributeConflict, .hold, details: ["values": values]))
    }
  }

  /// Takes a person's decision. It says what nobody says clearly, and it may close what is open; what a source closes it never opens.
  mutating func decide(_ attribute: DisclosureAttribute, by name: String) {
    if let article, article > attribute {
      isConflict = true
      evidence.append(Evidence(fact: "attribute", source: .person, value: attribute.term, place: name))
      let values = "\(article.term)；\(name)：\(attribute.term)"
      add(Diagnostic(.attributeConflict, .hold, details: ["values": values]))
      return
    }
    // An unclear source that is no 主动公开, whatever else it may be, is a conflict already.
    if isUnclear, !isConflict {
      isUnclear = false
      diagnostics.removeAll { $0.code == .attributeUnclear }
    }
    article = attribute
    evidence.append(Evidence(fact: "attribute", source: .person, value: attribute.term, place: name))
  }

  mutating func add(_ diagnostic: Diagnostic) {
    if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
  }

  /// Once: the halves of a document say what the whole has said.
  private mutating func add(_ heard: Evidence) {
    if !evidence.contains(heard) { evidence.append(heard) }
  }

  // MARK: Verdict

  /// The one verdict. `document` is cleared only here, and only when nothing is left that speaks against it.
  mutating func judgement(of document: Document?) -> Judgement {
    let attribute = [article, strictestAttachment].compactMap { $0 }.max()
    let isClosed = attribute.map { $0 != .proactive } ?? false
    if let attribute, let strictestAttachment, strictestAttachment == attribute, isClosed,
      article.map({ $0 < attribute }) ?? true
    {
      add(Diagnostic(.bundleStrictest, .warning))
    }
    // An unclear source beside one that closes the document: nobody can say which it is.
    if isConflict || (isUnclear && isClosed) {
      isConflict = true
      add(Diagnostic(.restrictedConflict, .restrict))
    }
    let sorted = evidence.sorted { $0.source < $1.source }
    func answer(_ verdict: Judgement.Verdict) -> Judgement {
      Judgement(
        verdict, attribute: isConflict || isUnclear ? nil : attribute, evidence: sorted, diagnostics: diagnostics)
    }
    let sternest = diagnostics.map(\.severity).max() ?? .note
    if isSecret || isConflict || sternest == .restrict { return answer(.restricted) }
    if attribute == .withheld {
      add(Diagnostic(.sealed, .note))
      return answer(.sealed)
    }
    if attribute == .onRequest {
      add(Diagnostic(.onRequest, .note))
      return answer(.onRequest)
    }
    if sternest == .reject { return answer(.rejected) }
    if let awaited { return answer(.awaitingPair(awaited)) }
    let holds = diagnostics.contains { $0.severity >= .hold && $0.outlets.isEmpty }
    guard let document, attribute == .proactive, article == .proactive, !isUnclear, !holds else {
      if !holds { add(Diagnostic(.attributeMissing, .hold)) }
      return answer(.held)
    }
    let grounds = sorted.filter { $0.fact == "attribute" }
    var cleared = answer(
      .cleared(Cleared(document, clearance: Clearance(evidence: grounds, inheritedFrom: inheritedFrom))))
    cleared.mayForward = mayForward
    return cleared
  }
}
