internal import Publication

/// Collects blocks; neighbouring list items become lists, nested by level.
struct BlockSink {
  private var blocks: [Block] = []
  private var open: [(level: Int, isOrdered: Bool, items: [ListItem])] = []

  mutating func append(_ block: Block) {
    closeLists(above: -1)
    blocks.append(block)
  }

  mutating func append(_ item: ListItem, level: Int, isOrdered: Bool) {
    closeLists(above: level)
    if let last = open.last, last.level == level, last.isOrdered != isOrdered { closeLists(above: level - 1) }
    if let last = open.last, last.level == level {
      open[open.count - 1].items.append(item)
    } else {
      open.append((level, isOrdered, [item]))
    }
  }

  /// Appends a block that goes on with the last item, or stands alone where no list is open.
  mutating func continueItem(_ block: Block) {
    guard let last = open.indices.last, let item = open[last].items.indices.last else { return append(block) }
    open[last].items[item].blocks.append(block)
  }

  mutating func finished() -> [Block] {
    closeLists(above: -1)
    return blocks
  }

  private mutating func closeLists(above level: Int) {
    while let last = open.last, last.level > level {
      open.removeLast()
      let list = Block.list(ordered: last.isOrdered, last.items)
      if open.isEmpty {
        blocks.append(list)
      } else {
        let parent = open[open.count - 1].items.count - 1
        open[open.count - 1].items[parent].blocks.append(list)
      }
    }
  }
}
