import CICU

/// A site's own ICU transliteration rules, compiled. One for each text: ICU's handle is not shared between threads.
final class SiteTransliterator {
  private let handles: [OpaquePointer]

  /// Rules that do not compile.
  struct Fault: Error, Sendable, Equatable {
    /// Which of the rule texts, from 0.
    var index: Int
    /// The line in it, from 1; 0 where ICU does not say.
    var line: Int
  }

  init(_ rules: [String]) throws(Fault) {
    var opened: [OpaquePointer] = []
    for (index, text) in rules.enumerated() {
      let units = Array(text.utf16)
      var line: Int32 = 0
      guard let count = Int32(exactly: units.count), let handle = zarlal_translit_open(units, count, &line) else {
        opened.forEach { zarlal_translit_close($0) }
        throw Fault(index: index, line: Int(line))
      }
      opened.append(handle)
    }
    handles = opened
  }

  deinit {
    handles.forEach { zarlal_translit_close($0) }
  }

  /// The scalars after all rules, in their order; nothing where ICU fails or the result is no text.
  func apply(to scalars: [UInt32]) -> [UInt32]? {
    var units: [UInt16] = []
    for value in scalars {
      guard let scalar = Unicode.Scalar(value) else { return nil }
      units.append(contentsOf: scalar.utf16)
    }
    for handle in handles {
      guard let length = Int32(exactly: units.count) else { return nil }
      let capacity = units.count * 4 + 64
      var buffer = units + [UInt16](repeating: 0, count: capacity - units.count)
      let now = zarlal_translit_apply(handle, &buffer, length, Int32(capacity))
      guard now >= 0, Int(now) <= capacity else { return nil }
      units = Array(buffer.prefix(Int(now)))
    }
    guard let text = String(validating: units, as: UTF16.self) else { return nil }
    return text.unicodeScalars.map(\.value)
  }
}
