import Ingest
import Outlets
public import Publication

/// Reads `pipeline.json` strictly: an unknown option is an error that suggests the nearest one.
struct ConfigurationReader {
  private(set) var faults: [PipelineError] = []

  /// The configuration of these bytes, or every fault in them.
  static func read(_ bytes: [UInt8], path: String) throws(ConfigurationFaults) -> Configuration {
    let json: JSONValue
    do {
      json = try JSONValue.reading(bytes)
    } catch {
      throw ConfigurationFaults([
        PipelineError(
          .configurationUnreadable, subject: path,
          details: ["offset": String(error.byteOffset), "reason": error.reason.rawValue])
      ])
    }
    var reader = ConfigurationReader()
    let configuration = reader.configuration(json)
    guard reader.faults.isEmpty else { throw ConfigurationFaults(reader.faults) }
    return configuration
  }

  private mutating func configuration(_ json: JSONValue) -> Configuration {
    var out = Configuration()
    read(json, "") { reader, key, value in
      switch key {
      case "schema": reader.expect(value.text == "zarlal.pipeline/1", key, "zarlal.pipeline/1")
      case "$schema": break
      case "workDirectory": out.workDirectory = reader.text(value, key) ?? out.workDirectory
      case "office": reader.office(value, &out.office)
      case "outlets": out.outlets = reader.outlets(value)
      case "waiting": reader.waiting(value, &out.waiting)
      case "settleSeconds": out.waiting.settle = reader.number(value, key, 0...86_400) ?? out.waiting.settle
      case "limits": reader.limits(value, &out)
      case "ignore": out.ignore = reader.texts(value, key)
      case "text": reader.text(value, &out)
      case "reviews": reader.reviews(value, &out)
      case "languages": reader.languages(value, &out)
      case "spaceReserveBytes": out.spaceReserve = reader.number(value, key, 0...Int.max) ?? out.spaceReserve
      default: return false
      }
      return true
    }
    return out
  }

  private mutating func office(_ json: JSONValue, _ office: inout Configuration.Office) {
    read(json, "office") { reader, key, value in
      switch key {
      case "name": office.name = reader.names(value, "office.name")
      case "timeZone": office.timeZone = reader.text(value, "office.timeZone") ?? office.timeZone
      case "contacts": office.contacts = reader.texts(value, "office.contacts")
      default: return false
      }
      return true
    }
  }

  private mutating func waiting(_ json: JSONValue, _ waiting: inout Configuration.Waiting) {
    read(json, "waiting") { reader, key, value in
      let path = "waiting." + key
      let range = 0...31_536_000
      switch key {
      case "sidecarSeconds": waiting.sidecar = reader.number(value, path, range) ?? waiting.sidecar
      case "emptySeconds": waiting.empty = reader.number(value, path, range) ?? waiting.empty
      case "incompleteSeconds": waiting.incomplete = reader.number(value, path, range) ?? waiting.incomplete
      case "staleLockSeconds": waiting.staleLock = reader.number(value, path, range) ?? waiting.staleLock
      case "pairSeconds": waiting.pair = reader.number(value, path, range) ?? waiting.pair
      default: return false
      }
      return true
    }
  }

