/// The namespaces that readers ask for, whatever prefix a file gives them; Strict and Transitional OOXML are one.
enum XMLSpace: UInt8, CaseIterable {
  case none, other
  case xml, word, word14, relationship, drawing, wordDrawing, picture, compatibility, vml, office, math, chart, diagram,
    extendedChart
  case packageRelationships, core, dublinCore, custom, extended, variant
  case odfOffice, odfText, odfTable, odfDraw, odfStyle, odfFormat, odfMeta, odfManifest, svg, xlink, mathML, libreOffice

  /// The names; of OOXML those of ECMA-376 Part 1 (Strict) and Part 4 (Transitional); ODF 1.3 Part 3, 1.4.
  var uris: [String] {
    let strict = "http://purl.oclc.org/ooxml/"
    let loose = "http://schemas.openxmlformats.org/"
    let openDocument = "urn:oasis:names:tc:opendocument:xmlns:"
    func both(_ strictTail: String, _ looseTail: String) -> [String] { [strict + strictTail, loose + looseTail] }
    return switch self {
    case .none, .other: []
    case .xml: ["http://www.w3.org/XML/1998/namespace"]
    case .word: both("wordprocessingml/main", "wordprocessingml/2006/main")
    case .word14: ["http://schemas.microsoft.com/office/word/2010/wordml"]
    case .relationship: both("officeDocument/relationships", "officeDocument/2006/relationships")
    case .drawing: both("drawingml/main", "drawingml/2006/main")
    case .wordDrawing: both("drawingml/wordprocessingDrawing", "drawingml/2006/wordprocessingDrawing")
    case .picture: both("drawingml/picture", "drawingml/2006/picture")
    case .compatibility: [loose + "markup-compatibility/2006"]
    case .vml: ["urn:schemas-microsoft-com:vml"]
    case .office: ["urn:schemas-microsoft-com:office:office"]
    case .math: both("officeDocument/math", "officeDocument/2006/math")
    case .chart: both("drawingml/chart", "drawingml/2006/chart")
    case .diagram: both("drawingml/diagram", "drawingml/2006/diagram")
    case .extendedChart: ["http://schemas.microsoft.com/office/drawing/2014/chartex"]
    case .packageRelationships: [loose + "package/2006/relationships"]
    case .core: [loose + "package/2006/metadata/core-properties"]
    case .dublinCore: ["http://purl.org/dc/elements/1.1/"]
    case .custom: both("officeDocument/customProperties", "officeDocument/2006/custom-properties")
    case .extended: both("officeDocument/extendedProperties", "officeDocument/2006/extended-properties")
    case .variant: both("officeDocument/docPropsVTypes", "officeDocument/2006/docPropsVTypes")
    case .odfOffice: [openDocument + "office:1.0"]
    case .odfText: [openDocument + "text:1.0"]
    case .odfTable: [openDocument + "table:1.0"]
    case .odfDraw: [openDocument + "drawing:1.0"]
    case .odfStyle: [openDocument + "style:1.0"]
    case .odfFormat: [openDocument + "xsl-fo-compatible:1.0"]
    case .odfMeta: [openDocument + "meta:1.0"]
    case .odfManifest: [openDocument + "manifest:1.0"]
    case .svg: [openDocument + "svg-compatible:1.0"]
    case .xlink: ["http://www.w3.org/1999/xlink"]
    case .mathML: ["http://www.w3.org/1998/Math/MathML"]
    case .libreOffice: ["urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"]
    }
  }
}

/// The local names that readers ask for; every other one is `.other`.
enum XMLLocal: String, CaseIterable {
  /// A name that nobody asks for.
  case other
  /// Not an element: characters between tags.
  case characters = "#text"

  // Structure of text.
  case document, body, hdr, ftr, p, r, t, tab, ptab, br, cr, sym, noBreakHyphen, softHyphen, pPr, rPr, sdt, sdtContent,
    smartTag
  case customXml, ins, del, moveTo, moveFrom, delText, delInstrText, instrText, fldSimple, fldChar, hyperlink, dir, bdo
  case ruby, rubyBase, rt, footnoteReference, endnoteReference, footnote, endnote, comment, altChunk, subDoc
  case tbl, tr, tc, trPr, tcPr, gridSpan, vMerge, hMerge, gridBefore, gridAfter, tblHeader, hidden, cellDel
  case ffData, checkBox, checked, ddList, listEntry, result

  // Properties of paragraphs, runs, styles and lists.
  case pStyle, rStyle, jc, outlineLvl, numPr, ilvl, numId, vanish, b, i, sz, strike, dstrike, vertAlign, rFonts
  case style, basedOn, name, docDefaults, rPrDefault, pPrDefault
  case color, highlight, shd, outline, shadow, emboss, imprint, textFill, textOutline
  case tblStyle, tblStylePr, tblLook, firstRow, lastRow, firstColumn, lastColumn
  case abstractNum, num, lvl, start, numFmt, lvlText, lvlRestart, isLgl, suff, abstractNumId, lvlOverride, startOverride
  case numStyleLink, styleLink

