/// One thing that another program has to make of a file before it can be read.
public struct Conversion: Hashable, Sendable {
  /// What is made.
  public enum Kind: String, Sendable, CaseIterable {
    /// An OpenDocument text, by an office suite.
    case openDocument
    /// The words of a PDF with their places on the page (XHTML as `pdftotext -bbox-layout` writes it).
    case pageText
    /// The list of pictures in a PDF.
    case pictureList
    /// The list of files embedded in a PDF.
    case embeddedFileList
  }

  /// What is made.
  public var kind: Kind
  /// The digest of the bytes that it is made of.
  public var source: ContentDigest

  /// A conversion of the bytes with this digest.
  public init(_ kind: Kind, of source: ContentDigest) {
    self.kind = kind
    self.source = source
  }
}

/// What became of a conversion.
public enum ConversionOutcome: Sendable, Equatable {
  /// Why a program didn't do it; the file is to blame, another try gives the same.
  public enum Failure: Sendable, Equatable {
    /// Longer than so many seconds.
    case timedOut(seconds: Int)
    /// More than so many bytes of output.
    case outputTooLarge(bytes: Int)
    /// The program ended with this status, or by this signal (negative).
    case ended(status: Int)
    /// It ended well and wrote nothing.
    case noOutput
    /// The file has a password.
    case encrypted
  }

  /// The bytes made.
  case made([UInt8])
  /// The program isn't installed; the package that brings it.
  case missing(program: String, package: String)
  /// The program failed.
  case failed(program: String, Failure)
  /// We couldn't start it (no space, no process, no way to cut it off from the network): another try may go well.
  case unavailable(reason: String)
}

/// Starts other programs for the formats that only they read, each with its own bounds and without a network.
///
/// A stage is pure and starts nothing: what was made travels with the item (`InboxItem.conversions`), so that equal items are read alike.
public protocol DocumentConverter: Sendable {
  /// Makes it of `bytes`. Nothing of it stays on the disk.
  func outcome(of conversion: Conversion, bytes: [UInt8]) -> ConversionOutcome
  /// Whether the program that makes it is installed.
  func has(_ kind: Conversion.Kind) -> Bool
  /// Removes what killed runs left behind.
  func sweep() throws
}

/// Bounds of other programs, each process on its own.
public struct SubprocessLimits: Sendable, Equatable {
  /// Seconds from start to end.
  public var seconds = 50
  /// Bytes of address space.
  public var memoryBytes = 1 << 30
  /// Bytes that it may write.
  public var outputBytes = 64 << 20

  /// The default limits.
  public init() {}
}
