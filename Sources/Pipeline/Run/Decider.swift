import Disclosure
import FanOut
import Ingest
import MongolianText
import Normalization
import Outlets
import Publication

/// The four stages in a row: ingest, attribute check, normalisation; fan-out follows when the ledger has named the item. Pure, but for the
/// programs behind `converter`: `run`, `--dry-run` and `check` decide with the same value.
struct Decider: Sendable {
  let reader: DocumentReader
  let gate: Gate
  let normalizer: Normalizer
  let fanOut: FanOut
  let today: CivilDate
  let limits: IngestLimits
  let converter: any DocumentConverter
  let languagePolicies: [String: LanguagePolicy]

  init(
    _ configuration: Configuration, mongolian: MongolianNormalizer, converter: any DocumentConverter, today: CivilDate
  ) {
    self.converter = converter
    languagePolicies = configuration.languagePolicies
    limits = configuration.limits
    reader = DocumentReader(limits: configuration.limits, outlets: configuration.outlets.map(\.id))
    gate = Gate(
      policy: GatePolicy(
        officeContacts: configuration.office.contacts, requiredReviews: configuration.requiredReviews,
        wrongNames: configuration.wrongNames))
    normalizer = Normalizer(mongolian: mongolian)
    fanOut = FanOut(outlets: configuration.outlets, kinds: OutletRegistry.kinds)
    self.today = today
  }

  /// What is to become of an item whose reading was given up: nobody knows its content, but what stands beside it may close it.
  func decision(unread item: InboxItem, because found: Diagnostic) -> Decision {
    let ingested = reader.unread(item)
    var decision = blank(item, ingested)
    let judgement = gate.judge(
      unreadable: ingested.declarations, texts: ingested.fileTexts, ingest: [found] + ingested.diagnostics)
    decision.attribute = judgement.attribute
    decision.evidence = judgement.evidence
    decision.diagnostics = judgement.diagnostics
    decision.outcome = outcome(of: judgement, &decision)
    takeBasis(&decision, ingested.declarations, .none)
    concealDiagnostics(&decision)
    if decision.codes.contains(.personalNumber) { conceal(&decision) }
    return decision
  }

  private func blank(_ item: InboxItem, _ ingested: Ingested) -> Decision {
    var decision = Decision(
      inputID: ingested.inputID, names: gate.policy.wrongNames?.version, source: ingested.source, digests: [],
      file: item.name, outcome: .held, evidence: [],
      diagnostics: [])
    decision.digests =
      [decision.source] + item.companions.filter { !$0.isPart }.map { ContentDigest(of: $0.bytes) }
    return decision
  }

  /// What is to become of `item`.
  func decision(
    on item: InboxItem, found: [Diagnostic] = [], inheritance: Inheritance? = nil, person: PersonalDecision = .none
  ) -> Decision {
    let ingested = read(item)
    let ingest = found + ingested.diagnostics
    var decision = blank(item, ingested)
    let judgement: Judgement
    if let document = ingested.document {
      judgement = gate.judge(document, ingest: ingest, inheritance: inheritance, person: person)
      decision.reviewedInput = document.reviewedInput
      decision.language = document.language?.value
      decision.title = normalizer.title(of: document)
      decision.halves = document.halves.compactMap { half in
        half.language.map { ($0.value, normalizer.title(of: half) ?? "") }
      }
      decision.documentNumber = document.documentNumber?.value.description
      decision.pair = document.metadata.pair
      decision.date = document.metadata.date ?? today
      decision.formedOn = document.metadata[.formedOn].flatMap(CivilDate.init(iso:)) ?? document.formedOn?.value
      decision.category = document.metadata[.category]
      decision.replaces = document.metadata[.replaces]
      let classes = [MetadataKey.category, .topic].flatMap { document.metadata.values[$0] ?? [] }
      decision.languagePolicy = LanguagePolicy.policy(of: classes, in: languagePolicies)
      if case .cleared = judgement.verdict, judgement.mayForward {
        decision.forwards = Forwarding.numbers(in: document)
      }
    } else {
      judgement = gate.judge(unreadable: ingested.declarations, texts: ingested.fileTexts, ingest: ingest)
    }
    decision.attribute = judgement.attribute
    decision.evidence = judgement.evidence + Self.evidence(of: ingested.document)
    decision.diagnostics = judgement.diagnostics
    decision.outcome = outcome(of: judgement, &decision)
    takeBasis(&decision, ingested.declarations, person)
    if !decision.diagnostics.isEmpty { concealDiagnostics(&decision) }
    if decision.codes.contains(.personalNumber) { conceal(&decision) }
    if case .publish(let editions) = decision.outcome {
      decision.first = fanOut.payloads(
        of: editions, itemID: ItemID(decision.inputID), revision: 1, action: .publish)
    }
    return decision
  }

