import MongolianText
import Normalization
import Publication
import TestSupport
import Testing

@testable import Disclosure

/// What normalization makes of a document that the gate let through.
func normalized(_ document: Document) -> Normalized {
  let cleared = Cleared(document, clearance: Clearance(evidence: [], inheritedFrom: nil))
  return Normalizer(mongolian: MongolianNormalizer()).edition(of: cleared, today: CivilDate(daysSince1970: 20_178))
}

/// The edition of a document of these paragraphs.
func edition(_ paragraphs: [[Inline]], title: String = "标题", language: ContentLanguage = .chinese) throws -> Edition {
  let blocks = paragraphs.map { LaidOutBlock(.body, .paragraph($0, alignment: .natural)) }
  return try #require(normalized(DocumentBuilder.document(blocks: blocks, title: title, language: language)).edition)
}

/// The text of an edition of one paragraph of one text.
func text(of paragraph: String, language: ContentLanguage = .chinese) throws -> String {
  try edition([[.text(paragraph)]], language: language).text
}

/// `U+1820 U+180B`: two strings can look the same on screen and differ.
func codePoints(_ text: String) -> String {
  text.unicodeScalars.map { "U+" + String($0.value, radix: 16, uppercase: true) }.joined(separator: " ")
}
