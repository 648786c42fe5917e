import AnnualReport
import Ingest
import Publication
import SystemEdges

/// Reads annual reports from files: data (`.json`), or documents through the readers of `Ingest`.
enum AnnualReading {
  /// The report in the file at `path`. Throws `usage` where there is no such file.
  static func report(_ path: String) throws -> DisclosureReport {
    guard let (bytes, _) = try Disk(root: ".").reading(path) else {
      throw PipelineError(.usage, subject: path, details: ["reason": "没有文件 \(path)"])
    }
    let name = FileName(path).base
    if name.fileExtension == "json" { return try DisclosureReport.reading(json: bytes, name: path) }
    return try DisclosureReport.reading(blocks(of: name, bytes, path), name: path)
  }

  /// The office's own texts: Markdown (or any document) with the headings of the six sections; before them, what belongs to the preface.
  static func texts(_ path: String, required: Bool) throws -> ReportTexts {
    guard let (bytes, _) = try Disk(root: ".").reading(path) else {
      if required { throw PipelineError(.usage, subject: path, details: ["reason": "没有文件 \(path)"]) }
      return ReportTexts()
    }
    return ReportTexts(of: try blocks(of: FileName(path).base, bytes, path))
  }

  /// The structure of a document: what its reader finds, before anything is decided about it.
  static func blocks(of name: FileName, _ bytes: [UInt8], _ path: String) throws -> [Block] {
    let reader = DocumentReader(limits: IngestLimits(), outlets: [])
    let day = CivilDate(daysSince1970: 0)
    let ingested = reader.read(InboxItem(name: name, bytes: bytes), today: day)
    guard let document = ingested.document else {
      let reason = ingested.diagnostics.map { $0.text().message }.joined(separator: " ")
      throw PipelineError(.reportUnreadable, subject: path, details: ["reason": reason])
    }
    return document.content.blocks.map(\.block)
  }
}
