package import Publication

/// Reads the text of OFD documents (GB/T 33190-2016): a fixed-layout document text and nothing else.
///
/// Pages in the order of `Document.xml`, text objects in reading order, pictures where they stand, attachments as attachments. Signatures
/// are reported. Annotations, templates, and what is turned or not shown are for the gate.
package struct OFDReader: FormatReader {
  package static let format = DocumentFormat.ofd

  package init() {}

  package func read(_ source: ReadingSource) -> ReadingResult {
    do throws(ArchiveFault) {
      let package = OFDPackage(try Archive(source.bytes, limits: source.limits), limits: source.limits)
      return read(package, source)
    } catch {
      return ReadingResult(content: nil, diagnostics: [error.diagnostic])
    }
  }

  private func read(_ package: OFDPackage, _ source: ReadingSource) -> ReadingResult {
    if package.isEncrypted { return ReadingResult(content: nil, diagnostics: [Diagnostic(.encrypted, .hold)]) }
    do throws(ReadingFault) {
      var reading = OFDText(package: package, limits: source.limits)
      try reading.readPackage()
      return reading.result(isAttachment: source.isAttachment)
    } catch {
      return ReadingResult(content: nil, diagnostics: [error.diagnostic])
    }
  }
}