  private mutating func limits(_ json: JSONValue, _ out: inout Configuration) {
    read(json, "limits") { reader, key, value in
      let path = "limits." + key
      let range = 1...Int(Int32.max)
      func take(_ target: inout Int) { target = reader.number(value, path, range) ?? target }
      switch key {
      case "fileBytes": take(&out.limits.fileBytes)
      case "bundleBytes": take(&out.limits.bundleBytes)
      case "secondsPerFile":
        out.limits.secondsPerFile = reader.number(value, path, 1...86_400) ?? out.limits.secondsPerFile
      case "textBytes": take(&out.limits.textBytes)
      case "inflatedBytes": take(&out.limits.inflatedBytes)
      case "partBytes": take(&out.limits.partBytes)
      case "inflationRatio": take(&out.limits.inflationRatio)
      case "archiveEntries": take(&out.limits.archiveEntries)
      case "nesting": take(&out.limits.nesting)
      case "paragraphs": take(&out.limits.paragraphs)
      case "titleScalars": take(&out.limits.titleScalars)
      case "subprocessSeconds": out.subprocesses.seconds = reader.number(value, path, 1...3600) ?? 0
      case "subprocessMemoryBytes":
        out.subprocesses.memoryBytes = reader.number(value, path, (64 << 20)...(64 << 30)) ?? 0
      case "subprocessOutputBytes": take(&out.subprocesses.outputBytes)
      case "itemsPerRun": out.itemsPerRun = reader.number(value, path, range)
      default: return false
      }
      return true
    }
  }

  private mutating func text(_ json: JSONValue, _ out: inout Configuration) {
    read(json, "text") { reader, key, value in
      switch key {
      case "mongolianRules": out.mongolianRules = reader.texts(value, "text.mongolianRules")
      case "wrongNames": out.wrongNamesPath = reader.text(value, "text.wrongNames")
      default: return false
      }
      return true
    }
  }

  private mutating func reviews(_ json: JSONValue, _ out: inout Configuration) {
    read(json, "reviews") { reader, key, value in
      guard key == "required" else { return false }
      guard case .object(let members) = value else {
        reader.expect(false, "reviews.required", "应为对象，例如 {\"规范性文件\": [\"保密审查\"]}")
        return true
      }
      for member in members {
        let path = "reviews.required." + member.name
        let names = reader.texts(member.value, path)
        let kinds = names.compactMap(ReviewKind.init(name:))
        reader.expect(kinds.count == names.count, path, ReviewKind.allCases.map(\.term).joined(separator: " | "))
        out.requiredReviews[member.name.trimmedWhitespace] = kinds
      }
      return true
    }
  }

  private mutating func languages(_ json: JSONValue, _ out: inout Configuration) {
    read(json, "languages") { reader, key, value in
      guard key == "policy" else { return false }
      guard case .object(let members) = value else {
        reader.expect(false, "languages.policy", "应为对象，例如 {\"规范性文件\": \"together\"}")
        return true
      }
      for member in members {
        let path = "languages.policy." + member.name
        let policy = reader.text(member.value, path).flatMap(LanguagePolicy.init(rawValue:))
        reader.expect(policy != nil, path, LanguagePolicy.allCases.map(\.rawValue).joined(separator: " | "))
        out.languagePolicies[member.name.trimmedWhitespace] = policy
      }
      return true
    }
  }

  private mutating func outlets(_ json: JSONValue) -> [OutletConfiguration] {
    guard case .array(let values) = json, !values.isEmpty else {
      expect(false, "outlets", "应为渠道列表")
      return []
    }
    var out: [OutletConfiguration] = []
    for (index, value) in values.enumerated() {
      let outlet = outlet(value, "outlets[\(index)]")
      if out.contains(where: { $0.id == outlet.id }) { expect(false, "outlets[\(index)].id", "每个渠道要有自己的编号") }
      out.append(outlet)
    }
    return out
  }

