internal import Publication

/// What holds a document of fixed pages, whatever its format: what can't be taken out of it as it stands.
enum FixedText {
  /// The faults of an article; `format` is what people call it.
  static func diagnostics(_ layout: FixedLayout, format: DocumentFormat) -> [Diagnostic] {
    var out: [Diagnostic] = []
    if layout.blocks.contains(where: hasMongolian) {
      out.append(Diagnostic(.fixedLayoutMongolian, .hold, details: ["format": format.label]))
    }
    if layout.hasColumns {
      let what = "版式文件里并排的文字（表格或分栏）"
      out.append(Diagnostic(.contentNotShowable, .hold, place: "版面", details: ["what": what]))
    }
    if layout.hasScripts {
      let what = "版式文件里的上标、下标或脚注"
      out.append(Diagnostic(.contentNotShowable, .hold, place: "版面", details: ["what": what]))
    }
    return out
  }

  private static func hasMongolian(_ block: Block) -> Bool {
    PlainText.lines(of: block).contains { line in
      line.unicodeScalars.contains { (0x1800...0x18AF).contains($0.value) || (0xE234...0xE34F).contains($0.value) }
    }
  }
}
