internal import CCrypto

/// SHA-256 of some bytes (FIPS 180-4): 32 bytes, printed as 64 lower-case hexadecimal digits.
public struct ContentDigest: Hashable, Sendable, CustomStringConvertible {
  /// 64 lower-case hexadecimal digits.
  public let hex: String

  /// Reads 64 lower-case hexadecimal digits.
  public init?(hex: String) {
    guard hex.utf8.count == 64, hex.utf8.allSatisfy(isLowerHexDigit) else { return nil }
    self.hex = hex
  }

  /// The digest of `bytes`.
  public init(of bytes: some Sequence<UInt8>) {
    self.init(ofParts: [Array(bytes)])
  }

  /// The digest of `parts` one after another, each framed by its length (8 bytes, little-endian) when there are several.
  public init(ofParts parts: [[UInt8]]) {
    var out = [UInt8](repeating: 0, count: 32)
    if let digest = zarlal_sha256_new() {
      for part in parts {
        if parts.count > 1 {
          _ = withUnsafeBytes(of: UInt64(part.count).littleEndian) { zarlal_sha256_update(digest, $0.baseAddress, 8) }
        }
        _ = part.withUnsafeBytes { zarlal_sha256_update(digest, $0.baseAddress, $0.count) }
      }
      _ = out.withUnsafeMutableBufferPointer { buffer in
        buffer.baseAddress.map { zarlal_sha256_finish(digest, $0) }
      }
      zarlal_sha256_free(digest)
    }
    hex = hexadecimal(out)
  }

  /// The same as `hex`.
  public var description: String { hex }
}

/// What was dropped: the hash of bytes and metadata. Two drops with one `InputID` are duplicates (contract, "Identity").
public struct InputID: Hashable, Sendable, CustomStringConvertible {
  /// 32 lower-case hexadecimal digits.
  public let rawValue: String
  /// Takes 32 lower-case hexadecimal digits as they are.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// The first half of a digest over bytes and metadata.
  public init(_ digest: ContentDigest) { rawValue = String(digest.hex.prefix(32)) }
  /// The same as `rawValue`.
  public var description: String { rawValue }
}

/// One document in one language, with its attachments: the first `InputID`, stable over revisions.
public struct ItemID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// 32 lower-case hexadecimal digits.
  public let rawValue: String
  /// Takes 32 lower-case hexadecimal digits as they are.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// The item that begins with this input.
  public init(_ first: InputID) { rawValue = first.rawValue }
  /// The same as `rawValue`.
  public var description: String { rawValue }
  /// Orders items by name.
  public static func < (left: ItemID, right: ItemID) -> Bool { left.rawValue < right.rawValue }
}

/// One payload: the outlet's idempotency key. The hash of item, outlet, revision and action.
public struct PayloadID: Hashable, Sendable, CustomStringConvertible {
  /// 32 lower-case hexadecimal digits.
  public let rawValue: String
  /// Takes 32 lower-case hexadecimal digits as they are.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// The key of what `outlet` receives for this revision of `item`.
  public init(item: ItemID, outlet: OutletID, revision: Int, action: PayloadAction) {
    let text = "\(item)\n\(outlet)\n\(revision)\n\(action.rawValue)"
    rawValue = String(ContentDigest(of: text.utf8).hex.prefix(32))
  }
  /// The same as `rawValue`.
  public var description: String { rawValue }
}

/// A place of publication, as `pipeline.json` names it: `site-zh`, `wechat-mn`.
public struct OutletID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Lower-case ASCII letters, digits and hyphens.
  public let rawValue: String
  /// Takes the name as it is; `pipeline.json` is where its form is checked.
  public init(_ rawValue: String) { self.rawValue = rawValue }
  /// The same as `rawValue`.
  public var description: String { rawValue }
  /// Orders outlets by name.
  public static func < (left: OutletID, right: OutletID) -> Bool { left.rawValue < right.rawValue }
}

/// The language of one document. BCP 47: `zh-Hans`, `mn-Mong`.
public enum ContentLanguage: String, Sendable, CaseIterable {
  /// Chinese.
  case chinese = "zh"
  /// Mongolian in the traditional script (Hudum).
  case mongolian = "mn"

  /// The BCP 47 tag.
  public var tag: String { self == .chinese ? "zh-Hans" : "mn-Mong" }

  /// Reads `zh`, `mn`, and BCP 47 tags that begin with them, whatever their case.
  public init?(tag: String) {
    let primary = tag.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" }).first.map(String.init) ?? ""
    switch primary {
    case "zh", "cmn", "chi", "zho": self = .chinese
    case "mn", "mvf", "mon": self = .mongolian
    default: return nil
    }
  }
}

/// The disclosure attribute of a document.
/// Source: 《政府信息公开条例》(国令第711号) 第十三条至第十六条.
public enum DisclosureAttribute: String, Sendable, CaseIterable, Comparable {
  /// 主动公开: opened without request.
  case proactive
  /// 依申请公开: only to an applicant.
  case onRequest
  /// 不予公开: not opened.
  case withheld

  /// The Chinese term.
  public var term: String {
    switch self {
    case .proactive: "主动公开"
    case .onRequest: "依申请公开"
    case .withheld: "不予公开"
    }
  }

  /// Orders attributes from the most open to the strictest.
  public static func < (left: DisclosureAttribute, right: DisclosureAttribute) -> Bool { left.rank < right.rank }

  private var rank: Int { self == .proactive ? 0 : self == .onRequest ? 1 : 2 }
}

func isLowerHexDigit(_ byte: UInt8) -> Bool {
  (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
}

func hexadecimal(_ bytes: [UInt8]) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var out: [UInt8] = []
  out.reserveCapacity(bytes.count * 2)
  for byte in bytes {
    out.append(digits[Int(byte >> 4)])
    out.append(digits[Int(byte & 15)])
  }
  return String(decoding: out, as: UTF8.self)
}
