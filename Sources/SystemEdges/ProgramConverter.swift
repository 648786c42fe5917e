internal import Glibc
public import Publication
internal import Synchronization

/// The real converters: poppler's tools for PDF, LibreOffice for what only an office suite reads.
///
/// LibreOffice gets a folder of its own with a profile of its own for each file, below `folder`; both are gone afterwards, and macros,
/// links and active content are off. Poppler's tools read and write memory.
public struct ProgramConverter: DocumentConverter {
  /// Where LibreOffice works, relative to the root of the disk; made with permissions 0700.
  public static let folder = FileName("work/convert")

  private let disk: Disk
  private let limits: SubprocessLimits

  /// Converters that work below the work directory `root`.
  public init(root: String, limits: SubprocessLimits) {
    disk = Disk(root: root)
    self.limits = limits
  }

  /// Makes it of `bytes`.
  public func outcome(of conversion: Conversion, bytes: [UInt8]) -> ConversionOutcome {
    switch conversion.kind {
    case .pageText: poppler("pdftotext", ["-bbox-layout", "-enc", "UTF-8", "/dev/stdin", "-"], bytes)
    case .pictureList: poppler("pdfimages", ["-list", "/dev/stdin"], bytes)
    case .embeddedFileList: poppler("pdfdetach", ["-list", "/dev/stdin"], bytes)
    case .openDocument: office(bytes)
    }
  }

  /// Whether the program that makes it is installed.
  public func has(_ kind: Conversion.Kind) -> Bool {
    switch kind {
    case .pageText: Programs.poppler("pdftotext") != nil
    case .pictureList: Programs.poppler("pdfimages") != nil
    case .embeddedFileList: Programs.poppler("pdfdetach") != nil
    case .openDocument: Programs.office() != nil
    }
  }

  /// Removes the folders of processes that are no more, and the folder of all of them when it is empty.
  public func sweep() throws {
    for entry in try disk.entries(of: Self.folder) ?? [] {
      let digits = entry.name.bytes.prefix { (0x30...0x39).contains($0) }
      if let process = Int32(String(decoding: digits, as: UTF8.self)), process > 0, process != getpid() {
        // ESRCH: there is no such process; any other answer says that there is one.
        if kill(process, 0) == 0 || errno != ESRCH { continue }
      }
      try disk.removeAll(Self.folder.appending(entry.name))
    }
    _ = try disk.remove(Self.folder)
  }

  // MARK: Poppler

  private func poppler(_ name: String, _ options: [String], _ bytes: [UInt8]) -> ConversionOutcome {
    guard let program = Programs.poppler(name) else { return .missing(program: name, package: "poppler-utils") }
    do throws(Subprocess.Fault) {
      let (status, output) = try Subprocess(arguments: [program] + options, limits: limits).run(input: bytes)
      switch status {
      case 0: return .made(output)
      // Poppler: 3, permissions forbid it; a wrong password is an error like any other (1).
      case 3: return .failed(program: name, .encrypted)
      case 1 where Self.isEncrypted(bytes): return .failed(program: name, .encrypted)
      default: return .failed(program: name, .ended(status: status))
      }
    } catch {
      return Self.outcome(of: error, program: name)
    }
  }

  /// Whether the trailer of a PDF names an encryption dictionary.
  private static func isEncrypted(_ bytes: [UInt8]) -> Bool {
    let word = Array("/Encrypt".utf8)
    var at = 0
    while let slash = bytes[at...].firstIndex(of: word[0]) {
      if bytes[slash...].starts(with: word) { return true }
      at = slash + 1
    }
    return false
  }

  // MARK: LibreOffice

  /// Folders made so far, and how many are in use below each root.
  private static let folders = Mutex((made: 0, used: [String: Int]()))

