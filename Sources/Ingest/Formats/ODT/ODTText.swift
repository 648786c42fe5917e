internal import Publication

/// Reads the text of a document into blocks and unpublished text.
///
/// One value that the walk over the XML changes in place; its parts are in the extensions.
struct ODTText: FlowText {
  /// Whether what is being read is seen by a reader of the document.
  enum Visibility { case shown, deleted, hidden }

  var package: ODTPackage
  let common: XMLTree?
  let limits: IngestLimits
  var styles = ODTStyles()

  // What is being read.
  var tree: XMLTree
  var visibility = Visibility.shown
  /// Inside the body and notes: pictures and objects count. Not so in headers and comments.
  var isPublished = true
  var isInTable = false
  /// What is behind the text.
  var ground = Ground.paper
  var paragraph = ParagraphDraft()
  /// Whether blanks that follow are part of ones before.
  var isAfterBlank = true
  var paragraphCount = 0
  var lists = ODTListCounter()

  // What has been found.
  var unpublished: [UnpublishedText] = []
  var images: [ImageResource] = []
  var pictures: [String: ContentDigest?] = [:]
  var fontNames: Set<String> = []
  var diagnostics: [Diagnostic] = []
  var links: [LocalLink] = []
  var hasTrackedChanges = false
  var remoteImages = 0
  var blocks: [Block] = []
  var footnotes: [[Block]] = []
  var declarations: [Declaration] = []
  var unknownKeys: [Declaration.Unknown] = []

  init(package: ODTPackage, content: XMLTree, common: XMLTree?, limits: IngestLimits) {
    self.package = package
    self.common = common
    self.limits = limits
    tree = content
    if let common { styles.read(common) }
    styles.read(content)
  }

  /// Reads the body, then everything around it.
  mutating func readDocument(_ body: Int) throws(ReadingFault) {
    blocks = try readBlocks(body)
    try readMargins()
    try readProperties()
    if package.hasMacros {
      diagnostics.append(Diagnostic(.macros, .hold))
    }
    if remoteImages > 0 {
      diagnostics.append(Diagnostic(.remoteImage, .hold, details: ["count": String(remoteImages)]))
    }
    if hasTrackedChanges { diagnostics.append(Diagnostic(.trackedChanges, .note)) }
  }

  var isShown: Bool { isPublished && visibility == .shown }

  /// Reads something that is deleted or hidden; what is deleted stays so inside hidden text, and the other way about.
  mutating func with(_ inner: Visibility, _ body: (inout ODTText) throws(ReadingFault) -> Void) throws(ReadingFault) {
    let outer = visibility
    if visibility == .shown { visibility = inner }
    defer { visibility = outer }
    try body(&self)
  }

  /// Reads what stands on a ground of its own, where it has one.
  mutating func on<Value>(
    _ own: Ground?, _ body: (inout ODTText) throws(ReadingFault) -> Value
  ) throws(ReadingFault) -> Value {
    let outer = ground
    ground = (own ?? .clear).over(ground)
    defer { ground = outer }
    return try body(&self)
  }

  /// Reads the text of `node` for the gate alone, a paragraph each.
  mutating func readUnpublished(_ node: Int, as kind: UnpublishedText.Kind) throws(ReadingFault) {
    let outer = isPublished
    isPublished = false
    defer { isPublished = outer }
    for block in try readBlocks(node) {
      for line in PlainText.lines(of: block) { unpublished.append(UnpublishedText(kind, line)) }
    }
  }
}
