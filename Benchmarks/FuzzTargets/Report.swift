import MongolianText

/// What holds of every report, whoever wrote it.
enum Report {
  static func check(_ input: String, _ result: NormalizedText) {
    guard let back = try? TextChangeReport.rebuildInput(output: result.text, changes: result.changes) else {
      fatalError("broken: the report belongs to the output")
    }
    require(same(back, input), "the report rebuilds the input")
    guard let forth = try? TextChangeReport.rebuildOutput(input: input, changes: result.changes) else {
      fatalError("broken: the report belongs to the input")
    }
    require(same(forth, result.text), "the report leads to the output")
    var place = 0
    for flag in result.flags {
      require(flag.scalarOffset >= place, "flags are in order")
      place = flag.scalarOffset
    }
  }
}

/// By bytes: Swift's `==` calls canonically equivalent strings equal.
func same(_ left: String, _ right: String) -> Bool {
  left.utf8.elementsEqual(right.utf8)
}
