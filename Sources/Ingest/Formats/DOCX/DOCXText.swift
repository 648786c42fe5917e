internal import Publication

/// Reads the text of a document, part by part, into blocks and unpublished text.
///
/// One value that the walk over the XML changes in place; its parts are in the extensions.
struct DOCXText: FlowText {
  /// Whether what is being read is seen by a reader of the document.
  enum Visibility { case shown, deleted, hidden }

  var package: DOCXPackage
  let main: DOCXPackage.Part
  let styles: DOCXStyles
  let limits: IngestLimits
  /// The list definitions, read when the first list needs them.
  private var knownNumbering: DOCXNumbering?
  var lists = DOCXListCounter()

  // What is being read.
  var tree: XMLTree
  var relationships: [String: DOCXPackage.Relationship]
  var visibility = Visibility.shown
  /// Inside the body, footnotes and endnotes: pictures and objects count. Not so in headers and comments.
  var isPublished = true
  var isInTable = false
  /// What is behind the text, and behind the text of a box in the shape that is being read.
  var ground = Ground.paper
  var boxGround = Ground.paper
  var fields: [DOCXField] = []
  var paragraph = ParagraphDraft()
  var paragraphCount = 0

  // What has been found.
  var unpublished: [UnpublishedText] = []
  var images: [ImageResource] = []
  var imageReferences: [String: ContentDigest?] = [:]
  var fontNames: Set<String> = []
  var seenFonts: Set<Int> = []
  var notes: [(isEndnote: Bool, id: String)] = []
  var seenNotes: Set<String> = []
  var diagnostics: [Diagnostic] = []
  var links: [LocalLink] = []
  var hasTrackedChanges = false
  var remoteImages = 0
  var blocks: [Block] = []
  var footnotes: [[Block]] = []
  var declarations: [Declaration] = []
  var unknownKeys: [Declaration.Unknown] = []

  init(package: DOCXPackage, main: DOCXPackage.Part, styles: DOCXStyles, limits: IngestLimits) {
    self.package = package
    self.main = main
    self.styles = styles
    self.limits = limits
    tree = main.tree
    relationships = main.relationships
    fontNames.formUnion(styles.defaults.fonts)
  }

  /// Reads every part.
  mutating func readDocument() throws(ReadingFault) {
    if let body = tree.child(tree.root, .word, .body) { blocks = try readBlocks(body) }
    try readNotes()
    try readMargins()
    try readProperties()
    readRemains()
    if package.hasMacros || main.ordered.contains(where: { $0.kind == "vbaProject" }) {
      diagnostics.append(Diagnostic(.macros, .hold))
    }
    if remoteImages > 0 {
      diagnostics.append(Diagnostic(.remoteImage, .hold, details: ["count": String(remoteImages)]))
    }
    if hasTrackedChanges { diagnostics.append(Diagnostic(.trackedChanges, .note)) }
  }

  /// The list definitions.
  mutating func numbering() throws(ReadingFault) -> DOCXNumbering {
    if let knownNumbering { return knownNumbering }
    var numbering = DOCXNumbering()
    if let target = main.ordered.first(where: { $0.kind == "numbering" && !$0.isExternal }),
      let part = try package.part(target.target)
    {
      numbering = DOCXNumbering(part.tree, styles: styles)
    }
    knownNumbering = numbering
    return numbering
  }

  var isShown: Bool { isPublished && visibility == .shown }

  /// Reads a part other than the main one with its own relationships.
  mutating func read(_ part: DOCXPackage.Part, _ body: (inout DOCXText) throws(ReadingFault) -> Void)
    throws(ReadingFault)
  {
    let outer = (tree, relationships)
    (tree, relationships) = (part.tree, part.relationships)
    defer { (tree, relationships) = outer }
    try body(&self)
    fields = []
  }
}
