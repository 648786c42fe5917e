internal import Publication

/// What other programs made of a file, or why there is nothing.
struct ConvertedBytes {
  enum Answer {
    case made([[UInt8]])
    case refused(ReadingResult)
  }

  private let source: ReadingSource
  private let format: DocumentFormat

  init(_ source: ReadingSource, format: DocumentFormat) {
    self.source = source
    self.format = format
  }

  /// Everything of these kinds, in their order.
  func all(_ kinds: [Conversion.Kind]) -> Answer {
    let digest = ContentDigest(of: source.bytes)
    var made: [[UInt8]] = []
    var wanted: [Conversion: [UInt8]] = [:]
    for kind in kinds {
      let conversion = Conversion(kind, of: digest)
      switch source.conversions[conversion] {
      case .made(let bytes): made.append(bytes)
      case nil: wanted[conversion] = source.bytes
      case .some(let outcome): return .refused(ReadingResult(content: nil, diagnostics: [diagnostic(outcome)]))
      }
    }
    guard !wanted.isEmpty else { return .made(made) }
    var result = ReadingResult(content: nil, diagnostics: [diagnostic(.unavailable(reason: "没有转换程序"))])
    result.wanted = wanted
    return .refused(result)
  }

  private func diagnostic(_ outcome: ConversionOutcome) -> Diagnostic {
    switch outcome {
    case .made: return Diagnostic(.formatNotReadable, .hold, details: ["format": format.label])
    case .missing(let program, let package):
      let details = ["format": format.label, "program": program, "package": package]
      return Diagnostic(.converterMissing, .hold, details: details)
    case .unavailable(let reason): return Diagnostic(.converterUnavailable, .hold, details: ["reason": reason])
    case .failed(_, .encrypted): return Diagnostic(.encrypted, .hold)
    case .failed(let program, let failure):
      let details = ["format": format.label, "program": program, "reason": ConvertedBytes.words(for: failure)]
      return Diagnostic(.conversionFailed, .hold, details: details)
    }
  }

  private static func words(for failure: ConversionOutcome.Failure) -> String {
    switch failure {
    case .timedOut(let seconds): "\(seconds) 秒内没有完成"
    case .outputTooLarge(let bytes): "结果超过 \(bytes) 字节"
    case .ended(let status) where status < 0: "程序中途退出（信号 \(-status)，可能是内存不够或文件损坏）"
    case .ended(let status): "程序报错（\(status)）"
    case .noOutput: "没有结果，文件可能已损坏"
    case .encrypted: "有密码"
    }
  }
}
