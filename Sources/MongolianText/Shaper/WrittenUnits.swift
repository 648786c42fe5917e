/// What a reader sees of a text: its written units, in order. Texts with equal units look the same.
///
/// A unit is one byte, a number of the generated table. A character outside the model (a Latin letter, a Han character, a mark)
/// stands as 255 and its code point in three bytes, so equality stays exact in mixed text.
public struct WrittenUnits: Sendable, Hashable {
  /// The bytes.
  public let ids: [UInt8]

  /// Units from the bytes of a ``Shaping``.
  package init(ids: [UInt8]) {
    self.ids = ids
  }

  /// Whether nothing is seen.
  public var isEmpty: Bool { ids.isEmpty }

  static let foreign: UInt8 = 255
}

extension WrittenUnits: CustomStringConvertible {
  /// The notation of the published suites, separated by spaces: `_` narrow separator, `-` wide separator or space, `Mvs` and `Nnbsp`
  /// a separator nothing shaped, `Ni` nirugu, `Fvs1`… a selector nothing used, `<` `>` an open joining end, `U+0041` a
  /// character outside the model.
  public var description: String {
    var names: [String] = []
    names.reserveCapacity(ids.count)
    var index = 0
    while index < ids.count {
      let id = ids[index]
      if id == Self.foreign, index + 3 < ids.count {
        let value = ids[index + 1...index + 3].reduce(0) { $0 << 8 | Int($1) }
        let digits = String(value, radix: 16, uppercase: true)
        names.append("U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits)
        index += 4
        continue
      }
      index += 1
      let name = WrittenUnits.name(of: id)
      if !name.isEmpty { names.append(name) }
    }
    return names.joined(separator: " ")
  }

  /// The name of one unit; empty for a break of joining, which leaves no ink.
  static func name(of id: UInt8) -> String {
    Int(id) < Unit.names.count ? Unit.names[Int(id)] : ""
  }
}
