import Disclosure
public import Ingest
public import Publication

/// One run's configuration, `pipeline.json`. Every option is documented in `docs/configuration.md`.
public struct Configuration: Sendable, Equatable {
  /// The office itself.
  public struct Office: Sendable, Equatable {
    /// Its name, by language tag.
    public var name: [String: String] = ["zh": "某某盟行政公署办公室"]
    /// IANA name of the zone whose days are publication days.
    public var timeZone = "Asia/Shanghai"
    /// Numbers and addresses that the office itself publishes: never personal data.
    public var contacts: [String] = []
  }

  /// Where everything is: relative to the configuration file.
  public var workDirectory = "."
  /// The office.
  public var office = Office()
  /// The outlets, in the order of reports.
  public var outlets: [OutletConfiguration] = Configuration.defaultOutlets
  /// Waiting times.
  public var waiting = Waiting()
  /// Bounds of what is read.
  public var limits = IngestLimits()
  /// Bounds of the programs that read PDF, RTF, DOC and WPS for us.
  public var subprocesses = SubprocessLimits()
  /// Items of one run at most; `nil`: all.
  public var itemsPerRun: Int?
  /// Reviews that must have passed before a document is opened, by 栏目 or 主题分类; `*`: every document. None by default.
  public var requiredReviews: [String: [ReviewKind]] = [:]
  /// How the halves of one content go out, by 栏目 or 主题分类; `*`: the others.
  public var languagePolicies: [String: LanguagePolicy] = [:]
  /// Names in the inbox that are never documents, besides the built-in list: `*` stands for any characters.
  public var ignore: [String] = []
  /// Paths of ICU transliteration rules for Mongolian, relative to the configuration file.
  public var mongolianRules: [String] = []
  /// The path of the list of wrong names, relative to the configuration file.
  public var wrongNamesPath: String?
  /// The list itself, once it has been read.
  var wrongNames: WrongNames?
  /// Free bytes under which a run doesn't start.
  public var spaceReserve = 64 << 20

  /// How long things wait, in seconds.
  public struct Waiting: Sendable, Equatable {
    /// A file is taken when it has not changed for so long.
    public var settle = 60
    /// A document without a sidecar waits so long for one, and a bundle for its attachments.
    public var sidecar = 120
    /// An empty file is rejected after so long.
    public var empty = 3600
    /// A damaged file may still be arriving: it is judged after so long.
    public var incomplete = 600
    /// An editor's lock file older than this is a leftover.
    public var staleLock = 86_400
    /// A Mongolian document without an attribute waits so long in the inbox for its Chinese half, then in `held/`.
    public var pair = 259_200

    /// The default waiting times.
    public init() {}

    /// All of them zero: lone documents are judged, empty files rejected.
    public static let none: Waiting = {
      var none = Waiting()
      none.settle = 0
      none.sidecar = 0
      none.empty = 0
      none.incomplete = 0
      none.pair = 0
      return none
    }()
  }

  /// The defaults.
  public init() {}

  /// The four outlets of the contract.
  public static let defaultOutlets: [OutletConfiguration] = [
    OutletConfiguration(
      id: OutletID("site-zh"), kind: "website", language: .chinese, name: ["zh": "汉文网站", "en": "Chinese website"]),
    OutletConfiguration(
      id: OutletID("site-mn"), kind: "website", language: .mongolian, name: ["zh": "蒙古文网站", "en": "Mongolian website"]),
    OutletConfiguration(
      id: OutletID("wechat-mn"), kind: "wechat", language: .mongolian,
      name: ["zh": "蒙古文微信公众号", "en": "Mongolian WeChat account"]),
    OutletConfiguration(
      id: OutletID("wechat-zh"), kind: "wechat", language: .chinese,
      name: ["zh": "汉文微信公众号", "en": "Chinese WeChat account"]),
  ]
}
