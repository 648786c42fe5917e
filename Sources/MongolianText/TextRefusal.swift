/// Why a text was not touched at all: nothing of it comes out.
public struct TextRefusal: Error, Sendable, Equatable {
  /// The kinds of refusal.
  public enum Reason: String, Sendable {
    /// The bytes are not UTF-8.
    case invalidUTF8
    /// A private-use code whose meaning nothing here tells.
    case privateUse
    /// Todo, Sibe or Manchu letters, or a glyph code that borrows them.
    case otherMongolian
    /// A Menksoft glyph sequence that no Unicode spelling draws, or a spelling that Menksoft cannot write exactly.
    case menksoftUnmatched
    /// A change would have altered what the reader sees.
    case proofFailed
    /// A space of a kind that the target code has no exact form for.
    case lookAlikeSpace
  }

  /// What is wrong.
  public var reason: Reason
  /// Where, in UTF-8 bytes from the start of the text.
  public var byteOffset: Int
  /// The scalars at fault; empty where the bytes are none.
  public var scalars: [Unicode.Scalar]

  /// A refusal at a place.
  public init(reason: Reason, byteOffset: Int, scalars: [Unicode.Scalar] = []) {
    self.reason = reason
    self.byteOffset = byteOffset
    self.scalars = scalars
  }
}

extension TextRefusal {
  /// Carries a refusal out of a closure whose caller knows no typed errors.
  static func result<Value>(_ body: () throws(TextRefusal) -> Value) -> Result<Value, TextRefusal> {
    do throws(TextRefusal) {
      return .success(try body())
    } catch {
      return .failure(error)
    }
  }
}