  /// 依申请公开 and 不予公开 need a reason and its legal basis, however they were stated.
  /// Source: 《政府信息公开条例》第十三条至第十六条; disclosure rules, "Attribute model" (with a reason for the last two).
  private func takeBasis(_ decision: inout Decision, _ declarations: [Declaration], _ person: PersonalDecision) {
    switch decision.outcome {
    case .sealed, .onRequest: break
    default: return
    }
    guard let attribute = decision.attribute else { return }
    let named = declarations.filter { $0.key == .basis }.flatMap(\.values).compactMap(LegalBasis.init(named:))
    decision.basis = named.first { $0.attributes.contains(attribute) }
    let hasReason = declarations.contains { declaration in
      declaration.key == .reason && declaration.values.contains { !$0.trimmedWhitespace.isEmpty }
    }
    decision.lacksBasis =
      !(decision.basis != nil && hasReason) && !(person.attribute == attribute && person.isGrounded)
  }

  /// Reads it; what only other programs read is made first, and what that brings to light (a PDF in an OFD) as well.
  private func read(_ item: InboxItem) -> Ingested {
    var item = item
    var ingested = reader.read(item, today: today)
    for _ in 0..<3 where !ingested.wanted.isEmpty {
      for (conversion, bytes) in ingested.wanted {
        item.conversions[conversion] = converter.outcome(of: conversion, bytes: bytes)
      }
      ingested = reader.read(item, today: today)
    }
    return ingested
  }

  /// What the text says of itself besides its attribute, and where.
  private static func evidence(of document: Document?) -> [Evidence] {
    guard let document else { return [] }
    return [document.title?.evidence, document.documentNumber?.evidence, document.formedOn?.evidence].compactMap { $0 }
      + document.issuers.map(\.evidence) + [document.language?.evidence].compactMap { $0 }
  }

  /// A number that held the item must not be read off its title, its name or its evidence.
  private func conceal(_ decision: inout Decision) {
    decision.title = decision.title.map(gate.concealed)
    decision.category = decision.category.map(gate.concealed)
    decision.shownFile = gate.concealed(decision.file.description)
    decision.pair = decision.pair.map(gate.concealed)
    decision.halves = decision.halves.map { ($0.language, gate.concealed($0.title)) }
    for index in decision.evidence.indices {
      decision.evidence[index].value = gate.concealed(decision.evidence[index].value)
      decision.evidence[index].place = gate.concealed(decision.evidence[index].place)
    }
  }

  /// What is said of a flaw quotes values and names: never a personal number.
  private func concealDiagnostics(_ decision: inout Decision) {
    for index in decision.diagnostics.indices {
      decision.diagnostics[index].place = gate.concealed(decision.diagnostics[index].place)
      decision.diagnostics[index].details = decision.diagnostics[index].details.mapValues(gate.concealed)
    }
  }

  private func outcome(of judgement: Judgement, _ decision: inout Decision) -> Decision.Outcome {
    switch judgement.verdict {
    case .held: return .held
    case .restricted: return .restricted
    case .onRequest: return .onRequest
    case .sealed: return .sealed
    case .rejected: return .rejected
    case .awaitingPair(let reference): return .awaitingPair(reference)
    case .cleared(let cleared):
      var editions: [Edition] = []
      let parts = cleared.editions
      for part in parts {
        let normalized = normalizer.edition(of: part, today: today)
        decision.diagnostics += normalized.diagnostics
        if let edition = normalized.edition { editions.append(edition) }
      }
      // A half never goes without the other.
      guard editions.count == parts.count, let first = editions.first else { return .held }
      decision.title = first.title
      return .publish(editions)
    }
  }
}
