internal import Publication

/// Collects the running text of one paragraph in pieces of equal formatting, and gives it back as `Inline`s: what is split
/// over many elements of equal look is one text again.
struct InlineRuns {
  /// Formatting of a piece.
  struct Style: OptionSet {
    let rawValue: UInt8
    static let strong = Style(rawValue: 1)
    static let emphasis = Style(rawValue: 2)
    static let superscript = Style(rawValue: 4)
    static let `subscript` = Style(rawValue: 8)
  }

  private enum Content {
    case text(String)
    case other(Inline)
    case softBreak
  }

  private struct Run {
    var style: Style
    var link: String?
    var content: Content
  }

  private enum Gap { case none, space, newline }

  private var runs: [Run] = []
  private var buffer: [UInt8] = []
  private var gap = Gap.none
  private var lastScalar: UInt32 = 0
  private var atLineStart = true
  private var afterSpace = false
  private var softBreaks = 0

  /// The formatting of what comes next.
  var style: Style = [] {
    willSet { if newValue != style { closePiece() } }
  }
  /// The checked address that what comes next links to.
  var link: String? {
    willSet { if newValue != link { closePiece() } }
  }

  /// Whether nothing was collected.
  var isEmpty: Bool { runs.isEmpty && buffer.isEmpty }

  /// How many pieces there are, the one being written included: for `takeInlines(from:)`.
  mutating func mark() -> Int {
    closeText()
    return runs.count
  }