  private mutating func outlet(_ json: JSONValue, _ path: String) -> OutletConfiguration {
    var out = OutletConfiguration(id: OutletID(""), kind: "", language: .chinese, name: [:])
    read(json, path) { reader, key, value in
      let here = path + "." + key
      switch key {
      case "id":
        let id = reader.text(value, here) ?? ""
        reader.expect(OutletID.isWellFormed(id), here, "只能用小写字母、数字和连字符")
        out.id = OutletID(id)
      case "kind":
        out.kind = reader.text(value, here) ?? ""
        let kinds = OutletRegistry.kinds.map { type(of: $0).kind }
        reader.expect(kinds.contains(out.kind), here, kinds.joined(separator: " | "))
      case "language":
        let language = reader.text(value, here).flatMap(ContentLanguage.init(tag:))
        reader.expect(language != nil, here, "zh | mn")
        out.language = language ?? .chinese
      case "name": out.name = reader.names(value, here)
      case "suffixSeparator":
        let separator = reader.text(value, here).flatMap(SuffixSeparator.init(rawValue:))
        reader.expect(separator != nil, here, "nnbsp | mvs")
        out.suffixSeparator = separator ?? .nnbsp
      case "categories": out.categories = reader.texts(value, here)
      case "limits": out.limits = reader.outletLimits(value, here, kind: json["kind"]?.text ?? "")
      default: return false
      }
      return true
    }
    expect(!out.id.rawValue.isEmpty, path + ".id", "缺少编号")
    expect(!out.kind.isEmpty, path + ".kind", "缺少种类")
    return out
  }

  private mutating func outletLimits(_ json: JSONValue, _ path: String, kind: String) -> [String: Int] {
    let known = OutletRegistry.kinds.first { type(of: $0).kind == kind }.map { type(of: $0).defaultLimits } ?? []
    var out: [String: Int] = [:]
    read(json, path, also: known.map(\.field)) { reader, key, value in
      guard known.contains(where: { $0.field == key }) else { return false }
      out[key] = reader.number(value, path + "." + key, 1...Int(Int32.max))
      return true
    }
    return out
  }

  // One object at a time.

  private mutating func read(
    _ json: JSONValue, _ path: String, also: [String] = [],
    _ member: (inout ConfigurationReader, String, JSONValue) -> Bool
  ) {
    guard case .object(let members) = json else {
      expect(false, path.isEmpty ? "pipeline.json" : path, "应为对象 {…}")
      return
    }
    for one in members where !member(&self, one.name, one.value) {
      let full = path.isEmpty ? one.name : path + "." + one.name
      let near = Nearest.name(to: one.name, among: also + ConfigurationOption.names(in: path))
      faults.append(
        PipelineError(
          .unknownOption, subject: full,
          details: ["suggestion": near ?? ConfigurationOption.names(in: path).first ?? "schema"]))
    }
  }

  private mutating func expect(_ holds: Bool, _ path: String, _ wanted: String) {
    if !holds { faults.append(PipelineError(.badOption, subject: path, details: ["reason": wanted])) }
  }

  private mutating func text(_ value: JSONValue, _ path: String) -> String? {
    expect(value.text?.isEmpty == false, path, "应为非空文字")
    return value.text
  }

  private mutating func texts(_ value: JSONValue, _ path: String) -> [String] {
    guard case .array(let values) = value, values.allSatisfy({ $0.text != nil }) else {
      expect(false, path, "应为文字列表")
      return []
    }
    return values.compactMap(\.text)
  }

  private mutating func names(_ value: JSONValue, _ path: String) -> [String: String] {
    guard case .object(let members) = value, members.allSatisfy({ $0.value.text != nil }) else {
      expect(false, path, "应为按语言的名称，例如 {\"zh\": \"…\"}")
      return [:]
    }
    return Dictionary(members.compactMap { member in member.value.text.map { (member.name, $0) } }) { first, _ in first
    }
  }

  private mutating func number(_ value: JSONValue, _ path: String, _ range: ClosedRange<Int>) -> Int? {
    guard let number = value.integer, range.contains(number) else {
      expect(false, path, "应为 \(range.lowerBound) 到 \(range.upperBound) 的整数")
      return nil
    }
    return number
  }
}

/// Every fault of a configuration at once.
public struct ConfigurationFaults: Error, Sendable {
  /// At least one, in the order of the file.
  public let faults: [PipelineError]

  init(_ faults: [PipelineError]) { self.faults = faults }
}

extension OutletID {
  static func isWellFormed(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 64
      && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
  }
}