  private func office(_ bytes: [UInt8]) -> ConversionOutcome {
    guard let program = Programs.office() else {
      return .missing(program: "LibreOffice", package: "libreoffice-writer-nogui")
    }
    let number = Self.folders.withLock { folders in
      folders.made += 1
      folders.used[disk.root, default: 0] += 1
      return folders.made
    }
    let folder = Self.folder.appending(FileName("\(getpid())-\(number)"))
    defer {
      try? disk.removeAll(folder)
      // The last one takes the folder of all of them along; another process may still work in it.
      Self.folders.withLock { folders in
        folders.used[disk.root, default: 1] -= 1
        if folders.used[disk.root] == 0 { _ = try? disk.remove(Self.folder) }
      }
    }
    do {
      let profile = folder.appending(FileName("profile/user"))
      try disk.makeFolder(Self.folder, mode: 0o700)
      try disk.makeFolder(profile, mode: 0o700)
      try disk.write(
        Array(OfficeProfile.settings.utf8), to: profile.appending(FileName("registrymodifications.xcu")), mode: 0o600)
      let source = FileName("in." + Self.fileExtension(bytes))
      try disk.write(bytes, to: folder.appending(source), mode: 0o600)
      guard let place = disk.absolutePath(of: folder) else { return .unavailable(reason: "转换文件夹找不到") }
      return try convert(source, in: folder, at: place, with: program)
    } catch let fault as Subprocess.Fault {
      return Self.outcome(of: fault, program: "LibreOffice")
    } catch {
      let fault = error as? PipelineError
      return .unavailable(reason: fault?.details["reason"] ?? "\(error)")
    }
  }

  private func convert(
    _ source: FileName, in folder: FileName, at place: String, with program: String
  ) throws -> ConversionOutcome {
    var subprocess = Subprocess(
      arguments: [
        program, "-env:UserInstallation=" + Self.address(place + "/profile"), "--headless", "--norestore", "--nologo",
        "--nodefault", "--nofirststartwizard", "--nolockcheck", "--convert-to", "odt:writer8", "--outdir",
        place + "/out",
        place + "/" + source.description,
      ], limits: limits)
    subprocess.folder = place
    subprocess.environment = [
      "PATH=/usr/bin:/bin", "LANG=C.UTF-8", "HOME=" + place, "TMPDIR=" + place, "XDG_CONFIG_HOME=" + place,
      "XDG_CACHE_HOME=" + place, "SAL_USE_VCLPLUGIN=svp", "TZ=UTC",
    ]
    let start = SystemClock.steady()
    var (status, _) = try subprocess.run()
    // A fresh profile ends the first start with "start me again".
    if status == 81 {
      subprocess.limits.seconds = max(1, limits.seconds - (SystemClock.steady() - start) / 1_000_000_000)
      (status, _) = try subprocess.run()
    }
    if status == -Int(SIGXFSZ) { return .failed(program: "LibreOffice", .outputTooLarge(bytes: limits.outputBytes)) }
    guard status == 0 else { return .failed(program: "LibreOffice", .ended(status: status)) }
    guard let (made, _) = try disk.read(folder.appending(FileName("out/in.odt")), limit: limits.outputBytes) else {
      return .failed(program: "LibreOffice", .noOutput)
    }
    if made.count > limits.outputBytes {
      return .failed(program: "LibreOffice", .outputTooLarge(bytes: limits.outputBytes))
    }
    return .made(made)
  }

  private static func outcome(of fault: Subprocess.Fault, program: String) -> ConversionOutcome {
    switch fault {
    case .unavailable(let reason): .unavailable(reason: reason)
    case .failed(let failure): .failed(program: program, failure)
    }
  }

  /// By content: RTF begins with its name, flat OpenDocument is XML, everything else that comes here is a Word 97 document.
  private static func fileExtension(_ bytes: [UInt8]) -> String {
    if bytes.starts(with: "{\\rtf".utf8) { return "rtf" }
    let first = bytes.prefix(256).first { $0 > 0x20 && $0 < 0x80 }
    return first == UInt8(ascii: "<") ? "fodt" : "doc"
  }

  /// A path as a `file:` address.
  private static func address(_ path: String) -> String {
    var out = "file://"
    for byte in path.utf8 {
      let isPlain = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) || "/-._~".utf8.contains(byte)
      if isPlain {
        out.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let hex = String(byte, radix: 16, uppercase: true)
        out += "%" + (byte < 16 ? "0" : "") + hex
      }
    }
    return out
  }
}