  /// Appends UTF-8 text. ASCII white space collapses as in a browser, a line end between two wide characters to nothing;
  /// U+00A0, U+3000, U+180E, U+202F stay. U+0085, U+2028 and U+2029 are forced line ends.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    var index = 0
    var start = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte > 0x20, byte != 0xC2, byte != 0xE2 {
        index &+= 1
        continue
      }
      if byte < 0x20, !byte.isCollapsed {
        index &+= 1
        continue
      }
      if byte <= 0x20 {
        if index > start { copy(bytes, start..<index) }
        if byte == 0x0A || byte == 0x0D { gap = .newline } else if gap == .none { gap = .space }
        index &+= 1
        start = index
        continue
      }
      let width = TextLines.lineEndLength(bytes, index)
      if width > 0 {
        if index > start { copy(bytes, start..<index) }
        lineBreak()
        index += width
        start = index
      } else {
        index &+= 1
      }
    }
    if bytes.count > start { copy(bytes, start..<bytes.count) }
  }

  /// Appends a text.
  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  private mutating func copy(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    let piece = UnsafeBufferPointer(rebasing: bytes[range])
    closeGap(before: WideScalar.scalar(in: piece, at: 0))
    buffer.append(contentsOf: piece)
    lastScalar = WideScalar.last(of: piece)
    atLineStart = false
    afterSpace = false
  }

  private mutating func closeGap(before next: UInt32) {
    defer { gap = .none }
    guard gap != .none, !atLineStart, !afterSpace else { return }
    if gap == .newline, WideScalar.joins(lastScalar, next) { return }
    buffer.append(0x20)
  }

  /// Ends a piece. A space before other formatting belongs to the text before it.
  private mutating func closePiece() {
    let mayJoin = WideScalar.isWide(lastScalar) || WideScalar.isEither(lastScalar)
    let isSpace = gap == .space || (gap == .newline && !mayJoin)
    if isSpace, !atLineStart, !afterSpace, !buffer.isEmpty {
      buffer.append(0x20)
      gap = .none
      afterSpace = true
    }
    closeText()
  }

  private mutating func closeText() {
    guard !buffer.isEmpty else { return }
    runs.append(Run(style: style, link: link, content: .text(String(decoding: buffer, as: UTF8.self))))
    buffer.removeAll(keepingCapacity: true)
  }

  /// Appends something that isn't text.
  mutating func append(_ inline: Inline) {
    closeGap(before: 0)
    closeText()
    runs.append(Run(style: style, link: link, content: .other(inline)))
    lastScalar = 0
    atLineStart = false
    afterSpace = false
  }

  /// Appends a forced line end; `false`: there is one already (the second ends the paragraph).
  @discardableResult mutating func lineBreak() -> Bool {
    gap = .none
    closeText()
    dropTrailingSpace()
    if let last = runs.last, case .other(.lineBreak) = last.content { return false }
    if runs.isEmpty { return false }
    runs.append(Run(style: [], link: nil, content: .other(.lineBreak)))
    atLineStart = true
    return true
  }

  /// Marks a line end of the source that may stand for a space, for nothing, or (in official papers) for a new paragraph.
  mutating func softBreak() {
    gap = .none
    closeText()
    dropTrailingSpace()
    runs.append(Run(style: [], link: nil, content: .softBreak))
    softBreaks += 1
    atLineStart = true
  }

  private mutating func dropTrailingSpace() {
    guard afterSpace, let last = runs.indices.last, case .text(let text) = runs[last].content else { return }
    runs[last].content = .text(text.trimmingBlanks(atStart: false))
    afterSpace = false
  }

  /// Takes what was collected since `mark`, for a base text with a reading.
  mutating func takeInlines(from mark: Int) -> [Inline] {
    closeText()
    let start = min(mark, runs.count)
    let taken = Array(runs[start...])
    runs.removeSubrange(start...)
    return InlineRuns.inlines(taken[...])
  }

  /// Gives back the paragraph and begins a new one; indentation at both ends is dropped, a blank one is empty.
  mutating func finish() -> [Inline] {
    finishParagraphs().first ?? []
  }

  /// As `finish`, in several paragraphs where soft breaks stand around a line of its own (`PaperLine`).
  mutating func finishParagraphs() -> [[Inline]] {
    closeText()
    defer {
      runs.removeAll(keepingCapacity: true)
      gap = .none
      atLineStart = true
      afterSpace = false
      lastScalar = 0
      softBreaks = 0
    }
    if softBreaks == 0 {
      let inlines = InlineRuns.inlines(InlineRuns.trimmed(runs)[...])
      return inlines.isEmpty ? [] : [inlines]
    }
    let lines = runs.split(omittingEmptySubsequences: true) { if case .softBreak = $0.content { true } else { false } }
    let breaks = PaperLine.breaks(between: lines.map(InlineRuns.plainText))
    var paragraphs: [[Run]] = []
    for (index, line) in lines.enumerated() {
      if index == 0 || breaks[index - 1] {
        paragraphs.append(Array(line))
      } else {
        paragraphs[paragraphs.count - 1] = InlineRuns.joined(paragraphs[paragraphs.count - 1], line)
      }
    }
    return paragraphs.map { InlineRuns.inlines(InlineRuns.trimmed($0)[...]) }.filter { !$0.isEmpty }
  }

  private static func joined(_ left: [Run], _ right: ArraySlice<Run>) -> [Run] {
    var out = left
    if let last = left.last, let first = right.first {
      if case .other(.lineBreak) = last.content { return out + right }
      let join = WideScalar.joins(edge(last, atEnd: true), edge(first, atEnd: false))
      if !join { out.append(Run(style: last.style, link: nil, content: .text(" "))) }
    }
    return out + right
  }

  private static func edge(_ run: Run, atEnd: Bool) -> UInt32 {
    guard case .text(let text) = run.content else { return 0 }
    return (atEnd ? text.unicodeScalars.last : text.unicodeScalars.first)?.value ?? 0
  }

  private static func plainText(_ runs: ArraySlice<Run>) -> String {
    var out = ""
    for run in runs { if case .text(let text) = run.content { out += text } }
    return out
  }

  private static func trimmed(_ runs: [Run]) -> [Run] {
    var runs = runs
    while let last = runs.last {
      if case .other(.lineBreak) = last.content {
        runs.removeLast()
        continue
      }
      guard case .text(let text) = last.content else { break }
      let rest = text.trimmingBlanks(atStart: false)
      runs.removeLast()
      if rest.isEmpty { continue }
      runs.append(Run(style: last.style, link: last.link, content: .text(rest)))
      break
    }
    var start = 0
    while start < runs.count {
      if case .other(.lineBreak) = runs[start].content {
        start += 1
        continue
      }
      guard case .text(let text) = runs[start].content else { break }
      let rest = text.trimmingBlanks(atStart: true)
      if rest.isEmpty {
        start += 1
        continue
      }
      runs[start].content = .text(rest)
      break
    }
    return start == 0 ? runs : Array(runs[start...])
  }

  private static func inlines(_ runs: ArraySlice<Run>) -> [Inline] {
    var out: [Inline] = []
    var index = runs.startIndex
    while index < runs.endIndex {
      let link = runs[index].link
      var end = index
      var linked: [Inline] = []
      while end < runs.endIndex, runs[end].link == link {
        let style = runs[end].style
        var same: [Inline] = []
        while end < runs.endIndex, runs[end].link == link, runs[end].style == style {
          append(runs[end].content, to: &same)
          end += 1
        }
        linked += wrapped(same, style)
      }
      out += link.map { [.link(linked, href: $0)] } ?? linked
      index = end
    }
    return out
  }

  private static func append(_ content: Content, to inlines: inout [Inline]) {
    switch content {
    case .text(let text):
      if case .text(let before)? = inlines.last {
        inlines[inlines.count - 1] = .text(before + text)
      } else {
        inlines.append(.text(text))
      }
    case .other(let inline): inlines.append(inline)
    case .softBreak: break
    }
  }

  private static func wrapped(_ inlines: [Inline], _ style: Style) -> [Inline] {
    var out = inlines
    if style.contains(.superscript) { out = [.superscript(out)] }
    if style.contains(.subscript) { out = [.subscript(out)] }
    if style.contains(.emphasis) { out = [.emphasis(out)] }
    if style.contains(.strong) { out = [.strong(out)] }
    return out
  }
}

extension String {
  /// Without ASCII white space, U+00A0 and U+3000 at one end.
  fileprivate func trimmingBlanks(atStart: Bool) -> String {
    var text = self
    return text.withUTF8 { bytes in
      let range = Blank.trimmedRange(of: bytes)
      let kept = atStart ? range.lowerBound..<bytes.count : 0..<range.upperBound
      if range.isEmpty { return "" }
      return kept.count == bytes.count ? self : String(decoding: bytes[kept], as: UTF8.self)
    }
  }
}
