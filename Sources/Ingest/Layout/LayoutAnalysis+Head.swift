import Publication

extension LayoutAnalysis {
  /// Red head, number, title, addressee.
  mutating func readHead(declaredTitle: String?) {
    var start = 0
    while start < min(lines.count, 8), let role = markRole(lines[start]) {
      assign(role, to: start)
      start += 1
    }
    let end = headEnd(from: start)
    let found = numberLine(start..<end)
    if let (index, reading) = found { record(reading, at: index) }
    let number = found?.index ?? bareNumberLine(start..<end)
    if let number { assign(.documentNumber, to: number) }
    let title = titleRange(start..<end, number: number, declaredTitle: declaredTitle)
    if let title { takeTitle(title) } else if let found { takeOrderTitle(found.reading) }
    readHeadTables(before: (title?.lowerBound ?? lines.indices.first).map { lines[$0].block } ?? blocks.count)
    readRedHead(start..<end, number: number, title: title)
    bodyStart = max(title?.upperBound ?? 0, number.map { $0 + 1 } ?? 0, start)
    readRepeatedTitle()
    readAddressee()
  }

  /// Lines up to the first that is a sentence, at most 14.
  private func headEnd(from start: Int) -> Int {
    var end = start
    while end < min(lines.count, start + 14), !lines[end].isSentence { end += 1 }
    return max(end, min(start + 1, lines.count))
  }

  private func markRole(_ line: LayoutLine) -> LayoutRole? {
    if HeadMark.isLine(line.text) { return .headMark }
    return line.size <= 300 && DisclosureMark.parse(line.text) != nil ? .note : nil
  }

  private func numberLine(_ range: Range<Int>) -> (index: Int, reading: DocumentNumber.Reading)? {
    for index in range {
      if let reading = DocumentNumber.parse(lines[index].text) { return (index, reading) }
      // 第711号 alone under 中华人民共和国国务院令.
      if index > range.lowerBound, lines[index].size <= 40, lines[index].text.starts(withText: "第"),
        lines[index - 1].text.ends(withText: "令"),
        let reading = DocumentNumber.parse(lines[index - 1].text.withoutBlanks + lines[index].text)
      {
        return (index, reading)
      }
    }
    return nil
  }

  /// A Mongolian page has ﹇2022﹈ 19 between the organ's word and the ordinal's; minutes have 〔2025〕8号 without a word.
  private func bareNumberLine(_ range: Range<Int>) -> Int? {
    range.first { index in
      let line = lines[index]
      let isBare = line.size <= 40 && line.text.unicodeScalars.first.map { "〔[［【".unicodeScalars.contains($0) } == true
      return (isBare || (line.beginsMongolian && line.size <= 240)) && line.level == nil
        && DocumentNumber.yearAndSequence(in: line.text) != nil
    }
  }

  // MARK: Title

  private func titleRange(_ range: Range<Int>, number: Int?, declaredTitle: String?) -> Range<Int>? {
    if let declaredTitle, let found = declared(declaredTitle, in: range) { return found }
    if let heading = soleHeading(range) { return joined(from: heading, to: range.upperBound) }
    if let number {
      let before = (range.lowerBound..<number).first { isOwnTitle($0, number: number, end: range.upperBound) }
      if let before { return joined(from: before, to: number) }
      let after = (number + 1..<max(number + 1, range.upperBound)).first { !isBesideNumber(lines[$0]) }
      guard let after, lines[after].isTitleLike else { return nil }
      return joined(from: after, to: range.upperBound)
    }
    let first = range.first { !isRedHead($0, range) }
    guard let first, lines[first].isTitleLike || (declaredTitle == nil && lines[first].isTitleWithStop) else {
      return nil
    }
    // Metadata have another title, and this is all there is.
    guard declaredTitle == nil || lines.count > first + 1 else { return nil }
    // Under a table (a web page's index fields) only a line that stands out is a title.
    let standsOut = lines[first].level != nil || lines[first].alignment == .center
    guard !lines[first].followsOther || standsOut || followsHeadTable(first) else { return nil }
    return joined(from: first, to: range.upperBound)
  }

