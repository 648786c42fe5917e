/// What an outlet is asked to do.
public enum PayloadAction: String, Sendable, CaseIterable {
  /// Show it for the first time.
  case publish
  /// Show this in the place of an earlier revision.
  case correct
  /// Take it away.
  case withdraw
}

/// Exactly what one outlet will receive: the bytes of one JSON file, `zarlal.payload/1`.
///
/// Only `FanOut` makes one, and only from an `Edition`, which only a cleared document can become: the initialiser is
/// behind `@_spi(FanOut)`, which the architecture test allows nobody else to import. A stored payload is bytes; nothing decodes
/// it back into a `Payload`.
public struct Payload: Sendable, Equatable {
  /// The outlet's idempotency key.
  public let payloadID: PayloadID
  /// Which item.
  public let itemID: ItemID
  /// 1 for the first publication, counted up by corrections and withdrawals.
  public let revision: Int
  /// Who receives it.
  public let outlet: OutletID
  /// What the outlet is asked to do.
  public let action: PayloadAction
  /// The language of the text.
  public let language: ContentLanguage
  /// 发布日期: statistics count by it, and the payload is due on it.
  public let date: CivilDate
  /// The file's content.
  public let body: [UInt8]
  /// The digest of `body`, worked out where the payload is made: beside other work.
  public let digest: ContentDigest
  /// Images and attachments that must be durable in `outbox/files/` before the payload.
  public let files: [ContentDigest]

  /// Only for `FanOut`.
  @_spi(FanOut) public init(
    payloadID: PayloadID, itemID: ItemID, revision: Int, outlet: OutletID, action: PayloadAction,
    language: ContentLanguage, date: CivilDate, body: [UInt8], files: [ContentDigest]
  ) {
    self.payloadID = payloadID
    self.itemID = itemID
    self.revision = revision
    self.outlet = outlet
    self.action = action
    self.language = language
    self.date = date
    self.body = body
    digest = ContentDigest(ofParts: [body])
    self.files = files
  }
}
