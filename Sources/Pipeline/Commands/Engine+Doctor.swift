import LedgerSQLite
public import Publication
import SystemEdges

/// One thing that `doctor` looked at.
public struct Finding: Sendable {
  /// What was looked at.
  public var subject: String
  /// What is wrong; `nil`: nothing.
  public var fault: PipelineError?
  /// Whether a run can't work with it.
  public var isFatal: Bool

  /// `doctor --json`, one entry.
  public var json: JSONValue {
    let text = fault?.text()
    return .object([
      "subject": .string(subject), "ok": .bool(fault == nil), "fatal": .bool(fault != nil && isFatal),
      "code": .optional(fault?.code.rawValue), "message": .optional(text?.message), "remedy": .optional(text?.remedy),
    ])
  }
}

/// Looks at everything a run needs.
public enum Doctor {
  /// Every finding; faults of the configuration end the examination, because nothing else can be known then.
  public static func examine(configuration path: String, workDirectory: String?) -> [Finding] {
    do {
      let engine = try Engine.open(configuration: path, workDirectory: workDirectory)
      return [Finding(subject: "配置 \(path)", fault: nil, isFatal: true)] + examine(engine)
    } catch let faults as ConfigurationFaults {
      return faults.faults.map { Finding(subject: "配置 \(path)", fault: $0, isFatal: true) }
    } catch {
      return [Finding(subject: "配置 \(path)", fault: fault(error, path), isFatal: true)]
    }
  }

  static func examine(_ engine: Engine) -> [Finding] {
    folders(engine) + [
      name(engine), sentinel(engine), space(engine), clock(engine), ledger(engine), grounds(engine), libraries(engine),
    ]
      + programs(engine)
  }

  private static func folders(_ engine: Engine) -> [Finding] {
    var findings: [Finding] = []
    var device: UInt64?
    for (folder, mode) in WorkFolders.all(outlets: engine.configuration.outlets) {
      let subject = "文件夹 \(folder)"
      do {
        guard let status = try engine.files.status(of: folder), status.kind == .folder else {
          findings.append(
            Finding(subject: subject, fault: PipelineError(.folderMissing, subject: folder.description), isFatal: true))
          continue
        }
        let probe = folder.appending(FileName(".zarlal-doctor"))
        try engine.files.write([], to: probe, mode: 0o600)
        try engine.files.remove(probe)
        if mode == 0o700 { try engine.files.setMode(folder, mode) }
        if let first = device, first != status.device {
          findings.append(
            Finding(
              subject: subject, fault: PipelineError(.notOneFileSystem, subject: folder.description), isFatal: true))
        } else {
          findings.append(Finding(subject: subject, fault: nil, isFatal: true))
        }
        device = device ?? status.device
      } catch {
        findings.append(
          Finding(subject: subject, fault: PipelineError(.folderMissing, subject: folder.description), isFatal: true))
      }
    }
    return findings
  }

  private static func name(_ engine: Engine) -> Finding {
    Finding(
      subject: "单位名称", fault: engine.hasNoName ? PipelineError(.officeUnnamed) : nil, isFatal: false)
  }

  private static func sentinel(_ engine: Engine) -> Finding {
    Finding(subject: "收件箱标记", fault: caught("inbox") { try engine.checkInbox() }, isFatal: true)
  }

  private static func space(_ engine: Engine) -> Finding {
    do {
      let free = try engine.files.freeBytes()
      let reserve = engine.configuration.spaceReserve
      if free < reserve {
        return Finding(subject: "磁盘空间", fault: PipelineError(.diskFull, subject: engine.root), isFatal: true)
      }
      let low = free < max(reserve, 1 << 30)
      let fault = low ? PipelineError(.spaceLow, subject: "\(free >> 20) MiB") : nil
      return Finding(subject: "磁盘空间", fault: fault, isFatal: false)
    } catch {
      return Finding(subject: "磁盘空间", fault: fault(error, engine.root), isFatal: true)
    }
  }

