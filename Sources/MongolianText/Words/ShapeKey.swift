/// A key for search, duplicates and pairing: words that look the same have the same key, whatever their encoding.
///
/// It is made from the public shape of the word; U+202F and U+180E count as one, invisible characters that change no ink as nothing.
/// ASCII only. Keys of different versions are never compared.
public struct ShapeKey: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The version of the rules, the first part of every key.
  public static let version = "mn-key/1"

  /// `mn-key/1:` and the units, separated by full stops.
  public let description: String

  /// The key of one word (or phrase).
  public init(of word: some Sequence<Unicode.Scalar>) {
    self.init(shape: HudumShaper.publicShape(of: word))
  }

  /// The key of one word (or phrase).
  public init(of word: String) {
    self.init(of: word.unicodeScalars)
  }

  /// The key of UTF-8, with a ``Shaping`` that is kept for many words.
  public init(of utf8: Span<UInt8>, with shaping: inout Shaping) {
    shaping.shape(utf8, .public)
    self.init(shape: shaping.writtenUnits)
  }

  private init(shape: WrittenUnits) {
    var text: [UInt8] = Array(Self.version.utf8)
    var separator = UInt8(ascii: ":")
    var index = 0
    while index < shape.ids.count {
      let id = shape.ids[index]
      text.append(separator)
      separator = UInt8(ascii: ".")
      if id == WrittenUnits.foreign, index + 3 < shape.ids.count {
        let foreign = WrittenUnits(ids: Array(shape.ids[index...index + 3]))
        text.append(contentsOf: foreign.description.utf8)
        index += 4
        continue
      }
      switch id {
      case Unit.nnbsp: text.append(contentsOf: WrittenUnits.name(of: Unit.mvs).utf8)
      case Unit.parted: text.append(UInt8(ascii: "|"))
      default: text.append(contentsOf: WrittenUnits.name(of: id).utf8)
      }
      index += 1
    }
    description = String(decoding: text, as: UTF8.self)
  }

  /// By bytes.
  public static func < (left: ShapeKey, right: ShapeKey) -> Bool {
    left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
  }
}
