import Testing

@testable import Normalization

@Suite struct JoinedTextTests {
  @Test("texts stay apart wherever an edit falls: inside one, over their border, at a barrier")
  func edits() {
    var random = SplitMix(state: 3)
    for _ in 0..<3000 {
      var joined = JoinedText()
      var isText: [Bool] = []
      for index in 0..<(1 + Int(random.next() % 6)) {
        joined.append(String(repeating: "abcdefgh"[at: index], count: Int(random.next() % 5)))
        isText.append(true)
        if random.next() % 3 == 0 { joined.appendBarrier("\n") }
      }
      let before = joined.bytes
      var edits: [JoinedText.Edit] = []
      var position = 0
      while position < before.count {
        let start = position + Int(random.next() % 4)
        let end = min(before.count, start + Int(random.next() % 3))
        if start > before.count || before[min(start, before.count)..<max(start, end)].contains(0x0A) { break }
        if start == before.count { break }
        edits.append(
          .init(range: start..<max(start, end), replacement: Array("XYZ".utf8.prefix(Int(random.next() % 4)))))
        position = max(start, end) + 1
      }
      var expected = before
      for edit in edits.reversed() { expected.replaceSubrange(edit.range, with: edit.replacement) }
      let count = joined.ranges.count
      joined.apply(edits)
      #expect(joined.bytes == expected)
      #expect(joined.ranges.count == count)
      #expect(joined.parts.joined().utf8.elementsEqual(expected.filter { $0 != 0x0A }))
    }
  }
}

extension String {
  fileprivate subscript(at index: Int) -> String { String(Array(unicodeScalars)[index % unicodeScalars.count]) }
}
