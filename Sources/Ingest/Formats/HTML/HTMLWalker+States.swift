internal import Publication

// What a walk over a page remembers of the elements that are open.
extension HTMLWalker {
  /// Where text goes that isn't part of a paragraph.
  enum Target: Equatable {
    case unpublished(UnpublishedText.Kind)
    case pageTitle
    case preformatted
    case reading
    /// The number of a note: we number them ourselves.
    case noteNumber

    /// Whether it is published.
    var isShown: Bool { self == .preformatted || self == .reading }
  }

  /// What lays out the text of a paragraph.
  struct Context {
    var heading = 0
    var alignment = Block.Alignment.natural
    /// Whether a line end is one inside a paragraph.
    var isParagraph = false
  }

  /// What closing an element undoes.
  struct Opened {
    var context: Context?
    var style: InlineRuns.Style?
    var restoresLink = false
    var link: String?
    var frames = 0
    var numbers = 0
    var rubyMark: Int?
    var target: Target?
    var isArticle = false
    var flushes = false
    /// What was inherited before it.
    var ink: HTMLInk?
    /// A box or list of a form, or the links on a picture: a browser shows them though they are dropped.
    var control: HTMLTag?
    /// Where a picture is behind it: how much was shown before it.
    var shownBefore: Int?
  }

  struct Capture {
    var target: Target
    var text: [UInt8] = []
    /// Whether an entry of a list was chosen, or a part of a picture leads somewhere.
    var hasChoice = false
  }

  func alignment(_ tag: HTMLTag, _ element: HTMLElement, _ style: InlineStyle?) -> Block.Alignment? {
    if let alignment = style?.alignment { return alignment }
    if tag == .center { return .center }
    guard let align = element.bytes(of: "align") else { return nil }
    let all = 0..<align.count
    if align.hasWord("center", at: all, whole: true) { return .center }
    return align.hasWord("right", at: all, whole: true) ? .end : .natural
  }
}
