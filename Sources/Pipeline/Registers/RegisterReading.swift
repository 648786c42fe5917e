import Ingest
import Publication
import Registers

/// Bytes of a register table to rows.
enum RegisterReading {
  /// The most that is read of a table: far more than a hundred thousand rows.
  static let mostBytes = 64 << 20

  /// Understands the bytes of a CSV file: UTF-8 with or without a mark, UTF-16 with one, GB18030 as spreadsheets in China write it.
  static func table(
    _ bytes: [UInt8], known: (RegisterKind) -> [String: [String: String]]
  ) throws(RegisterFaults) -> RegisterTable {
    guard !bytes.isEmpty else { throw RegisterFaults(diagnostics: [Diagnostic(.tableEmpty, .hold)]) }
    guard bytes.count <= mostBytes else {
      let details = ["what": "登记表", "used": String(bytes.count), "max": String(mostBytes)]
      throw RegisterFaults(diagnostics: [Diagnostic(.tooLarge, .hold, details: details)])
    }
    let text: String
    do {
      text = try TextDecoding.decode(bytes, isProvedLater: true).text
    } catch {
      throw RegisterFaults(diagnostics: [error.diagnostic])
    }
    do {
      return try RegisterTable(csv: text, known: known)
    } catch {
      throw RegisterFaults(diagnostics: error.faults)
    }
  }
}
