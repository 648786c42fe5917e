import Publication

/// A link whose words are published and whose address is not: it leads to a file or page beside the document, and nowhere on the web.
package struct LocalLink: Sendable, Equatable {
  /// As the document writes it.
  package var address: String
  /// Where the link stands, for people.
  package var place: String
}

extension LinkAddress {
  /// `address` without white space around, where it leads somewhere that isn't published; `nil`: it does nothing, stays
  /// inside the document, or is published.
  static func local(_ address: String) -> String? {
    let text = address.trimmedWhitespace
    guard !text.isEmpty, text.utf8.first != UInt8(ascii: "#"), published(text) == nil else { return nil }
    let start = text.prefix(11).lowercased()
    // Commands and telephone numbers: the words say all there is to say.
    return ["javascript:", "vbscript:", "about:", "tel:", "sms:"].contains { start.hasPrefix($0) } ? nil : text
  }
}

/// What becomes of the files that a document links to: with the item they are its attachments, without them readers miss something.
enum LinkedFiles {
  /// What a reader would miss: each file once, twenty in all, and how many other links lead nowhere.
  ///
  /// A file that isn't there holds the item, as one that metadata name does and a picture that isn't there.
  static func diagnostics(_ links: [LocalLink], of item: InboxItem, shown: Set<FileName>) -> [Diagnostic] {
    guard !links.isEmpty else { return [] }
    var here: Set<String> = [key(item.name.base.description)]
    for companion in item.companions where !companion.isPart || shown.contains(companion.name) {
      here.insert(key(companion.name.base.description))
    }
    var found: [Diagnostic] = []
    var seen: Set<String> = []
    var others: [LocalLink] = []
    for link in links {
      let name = fileName(of: link.address)
      if here.contains(key(name)) { continue }
      if isFile(name) {
        guard seen.insert(key(name)).inserted, found.count < 20 else { continue }
        let details = ["name": PictureAddress.shortened(name), "stem": item.name.stem.description]
        found.append(Diagnostic(.linkedFileMissing, .hold, place: link.place, details: details))
      } else {
        others.append(link)
      }
    }
    if let first = others.first {
      let what = "指向别处网页或文件夹的链接 \(others.count) 个，第一个是“\(PictureAddress.shortened(first.address))”"
      found.append(Diagnostic(.contentLeftOut, .warning, place: first.place, details: ["what": what]))
    }
    return found
  }

  /// What the addresses say in words, for the gate.
  static func words(of links: [LocalLink]) -> [UnpublishedText] {
    links.compactMap { link in
      let text = String(decoding: PictureAddress.percentDecoded(link.address), as: UTF8.self)
      return text.utf8.contains { $0 > 0x7F } ? UnpublishedText(.alternative, text) : nil
    }
  }

  /// The last part of the path, without query and fragment, decoded from percent notation.
  private static func fileName(of address: String) -> String {
    let path = address.prefix { $0 != "?" && $0 != "#" }
    let decoded = String(decoding: PictureAddress.percentDecoded(String(path)), as: UTF8.self)
    return decoded.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
  }

  /// Names are compared as people do: whatever the case and the normal form.
  private static func key(_ name: String) -> String { name.lowercased() }

  /// Whether a name is one of a document, picture, recording or archive, and not a page of a website.
  private static func isFile(_ name: String) -> Bool {
    let ending = FileName(name).formatExtension
    if let format = DocumentFormat(fileExtension: ending) { return format != .html }
    return others.contains(ending)
  }

  /// Files that nobody reads here and readers open all the same.
  private static let others: Set<String> = [
    "csv", "svg", "emf", "wmf", "mp3", "mp4", "m4a", "wav", "wma", "avi", "mov", "wmv", "flv", "mkv", "ceb", "epub",
  ]
}