  // Drawings.
  case drawing, pict, object, inline, anchor, docPr, graphicData, blip, blipFill, srcRect, imagedata, textpath, shape,
    rect, txbxContent
  case AlternateContent, Choice, Fallback, OLEObject, contentPart, control, chart, relIds, svgBlip, extLst, spPr, fill,
    background
  case wsp, solidFill, srgbClr, schemeClr, noFill, gradFill, pattFill, fillRef, idx, fillcolor, filled, hlinkClick

  // Formulas.
  case oMath, oMathPara, f, den, sSup, sSub, sSubSup, sup, sub, e, rad, deg, d, dPr, begChr, endChr, `func`, fName,
    nary, naryPr, chr
  case radPr, degHide

  // Packages and properties.
  case Relationship, title, subject, creator, keywords, description, category, lastModifiedBy, contentStatus, property
  case Company, Manager, HyperlinkBase, vector, lpstr, lpwstr, variant

  // Attributes.
  case val, id, Id, type, relationshipType = "Type", Target, TargetMode, instr, embed, link, descr, uri, Requires,
    space, fldCharType
  case ascii, hAnsi, eastAsia, cs, font, char, styleId, `default`, l, string, alt, href, hr, ProgID
  case tblPr, tblCaption, tblDescription, tooltip, sdtPr, alias, bookmarkStart

  // OpenDocument: text.
  case text, h, span, a, s, c, section, list, note, deletion, insertion, annotation, bookmark, display
  case lineBreak = "line-break", listItem = "list-item", listHeader = "list-header"
  case noteBody = "note-body", noteClass = "note-class"
  case odfRubyBase = "ruby-base", odfRubyText = "ruby-text"
  case sectionSource = "section-source", trackedChanges = "tracked-changes", changedRegion = "changed-region"
  case hiddenText = "hidden-text", hiddenParagraph = "hidden-paragraph", stringValue = "string-value"
  case isHidden = "is-hidden", condition, userFieldDecl = "user-field-decl", bookmarkStartMark = "bookmark-start"
  case continueNumbering = "continue-numbering", continueList = "continue-list", startValue = "start-value"
  case styleName = "style-name", outlineLevel = "outline-level", isListHeader = "is-list-header"
  case numberedParagraph = "numbered-paragraph", softPageBreak = "soft-page-break", script, forms, date, time, fixed

  // OpenDocument: tables and drawings.
  case table, desc, frame, image, g, plugin, applet
  case tableRow = "table-row", tableCell = "table-cell", coveredTableCell = "covered-table-cell"
  case tableHeaderRows = "table-header-rows", tableRows = "table-rows", tableRowGroup = "table-row-group"
  case columnsSpanned = "number-columns-spanned", rowsSpanned = "number-rows-spanned"
  case columnsRepeated = "number-columns-repeated", rowsRepeated = "number-rows-repeated", visibility
  case textBox = "text-box", objectOLE = "object-ole", floatingFrame = "floating-frame"
  case customShape = "custom-shape", binaryData = "binary-data"

  // OpenDocument: styles.
  case family, level, header, footer, clip
  case parentStyleName = "parent-style-name", defaultStyle = "default-style", automaticStyles = "automatic-styles"
  case defaultOutlineLevel = "default-outline-level", listStyleName = "list-style-name"
  case paragraphProperties = "paragraph-properties", textProperties = "text-properties"
  case graphicProperties = "graphic-properties", fontFaceDecls = "font-face-decls", fontFace = "font-face"
  case textAlign = "text-align", fontWeight = "font-weight", fontWeightAsian = "font-weight-asian"
  case fontStyle = "font-style", fontStyleAsian = "font-style-asian", textPosition = "text-position"
  case fontSize = "font-size", fontSizeAsian = "font-size-asian"
  case lineThroughStyle = "text-line-through-style", lineThroughType = "text-line-through-type"
  case fontName = "font-name", fontNameAsian = "font-name-asian", fontNameComplex = "font-name-complex"
  case fontFamily = "font-family", masterStyles = "master-styles", masterPage = "master-page"
  case headerLeft = "header-left", headerFirst = "header-first", footerLeft = "footer-left"
  case footerFirst = "footer-first"
  case backgroundColor = "background-color", useWindowFontColor = "use-window-font-color"
  case tableProperties = "table-properties", tableRowProperties = "table-row-properties"
  case tableCellProperties = "table-cell-properties", fillColor = "fill-color"
  case outlinedText = "text-outline", shadowedText = "text-shadow"
  case listStyle = "list-style", outlineStyle = "outline-style", outlineLevelStyle = "outline-level-style"
  case listLevelNumber = "list-level-style-number", listLevelBullet = "list-level-style-bullet"
  case listLevelImage = "list-level-style-image", numFormat = "num-format", numPrefix = "num-prefix"
  case numSuffix = "num-suffix", displayLevels = "display-levels", bulletChar = "bullet-char"
  case numListFormat = "num-list-format", letterSync = "num-letter-sync"

