internal import Glibc
internal import Publication

/// Where other programs are. The search path of the caller doesn't count: cron's is bare, and a stranger's is not to be trusted.
public enum Programs {
  private static let folders = ["/usr/bin", "/usr/local/bin", "/bin"]

  /// A tool of poppler-utils; `nil`: not installed.
  public static func poppler(_ name: String) -> String? {
    folders.map { $0 + "/" + name }.first(where: isExecutable)
  }

  /// LibreOffice's own program, behind its shell scripts; `nil`: not installed.
  public static func office() -> String? {
    for name in ["soffice", "libreoffice"] {
      for folder in folders {
        guard let real = realPath(folder + "/" + name), let slash = real.lastIndex(of: "/") else { continue }
        let program = real[..<slash] + "/soffice.bin"
        if isExecutable(String(program)) { return String(program) }
      }
    }
    let versions = (try? Disk(root: "/opt").entries(of: FileName(bytes: []))) ?? []
    let places = ["/usr/lib/libreoffice", "/usr/lib64/libreoffice"] + versions.map { "/opt/\($0.name)" }
    return places.map { $0 + "/program/soffice.bin" }.first(where: isExecutable)
  }

  static func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  private static func isExecutable(_ path: String) -> Bool { access(path, X_OK) == 0 }
}
