import Publication

/// The formats that are read, one line each.
enum FormatRegistry {
  /// The reader of a format, `nil` for one that isn't read.
  static func reader(of format: DocumentFormat) -> (any FormatReader)? {
    switch format {
    case .text: TextReader()
    case .markdown: MarkdownReader()
    case .html: HTMLReader()
    case .docx: DOCXReader()
    case .odt: ODTReader()
    case .ofd: OFDReader()
    case .pdf: PDFReader()
    case .rtf, .doc, .wps, .flatODT: ConvertedReader(format)
    case .xlsx: XLSXReader()
    case .pptx: PPTXReader()
    case .uof, .xls, .ppt, .otherOffice, .mhtml, .image, .archive, .unknown: nil
    }
  }
}