  // OpenDocument: package and properties.
  case meta, keyword, userDefined = "user-defined", initialCreator = "initial-creator"
  case encryptionData = "encryption-data", documentContent = "document-content", styles

  // OFD.
  case docBody = "DocBody", docInfo = "DocInfo", docRoot = "DocRoot", ofdTitle = "Title", author = "Author"
  case ofdSubject = "Subject", abstract = "Abstract", ofdKeyword = "Keyword", ofdCreator = "Creator"
  case customData = "CustomData", signatures = "Signatures", signature = "Signature", commonData = "CommonData"
  case pageArea = "PageArea", physicalBox = "PhysicalBox", publicRes = "PublicRes", documentRes = "DocumentRes"
  case templatePage = "TemplatePage", pages = "Pages", ofdPage = "Page", ofdID = "ID", baseLoc = "BaseLoc"
  case ofdContent = "Content", layer = "Layer", pageBlock = "PageBlock", textObject = "TextObject"
  case imageObject = "ImageObject", pathObject = "PathObject", compositeObject = "CompositeObject"
  case textCode = "TextCode", boundary = "Boundary", ofdSize = "Size", size, ofdX = "X", ofdY = "Y"
  case deltaX = "DeltaX", deltaY = "DeltaY", transform = "CTM", visible = "Visible", resourceID = "ResourceID"
  case readDirection = "ReadDirection", charDirection = "CharDirection", attachments = "Attachments"
  case attachment = "Attachment", ofdName = "Name", format = "Format", fileLoc = "FileLoc"
  case multiMedia = "MultiMedia", mediaFile = "MediaFile", ofdFont = "Font", ofdFontName = "FontName"
  case familyName = "FamilyName", annotations = "Annotations", annot = "Annot", appearance = "Appearance"
  case ofdFillColor = "FillColor", ofdValue = "Value"
  case template = "Template", templateID = "TemplateID", res = "Res", alpha = "Alpha", ofdRoot = "OFD"

  // The pages of a PDF, as pdftotext writes them.
  case html, head, page, pdfWord = "word", xMin, yMin, xMax, yMax, width, height, content

  // Spreadsheets.
  case si, row, v, sheet, phonetic = "rPh", sst, sheetData, inlineString = "is"
  case oddHeader, oddFooter, evenHeader, evenFooter, firstHeader, firstFooter

  // MathML.
  case mathRoot = "math", semantics, mrow, mi, mn, mo, ms, mtext, mspace, mstyle, mfrac, msqrt, mroot, msup, msub
  case msubsup, mfenced, munder, mover, munderover, mpadded, mphantom, open, close, separators, stretchy
}

/// Finds the enumeration case of a name by its bytes.
struct XMLNameTable<Name: Sendable>: Sendable {
  private let names: [(bytes: [UInt8], name: Name)]
  private let slots: [UInt16]
  private let fallback: Name

  init(_ pairs: [(String, Name)], fallback: Name) {
    names = pairs.map { (Array($0.0.utf8), $0.1) }
    self.fallback = fallback
    var slots = [UInt16](repeating: 0, count: 1024)
    for (index, pair) in names.enumerated() {
      var slot = pair.bytes.withUnsafeBufferPointer { XMLNameTable.hash($0) }
      while slots[slot] != 0 { slot = (slot + 1) & 1023 }
      slots[slot] = UInt16(truncatingIfNeeded: index + 1)
    }
    self.slots = slots
  }

  /// The case of the name that ends with NUL.
  func name(_ start: UnsafePointer<UInt8>) -> Name {
    var count = 0
    while start[count] != 0 { count += 1 }
    let bytes = UnsafeBufferPointer(start: start, count: count)
    var slot = XMLNameTable.hash(bytes)
    while slots[slot] != 0 {
      let entry = names[Int(slots[slot]) - 1]
      if entry.bytes.elementsEqual(bytes) { return entry.name }
      slot = (slot + 1) & 1023
    }
    return fallback
  }

  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var value: UInt32 = 2_166_136_261
    for byte in bytes { value = (value ^ UInt32(byte)) &* 16_777_619 }
    return Int((value ^ value >> 15) & 1023)
  }
}
