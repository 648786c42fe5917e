public import Publication
import SystemEdges

/// Makes a new installation.
public enum Setup {
  /// Makes the folders of the contract and a sample configuration in `directory`. What exists stays as it is.
  ///
  /// Answers the path of the configuration.
  public static func make(in directory: String) throws -> String {
    let root = Disk(root: directory.hasPrefix("/") ? "" : ".")
    let folder = FileName(directory.hasPrefix("/") ? String(directory.dropFirst()) : directory)
    try root.makeFolder(folder, mode: 0o755)
    let disk = Disk(root: directory)
    let path = FileName("pipeline.json")
    if try disk.status(of: path) == nil {
      try disk.write(Array(SampleConfiguration.text.utf8), to: path, mode: 0o644)
    }
    let configuration = try ConfigurationReader.read(
      Engine.configurationBytes(directory + "/pipeline.json"), path: directory + "/pipeline.json")
    let named = configuration.workDirectory
    let work = Disk(root: named.hasPrefix("/") ? named : directory + "/" + named)
    if !named.hasPrefix("/"), named != "." { try disk.makeFolder(FileName(named), mode: 0o755) }
    try prepare(work, outlets: configuration.outlets)
    return directory + "/pipeline.json"
  }

  /// Makes the folders of a work directory, and the sentinel that says the inbox is ours.
  public static func prepare(_ work: some FileStore, outlets: [OutletConfiguration]) throws {
    for (folder, mode) in WorkFolders.all(outlets: outlets) {
      try work.makeFolder(folder, mode: mode)
      if mode == 0o700 { try work.setMode(folder, mode) }
    }
    let sentinel = WorkFolders.inbox.appending(WorkFolders.sentinel)
    if try work.status(of: sentinel) == nil {
      try work.write(Array("zarlal 收件箱标记，请勿删除。\n".utf8), to: sentinel, mode: 0o644)
    }
  }
}

/// The configuration that `init` writes.
enum SampleConfiguration {
  /// What stands for the office's name until somebody writes it.
  static let officeName = "请填写本单位名称"

  static let text = """
    {
      "schema": "zarlal.pipeline/1",
      "workDirectory": ".",
      "office": {
        "name": {"zh": "\(officeName)"},
        "timeZone": "Asia/Shanghai",
        "contacts": ["12345"]
      },
      "settleSeconds": 60,
      "reviews": {"required": {"规范性文件": ["保密审查", "合法性审核", "政策一致性评估"]}},
      "outlets": [
        {"id": "site-zh", "kind": "website", "language": "zh", "name": {"zh": "汉文网站", "en": "Chinese website"}},
        {"id": "site-mn", "kind": "website", "language": "mn", "name": {"zh": "蒙古文网站", "en": "Mongolian website"}, "suffixSeparator": "nnbsp"},
        {"id": "wechat-mn", "kind": "wechat", "language": "mn", "name": {"zh": "蒙古文微信公众号", "en": "Mongolian WeChat account"}, "suffixSeparator": "nnbsp"},
        {"id": "wechat-zh", "kind": "wechat", "language": "zh", "name": {"zh": "汉文微信公众号", "en": "Chinese WeChat account"}}
      ]
    }

    """
}
