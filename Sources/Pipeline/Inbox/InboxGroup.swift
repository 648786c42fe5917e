import Publication

/// A file of the inbox, by its path relative to the inbox.
struct SeenFile: Sendable, Equatable {
  var path: FileName
  var status: FileStatus
}

/// One article with everything that belongs to it: what is claimed, decided and moved together.
struct InboxGroup: Sendable, Equatable {
  /// A member besides article and sidecar.
  struct Member: Sendable, Equatable {
    var file: SeenFile
    /// Its name for the article: plain, or `<stem>.files/<name>`.
    var name: FileName
    /// Whether it is only shown inside the article.
    var isPart: Bool
  }

  /// Where the paths start: `inbox`, or a claim of an earlier run under `work/`.
  var root: FileName
  var article: SeenFile
  var sidecar: SeenFile?
  var members: [Member] = []
  /// Why not all that belongs to it could be seen.
  var incomplete: Code?
  /// A folder with no article, or several: held as a whole.
  var isAmbiguous = false

  /// Every file, the article last: as long as it is unclaimed, the group is.
  var files: [SeenFile] { [sidecar].compactMap { $0 } + members.map(\.file) + [article] }

  /// Bytes of all files together.
  var size: Int { files.reduce(0) { $0 + $1.status.size } }

  /// Whether any file was written less than `seconds` ago. By modification time, because a look at the file renames it into a claim
  /// and back, which `ctime` counts as a change; a time in the future counts as long ago.
  func isYounger(than seconds: Int, now: Int) -> Bool {
    files.contains { $0.status.modified <= now && now - $0.status.modified < seconds * 1_000_000_000 }
  }
}

/// What one look at the inbox found.
struct InboxScan: Sendable {
  var groups: InboxGroups
  /// Files that are not taken, each once.
  var left: [WaitingEntry] = []
  /// Files seen, sidecars left out.
  var fileCount = 0
  /// Register tables in `登记/`.
  var registers: [SeenFile] = []
  /// Lock files of office suites, by path.
  var locks: [FileName: SeenFile] = [:]

  init(root: FileName) { groups = InboxGroups(root: root) }

  mutating func leave(_ path: FileName, _ code: Code, ignored: Bool = false, details: [String: String] = [:]) {
    left.append(
      WaitingEntry(
        file: path.description, state: ignored ? "ignored" : "waiting", code: code,
        message: Printable.line(code.text(details: details).message)))
  }
}
