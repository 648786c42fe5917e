import Publication

/// Measures a rendering against the limits of one outlet.
struct Limits {
  let outlet: OutletConfiguration
  let defaults: [LimitUse]
  private(set) var uses: [LimitUse] = []
  private(set) var refusals: [Diagnostic] = []

  init(of outlet: OutletConfiguration, defaults: [LimitUse]) {
    self.outlet = outlet
    self.defaults = defaults
  }

  /// The most that this outlet takes of `field`: what `pipeline.json` says, else the kind's default.
  func max(_ field: String) -> Int {
    outlet.limits[field] ?? defaults.first { $0.field.utf8.elementsEqual(field.utf8) }?.max ?? Int.max
  }

  /// Notes how much of `field` is used; over the limit, the outlet refuses with the figures (OUT-002).
  mutating func measure(_ field: String, used: Int) {
    let unit = defaults.first { $0.field.utf8.elementsEqual(field.utf8) }?.unit ?? "scalars"
    let use = LimitUse(field: field, unit: unit, max: max(field), used: used)
    uses.append(use)
    guard !use.fits else { return }
    refusals.append(
      Diagnostic(
        .limitExceeded, .hold, outlets: [outlet.id], place: Limits.word(field),
        details: [
          "outlet": outlet.id.rawValue, "field": Limits.word(field), "used": String(used), "max": String(use.max),
          "unit": unit.utf8.elementsEqual("bytes".utf8) ? "字节" : "字",
        ]))
  }

  /// Notes that the outlet can't show `what` (OUT-004), and what helps.
  mutating func refuse(_ what: String, advice: String) {
    refusals.append(
      Diagnostic(
        .outletUnusable, .hold, outlets: [outlet.id], place: what,
        details: ["outlet": outlet.id.rawValue, "what": what, "advice": advice]))
  }

  /// The field as the desk calls it.
  static func word(_ field: String) -> String {
    switch field {
    case "title": "标题"
    case "author": "作者"
    case "digest": "摘要"
    case "content", "contentBytes": "正文"
    case "imageBytes": "图片"
    default: field
    }
  }
}

extension String {
  /// Unicode scalars: what limits of text count.
  var scalarCount: Int {
    var text = self
    return text.withUTF8 { bytes in
      var count = 0
      for byte in bytes { count &+= byte & 0xC0 != 0x80 ? 1 : 0 }
      return count
    }
  }
}
