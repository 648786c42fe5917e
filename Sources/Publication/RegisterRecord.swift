/// One field of a register's row, as it is kept.
public struct RegisterValue: Sendable, Equatable {
  /// The key of its column.
  public var key: String
  /// The value in plain form: ISO 8601 days, figures, keys of choices, words as written.
  public var text: String

  /// A field with its value.
  public init(key: String, text: String) {
    self.key = key
    self.text = text
  }

  /// Equal when the bytes are: two spellings of one character are two values.
  public static func == (left: RegisterValue, right: RegisterValue) -> Bool {
    left.key.utf8.elementsEqual(right.key.utf8) && left.text.utf8.elementsEqual(right.text.utf8)
  }
}

/// What someone wants to have in a register: a row as it is now.
public struct RegisterDraft: Sendable, Equatable {
  /// The register's name.
  public var register: String
  /// What names the row in it.
  public var number: String
  /// Its fields in the order of the columns.
  public var values: [RegisterValue]
  /// Whether the row no longer counts; it stays in the record.
  public var isVoid: Bool
  /// Why, where a person says so.
  public var reason: String

  /// A draft with all its parts.
  public init(register: String, number: String, values: [RegisterValue], isVoid: Bool = false, reason: String = "") {
    self.register = register
    self.number = number
    self.values = values
    self.isVoid = isVoid
    self.reason = reason
  }
}

/// Who enters something, when, and from what.
public struct RegisterOrigin: Sendable, Equatable {
  /// The day.
  public var day: CivilDate
  /// The moment, ISO 8601 UTC.
  public var moment: String
  /// `run`, or the name of the person who gave the command.
  public var actor: String
  /// Digest of the table it comes from; `nil`: entered by hand.
  public var source: ContentDigest?

  /// An origin with all its parts.
  public init(day: CivilDate, moment: String, actor: String, source: ContentDigest? = nil) {
    self.day = day
    self.moment = moment
    self.actor = actor
    self.source = source
  }
}

/// One line of the registers' record: append-only, each carries the hash of the one before.
public struct RegisterRecord: Sendable, Equatable {
  /// Counted from 1 over all registers.
  public var sequence: Int
  /// Who, when, from what.
  public var origin: RegisterOrigin
  /// 1 for a new row, counted up by changes.
  public var revision: Int
  /// The row as it was then.
  public var draft: RegisterDraft
  /// Hash over the hash before and everything else here.
  public var hash: String

  /// A record with all its parts.
  public init(sequence: Int, origin: RegisterOrigin, revision: Int, draft: RegisterDraft, hash: String) {
    self.sequence = sequence
    self.origin = origin
    self.revision = revision
    self.draft = draft
    self.hash = hash
  }

  /// 64 zeros: what the first record follows.
  public static let root = String(repeating: "0", count: 64)

  /// The hash that this record has after `previous`: SHA-256 over its fields, each framed by its length.
  public func hash(after previous: String) -> String {
    let fields = [
      previous, String(sequence), origin.day.description, origin.moment, origin.actor, origin.source?.hex ?? "",
      draft.register, draft.number, String(revision), draft.isVoid ? "void" : "", draft.reason,
    ]
    let values = draft.values.flatMap { [$0.key, $0.text] }
    return ContentDigest(ofParts: (fields + values).map { Array($0.utf8) }).hex
  }
}
