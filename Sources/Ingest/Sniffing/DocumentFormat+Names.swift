import Publication

extension DocumentFormat {
  /// What people call it.
  var label: String {
    switch self {
    case .text: "纯文本"
    case .markdown: "Markdown"
    case .html: "HTML"
    case .docx: "DOCX"
    case .odt: "ODT"
    case .ofd: "OFD"
    case .pdf: "PDF"
    case .rtf: "RTF"
    case .doc: "DOC（Word 97）"
    case .wps: "WPS"
    case .flatODT: "FODT（单个 XML 的 ODT）"
    case .uof: "UOF（标文通）"
    case .xlsx: "XLSX"
    case .pptx: "PPTX"
    case .xls: "XLS（Excel 97）"
    case .ppt: "PPT（PowerPoint 97）"
    case .otherOffice: "其他办公文档（ODS、ODP、SXW 等）"
    case .mhtml: "MHTML（单个网页文件）"
    case .image: "图片"
    case .archive: "压缩包"
    case .unknown: "未知"
    }
  }

  /// The extensions under which files of this format go.
  var extensions: [String] {
    switch self {
    case .text: ["txt"]
    case .markdown: ["md", "markdown"]
    case .html: ["html", "htm"]
    case .docx: ["docx", "docm", "dotx"]
    case .odt: ["odt", "ott"]
    case .ofd: ["ofd"]
    case .pdf: ["pdf"]
    case .rtf: ["rtf"]
    case .doc: ["doc", "dot"]
    case .wps: ["wps", "wpt"]
    case .flatODT: ["fodt"]
    case .uof: ["uof", "uot"]
    case .xlsx: ["xlsx", "xlsm"]
    case .pptx: ["pptx", "pptm"]
    case .xls: ["xls", "et"]
    case .ppt: ["ppt", "dps", "pps"]
    case .otherOffice:
      [
        "ods", "odp", "odg", "odf", "odb", "ots", "otp", "otg", "odm", "fods", "fodp", "fodg", "sxw", "sxc", "sxi",
        "sxd", "stw", "uos", "uop",
      ]
    case .mhtml: ["mht", "mhtml"]
    case .image: ["png", "jpg", "jpeg", "gif", "webp", "bmp", "tif", "tiff", "heic", "ico"]
    case .archive: ["zip", "rar", "7z", "gz", "tgz", "bz2", "xz", "tar"]
    case .unknown: []
    }
  }

  /// The format that an extension promises, `nil` where we know none.
  init?(fileExtension: String) {
    guard let format = DocumentFormat.allCases.first(where: { $0.extensions.contains(fileExtension) }) else {
      return nil
    }
    self = format
  }

  /// Whether the extension alone decides among these: their bytes look alike.
  var isText: Bool { self == .text || self == .markdown || self == .html }
}

extension FileName {
  /// The extension, where what stands after the last dot is one: up to eight ASCII letters and digits with a letter
  /// among them. `通知2025.3.27` and `1.通知` have none.
  var formatExtension: String {
    let text = fileExtension
    let isPlain = text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
    let hasLetter = text.utf8.contains { (0x61...0x7A).contains($0) }
    return isPlain && hasLetter && text.utf8.count <= 8 ? text : ""
  }
}
