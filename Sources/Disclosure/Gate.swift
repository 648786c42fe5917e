public import Publication

/// The disclosure gate: decides from every source at once whether a document may be published, and denies by default.
///
/// Source: contract, "Outlets and metadata"; 《政府信息公开条例》(国令第711号) 第十三条至第十七条. The order of the answers: a secrecy
/// mark or a conflict that is not all 主动公开, then 不予公开 and 依申请公开, then what ingest rejects or anything holds, and only
/// then publication.
public struct Gate: Sendable {
  /// What the office settles.
  public let policy: GatePolicy

  /// A gate of an office.
  public init(policy: GatePolicy) { self.policy = policy }

  /// Decides about a document that could be read.
  ///
  /// `person`: what people decided about exactly this content; whoever passes it has looked that its inputs are the document's.
  public func judge(
    _ document: Document, ingest: [Diagnostic], inheritance: Inheritance?, person: PersonalDecision = .none
  ) -> Judgement {
    var draft = JudgementDraft(ingest: ingest)
    draft.take(finding(of: document), member: 0, names: policy.wrongNames?.version ?? "")
    for half in document.halves { draft.take(half: finding(of: half)) }
    for (index, attachment) in document.attachments.enumerated() {
      draft.take(
        finding(of: attachment, member: index + 1), member: index + 1, names: policy.wrongNames?.version ?? "")
      if attachment.content == nil { draft.hold(unreadable: attachment, number: index + 1, policy) }
    }
    for found in ReviewRule(required: policy.requiredReviews).diagnostics(of: document, signOffs: person.signOffs) {
      draft.add(found)
    }
    if let attribute = person.attribute { draft.decide(attribute, by: person.decidedBy) }
    if inheritance == nil || !isMongolian(document) {
      draft.requireAttribute(orPair: pairReference(of: document))
    } else if let inheritance {
      draft.inherit(inheritance)
    }
    return draft.judgement(of: document)
  }

  /// Decides about a file that could not be read, by what its metadata and its name say. It is never cleared.
  public func judge(unreadable declarations: [Declaration], texts: [UnpublishedText], ingest: [Diagnostic]) -> Judgement
  {
    var draft = JudgementDraft(ingest: ingest)
    let scan = ContentScan(declarations: declarations, texts: texts)
    draft.take(MemberFinding(scan, declarations: declarations, titles: [], policy: policy), member: 0)
    // What can't be read has a better reason to wait than a missing attribute.
    if !ingest.contains(where: { $0.severity >= .hold }) { draft.requireAttribute(orPair: nil) }
    return draft.judgement(of: nil)
  }

  private func finding(of document: Document) -> MemberFinding {
    var scan = ContentScan(document.content, member: 0)
    let title = document.content.blocks.isEmpty ? nil : scan.lines.firstIndex { $0.text == document.headingTitle }
    scan.add(name: document.name.description)
    for image in document.images { scan.add(name: image.name) }
    for key in document.unknownKeys { scan.add(name: key.key) }
    return MemberFinding(
      scan, declarations: document.content.declarations, titles: Set([title].compactMap { $0 }), policy: policy)
  }

  private func finding(of attachment: Attachment, member: Int) -> MemberFinding {
    let content = attachment.content ?? ReadableContent()
    var scan = ContentScan(content, member: member)
    scan.add(name: attachment.name.description)
    return MemberFinding(scan, declarations: content.declarations, titles: [], policy: policy)
  }

  private func isMongolian(_ document: Document) -> Bool {
    let declared = document.content.declarations.first { $0.key == .lang }?.values.first
    return document.language?.value == .mongolian
      || (document.language == nil && declared.flatMap(ContentLanguage.init(tag:)) == .mongolian)
  }

  /// How the Chinese half can be found; `nil`: the document isn't Mongolian, or names neither pair nor number.
  private func pairReference(of document: Document) -> PairReference? {
    guard isMongolian(document) else { return nil }
    let declared = document.metadata[.docno].flatMap { $0.utf8.isEmpty ? nil : $0 }
    let reference = PairReference(
      pair: document.metadata.pair, documentNumber: document.documentNumber?.value.description ?? declared)
    return reference.pair == nil && reference.documentNumber == nil ? nil : reference
  }
}
