/// Brings traditional Mongolian into one canonical form, changing only what provably leaves the reader's view as it was.
///
/// Source: UTN #57 (Unicode Technical Note, "Encoding and shaping of the Mongolian script"); GB/T 25914-2023.
public struct MongolianNormalizer: Sendable {
  /// The name of the rules that were applied: `mn-normal/1`, with `+` and eight hexadecimal digits for a site's own.
  public var policy: String

  /// The rules that come with the library.
  public init() {
    policy = "mn-normal/1"
  }
}
