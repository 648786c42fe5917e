internal import Publication

extension OFDText {
  /// Fonts and media of the document.
  mutating func readResources(_ document: OFDPackage.Part) throws(ReadingFault) {
    guard let common = document.tree.child(document.tree.root, .commonData) else { return }
    for node in document.tree.children(common) {
      guard document.tree.nodes[node].local == .publicRes || document.tree.nodes[node].local == .documentRes else {
        continue
      }
      try readResources(document.tree.text(node), from: document.folder)
    }
  }

  private mutating func readResources(_ location: String, from folder: String) throws(ReadingFault) {
    guard let part = try package.part(location, from: folder) else { return }
    let base = part.tree.attribute(part.tree.root, .baseLoc) ?? ""
    let files = base.isEmpty ? part.folder : OFDPackage.resolved(base, in: part.folder)
    for group in part.tree.children(part.tree.root) {
      for node in part.tree.children(group) {
        switch part.tree.nodes[node].local {
        case .ofdFont:
          for name in [part.tree.attribute(node, .ofdFontName), part.tree.attribute(node, .familyName)] {
            if let name, !name.isEmpty, fontNames.count < 4096 { fontNames.insert(name.lowercased()) }
          }
        case .multiMedia:
          guard let id = part.tree.attribute(node, .ofdID),
            let file = part.tree.child(node, .mediaFile).map({ part.tree.text($0) })
          else { continue }
          media[id] = OFDPackage.resolved(file, in: files)
        default: break
        }
      }
    }
  }

  /// The pages in the order of `Document.xml`, whatever their order in the archive.
  mutating func readPages(_ document: OFDPackage.Part) throws(ReadingFault) {
    let tree = document.tree
    let common = tree.child(tree.root, .commonData)
    let box = common.flatMap { tree.child($0, .pageArea) }.flatMap { tree.child($0, .physicalBox) }.map {
      tree.text($0)
    }
    let area = OFDNumbers.list(box ?? "")
    let size = area.count == 4 ? (area[2], area[3]) : (210, 297)
    if let common {
      for node in tree.children(common) where tree.nodes[node].local == .templatePage {
        try readTemplate(tree.attribute(node, .baseLoc) ?? "", from: document.folder)
      }
    }
    guard let list = tree.child(tree.root, .pages) else { throw ReadingFault.damaged("没有页") }
    for node in tree.children(list) where tree.nodes[node].local == .ofdPage {
      guard let location = tree.attribute(node, .baseLoc), let page = try package.part(location, from: document.folder)
      else { throw ReadingFault.damaged("缺少第\(pages.count + 1)页") }
      try readPage(page, size)
    }
  }

  /// What stands on a template is drawn under many pages: page furniture, for the gate alone.
  private mutating func readTemplate(_ location: String, from folder: String) throws(ReadingFault) {
    guard let part = try package.part(location, from: folder) else { return }
    let before = unpublished.count
    keepAllText(part.tree, part.tree.root, as: .header)
    // A form's printed words are content, not furniture.
    let letters = unpublished[before...].reduce(0) { $0 + $1.text.unicodeScalars.count }
    if letters > 40 { hold("印在模板页上的文字") }
  }

  private mutating func readPage(_ part: OFDPackage.Part, _ usual: (Double, Double)) throws(ReadingFault) {
    let tree = part.tree
    var size = usual
    if let box = tree.child(tree.root, .pageArea).flatMap({ tree.child($0, .physicalBox) }) {
      let numbers = OFDNumbers.list(tree.text(box))
      if numbers.count == 4, numbers[2] > 0, numbers[3] > 0 { size = (numbers[2], numbers[3]) }
    }
    for node in tree.children(tree.root)
    where tree.nodes[node].local == .publicRes || tree.nodes[node].local == .documentRes {
      try readResources(tree.text(node), from: part.folder)
    }
    pages.append(FixedPage(width: size.0, height: size.1))
    for content in tree.children(tree.root) where tree.nodes[content].local == .ofdContent {
      for layer in tree.children(content) where tree.nodes[layer].local == .layer { try readObjects(tree, layer) }
    }
  }

