import Publication

/// From a paragraph to its texts and back.
enum InlineWalk {
  /// What the texts of a paragraph hold: those that read on, and those that stand alone (readings, alternative texts).
  static func traits(of inlines: [Inline]) -> TextTraits {
    var traits: TextTraits = []
    for inline in inlines {
      switch inline {
      case .text(let text): traits.formUnion(.of(text))
      case .strong(let inner), .emphasis(let inner), .superscript(let inner), .subscript(let inner),
        .link(let inner, _):
        traits.formUnion(self.traits(of: inner))
      case .ruby(let base, let reading): traits.formUnion(self.traits(of: base).union(.of(reading)))
      case .image(let image): traits.formUnion(.of(image.alternative))
      case .lineBreak, .footnoteMark: break
      }
    }
    return traits
  }

  /// The texts that read on, joined. A footnote mark is no barrier: a suffix after it still belongs to the word before it.
  static func joined(_ inlines: [Inline]) -> JoinedText {
    var joined = JoinedText()
    append(inlines, to: &joined)
    return joined
  }

  private static func append(_ inlines: [Inline], to joined: inout JoinedText) {
    for inline in inlines {
      switch inline {
      case .text(let text): joined.append(text)
      case .strong(let inner), .emphasis(let inner), .superscript(let inner), .subscript(let inner),
        .link(let inner, _),
        .ruby(let inner, _):
        append(inner, to: &joined)
      case .lineBreak: joined.appendBarrier("\n")
      case .image: joined.appendBarrier("\u{FFFC}")
      case .footnoteMark: break
      }
    }
  }

  /// The paragraph with `parts` in the place of its texts, in order; texts that stand alone go through `alone`.
  static func rebuilt(
    _ inlines: [Inline], _ parts: inout IndexingIterator<[String]>, alone: (String) -> String
  ) -> [Inline] {
    var out: [Inline] = []
    out.reserveCapacity(inlines.count)
    for inline in inlines {
      switch inline {
      case .text:
        if let text = parts.next(), !text.isEmpty { out.append(.text(text)) }
      case .strong(let inner): out.append(.strong(rebuilt(inner, &parts, alone: alone)))
      case .emphasis(let inner): out.append(.emphasis(rebuilt(inner, &parts, alone: alone)))
      case .superscript(let inner): out.append(.superscript(rebuilt(inner, &parts, alone: alone)))
      case .subscript(let inner): out.append(.subscript(rebuilt(inner, &parts, alone: alone)))
      case .link(let inner, let href): out.append(.link(rebuilt(inner, &parts, alone: alone), href: href))
      case .ruby(let base, let reading):
        out.append(.ruby(base: rebuilt(base, &parts, alone: alone), reading: alone(reading)))
      case .image(let image):
        out.append(.image(ImageReference(digest: image.digest, alternative: alone(image.alternative))))
      case .lineBreak, .footnoteMark: out.append(inline)
      }
    }
    return out
  }
}
