/// What a clerk puts into the inbox for one document.
struct DroppedItem: Sendable {
  /// The name of the article, in `inbox/`.
  var name: String
  var bytes: [UInt8]
  var sidecar: [UInt8]?
  /// Images and attachments, by path in `inbox/`.
  var companions: [(path: String, bytes: [UInt8])] = []

  /// A byte-identical second copy, as file managers name it.
  var copy: DroppedItem {
    var copy = self
    let bytes = Array(name.utf8)
    let dot = bytes.lastIndex(of: UInt8(ascii: ".")) ?? bytes.count
    let (stem, end) = (String(decoding: bytes[..<dot], as: UTF8.self), String(decoding: bytes[dot...], as: UTF8.self))
    copy.name = stem + " - 副本" + end
    return copy
  }
}