  private mutating func readObjects(_ tree: XMLTree, _ node: Int) throws(ReadingFault) {
    for child in tree.children(node) {
      switch tree.nodes[child].local {
      case .pageBlock: try readObjects(tree, child)
      case .textObject: try readText(tree, child)
      case .imageObject: try readPicture(tree, child)
      case .pathObject: readPath(tree, child)
      case .compositeObject: hold("矢量图形对象")
      default: break
      }
    }
  }

  // MARK: Objects

  private mutating func readText(_ tree: XMLTree, _ node: Int) throws(ReadingFault) {
    textCount += 1
    guard textCount <= limits.paragraphs * 4 else { throw ReadingFault.tooManyParagraphs(max: limits.paragraphs) }
    let box = OFDNumbers.list(tree.attribute(node, .boundary) ?? "")
    let matrix = OFDNumbers.list(tree.attribute(node, .transform) ?? "")
    let isTurned = matrix.count == 6 && (matrix[1] != 0 || matrix[2] != 0)
    let direction = [tree.attribute(node, .readDirection), tree.attribute(node, .charDirection)]
    let isUpright = direction.allSatisfy { $0 == nil || $0 == "0" }
    let isSeen = tree.attribute(node, .visible) != "false" && tree.attribute(node, .alpha) != "0"
    guard isSeen, !isTurned, isUpright, box.count == 4 else {
      if isSeen, !isTurned, !isUpright { hold("竖排的文字") }
      return keepAllText(tree, node, as: isSeen ? .header : .hidden)
    }
    let scale = matrix.count == 6 && matrix[0] > 0 ? (matrix[0], matrix[3] > 0 ? matrix[3] : matrix[0]) : (1, 1)
    let shift = matrix.count == 6 ? (matrix[4], matrix[5]) : (0, 0)
    let size = (tree.attribute(node, .ofdSize, .size).flatMap { Double($0) } ?? box[3]) * scale.1
    // Two points, in millimetres.
    guard size > 0.706 else { return keepAllText(tree, node, as: .hidden) }
    let isPaperColoured = Ground.paper.hides(ink(tree, node))
    var last = (x: 0.0, y: 0.0)
    for code in tree.children(node) where tree.nodes[code].local == .textCode {
      // A place that isn't given is the one before.
      last.x = tree.attribute(code, .ofdX).flatMap { Double($0) } ?? last.x
      last.y = tree.attribute(code, .ofdY).flatMap { Double($0) } ?? last.y
      let text = tree.text(code)
      if isPaperColoured, !text.trimmedWhitespace.isEmpty { conceal() }
      let left = box[0] + last.x * scale.0 + shift.0
      let advance = OFDNumbers.sum(tree.attribute(code, .deltaX) ?? "", most: text.unicodeScalars.count)
      let wide = Double(text.unicodeScalars.count { WideScalar.isWide($0.value) })
      let natural = (wide + (Double(text.unicodeScalars.count) - wide) / 2) * size
      let width = advance.map { $0 * scale.0 + size } ?? natural
      let right = advance == nil ? left + width : min(left + width, max(box[0] + box[2], left + size))
      if tree.attribute(code, .deltaY) != nil,
        OFDNumbers.sum(tree.attribute(code, .deltaY) ?? "", most: 4096) ?? 0 > size
      {
        hold("竖排的文字")
      }
      let baseline = box[1] + last.y * scale.1 + shift.1
      pages[pages.count - 1].runs.append(
        FixedPage.Run(text: text, left: left, right: right, baseline: baseline, size: size))
    }
  }

