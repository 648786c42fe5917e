internal import Publication

/// A list that is being read.
struct ODTOpenList {
  /// Its number in the counter; `nil`: none is open.
  var number: Int?
  var style = ""
  /// 0 outside of a list.
  var level = 0
}

/// What a paragraph is in a list.
struct ODTItem {
  var marker: ListMarker?
  var level: Int
  /// Whether it goes on with the item before.
  var goesOn: Bool
}

extension ODTText {
  /// A list, with the lists in it.
  /// Source: ODF 1.3 Part 3, 5.3 (text:list, text:list-item, text:list-header).
  mutating func readList(_ node: Int, _ outer: ODTOpenList, into sink: inout BlockSink) throws(ReadingFault) {
    var open = outer
    open.level += 1
    let name = tree.attribute(node, .odfText, .styleName)
    if outer.number == nil || (name != nil && name != outer.style) {
      open.style = name ?? outer.style
      open.number = lists.open(
        id: tree.attribute(node, .xml, .id), style: open.style,
        continues: tree.attribute(node, .odfText, .continueList),
        goesOn: tree.attribute(node, .odfText, .continueNumbering) == "true")
    }
    var child = tree.firstChild(node)
    while child >= 0 {
      if tree.nodes[child].space == .odfText {
        switch tree.nodes[child].local {
        case .listItem: try readItem(child, open, isHeader: false, into: &sink)
        case .listHeader: try readItem(child, open, isHeader: true, into: &sink)
        default: break
        }
      }
      child = tree.next(child)
    }
  }

  private mutating func readItem(
    _ node: Int, _ open: ODTOpenList, isHeader: Bool, into sink: inout BlockSink
  ) throws(ReadingFault) {
    var isFirst = true
    var child = tree.firstChild(node)
    while child >= 0 {
      defer { child = tree.next(child) }
      switch (tree.nodes[child].space, tree.nodes[child].local) {
      case (.none, _): continue
      case (.odfText, .softPageBreak): continue
      case (.odfText, .list): try readList(child, open, into: &sink)
      case (.odfText, .p), (.odfText, .h):
        var item = ODTItem(marker: nil, level: open.level - 1, goesOn: !isFirst || isHeader)
        // An item that begins with a list has no number of its own.
        if isFirst, !isHeader, visibility == .shown, let number = open.number {
          let start = tree.number(node, .odfText, .startValue)
          item.marker = lists.next(number, styles.lists[open.style], level: open.level, start: start)
        }
        try readParagraph(child, item: item, into: &sink)
      default:
        // A table or drawing in an item stands on its own.
        let blocks = try readBlocks(node: child)
        for block in blocks { sink.append(block) }
      }
      isFirst = false
    }
  }

  /// The blocks of one element that is a block itself.
  private mutating func readBlocks(node: Int) throws(ReadingFault) -> [Block] {
    if tree.isElement(node, .odfTable, .table) {
      let rows = try readTable(node)
      return rows.isEmpty ? [] : [.table(rows)]
    }
    return try readBlocks(node)
  }
}
