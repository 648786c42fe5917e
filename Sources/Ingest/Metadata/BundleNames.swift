import Publication

/// File names in metadata: plain names of files of the same bundle.
enum BundleNames {
  /// Whether `name` is a plain name: no separators, no `..`, no scheme, no controls.
  static func isPlain(_ name: String) -> Bool {
    guard !name.isEmpty, name.utf8.count <= 255, !name.isSame(as: "."), !name.isSame(as: "..") else { return false }
    return name.unicodeScalars.allSatisfy { scalar in
      scalar != "/" && scalar != "\\" && scalar != ":" && scalar.value >= 0x20 && scalar.value != 0x7F
    }
  }

  /// The name itself, where it stands in an object with parts of its own (`{"name": …}`).
  static func fileName(_ declared: String) -> String {
    guard declared.utf8.first == UInt8(ascii: "{"), let object = try? JSONValue.reading(Array(declared.utf8)) else {
      return declared
    }
    return object["name"]?.text ?? object["文件名"]?.text ?? object["file"]?.text ?? declared
  }

  /// What is wrong with the names that `key` declares, given the files of the bundle.
  static func diagnostics(_ names: [String], key: MetadataKey, place: String, files: [FileName]) -> [Diagnostic] {
    names.compactMap { declared in
      let name = fileName(declared)
      let shown = String(name.unicodeScalars.prefix(80))
      if !isPlain(name) { return Diagnostic(.fileNameNotPlain, .hold, place: place, details: ["value": shown]) }
      if files.contains(where: { $0.base.bytes.elementsEqual(name.utf8) }) { return nil }
      return Diagnostic(.fileMissing, .hold, place: place, details: ["value": shown])
    }
  }
}
