internal import Publication

/// What is behind the cells of one table.
/// Source: ECMA-376 Part 1, 17.4.31 (shading of a table), 17.4.32 (of a cell), 17.4.56 (tblLook).
struct DOCXShadedTable {
  private let own: Ground
  private let style: DOCXTableShades
  private var hasFirstRow = true
  private var hasLastRow = true
  private var hasFirstColumn = true
  private var hasLastColumn = true
  private let lastRow: Int?

  init(_ tree: XMLTree, _ node: Int, _ properties: Int, _ styles: DOCXStyles) {
    own = tree.child(properties, .word, .shd).map { DOCXStyles.shade(tree, $0) } ?? .clear
    let name = tree.child(properties, .word, .tblStyle).flatMap { tree.attribute($0, .word, .val) }
    style = name.flatMap { styles.styles[$0]?.table } ?? DOCXTableShades()
    lastRow = tree.children(node).filter { tree.isElement($0, .word, .tr) }.last
    guard let look = tree.child(properties, .word, .tblLook) else { return }
    let bits = tree.attribute(look, .word, .val).flatMap { Int($0, radix: 16) } ?? 0
    func isOn(_ name: XMLLocal, _ bit: Int) -> Bool {
      tree.attribute(look, .word, name).map { $0 == "1" || $0 == "true" || $0 == "on" } ?? (bits & bit != 0)
    }
    hasFirstRow = isOn(.firstRow, 0x20)
    hasLastRow = isOn(.lastRow, 0x40)
    hasFirstColumn = isOn(.firstColumn, 0x80)
    hasLastColumn = isOn(.lastColumn, 0x100)
  }

  func place(ofRow tree: XMLTree, _ row: Int, isFirst: Bool) -> DOCXTableShades.Place {
    DOCXTableShades.Place(isFirstRow: hasFirstRow && isFirst, isLastRow: hasLastRow && row == lastRow)
  }

  /// What is behind a cell that says nothing itself.
  func ground(at row: DOCXTableShades.Place, isFirst: Bool, isLast: Bool) -> Ground {
    var place = row
    place.isFirstColumn = hasFirstColumn && isFirst
    place.isLastColumn = hasLastColumn && isLast
    return style.ground(at: place).over(own)
  }
}

extension DOCXText {
  /// What is behind the cells of a table; `nil`: it has no properties.
  func shades(of table: Int) -> DOCXShadedTable? {
    tree.child(table, .word, .tblPr).map { DOCXShadedTable(tree, table, $0, styles) }
  }

  /// What is behind a cell: its own shade, or the table's.
  func cellGround(_ node: Int, _ properties: Int?, _ table: DOCXTable) -> Ground {
    let own = properties.flatMap { tree.child($0, .word, .shd) }.map { DOCXStyles.shade(tree, $0) } ?? .clear
    guard own == .clear, let shades = table.shades, let place = table.place else { return own }
    var next = tree.next(node)
    while next >= 0, !tree.isElement(next, .word, .tc) { next = tree.next(next) }
    return shades.ground(at: place, isFirst: table.column == 0, isLast: next < 0)
  }

  /// What a shape fills the box of its text with; `nil`: it is no shape, or says nothing.
  /// Source: ECMA-376 Part 1, 20.1.8 (fills), 20.1.4.2.10 (fillRef); Part 4, 19.1.2.19 (VML `fillcolor`, `filled`: white unless told otherwise).
  func shapeFill(_ node: Int) -> Ground? {
    if tree.nodes[node].local == .wsp {
      for child in tree.children(node) where tree.nodes[child].local == .spPr {
        if let fill = DOCXStyles.fill(tree, of: child) { return fill }
      }
      for child in tree.children(node) where tree.nodes[child].local == .style {
        let reference = tree.child(child, .drawing, .fillRef).flatMap { tree.number($0, .none, .idx) } ?? 0
        return reference == 0 ? .clear : .unknown
      }
      return .clear
    }
    guard tree.nodes[node].space == .vml else { return nil }
    if let filled = tree.attribute(node, .none, .filled), filled == "f" || filled == "false" { return .clear }
    guard let color = tree.attribute(node, .none, .fillcolor) else { return nil }
    // A number of the theme may follow: "#4472c4 [3204]".
    let word = color.split(separator: " ").first.map(String.init) ?? ""
    return CSSPaint.colour(word.lowercased()).map { .colour($0) } ?? .unknown
  }
}
