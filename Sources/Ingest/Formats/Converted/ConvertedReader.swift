package import Publication

/// Reads what an office suite made of a file: RTF, Word 97, WPS, OpenDocument in one XML file.
package struct ConvertedReader: FormatReader {
  package static let format = DocumentFormat.doc
  private let label: DocumentFormat

  /// A reader of files of this format.
  package init(_ format: DocumentFormat) { label = format }

  package func read(_ source: ReadingSource) -> ReadingResult {
    if source.bytes.starts(with: CompoundFile.signature) {
      // Told by the file itself, so that neither costs a conversion.
      if CompoundFile.isEncryptedWord(source.bytes) {
        return ReadingResult(content: nil, diagnostics: [Diagnostic(.encrypted, .hold)])
      }
    }
    if !isWhole(source.bytes) {
      return ReadingResult(
        content: nil, diagnostics: [Diagnostic(.damaged, .reject, details: ["reason": "文件不完整，没有结尾"])])
    }
    switch ConvertedBytes(source, format: label).all([.openDocument]) {
    case .refused(let result): return result
    case .made(let made):
      var inner = source
      inner.bytes = made.first ?? []
      var result = ODTReader().read(inner)
      if result.content == nil {
        result.diagnostics = [
          Diagnostic(
            .conversionFailed, .hold,
            details: ["format": label.label, "program": "LibreOffice", "reason": "转换的结果无法读取"])
        ]
      }
      if source.bytes.starts(with: CompoundFile.signature), CompoundFile.hasMacros(source.bytes),
        !result.diagnostics.contains(where: { $0.code == .macros })
      {
        result.diagnostics.append(Diagnostic(.macros, .hold))
      }
      return result
    }
  }

  /// Whether the end is there that a file of this format has; a suite may open half a file without a word.
  private func isWhole(_ bytes: [UInt8]) -> Bool {
    let ending: [UInt8]
    switch label {
    case .rtf: ending = [UInt8(ascii: "}")]
    case .flatODT: ending = Array("</office:document>".utf8)
    default: return true
    }
    let end = Array(bytes.suffix(256))
    return end.indices.contains { end[$0...].starts(with: ending) }
  }
}
