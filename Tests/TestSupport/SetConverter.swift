public import Publication

/// Other programs, as a test has them answer: nothing is started.
public struct SetConverter: DocumentConverter {
  private let answer: @Sendable (Conversion, [UInt8]) -> ConversionOutcome

  /// A converter that answers so.
  public init(_ answer: @escaping @Sendable (Conversion, [UInt8]) -> ConversionOutcome) { self.answer = answer }

  /// A machine on which nothing is installed.
  public static let none = SetConverter { conversion, _ in
    conversion.kind == .openDocument
      ? .missing(program: "LibreOffice", package: "libreoffice-writer-nogui")
      : .missing(program: "pdftotext", package: "poppler-utils")
  }

  /// What the test said.
  public func outcome(of conversion: Conversion, bytes: [UInt8]) -> ConversionOutcome { answer(conversion, bytes) }

  /// What answers anything but "missing" is there.
  public func has(_ kind: Conversion.Kind) -> Bool {
    if case .missing = answer(Conversion(kind, of: ContentDigest(of: [])), []) { false } else { true }
  }

  /// Nothing to remove.
  public func sweep() throws {}
}
