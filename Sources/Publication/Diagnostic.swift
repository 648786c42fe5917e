/// A flaw in content, found and reported: the item is parked, the run goes on.
public struct Diagnostic: Sendable, Equatable {
  /// What the flaw does to the item.
  public enum Severity: String, Sendable, Comparable {
    /// Told in `why`, changes nothing.
    case note
    /// Told to the person, the item goes on.
    case warning
    /// The item (or the named outlets) waits for a person.
    case hold
    /// The item waits in the restricted folder: no name, title or excerpt anywhere.
    case restrict
    /// The file can't be an item at all.
    case reject

    /// Orders severities from the mildest to the sternest.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .hold: 2
      case .reject: 3
      case .restrict: 4
      }
    }
  }

  /// What kind of flaw.
  public var code: Code
  /// What it does to the item.
  public var severity: Severity
  /// The outlets it concerns; empty: the whole item.
  public var outlets: [OutletID]
  /// Where: a source and a place in it, for people ("正文第3段", "sidecar:date"). Never the offending text itself.
  public var place: String
  /// Facts for the message. Never a personal number in full, never text that was not cleared.
  public var details: [String: String]

  /// A diagnostic with all its parts.
  public init(
    _ code: Code, _ severity: Severity, outlets: [OutletID] = [], place: String = "", details: [String: String] = [:]
  ) {
    self.code = code
    self.severity = severity
    self.outlets = outlets
    self.place = place
    self.details = details
  }

  /// What happened, where, and what to do, as one line each for the desk.
  public func text(in language: MessageLanguage = .chinese) -> CodeText {
    var all = details
    all["place"] = place
    return code.text(in: language, details: all)
  }
}

/// A failure of the machinery: the run stops or tries again later.
public struct PipelineError: Error, Sendable, Equatable {
  /// Which failure.
  public var code: Code
  /// Which file, folder, outlet or option; empty where there is none.
  public var subject: String
  /// Facts for the message; no secrets, no text of documents.
  public var details: [String: String]

  /// An error with all its parts.
  public init(_ code: Code, subject: String = "", details: [String: String] = [:]) {
    self.code = code
    self.subject = subject
    self.details = details
  }

  /// What happened and what to do, with `subject` as `{subject}`.
  public func text(in language: MessageLanguage = .chinese) -> CodeText {
    var all = details
    all["subject"] = subject
    return code.text(in: language, details: all)
  }
}

/// One thing a document says of itself, and where it says it.
public struct Evidence: Sendable, Equatable {
  /// Which fact: `attribute`, `title`, `docno`, `date`, `lang`, `issuer`, `secrecy`, or a metadata key.
  public var fact: String
  /// Who says it.
  public var source: EvidenceSource
  /// The value found, as normalised.
  public var value: String
  /// Where in the source, for people: a key, "正文第12段", "页眉".
  public var place: String

  /// Evidence with all its parts.
  public init(fact: String, source: EvidenceSource, value: String, place: String) {
    self.fact = fact
    self.source = source
    self.value = value
    self.place = place
  }
}

/// The sources of metadata, strongest first (contract: sidecar beats front matter beats properties beats text).
public enum EvidenceSource: String, Sendable, Comparable, CaseIterable {
  /// `<whole file name>.json` beside the file.
  case sidecar
  /// YAML front matter of a text format, `<meta>` of HTML counts as properties.
  case frontMatter
  /// Properties stored in the document (DOCX core and custom properties, HTML `<meta>`).
  case properties
  /// The text itself.
  case text
  /// Taken over from the Chinese half of a pair, or from the article by its attachment.
  case inherited
  /// A person, by a command.
  case person

  /// Orders sources, the strongest first.
  public static func < (left: EvidenceSource, right: EvidenceSource) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }
}
