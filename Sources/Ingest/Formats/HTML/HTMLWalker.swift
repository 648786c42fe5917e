internal import CGumbo
internal import Publication

/// Rebuilds a page from an allow-list: walks over its elements and texts once, in order.
struct HTMLWalker {
  var shelf: PictureShelf
  let limits: IngestLimits
  /// Whether only WeChat's article container and heading are the article.
  var articleOnly = false

  var unpublished: [UnpublishedText] = []
  private(set) var pageTitle = ""
  var properties: [(name: String, value: String)] = []
  var fontNames: Set<String> = []
  /// What a browser shows and we can't, by its name for people.
  var embedded: [String: Int] = [:]
  /// What isn't published and hardly missed, by its name for people.
  var leftOut: [String: Int] = [:]
  /// Links that lead nowhere on the web.
  private(set) var links: [LocalLink] = []

  private var frames = BlockFrames()
  private var notes = HTMLNotes()
  private var runs = InlineRuns()
  private var context = Context()
  private var opened: [Opened] = []
  private var captures: [Capture] = []
  private var numbers: [ListNumber] = []
  /// How many items the element has that opens, where it is a list whose numbers run backwards.
  private var countdown: Int?
  private var rubyMark: Int?
  private var articles = 0
  private var outside: [UInt8] = []
  private var ink = HTMLInk()
  /// Text without ink: for the gate alone.
  private var inkless: [UInt8] = []
  /// The first paragraph with text in the colour of its ground, from 1; `nil`: there is none.
  private(set) var concealed: Int?
  /// Texts and pictures shown so far.
  private var shownCount = 0
  var seenFonts: Set<String> = []

  init(shelf: PictureShelf, limits: IngestLimits) {
    self.shelf = shelf
    self.limits = limits
  }

  /// Walks over `events`; `nil`: more paragraphs than allowed.
  mutating func blocks(of events: UnsafeBufferPointer<zarlal_html_event>) -> [Block]? {
    for (index, event) in events.enumerated() {
      switch UInt32(event.kind) {
      case zarlal_html_open.rawValue:
        guard let pointer = event.element else { continue }
        let (tag, element) = (HTMLTag(rawValue: event.tag) ?? .other, HTMLElement(pointer))
        let isReversed = tag == .ol && element.bytes(of: "reversed") != nil
        countdown = isReversed ? itemCount(ofListAt: index, in: events) : nil
        open(tag, element)
      case zarlal_html_close.rawValue: close()
      case zarlal_html_text.rawValue: text(event.bytes)
      default: keepComment(event.bytes)
      }
      if frames.count > limits.paragraphs { return nil }
    }
    flush()
    keep(.property, outside)
    keep(.hidden, inkless)
    return frames.finish()
  }

  /// Footnotes in the order of their marks.
  var footnotes: [[Block]] { notes.ordered(frames.footnotes) }

  // MARK: Text

