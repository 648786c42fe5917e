internal import Publication

/// Footnotes and endnotes of a page that LibreOffice saved: `a.sdfootnoteanc` marks one in the text, `div#sdfootnote1` at the end holds it.
struct HTMLNotes {
  /// What marks and notes are called, in reading order: "sdfootnote1", "sdendnote1".
  private var marks: [String] = []
  private var bodies: [String] = []

  /// The number of the note that a link marks, counted over both kinds; `nil`: it is a link like others.
  mutating func number(markedBy element: HTMLElement) -> Int? {
    guard element.has("class", "sdfootnoteanc") || element.has("class", "sdendnoteanc"), let name = element["name"],
      name.hasSuffix("anc")
    else { return nil }
    let key = String(name.dropLast(3))
    if let known = marks.firstIndex(of: key) { return known + 1 }
    marks.append(key)
    return marks.count
  }

  /// Whether a link is the number before a note.
  static func isSymbol(_ element: HTMLElement) -> Bool {
    element.has("class", "sdfootnotesym") || element.has("class", "sdendnotesym")
  }

  /// Whether an element holds a note that is marked.
  mutating func isBody(_ element: HTMLElement) -> Bool {
    guard !marks.isEmpty, let id = element["id"], marks.contains(id), !bodies.contains(id) else { return false }
    bodies.append(id)
    return true
  }

  /// The notes in the order of their marks, from the order in which they were read.
  func ordered(_ notes: [[Block]]) -> [[Block]] {
    marks.map { mark in bodies.firstIndex(of: mark).flatMap { notes.indices.contains($0) ? notes[$0] : nil } ?? [] }
  }
}
