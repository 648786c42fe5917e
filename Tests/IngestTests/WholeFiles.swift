import Foundation
import Ingest
import Publication

/// The sample files under `fixtures/ingest/whole`, as the inbox would hand them over.
enum WholeFiles {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("fixtures/ingest/whole")

  static let outlets = ["site-zh", "site-mn", "wechat-mn", "wechat-zh"].map { OutletID($0) }
  static let today = CivilDate(daysSince1970: 20_448)

  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appendingPathComponent(path)))
  }

  /// The item at `path`, with its sidecar and, for a web page, the pictures beside it.
  static func item(_ path: String) throws -> InboxItem {
    let url = folder.appendingPathComponent(path)
    let sidecar = try? Data(contentsOf: URL(fileURLWithPath: url.path + ".json"))
    var item = InboxItem(
      name: FileName(url.lastPathComponent), bytes: try bytes(path), sidecar: sidecar.map { Array($0) })
    if url.pathExtension == "html" {
      for name in try FileManager.default.contentsOfDirectory(atPath: url.deletingLastPathComponent().path).sorted()
      where name.hasSuffix(".png") {
        let picture = try Data(contentsOf: url.deletingLastPathComponent().appendingPathComponent(name))
        item.companions.append(InboxItem.Companion(name: FileName(name), bytes: Array(picture), isPart: true))
      }
    }
    return item
  }

  static func read(_ path: String) throws -> Ingested {
    DocumentReader(limits: IngestLimits(), outlets: outlets).read(try item(path), today: today)
  }

  /// Reads one text as a file of this name.
  static func read(
    text: String, name: String = "文稿.txt", sidecar: String? = nil, companions: [InboxItem.Companion] = [],
    today: CivilDate = today
  ) -> Ingested {
    let item = InboxItem(
      name: FileName(name), bytes: Array(text.utf8), sidecar: sidecar.map { Array($0.utf8) }, companions: companions)
    return DocumentReader(limits: IngestLimits(), outlets: outlets).read(item, today: today)
  }
}

extension Ingested {
  /// Codes at a severity, in order.
  func codes(_ severity: Diagnostic.Severity) -> [Code] {
    diagnostics.filter { $0.severity == severity }.map(\.code)
  }

  /// Whether nothing stands in the way.
  var isFree: Bool { document != nil && diagnostics.allSatisfy { $0.severity < .hold } }
}