  /// The colour of a text, where it is one of three parts; what is behind it isn't known.
  /// Source: GB/T 33190-2016, 8.3.2 (CT_Color; unverified).
  private func ink(_ tree: XMLTree, _ node: Int) -> Ink {
    let color = tree.children(node).first { tree.nodes[$0].local == .ofdFillColor }
    let parts = OFDNumbers.list(color.flatMap { tree.attribute($0, .ofdValue) } ?? "")
    guard parts.count == 3 else { return .automatic }
    let bytes = parts.map { UInt8(min(max($0, 0), 255)) }
    return .colour(PaintColor(red: bytes[0], green: bytes[1], blue: bytes[2]))
  }

  private mutating func readPicture(_ tree: XMLTree, _ node: Int) throws(ReadingFault) {
    guard tree.attribute(node, .visible) != "false" else { return }
    let box = OFDNumbers.list(tree.attribute(node, .boundary) ?? "")
    let matrix = OFDNumbers.list(tree.attribute(node, .transform) ?? "")
    // Drawn on a unit square: larger than its box, it is cut by it.
    if matrix.count == 6, box.count == 4, matrix[0] > box[2] * 1.01 || matrix[3] > box[3] * 1.01 {
      hold("裁剪过的图片，裁掉的部分仍在文件里")
    }
    let place = "第\(pages.count)页"
    let file = tree.attribute(node, .resourceID).flatMap { media[$0] } ?? ""
    let name = file.isEmpty ? "未命名" : FileName(file).base.description
    guard !file.isEmpty, let bytes = try package.content(file) else {
      return diagnostics.append(Diagnostic(.pictureLost, .hold, place: place, details: ["name": name]))
    }
    guard let clean = ImageSanitizer.sanitize(bytes) else {
      return diagnostics.append(Diagnostic(.imageNotUsable, .hold, place: place, details: ["name": name]))
    }
    let digest = ContentDigest(of: clean.bytes)
    if !images.contains(where: { $0.digest == digest }) {
      images.append(ImageResource(digest: digest, bytes: clean.bytes, mediaType: clean.mediaType, name: name))
    }
    let picture = ImageReference(digest: digest, alternative: "")
    pages[pages.count - 1].pictures.append((top: box.count == 4 ? box[1] : 0, image: picture))
  }

  /// Lines across stand under a head and in a colophon; upright lines and boxes make tables, charts and drawings.
  private mutating func readPath(_ tree: XMLTree, _ node: Int) {
    guard tree.attribute(node, .visible) != "false" else { return }
    let box = OFDNumbers.list(tree.attribute(node, .boundary) ?? "")
    let page = pages[pages.count - 1]
    // A box as large as the page is its background.
    guard box.count == 4, box[3] > 3, box[2] < page.width * 0.98 || box[3] < page.height * 0.98 else { return }
    hold("表格线或图形")
  }
}

/// Numbers as OFD writes them: apart by blanks, repeated ones as `g <times> <number>`.
/// Source: GB/T 33190-2016, 11.3 (TextCode; unverified).
enum OFDNumbers {
  static func list(_ text: String) -> [Double] {
    text.utf8.split { $0 <= 0x20 }.prefix(64).map { Double(String(Substring($0))) ?? 0 }.map { $0.isFinite ? $0 : 0 }
  }

  /// The sum of at most `most` numbers; `nil`: there are none.
  static func sum(_ text: String, most: Int) -> Double? {
    var sum = 0.0
    var count = 0
    var words = text.utf8.split { $0 <= 0x20 }.lazy.map { String(Substring($0)) }.makeIterator()
    while count < most, let word = words.next() {
      if word == "g" {
        guard let times = words.next().flatMap({ Int($0) }), let each = words.next().flatMap({ Double($0) }) else {
          break
        }
        let used = min(max(times, 0), most - count)
        sum += Double(used) * each
        count += used
      } else if let value = Double(word) {
        sum += value
        count += 1
      } else {
        break
      }
    }
    return count > 0 && sum.isFinite ? sum : nil
  }
}
