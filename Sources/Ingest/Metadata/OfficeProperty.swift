internal import Publication

/// Properties that nobody wrote: what programs and templates put into a document by themselves.
enum OfficeProperty {
  /// Titles that templates and programs put in by themselves.
  static func isPlaceholder(_ title: String) -> Bool {
    let lower = title.lowercased()
    if ["word document", "untitled", "title", "document", "标题", "无标题", "未命名", "文档", "文档标题"].contains(lower) {
      return true
    }
    if lower.hasPrefix("microsoft word") { return true }
    for prefix in ["document", "文档", "新建 ", "新建microsoft", "wps文字"] where lower.hasPrefix(prefix) {
      let rest = lower.unicodeScalars.dropFirst(prefix.unicodeScalars.count)
      if prefix.hasPrefix("新建") || prefix.hasPrefix("wps") || rest.allSatisfy({ (0x30...0x39).contains($0.value) }) {
        return true
      }
    }
    return false
  }

  /// Custom properties that word processors and document systems write by themselves.
  static func isWrittenByTool(_ name: String) -> Bool {
    let lower = name.lowercased()
    return ["kso", "msip_", "_", "contenttype", "mediaservice"].contains { lower.hasPrefix($0) }
      || [
        "icv", "appversion", "docsecurity", "hyperlinkschanged", "linksuptodate", "scalecrop", "sharedoc", "shareddoc",
        "generator",
        "workbookguid", "grammarlydocumentid",
      ].contains(lower)
  }
}
