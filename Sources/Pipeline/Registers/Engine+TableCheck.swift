import Publication
import Registers

extension Engine {
  /// Whether a path names a register table: a CSV file in a folder `登记`.
  static func isTable(_ path: FileName) -> Bool {
    path.fileExtension == "csv" && path.folder?.base == WorkFolders.registers
  }

  /// What a run would do with a register table; nothing is entered.
  func judgeTable(_ path: FileName, in disk: any FileStore, as file: String) throws -> Judged {
    guard let (bytes, _) = try disk.read(path, limit: RegisterReading.mostBytes) else {
      return Judged(file: file, state: "waiting", codes: [.unreadable], message: Code.unreadable.text().message)
    }
    do {
      let table = try RegisterDesk.reading(bytes, try registers.records())
      return Judged(file: file, state: "register", codes: [], message: "登记簿“\(table.kind.name)”，\(table.rows.count)条。")
    } catch let faults as RegisterFaults {
      return Judged(
        file: file, state: "held", codes: Set(faults.diagnostics.map(\.code)).sorted(),
        message: HeldTables.message(faults.diagnostics))
    }
  }
}
