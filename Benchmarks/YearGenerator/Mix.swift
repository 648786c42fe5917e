/// What one content of the year is for: its documents and their outlets.
struct ContentKind: Sendable {
  var name: String
  /// Contents of this kind in one year.
  var count: Int
  /// Outlets of the Chinese document; empty: there is none.
  var chinese: [String] = []
  /// Outlets of the Mongolian document; empty: there is none.
  var mongolian: [String] = []
}

/// Why a document of the year must not reach an outlet, and where it belongs.
enum Flaw: String, CaseIterable, Sendable {
  case attributeMissing, attributeUnclear, attributeConflict, onRequest, withheld, secrecyMark, personalNumber
  case unknownOutlet, wrongLanguage, titleTooLong, duplicateKey, badDate
  case unknownFormat, damaged, empty
  case duplicate

  /// Documents of this kind in one year: 741 together, 8 % of the published ones.
  var count: Int {
    switch self {
    case .attributeMissing: 150
    case .attributeUnclear: 30
    case .attributeConflict: 40
    case .onRequest: 80
    case .withheld: 60
    case .secrecyMark: 50
    case .personalNumber: 60
    case .unknownOutlet: 20
    case .wrongLanguage: 20
    case .titleTooLong: 20
    case .duplicateKey: 10
    case .badDate: 11
    case .unknownFormat: 30
    case .damaged: 40
    case .empty: 20
    case .duplicate: 100
    }
  }

  /// The state in which `zarlal list` must show it.
  var state: String {
    switch self {
    case .onRequest: "onRequest"
    case .withheld: "sealed"
    case .unknownFormat, .damaged, .empty: "rejected"
    case .duplicate: "duplicates"
    default: "held"
    }
  }

  /// Whether no word of it may be found outside `sealed/`, `on-request/` and `held/restricted/`.
  var isRestricted: Bool {
    switch self {
    case .attributeConflict, .onRequest, .withheld, .secrecyMark: true
    default: false
    }
  }
}

/// One year of a league's office.
enum Mix {
  static let published: [ContentKind] = [
    ContentKind(name: "site-zh", count: 3956, chinese: ["site-zh"]),
    ContentKind(name: "site-zh+wechat-zh", count: 905, chinese: ["site-zh", "wechat-zh"]),
    ContentKind(name: "wechat-zh", count: 120, chinese: ["wechat-zh"]),
    ContentKind(name: "pair", count: 300, chinese: ["site-zh"], mongolian: ["site-mn"]),
    ContentKind(name: "pair+wechat-mn", count: 600, chinese: ["site-zh"], mongolian: ["site-mn", "wechat-mn"]),
    ContentKind(
      name: "pair+all", count: 400, chinese: ["site-zh", "wechat-zh"], mongolian: ["site-mn", "wechat-mn"]),
    ContentKind(name: "site-mn", count: 530, mongolian: ["site-mn"]),
    ContentKind(name: "site-mn+wechat-mn", count: 800, mongolian: ["site-mn", "wechat-mn"]),
    ContentKind(name: "wechat-mn", count: 348, mongolian: ["wechat-mn"]),
  ]

  /// In every restricted document, in its title and its file name.
  static let canary = "金丝雀CANARY"
}
