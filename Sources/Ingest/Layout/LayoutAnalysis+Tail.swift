import Publication

extension LayoutAnalysis {
  /// Closing marks, colophon, signature and date, and a number at the very end.
  mutating func readTail() {
    var index = bodyStart
    while index < lines.count {
      defer { index += 1 }
      let line = lines[index]
      guard role(index) == .body, line.size <= 900 else { continue }
      if line.size <= 300, DisclosureMark.parse(line.text) != nil {
        assign(.note, to: index)
      } else if Colophon.isLine(line.text) {
        assign(.colophon, to: index)
        index = continueColophon(index)
      }
    }
    readSignature()
    readNumberAtEnd()
  }

  /// 抄送 runs over several lines up to its full stop or the line of 印发.
  private mutating func continueColophon(_ index: Int) -> Int {
    guard lines[index].text.starts(withText: "抄送"), !lines[index].text.ends(withText: "。") else { return index }
    for end in index + 1..<min(lines.count, index + 4) {
      let text = lines[end].text
      guard text.ends(withText: "。") || Colophon.isLine(text), lines[end].size <= 600 else { continue }
      if Colophon.isLine(text), end == index + 1 { return index }
      for line in index + 1...end { assign(.colophon, to: line) }
      return end
    }
    return index
  }

  /// The first date after the body that a signature or the end of the text surrounds: annexes may have dates of their own.
  private mutating func readSignature() {
    for index in bodyStart..<max(bodyStart, lines.count) {
      let line = lines[index]
      guard role(index) == .body, line.size <= 400, line.level == nil else { continue }
      if index > bodyStart, let date = CivilDate(line: line.text) {
        guard closes(index) else { continue }
        takeDate(date, at: index)
        takeSignature(before: index)
        takeNote(after: index)
        return
      }
      if let (before, date) = CivilDate.trailing(line.text), !OrganName.list(in: before).isEmpty {
        takeDate(date, at: index)
        addIssuers(OrganName.list(in: before), at: line)
        takeSignature(before: index)
        takeNote(after: index)
        return
      }
    }
  }

  /// Whether the date at `index` closes the document.
  private func closes(_ index: Int) -> Bool {
    if lines[index].alignment == .end { return true }
    if index > bodyStart, !lines[index].followsOther, !OrganName.list(in: lines[index - 1].text).isEmpty { return true }
    // Under an order stands the name of a person.
    if findings.number?.value.number?.isOrder == true, index > bodyStart, lines[index - 1].size <= 60,
      !lines[index - 1].isSentence, !lines[index - 1].beginsWithEnumerator
    {
      return true
    }
    guard index + 1 < lines.count else { return true }
    return role(index + 1) == .note || role(index + 1) == .colophon
  }

  private mutating func takeDate(_ date: CivilDate, at index: Int) {
    assign(.date, to: index)
    let evidence = Evidence(fact: "date", source: .text, value: date.description, place: lines[index].place)
    findings.formedOn = Found(date, evidence)
  }

  private mutating func takeSignature(before index: Int) {
    var signatures: [Int] = []
    var above = index - 1
    while above >= bodyStart, signatures.count < 20, !lines[above + 1].followsOther, role(above) == .body,
      lines[above].level == nil, !OrganName.list(in: lines[above].text).isEmpty
    {
      signatures.append(above)
      above -= 1
    }
    for line in signatures.reversed() {
      assign(.signature, to: line)
      addIssuers(OrganName.list(in: lines[line].text), at: lines[line])
    }
  }

  /// 附注 in round brackets below the date.
  private mutating func takeNote(after index: Int) {
    var next = index + 1
    while next < min(lines.count, index + 4), !lines[next].followsOther, role(next) == .body || role(next) == .note,
      role(next) == .note || lines[next].isBracketed
    {
      assign(.note, to: next)
      next += 1
    }
  }

  /// A Mongolian half may carry the Chinese number as its last line.
  private mutating func readNumberAtEnd() {
    guard findings.number == nil,
      let last = lines.indices.reversed().first(where: {
        role($0) == .body || role($0) == .date || role($0) == .signature
      }),
      last >= bodyStart, role(last) == .body, let reading = DocumentNumber.parse(lines[last].text),
      !reading.defects.contains(.bracketsLost), !reading.defects.contains(.suffixLost)
    else { return }
    // A list of numbers is content.
    if last > bodyStart, DocumentNumber.parse(lines[last - 1].text) != nil { return }
    record(reading, at: last)
  }
}
