import Publication

/// Reads what a report says in words of the things that its tables count.
///
/// It reads only what stands there as a number, or as 未收到, 无: a sentence like 均已办结 has no number and makes no claim.
enum ReportProse {
  static func claims(of texts: ReportTexts) -> ReportClaims {
    var claims = ReportClaims()
    if let first = texts.sections[1], !first.isEmpty { claims = self.claims(ofSectionOne: first) }
    if let sixth = texts.sections[6] { claims.complete(with: self.claims(ofSectionSix: sixth)) }
    return claims
  }

  static func claims(ofSectionOne paragraphs: [String]) -> ReportClaims {
    var claims = ReportClaims()
    claims.areRead = true
    let sentences = ProseSentence.sentences(of: paragraphs)
    var applications = ApplicationProse()
    for sentence in sentences {
      applications.read(sentence)
      RemedyProse.read(sentence, into: &claims)
      DocumentProse.read(sentence, into: &claims)
    }
    claims.accepted = applications.accepted
    claims.answered = applications.answered
    claims.carriedOut = applications.carriedOut
    RemedyProse.settle(&claims)
    claims.breakdowns = BreakdownProse.breakdowns(in: sentences)
    return claims
  }

  static func claims(ofSectionSix paragraphs: [String]) -> ReportClaims {
    var claims = ReportClaims()
    let said = FeeProse(paragraphs.joined(separator: "\n"), place: "section6")
    claims.feeStated = said.stated
    claims.chargedApplications = said.applications
    return claims
  }
}

/// One count with the clause it stands in.
struct ClauseCount {
  /// The count.
  let count: ProseCount
  /// The clause up to the count, from the count before it.
  let before: [Unicode.Scalar]
  /// The clause behind it, up to the next count.
  let after: [Unicode.Scalar]
  /// The whole clause.
  let clause: [Unicode.Scalar]
  /// The same over 、 and back to the comma: 公民、法人提出的……
  let context: [Unicode.Scalar]
  /// Everything of the sentence before the clause.
  let lead: [Unicode.Scalar]

  /// The claim that it makes.
  func claim(_ reading: ApplicationReading = .unsaid) -> ReportClaim {
    ReportClaim(
      count.value, isAtLeast: count.isAtLeast,
      place: "section1：“" + String(String.UnicodeScalarView((lead.isEmpty ? [] : ["…"]) + clause.prefix(40))) + "”",
      reading: reading)
  }

  /// The counts of a sentence, in order.
  static func all(in sentence: ProseSentence) -> [ClauseCount] {
    let text = sentence.text
    let counts = ProseNumbers.all(in: text)
    return counts.enumerated().map { index, count in
      let isEnd = { (scalar: Unicode.Scalar) in ",;:、()".unicodeScalars.contains(scalar) }
      let start = text[..<count.range.lowerBound].lastIndex(where: isEnd).map { $0 + 1 } ?? 0
      let end = text[count.range.upperBound...].firstIndex(where: isEnd) ?? text.count
      let from = index > 0 ? max(start, counts[index - 1].range.upperBound) : start
      let to = index + 1 < counts.count ? min(end, counts[index + 1].range.lowerBound) : end
      let isComma = { (scalar: Unicode.Scalar) in ",;:()".unicodeScalars.contains(scalar) }
      let comma = text[..<count.range.lowerBound].lastIndex(where: isComma).map { $0 + 1 } ?? 0
      let reach = index > 0 ? max(comma, counts[index - 1].range.upperBound) : comma
      return ClauseCount(
        count: count, before: Array(text[from..<count.range.lowerBound]),
        after: Array(text[count.range.upperBound..<to]),
        clause: Array(text[start..<end]), context: Array(text[reach..<count.range.lowerBound]),
        lead: Array(text[..<start]))
    }
  }
}