  private mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if let target = captures.last?.target, !target.isShown {
      captures[captures.count - 1].text.append(contentsOf: bytes)
    } else if captures.isEmpty, isOutside {
      outside.append(contentsOf: bytes)
    } else if ink.isMissing {
      inkless.append(contentsOf: bytes)
    } else {
      if bytes.holdsInk { noteInk() }
      if captures.isEmpty { runs.append(bytes) } else { captures[captures.count - 1].text.append(contentsOf: bytes) }
    }
  }

  /// Counts a text that is shown, and what its ink says.
  private mutating func noteInk() {
    shownCount += 1
    if ink.isStruck { embedded["带删除线的文字", default: 0] += 1 }
    if ink.isReversed { embedded["倒着排的文字（bdo）", default: 0] += 1 }
    if ink.isConcealed { concealed = concealed ?? frames.count + 1 }
  }

  private var isOutside: Bool { articleOnly && articles == 0 }

  private mutating func flush() {
    if runs.isEmpty { return }
    let inlines = runs.finish()
    if inlines.isEmpty { return }
    if context.heading > 0 {
      frames.append(.heading(level: context.heading, inlines))
    } else {
      frames.append(.paragraph(inlines, alignment: context.alignment))
    }
  }

  // MARK: Elements

  private mutating func open(_ tag: HTMLTag, _ element: HTMLElement) {
    var record = Opened()
    defer { opened.append(record) }
    if !captures.isEmpty {
      openInsideCapture(tag, element, &record)
      return
    }
    let style = element.bytes(of: "style").map(InlineStyle.init)
    if element.hasAttributes {
      note(style, element)
      if articleOnly, isArticle(element) {
        record.isArticle = true
        articles += 1
        flush()
      }
      if isHidden(element, style) {
        capture(.unpublished(.hidden), &record)
        return
      }
      if tag == .div, let margin = officeMargin(element) {
        flush()
        capture(.unpublished(margin), &record)
        return
      }
    }
    if isOutside, tag != .title, tag != .meta {
      if case .dropped = tag.role { capture(.unpublished(tag.droppedKind), &record) } else { outside.append(0x20) }
      return
    }
    if let style, !style.style.isEmpty { push(style.style, &record) }
    inherit(tag, element, style, &record)
    if HTMLWalker.hasBackground(tag, element, style) { record.shownBefore = shownCount }
    switch tag.role {
    case .dropped:
      noteEmbedded(tag, element, style)
      record.control = tag == .textarea || tag == .select || tag == .map ? tag : nil
      capture(.unpublished(tag.droppedKind), &record)
    case .division:
      lay(&record, isParagraph: false, alignment(tag, element, style))
      if element.hasAttributes, notes.isBody(element) {
        frames.push(.footnote)
        record.frames = 1
      }
    case .paragraph: lay(&record, isParagraph: true, alignment(tag, element, style))
    case .heading(let level): lay(&record, heading: level, isParagraph: true, alignment(tag, element, style))
    case .list(let ordered): openList(ordered: ordered, element, style, &record)
    case .table: openFrame(.table, &record)
    case .row: openFrame(.row, &record)
    case .cell(let isHeader): openCell(isHeader: isHeader, element, style, &record)
    case .preformatted:
      flush()
      capture(.preformatted, &record)
    case .transparent: break
    case .own: openOwn(tag, element, style, &record)
    }
  }

  private mutating func inherit(
    _ tag: HTMLTag, _ element: HTMLElement, _ style: InlineStyle?, _ record: inout Opened
  ) {
    guard let inherited = ink.inherited(by: tag, element, style) else { return }
    if inherited.isMissing, tag.isLaidOut || !ink.isMissing { inkless.append(HTMLWalker.paragraphEnd) }
    record.ink = ink
    ink = inherited
  }

  private mutating func openOwn(_ tag: HTMLTag, _ element: HTMLElement, _ style: InlineStyle?, _ record: inout Opened) {
    switch tag {
    case .title: capture(.pageTitle, &record)
    case .br: lineBreak()
    case .hr:
      flush()
      frames.append(.rule)
    case .img: picture(element)
    case .input: input(element)
    case .strong, .b: push(.strong, &record)
    case .em, .i: push(.emphasis, &record)
    case .sup: push(.superscript, &record)
    case .sub: push(.subscript, &record)
    case .a: openLink(element, &record)
    case .del: capture(.unpublished(.deleted), &record)
    case .ruby:
      record.rubyMark = rubyMark ?? -1
      rubyMark = runs.mark()
    case .rt: capture(.reading, &record)
    case .li: openItem(element, style, &record)
    case .blockquote:
      openFrame(.quote, &record)
      record.context = context
      context.isParagraph = false
    default: break
    }
  }

  private mutating func openInsideCapture(_ tag: HTMLTag, _ element: HTMLElement, _ record: inout Opened) {
    guard let target = captures.last?.target else { return }
    if element.hasAttributes { noteTexts(element) }
    if case .unpublished = target {
      captures[captures.count - 1].text.append(tag.isLaidOut ? HTMLWalker.paragraphEnd : 0x20)
      if tag == .option, element.bytes(of: "selected") != nil, element.bytes(of: "value")?.isEmpty != true {
        captures[captures.count - 1].hasChoice = true
      }
      if tag == .area, opened.last?.control == .map, element.bytes(of: "href") != nil {
        captures[captures.count - 1].hasChoice = true
        noteLink(element)
      }
      return
    }
    if tag == .br { captures[captures.count - 1].text.append(0x0A) }
    let style = element.bytes(of: "style").map(InlineStyle.init)
    if case .dropped = tag.role {
      capture(.unpublished(tag.droppedKind), &record)
    } else if element.hasAttributes, isHidden(element, style) {
      capture(.unpublished(.hidden), &record)
    } else if tag == .del {
      capture(.unpublished(.deleted), &record)
    } else if target.isShown {
      inherit(tag, element, style, &record)
      if tag == .a { noteLink(element) }
    }
  }

  private mutating func close() {
    guard let record = opened.popLast() else { return }
    if let control = record.control, let capture = captures.last {
      note(
        control, hasText: capture.text.contains { $0 > 0x20 && $0 != HTMLWalker.paragraphEnd },
        hasChoice: capture.hasChoice)
    }
    if let before = record.shownBefore { noteBackground(isAlone: shownCount == before) }
    if record.target != nil { endCapture() }
    if record.flushes { flush() }
    for _ in 0..<record.frames { frames.pop() }
    if record.numbers > 0 { numbers.removeLast() }
    if let context = record.context { self.context = context }
    if let style = record.style { runs.style = style }
    if let ink = record.ink { self.ink = ink }
    if record.restoresLink { runs.link = record.link }
    if let mark = record.rubyMark { rubyMark = mark < 0 ? nil : mark }
    if record.isArticle {
      flush()
      articles -= 1
    }
  }

  private mutating func capture(_ target: Target, _ record: inout Opened) {
    record.target = target
    captures.append(Capture(target: target))
  }

  private mutating func endCapture() {
    guard let capture = captures.popLast() else { return }
    switch capture.target {
    case .unpublished(let kind): keep(kind, capture.text)
    case .noteNumber: break
    case .pageTitle: if pageTitle.isEmpty { pageTitle = capture.text.collapsedText }
    case .preformatted:
      let text = capture.text.preformattedText
      if !text.isEmpty { frames.append(.preformatted(text)) }
    case .reading:
      let reading = capture.text.collapsedText
      guard let mark = rubyMark else {
        runs.append(reading)
        return
      }
      let base = runs.takeInlines(from: mark)
      if !base.isEmpty { runs.append(.ruby(base: base, reading: reading)) }
      rubyMark = runs.mark()
    }
  }

  // MARK: Layout

  private mutating func lay(
    _ record: inout Opened, heading: Int? = nil, isParagraph: Bool, _ alignment: Block.Alignment?
  ) {
    flush()
    record.flushes = true
    record.context = context
    if let heading { context.heading = heading }
    context.isParagraph = isParagraph || context.heading > 0
    if let alignment { context.alignment = alignment }
  }

  private mutating func openFrame(_ kind: BlockFrames.Kind, _ record: inout Opened) {
    flush()
    frames.push(kind)
    record.flushes = true
    record.frames = 1
  }

  private mutating func openCell(
    isHeader: Bool, _ element: HTMLElement, _ style: InlineStyle?, _ record: inout Opened
  ) {
    lay(&record, heading: 0, isParagraph: true, .natural)
    let columns = element.span("colspan", atMost: 1000)
    let rows = element.span("rowspan", atMost: 1000)
    frames.push(.cell(columns: columns, rows: rows, isHeader: isHeader))
    record.frames = 1
  }

  private mutating func openList(
    ordered: Bool, _ element: HTMLElement, _ style: InlineStyle?, _ record: inout Opened
  ) {
    let own = style?.listStyle ?? CounterStyle(type: element.bytes(of: "type"))
    let marks = own ?? (ordered ? .number(.decimal) : .bullet)
    openFrame(.list(ordered: marks.isNumbered), &record)
    let start = ordered ? element["start"].flatMap { Int($0.trimmedWhitespace) } ?? countdown ?? 1 : 1
    numbers.append(ListNumber(style: marks, next: ListNumber.bounded(start), step: countdown == nil ? 1 : -1))
    record.numbers = 1
  }

  private mutating func openItem(_ element: HTMLElement, _ style: InlineStyle?, _ record: inout Opened) {
    lay(&record, heading: 0, isParagraph: true, nil)
    guard case .list = frames.kind, let last = numbers.indices.last else { return }
    if let value = element["value"].flatMap({ Int($0.trimmedWhitespace) }) {
      numbers[last].next = ListNumber.bounded(value)
    }
    let marks = style?.listStyle ?? CounterStyle(type: element.bytes(of: "type")) ?? numbers[last].style
    frames.push(.item(marker: marks.marker(numbers[last].next)))
    numbers[last].next += numbers[last].step
    record.frames = 1
  }

  // MARK: Running text

  private mutating func push(_ style: InlineRuns.Style, _ record: inout Opened) {
    if record.style == nil { record.style = runs.style }
    if style == .superscript || style == .subscript {
      runs.style = runs.style.subtracting([.superscript, .subscript]).union(style)
    } else {
      runs.style = runs.style.union(style)
    }
  }

  private mutating func openLink(_ element: HTMLElement, _ record: inout Opened) {
    // pandoc's and WordPress's arrows back from a footnote are navigation, not text.
    if element.has("role", "doc-backlink") {
      capture(.unpublished(.hidden), &record)
      return
    }
    if let number = notes.number(markedBy: element) {
      runs.append(.footnoteMark(number: number))
      capture(.noteNumber, &record)
      return
    }
    if HTMLNotes.isSymbol(element) {
      capture(.noteNumber, &record)
      return
    }
    record.restoresLink = true
    record.link = runs.link
    runs.link = element["href"].flatMap(LinkAddress.published)
    noteLink(element)
  }

  private mutating func noteLink(_ element: HTMLElement) {
    guard links.count < 10_000, let address = element["href"].flatMap(LinkAddress.local) else { return }
    links.append(LocalLink(address: address, place: "链接"))
  }

  private mutating func lineBreak() {
    if !context.isParagraph {
      flush()
    } else if !runs.lineBreak() {
      flush()
    }
  }

  /// A box to tick is text in official forms; every other control is none.
  private mutating func input(_ element: HTMLElement) {
    guard element.has("type", "checkbox") || element.has("type", "radio") else { return noteInput(element) }
    runs.append(element.bytes(of: "checked") == nil ? "☐" : "☑")
  }

  private mutating func picture(_ element: HTMLElement) {
    let later = element["data-src"] ?? element["data-original"] ?? element["data-lazy-src"]
    guard let address = element["src"] ?? later ?? HTMLWalker.otherAddress(of: element) else { return }
    shownCount += 1
    guard let image = shelf.picture(at: address, lazily: later) else { return }
    let alternative = (element["alt"] ?? "").trimmedWhitespace
    runs.append(.image(ImageReference(digest: image.digest, alternative: alternative)))
  }
}
