import Publication

/// Which reader a file gets: by content, the extension only among text formats and as a promise that must hold.
enum FormatDecision: Equatable {
  /// The format.
  case format(DocumentFormat)
  /// No reader gets it.
  case refused(Diagnostic)

  /// Decides for one file.
  static func deciding(name: FileName, bytes: [UInt8], limits: IngestLimits) -> FormatDecision {
    guard !bytes.isEmpty else { return .refused(Diagnostic(.emptyFile, .reject)) }
    guard bytes.count <= limits.fileBytes else { return .refused(tooLarge("文件", bytes.count, limits.fileBytes)) }
    let decision = byContent(name: name, bytes: bytes, limits: limits)
    if case .format(let format) = decision, format.isText, bytes.count > limits.textBytes {
      return .refused(tooLarge("文本文件", bytes.count, limits.textBytes))
    }
    return decision
  }

  private static func tooLarge(_ what: String, _ used: Int, _ max: Int) -> Diagnostic {
    Diagnostic(.tooLarge, .hold, details: ["what": what, "used": "\(used) 字节", "max": "\(max) 字节"])
  }

  private static func byContent(name: FileName, bytes: [UInt8], limits: IngestLimits) -> FormatDecision {
    let written = name.formatExtension
    let promised = written.isEmpty ? nil : DocumentFormat(fileExtension: written)
    switch ContentSniffer.content(of: bytes, limits: limits) {
    case .format(.archive):
      if let promised, let archive = try? Archive(bytes, limits: limits),
        ArchiveKind.hasParts(of: promised, in: archive)
      {
        let reason = "不是完整的 \(promised.label)，缺少必要的部件"
        return .refused(Diagnostic(.damaged, .reject, details: ["reason": reason]))
      }
      return decided(.archive, written: written, promised: promised)
    case .format(let format): return decided(format, written: written, promised: promised)
    case .text(let looksLikeHTML): return text(looksLikeHTML, written: written, promised: promised)
    case .binary:
      // The decoder tells where a text goes wrong, which helps more than "unknown".
      if let promised, promised.isText { return .format(promised) }
      if promised != nil { return .refused(Diagnostic(.damaged, .reject, details: ["reason": "内容与格式不符"])) }
      return .refused(unknown(name))
    case .fault(let diagnostic):
      if promised == nil, !written.isEmpty { return .refused(unknown(name)) }
      return .refused(diagnostic)
    }
  }

  private static func decided(_ format: DocumentFormat, written: String, promised: DocumentFormat?) -> FormatDecision {
    // WPS writes the Word 97 format under its own extension.
    let format = format == .doc && promised == .wps ? .wps : format
    guard written.isEmpty || promised == format else { return .refused(mismatch(format, written)) }
    return .format(format)
  }

  private static func text(_ looksLikeHTML: Bool, written: String, promised: DocumentFormat?) -> FormatDecision {
    if written.isEmpty { return .format(looksLikeHTML ? .html : .text) }
    guard let promised else { return .refused(Diagnostic(.unknownFormat, .reject, details: ["name": "." + written])) }
    if promised == .text || !promised.isText, looksLikeHTML { return .refused(mismatch(.html, written)) }
    return promised.isText ? .format(promised) : .refused(mismatch(.text, written))
  }

  private static func mismatch(_ format: DocumentFormat, _ written: String) -> Diagnostic {
    Diagnostic(.extensionMismatch, .hold, details: ["format": format.label, "extension": "." + written])
  }

  private static func unknown(_ name: FileName) -> Diagnostic {
    let written = name.formatExtension
    return Diagnostic(.unknownFormat, .reject, details: ["name": written.isEmpty ? "无扩展名" : "." + written])
  }
}
