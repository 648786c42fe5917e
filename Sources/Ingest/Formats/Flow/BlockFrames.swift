internal import Publication

/// Builds nested blocks from a flat run of openings and closings, without recursion.
struct BlockFrames {
  /// What a frame becomes.
  enum Kind {
    case root, footnote, quote, table, row
    case list(ordered: Bool)
    case item(marker: String)
    case cell(columns: Int, rows: Int, isHeader: Bool)
  }

  private struct Frame {
    var kind: Kind
    var blocks: [Block] = []
    var items: [ListItem] = []
    var rows: [[TableCell]] = []
    var cells: [TableCell] = []
  }

  private var frames = [Frame(kind: .root)]
  /// Footnotes, in the order in which they were closed.
  private(set) var footnotes: [[Block]] = []
  /// Blocks appended so far, table cells included.
  private(set) var count = 0

  /// The innermost frame.
  var kind: Kind { frames[frames.count - 1].kind }
  /// Frames around the place where the next block goes.
  var depth: Int { frames.count }

  /// Opens a frame.
  mutating func push(_ kind: Kind) { frames.append(Frame(kind: kind)) }

  /// Appends a block to the innermost frame. In a list it joins the last item; between rows it goes before the table.
  mutating func append(_ block: Block) {
    count += 1
    var index = frames.count - 1
    while index > 0 {
      switch frames[index].kind {
      case .table, .row:
        index -= 1
        continue
      case .list:
        if frames[index].items.isEmpty {
          frames[index].items.append(ListItem(marker: "", [block]))
        } else {
          frames[index].items[frames[index].items.count - 1].blocks.append(block)
        }
        return
      default: break
      }
      break
    }
    frames[index].blocks.append(block)
  }

  /// Closes the innermost frame and puts what it became in its place.
  mutating func pop() {
    guard frames.count > 1, let frame = frames.popLast() else { return }
    let parent = frames.count - 1
    switch frame.kind {
    case .root: break
    case .footnote: footnotes.append(frame.blocks)
    case .quote: if !frame.blocks.isEmpty { append(.quote(frame.blocks)) }
    case .list(let ordered): if !frame.items.isEmpty { append(.list(ordered: ordered, frame.items)) }
    case .item(let marker):
      guard !frame.blocks.isEmpty else { return }
      if case .list = frames[parent].kind {
        frames[parent].items.append(ListItem(marker: marker, frame.blocks))
      } else {
        append(.list(ordered: false, [ListItem(marker: marker, frame.blocks)]))
      }
    case .table: if !frame.rows.isEmpty { append(.table(frame.rows)) }
    case .row:
      guard !frame.cells.isEmpty else { return }
      if case .table = frames[parent].kind {
        frames[parent].rows.append(frame.cells)
      } else {
        append(.table([frame.cells]))
      }
    case .cell(let columns, let rows, let isHeader):
      count += 1
      let cell = TableCell(frame.blocks, columnSpan: columns, rowSpan: rows, isHeader: isHeader)
      if case .row = frames[parent].kind {
        frames[parent].cells.append(cell)
      } else {
        frame.blocks.forEach { append($0) }
      }
    }
  }

  /// Closes every open frame and gives back the blocks of the root.
  mutating func finish() -> [Block] {
    while frames.count > 1 { pop() }
    return frames[0].blocks
  }
}
