/// The settings of the profile that LibreOffice works with: nothing runs, nothing is fetched, nothing updates itself.
enum OfficeProfile {
  static let settings: String = {
    let options = [
      ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
      ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
      ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
      ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
      // Linked text and pictures: never (2).
      ("Office.Writer/Content/Update", "Link", "2"),
      ("Office.Writer/Content/Update", "Field", "false"),
      ("Office.Writer/Content/Update", "Chart", "false"),
      ("Office.Common/Misc", "FirstRun", "false"),
    ]
    let items = options.map { path, name, value in
      "<item oor:path=\"/org.openoffice.\(path)\"><prop oor:name=\"\(name)\" oor:op=\"fuse\"><value>\(value)</value></prop></item>"
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<oor:items xmlns:oor=\"http://openoffice.org/2001/registry\">"
      + items.joined() + "</oor:items>\n"
  }()
}
