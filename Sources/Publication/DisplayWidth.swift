/// How many columns of a terminal a text takes: 2 for wide and full-width characters, 0 for combining and invisible ones.
///
/// Source: Unicode Standard Annex #11, "East Asian Width", classes W and F; ambiguous characters take 1.
package func displayWidth(_ text: String) -> Int {
  text.unicodeScalars.reduce(0) { $0 + width(of: $1.value) }
}

/// `text` with spaces to `width` columns, on its right or, for numbers, on its left.
package func padded(_ text: String, to width: Int, onLeft: Bool = false) -> String {
  let spaces = String(repeating: " ", count: max(0, width - displayWidth(text)))
  return onLeft ? spaces + text : text + spaces
}

/// Lines of at most `width` columns, broken between any two characters, but not before closing punctuation nor inside an ASCII word.
package func wrapped(_ text: String, to width: Int, indent: String = "") -> [String] {
  let closing: Set<Unicode.Scalar> = ["，", "。", "；", "：", "、", "）", "”", "》", "！", "？"]
  var lines: [String] = []
  var line = ""
  func isWord(_ piece: String) -> Bool { piece.unicodeScalars.last.map { $0.isASCII && $0 != " " } ?? false }
  var pieces: [String] = []
  for scalar in text.unicodeScalars {
    let piece = String(String.UnicodeScalarView([scalar]))
    if let last = pieces.last, closing.contains(scalar) || (isWord(piece) && isWord(last)) {
      pieces[pieces.count - 1] = last + piece
    } else {
      pieces.append(piece)
    }
  }
  for piece in pieces {
    if !line.isEmpty && displayWidth(line) + displayWidth(piece) > width {
      lines.append(line)
      line = indent
    }
    line += piece
  }
  return lines + [line]
}

private func width(of scalar: UInt32) -> Int {
  if scalar < 0x300 { return scalar == 0xAD ? 0 : 1 }
  if within(scalar, noColumns) { return 0 }
  return scalar >= 0x1100 && within(scalar, twoColumns) ? 2 : 1
}

private func within(_ scalar: UInt32, _ ranges: [ClosedRange<UInt32>]) -> Bool {
  ranges.contains { $0.contains(scalar) }
}

private let noColumns: [ClosedRange<UInt32>] = [
  0x300...0x36F, 0x483...0x489, 0x180B...0x180F, 0x18A9...0x18A9, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x200B...0x200F,
  0x202A...0x202E, 0x2060...0x206F, 0x20D0...0x20FF, 0x302A...0x302D, 0x3099...0x309A, 0xFE00...0xFE0F,
  0xFE20...0xFE2F, 0xFEFF...0xFEFF, 0xE0100...0xE01EF,
]

private let twoColumns: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
  0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
  0x16FE0...0x18CFF, 0x1AFF0...0x1B2FF, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x1FA70...0x1FAFF,
  0x20000...0x3FFFD,
]
