internal import CGumbo
import Publication

/// The elements that mean something to the reader, in the order of the table in `CGumbo.c`; every other one is transparent.
enum HTMLTag: UInt8, CaseIterable {
  case other, html, head, body, title, meta, style, script, noscript, template, iframe, object, embed, svg, math
  case input, button, select, textarea, option, datalist, optgroup, canvas, audio, video, map, noframes, applet
  case frameset, h1, h2, h3, h4, h5, h6, p, div, section, article, header, footer, nav, aside, main, address, figure
  case figcaption, center, fieldset, form, details, summary, dl, dt, dd, ul, ol, li, table, caption, thead, tbody
  case tfoot, tr, td, th, colgroup, col, blockquote, pre, br, hr, strong, b, em, i, sup, sub, a, ruby, rt, rp, rb
  case rtc, img, del, ins, font, span, listing, xmp, plaintext, area, s, strike

  /// What the reader does with the element.
  enum Role {
    /// Nothing of it is published; its text is kept as unpublished.
    case dropped
    /// It begins and ends a paragraph and lays out what is in it.
    case division
    /// It is itself a paragraph: a line end inside it is a line end, not another paragraph.
    case paragraph
    case heading(Int)
    case list(ordered: Bool)
    case table, row
    case cell(isHeader: Bool)
    case preformatted
    case transparent
    case own
  }

  /// Its role. Source: HTML Living Standard, section 15.3 (rendering of non-replaced elements).
  var role: Role {
    switch self {
    case .style, .script, .noscript, .template, .iframe, .object, .embed, .svg, .math, .button, .select, .textarea,
      .option, .datalist, .optgroup, .canvas, .audio, .video, .map, .noframes, .applet, .frameset, .area, .nav, .rp:
      .dropped
    case .html, .body, .div, .section, .article, .header, .footer, .aside, .main, .figure, .center, .fieldset, .form,
      .details, .dl:
      .division
    case .p, .address, .figcaption, .summary, .dt, .dd, .caption: .paragraph
    case .h1: .heading(1)
    case .h2: .heading(2)
    case .h3: .heading(3)
    case .h4: .heading(4)
    case .h5: .heading(5)
    case .h6: .heading(6)
    case .ul: .list(ordered: false)
    case .ol: .list(ordered: true)
    case .table: .table
    case .tr: .row
    case .td: .cell(isHeader: false)
    case .th: .cell(isHeader: true)
    case .pre, .listing, .xmp, .plaintext: .preformatted
    case .other, .head, .meta, .thead, .tbody, .tfoot, .colgroup, .col, .font, .span, .ins, .rb, .rtc, .s, .strike:
      .transparent
    case .title, .input, .li, .blockquote, .br, .hr, .strong, .b, .em, .i, .sup, .sub, .a, .ruby, .rt, .img, .del: .own
    }
  }

  /// Whether it begins a line of its own.
  var isLaidOut: Bool {
    switch role {
    case .division, .paragraph, .heading, .list, .table, .row, .cell, .preformatted: true
    case .own: self == .li || self == .br || self == .hr || self == .blockquote
    case .dropped, .transparent: false
    }
  }

  /// What the text of a dropped element is to the gate: a program is no text, everything else may hold a mark.
  var droppedKind: UnpublishedText.Kind {
    switch self {
    case .style, .script: .scriptOrStyle
    default: .hidden
    }
  }

  /// The name under which the parser knows the element, for the test that compares the two lists.
  var parserName: String { String(cString: zarlal_html_tag_name(rawValue)) }
}
