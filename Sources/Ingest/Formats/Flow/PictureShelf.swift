internal import Publication

/// Finds the pictures that a page or a Markdown text shows among the files that came with it. Nothing is ever fetched.
struct PictureShelf {
  private let parts: [FileName: InboxItem.Companion]
  private let stem: FileName
  private var known: [FileName: ImageResource] = [:]
  private var remote = 0
  private var reported: Set<String> = []

  /// Pictures in order of first use.
  private(set) var images: [ImageResource] = []
  /// Names of the parts that were used.
  private(set) var usedParts: Set<FileName> = []
  private var faults: [Diagnostic] = []

  init(_ source: ReadingSource) {
    parts = Dictionary(source.parts.map { ($0.name, $0) }) { first, _ in first }
    stem = source.name.stem
  }

  /// Everything wrong with the pictures.
  var diagnostics: [Diagnostic] {
    guard remote > 0 else { return faults }
    return faults + [Diagnostic(.remoteImage, .hold, place: "图片", details: ["count": String(remote)])]
  }

  /// The picture at `address`, as the source writes it; `nil`: a diagnostic says why.
  mutating func picture(at address: String, lazily later: String?) -> ImageResource? {
    let address = address.trimmedWhitespace
    if let later, PictureAddress.isRemote(later) {
      remote += 1
      return nil
    }
    let target = address.isEmpty || (PictureAddress.isData(address) && later != nil) ? (later ?? address) : address
    if PictureAddress.isRemote(target) {
      remote += 1
      return nil
    }
    if PictureAddress.isData(target) { return embedded(target) }
    guard let name = PictureAddress.plainName(of: target, stem: stem) else {
      report(.fileNameNotPlain, target, ["value": PictureAddress.shortened(target)])
      return nil
    }
    if let image = known[name] { return image }
    guard let part = parts[name] else {
      report(.imageMissing, target, ["name": name.description, "stem": stem.description])
      return nil
    }
    usedParts.insert(name)
    guard let image = image(part.bytes, named: name.base.description) else { return nil }
    known[name] = image
    return image
  }

  private mutating func embedded(_ address: String) -> ImageResource? {
    guard let bytes = PictureAddress.embeddedBytes(address) else {
      report(.imageNotUsable, "data", ["name": "data:"])
      return nil
    }
    return image(bytes, named: nil)
  }

  private mutating func image(_ bytes: [UInt8], named name: String?) -> ImageResource? {
    guard let clean = ImageSanitizer.sanitize(bytes) else {
      report(.imageNotUsable, name ?? "data", ["name": name ?? "data:"])
      return nil
    }
    let digest = ContentDigest(of: clean.bytes)
    if let same = images.first(where: { $0.digest == digest }) { return same }
    let kind = clean.mediaType.split(separator: "/").last.map(String.init) ?? ""
    let image = ImageResource(
      digest: digest, bytes: clean.bytes, mediaType: clean.mediaType, name: name ?? digest.hex.prefix(12) + "." + kind)
    images.append(image)
    return image
  }

  /// Each fault once, twenty in all.
  private mutating func report(_ code: Code, _ subject: String, _ details: [String: String]) {
    guard faults.count < 20, reported.insert(code.rawValue + subject).inserted else { return }
    faults.append(Diagnostic(code, .hold, place: "图片", details: details))
  }
}
