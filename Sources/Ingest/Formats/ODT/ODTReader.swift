package import Publication

/// Reads OpenDocument texts (ISO/IEC 26300, ODF 1.0 to 1.3).
///
/// As in Word documents, shown text is read in the order of the file; tracked deletions, hidden text, comments, headers, footers and
/// properties go into `unpublished`. What can't be shown as it is holds the item.
package struct ODTReader: FormatReader {
  package static let format = DocumentFormat.odt

  package init() {}

  package func read(_ source: ReadingSource) -> ReadingResult {
    do throws(ArchiveFault) {
      let archive = try Archive(source.bytes, limits: source.limits)
      return read(ODTPackage(archive, limits: source.limits), source.limits)
    } catch {
      return ReadingResult(content: nil, diagnostics: [error.diagnostic])
    }
  }

  private func read(_ package: ODTPackage, _ limits: IngestLimits) -> ReadingResult {
    var package = package
    do throws(ReadingFault) {
      if try package.isEncrypted() { return ReadingResult(content: nil, diagnostics: [Diagnostic(.encrypted, .hold)]) }
      guard let content = try package.tree("content.xml"),
        content.isElement(content.root, .odfOffice, .documentContent),
        let body = content.child(content.root, .odfOffice, .body), let text = content.child(body, .odfOffice, .text)
      else { throw ReadingFault.damaged("没有正文部分") }
      let common = try package.tree("styles.xml")
      var reading = ODTText(package: package, content: content, common: common, limits: limits)
      try reading.readDocument(text)
      return reading.result
    } catch {
      return ReadingResult(content: nil, diagnostics: [error.diagnostic])
    }
  }
}
