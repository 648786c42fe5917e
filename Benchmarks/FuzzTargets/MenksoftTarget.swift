import MongolianText

/// Any text: to Unicode and back by the report, to Menksoft's code and back by conversion.
enum MenksoftTarget {
  static func attempt(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    guard let text = String(validating: bytes, as: UTF8.self) else { return 0 }
    if let result = try? Menksoft.unicode(from: text) {
      if !result.changes.isEmpty || !result.flags.isEmpty { Report.check(text, result) }
      require(!result.text.unicodeScalars.contains(where: isPrivate), "no private code is left")
      require(!result.changes.isEmpty || same(result.text, text), "no change, no difference")
      require(replacesCodeOnly(result), "only code is replaced")
    }
    if let code = try? Menksoft.menksoft(from: text) {
      guard !code.changes.isEmpty else {
        require(same(code.text, text), "no change, no difference")
        return 0
      }
      Report.check(text, code)
      guard let back = try? Menksoft.unicode(from: code.text) else {
        fatalError("broken: what was written can be read")
      }
      require(same(back.text, text), "the way back is exact")
    }
    return 0
  }

  /// Each change takes private codes away and puts none in.
  private static func replacesCodeOnly(_ result: NormalizedText) -> Bool {
    result.changes.allSatisfy {
      $0.before.scalars.allSatisfy(isPrivate) && !$0.after.scalars.contains(where: isPrivate)
    }
  }

  private static func isPrivate(_ scalar: Unicode.Scalar) -> Bool {
    (0xE000...0xF8FF).contains(scalar.value) || scalar.value >= 0xF0000
  }
}