  /// The lines that together are the title which metadata declare.
  private func declared(_ title: String, in range: Range<Int>) -> Range<Int>? {
    let wanted = title.withoutBlanks
    guard !wanted.isEmpty else { return nil }
    for start in range {
      var text = ""
      for end in start..<min(start + 5, lines.count) {
        text += lines[end].text.withoutBlanks
        if text.isSame(as: wanted) { return start..<end + 1 }
        if text.utf8.count >= wanted.utf8.count { break }
      }
    }
    return nil
  }

  /// The only heading of the first level: the title of a page, what stands above it is the page's.
  private func soleHeading(_ range: Range<Int>) -> Int? {
    let headings = range.filter {
      lines[$0].level == 1 && lines[$0].isTitleLike && DocumentNumber.parse(lines[$0].text) == nil
    }
    guard let first = headings.first else { return nil }
    return headings.allSatisfy { lines[$0].text.isSame(as: lines[first].text) || $0 < first + 4 }
      && !isRedHead(first, range)
      ? first : nil
  }

  /// Whether a line before the number is the title, not part of the red head.
  private func isOwnTitle(_ index: Int, number: Int, end: Int) -> Bool {
    let line = lines[index]
    // Mongolian organs are not known by their endings: what follows the number tells.
    if line.beginsMongolian, line.level == nil, number + 1 < end, lines[number + 1].isTitleLike { return false }
    return line.isTitleLike && !line.text.ends(withText: "文件") && OrganName.list(in: line.text).isEmpty
      && !isOrderHead(line.text)
  }

  /// 某某人民政府令 above its number.
  private func isOrderHead(_ text: String) -> Bool {
    text.ends(withText: "令") && !text.contains(text: "关于") && !text.contains(text: "《")
  }

  private func isBesideNumber(_ line: LayoutLine) -> Bool {
    line.text.starts(withText: "签发人") || markRole(line) != nil || line.text.ends(withText: "文件")
      || line.isByline || line.text.allSatisfyScalars { "-\u{2014}_=*\u{2500}\u{2501}★".unicodeScalars.contains($0) }
  }

  /// The title that begins at `start`: lines that carry it on are joined.
  private func joined(from start: Int, to end: Int) -> Range<Int> {
    var text = lines[start].text
    var next = start + 1
    while next < min(end, start + 4), next < lines.count, continues(text, with: next, from: start) {
      text += lines[next].text
      next += 1
    }
    return start..<next
  }

  private func continues(_ text: String, with next: Int, from start: Int) -> Bool {
    let (first, line) = (lines[start], lines[next])
    guard !line.followsOther, line.isTitleLike, line.level == first.level, line.alignment == first.alignment,
      DocumentNumber.parse(line.text) == nil, !line.text.isSame(as: first.text), !DocumentKindWord.ends(text),
      line.beginsMongolian == first.beginsMongolian, markRole(line) == nil, !line.text.ends(withText: "文件")
    else { return false }
    if first.alignment == .center { return true }
    if first.level != nil { return false }
    // Without alignment only a title that 关于 opens and its kind closes is known to go on.
    guard !first.beginsMongolian else { return false }
    let whole = text + line.text
    if DocumentKindWord.ends(line.text) { return whole.contains(text: "关于") }
    return next + 1 < lines.count && DocumentKindWord.ends(lines[next + 1].text) && whole.contains(text: "关于")
      && lines[next + 1].isTitleLike
  }

  private mutating func takeTitle(_ range: Range<Int>) {
    var text = ""
    for index in range {
      assign(.title, to: index)
      let line = LayoutAnalysis.oneLine(lines[index].text)
      if !text.isEmpty, lines[index].beginsMongolian { text += " " }
      text += line
    }
    let evidence = Evidence(fact: "title", source: .text, value: text, place: lines[range.lowerBound].place)
    findings.title = Found(text, evidence)
    // What a page shows above its title is the page's: index fields in a table.
    for index in 0..<lines[range.lowerBound].block { dropIfOther(index) }
  }