  private static func clock(_ engine: Engine) -> Finding {
    let today = engine.today
    // Any clock before this version was written, or a century after it, is wrong.
    if today.year < 2025 || today.year > 2125 {
      return Finding(subject: "时钟", fault: PipelineError(.clockDoubtful, subject: today.description), isFatal: false)
    }
    let latest = try? engine.asking(nil) { try $0.latestDay() }
    if let latest, latest > today {
      return Finding(
        subject: "时钟",
        fault: PipelineError(.dayBeforeLatest, details: ["today": today.description, "latest": latest.description]),
        isFatal: true)
    }
    return Finding(subject: "时钟与时区（\(engine.configuration.office.timeZone)，今天 \(today)）", fault: nil, isFatal: true)
  }

  private static func ledger(_ engine: Engine) -> Finding {
    Finding(
      subject: "台账", fault: caught("state") { _ = try engine.asking(0) { try $0.historyHead().sequence } },
      isFatal: true)
  }

  /// What is closed without a reason and its legal basis: a run works all the same.
  private static func grounds(_ engine: Engine) -> Finding {
    let count = (try? engine.list(.unbased).count) ?? 0
    let fault = count == 0 ? nil : PipelineError(.basisMissing, details: ["item": "\(count)件封存或依申请公开的文稿"])
    return Finding(subject: "不主动公开的法定依据", fault: fault, isFatal: false)
  }

  /// The libraries at work: one cleared notice in each format that has a library of its own goes through every stage in memory.
  private static func libraries(_ engine: Engine) -> Finding {
    let notice = ["自检.txt": "关于自检的通知\n正文。\n（此件公开发布）\n", "自检.md": "# 关于自检的通知\n\n正文。\n\n（此件公开发布）\n"]
    let page = ["自检.html": "<h1>关于自检的通知</h1><p>正文。</p><p>（此件公开发布）</p>"]
    let decider = engine.decider(today: engine.today)
    let failed = notice.merging(page) { first, _ in first }.keys.sorted().first { name in
      let text = notice[name] ?? page[name] ?? ""
      let item = InboxItem(name: FileName(name), bytes: Array(text.utf8))
      if case .publish = decider.decision(on: item).outcome { return false }
      return true
    }
    let fault = failed.map { PipelineError(.internalFault, subject: $0, details: ["reason": "自检没有通过"]) }
    return Finding(subject: "程序库自检（文本、Markdown、HTML）", fault: fault, isFatal: true)
  }

  /// The programs that read what we don't read ourselves: without them those formats are held, everything else goes on.
  private static func programs(_ engine: Engine) -> [Finding] {
    let page = Conversion(.pageText, of: ContentDigest(of: Self.emptyPage.utf8))
    var findings: [Finding] = []
    let answer = engine.converter.outcome(of: page, bytes: Array(Self.emptyPage.utf8))
    let fault: PipelineError? =
      switch answer {
      case .missing(let program, let package):
        PipelineError(.converterMissing, details: ["format": "PDF", "program": program, "package": package])
      case .unavailable(let reason): PipelineError(.converterUnavailable, details: ["reason": reason])
      default: nil
      }
    findings.append(Finding(subject: "读取 PDF（pdftotext，断网运行）", fault: fault, isFatal: false))
    var missing: PipelineError?
    if Programs.office() == nil {
      let details = ["format": "RTF、DOC、WPS", "program": "LibreOffice", "package": "libreoffice-writer-nogui"]
      missing = PipelineError(.converterMissing, details: details)
    }
    findings.append(Finding(subject: "读取 RTF、DOC、WPS（LibreOffice，断网运行）", fault: missing, isFatal: false))
    return findings
  }

  /// A PDF of one empty page.
  private static let emptyPage = """
    %PDF-1.4
    1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
    2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
    3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj
    trailer<</Root 1 0 R>>
    """

  private static func caught(_ subject: String, _ body: () throws -> Void) -> PipelineError? {
    do {
      try body()
      return nil
    } catch {
      return fault(error, subject)
    }
  }

  private static func fault(_ error: any Error, _ subject: String) -> PipelineError {
    error as? PipelineError ?? PipelineError(.internalFault, subject: subject, details: ["reason": "\(error)"])
  }
}
