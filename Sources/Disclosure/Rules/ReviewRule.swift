import Publication

/// DIS-016, DIS-017: what an office wants reviewed is not opened before every review that its class needs has passed on exactly this content.
///
/// Source: disclosure rules, "Review chain"; 《政府信息公开条例》第十七条.
struct ReviewRule {
  /// Reviews by 栏目 or 主题分类; `*`: of everything.
  let required: [String: [ReviewKind]]

  /// What speaks against opening `document`. The last verdict on a review counts, and one that failed counts whatever came with it.
  func diagnostics(of document: Document, signOffs: [SignOff]) -> [Diagnostic] {
    let wanted = reviews(for: document)
    guard !wanted.isEmpty else { return [] }
    let content = document.reviewedInput
    // Front matter is part of the content that it would have to name.
    let declared = document.content.declarations
      .filter { $0.key == .reviews && $0.source == .sidecar }.flatMap(\.values).compactMap(SignOff.init(declared:))
    let valid = (declared + signOffs).filter { $0.content == content }
    var missing: [ReviewKind] = []
    var failed: [ReviewKind] = []
    for review in wanted {
      switch valid.last(where: { $0.review == review })?.verdict {
      case .passed, .notNeeded: break
      case .failed: failed.append(review)
      case nil: missing.append(review)
      }
    }
    var found: [Diagnostic] = []
    if !missing.isEmpty {
      let details = ["reviews": Self.terms(missing), "content": content.rawValue]
      found.append(Diagnostic(.reviewMissing, .hold, details: details))
    }
    if !failed.isEmpty { found.append(Diagnostic(.reviewFailed, .hold, details: ["reviews": Self.terms(failed)])) }
    return found
  }

  private func reviews(for document: Document) -> [ReviewKind] {
    guard !required.isEmpty else { return [] }
    let classes = ["*"] + [MetadataKey.category, .topic].flatMap { document.metadata.values[$0] ?? [] }
    return Array(Set(classes.flatMap(ReviewRule.names).flatMap { required[$0] ?? [] })).sorted()
  }

  /// A class and its levels: 综合政务\\规范性文件 is one of 规范性文件 too.
  static func names(of path: String) -> [String] {
    let levels = path.split { "\\/>＞、;；".contains($0) }
    return [path.trimmedWhitespace] + levels.map { String($0).trimmedWhitespace }
  }

  private static func terms(_ reviews: [ReviewKind]) -> String { reviews.map(\.term).joined(separator: "、") }
}