  /// An order without a title of its own goes by its number: 国务院令第711号.
  private mutating func takeOrderTitle(_ reading: DocumentNumber.Reading) {
    guard let number = reading.number, number.isOrder, let evidence = findings.number?.evidence else { return }
    let text = number.description
    findings.title = Found(text, Evidence(fact: "title", source: .text, value: text, place: evidence.place))
  }

  /// Forced line ends inside a title fall away between Han characters and are a space elsewhere.
  private static func oneLine(_ text: String) -> String {
    guard text.utf8.contains(0x0A) else { return text }
    var out = ""
    for piece in text.unicodeScalars.split(separator: "\n") {
      let piece = String(piece).trimmedWhitespace
      let isHan = out.unicodeScalars.last.map { $0.value > 0x2E00 } ?? true
      out += (out.isEmpty || isHan ? "" : " ") + piece
    }
    return out
  }

  /// Title and Heading 1 with the same words, as converters write them.
  private mutating func readRepeatedTitle() {
    guard let title = findings.title?.value else { return }
    while bodyStart < lines.count, lines[bodyStart].text.isSameWithoutBlanks(as: title) {
      assign(.title, to: bodyStart)
      bodyStart += 1
    }
  }

  // MARK: Red head and addressee

  private func isRedHead(_ index: Int, _ range: Range<Int>) -> Bool {
    let text = lines[index].text
    guard lines[index].size <= 180 else { return false }
    if text.ends(withText: "文件") {
      return text.isSame(as: "文件") || text.withoutBlanks.isSame(as: "文件")
        || !OrganName.list(in: text.dropping(lastScalars: 2)).isEmpty
    }
    // Joint red heads: organs line by line, 文件 after the last.
    guard !OrganName.list(in: text).isEmpty else { return false }
    return (index + 1..<max(index + 1, range.upperBound)).prefix(8).contains { lines[$0].text.ends(withText: "文件") }
  }

  private mutating func readRedHead(_ range: Range<Int>, number: Int?, title: Range<Int>?) {
    for index in range where role(index) == .body {
      let isBeforeNumber = number.map { index < $0 } ?? false
      let isBeforeTitle = title.map { index < $0.lowerBound } ?? false
      let text = lines[index].text
      if isRedHead(index, range) || (isBeforeNumber && (!OrganName.list(in: text).isEmpty || isOrderHead(text))) {
        guard isBeforeNumber || isBeforeTitle || (title.map { index < $0.upperBound + 6 } ?? false) else { continue }
        assign(.redHead, to: index)
        readOrgans(ofRedHead: index)
      } else if isBeforeNumber || isBeforeTitle {
        guard isBeforeTitle || text.ends(withText: "文件") else { continue }
        assign(isBeforeNumber || text.ends(withText: "文件") ? .redHead : .headMark, to: index)
      } else if number.map({ index == $0 + 1 }) ?? false, text.starts(withText: "签发人") {
        assign(.documentNumber, to: index)
      }
    }
  }

  private mutating func readOrgans(ofRedHead index: Int) {
    var text = lines[index].text
    if text.ends(withText: "文件") { text = text.dropping(lastScalars: 2) }
    if isOrderHead(text) { text = text.dropping(lastScalars: 1) }
    addIssuers(OrganName.list(in: text), at: lines[index])
  }

  private mutating func readAddressee() {
    guard bodyStart < lines.count else { return }
    let line = lines[bodyStart]
    guard role(bodyStart) == .body, line.endsWithColon, !line.beginsWithEnumerator, !line.isByline, line.level == nil,
      line.size <= 900, !line.text.starts(withText: "附件")
    else { return }
    assign(.addressee, to: bodyStart)
  }
}

extension String {
  func allSatisfyScalars(_ condition: (Unicode.Scalar) -> Bool) -> Bool { unicodeScalars.allSatisfy(condition) }
}
