import Publication

/// What a website takes by default: generous bounds against accidents, set closer in `pipeline.json` where a site needs it.
enum WebsiteLimits {
  static let defaults = [
    LimitUse(field: "title", unit: "scalars", max: 300, used: 0),
    LimitUse(field: "contentBytes", unit: "bytes", max: 16_777_216, used: 0),
  ]
}
