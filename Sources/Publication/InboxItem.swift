/// Bytes and a name, as found in the inbox: one article with what belongs to it.
public struct InboxItem: Sendable {
  /// A file that travels with the article: an attachment, or an image of an HTML page.
  public struct Companion: Sendable, Equatable {
    /// Its plain name, or `<folder>/<name>` for a file of `<stem>.files/`, `<stem>_files/`.
    public var name: FileName
    /// Its whole content.
    public var bytes: [UInt8]
    /// Whether it is only there to be shown inside the article (an image beside an HTML page).
    public var isPart: Bool

    /// A companion with all its parts.
    public init(name: FileName, bytes: [UInt8], isPart: Bool) {
      self.name = name
      self.bytes = bytes
      self.isPart = isPart
    }
  }

  /// The article's name as dropped, relative to the inbox.
  public var name: FileName
  /// The article's whole content.
  public var bytes: [UInt8]
  /// The content of `<whole file name>.json`, where there is one.
  public var sidecar: [UInt8]?
  /// Attachments and images, in byte order of their names.
  public var companions: [Companion]
  /// What other programs made of its files; a reader that lacks one says so (`Ingested.wanted`).
  public var conversions: [Conversion: ConversionOutcome] = [:]

  /// An item with all its parts.
  public init(name: FileName, bytes: [UInt8], sidecar: [UInt8]? = nil, companions: [Companion] = []) {
    self.name = name
    self.bytes = bytes
    self.sidecar = sidecar
    self.companions = companions
  }
}
