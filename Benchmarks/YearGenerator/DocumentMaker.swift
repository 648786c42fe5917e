/// Makes the documents of one calendar year, one after the other.
struct DocumentMaker {
  let year: Int
  /// The number of the last document: part of every name and text, so that no two are alike.
  private(set) var serial: Int
  var random: Randomness

  init(year: Int, serial: Int, seed: UInt64) {
    self.year = year
    self.serial = serial
    random = Randomness(seed: seed)
  }

  /// The documents of one content, with their outlets and month.
  mutating func content(_ kind: ContentKind) -> [(item: DroppedItem, outlets: [String], month: String)] {
    let date = Day.random(in: year, &random)
    let isPair = !kind.chinese.isEmpty && !kind.mongolian.isEmpty
    var made: [(DroppedItem, [String], String)] = []
    var number: String?
    let pair = isPair ? "\(year)-\(serial + 1)" : nil
    if !kind.chinese.isEmpty {
      var article = chinese(date, isNotice: random.chance(isPair ? 50 : 25))
      number = article.documentNumber
      article.outlets = kind.chinese
      article.pair = pair
      made.append((written(clear(article), date), kind.chinese, date.monthKey))
    }
    if !kind.mongolian.isEmpty {
      var article = mongolian(date)
      article.outlets = kind.mongolian
      article.pair = pair
      if isPair, random.chance(30) {
        // No attribute of its own: it has its Chinese half's, found by `pair` or by the document number.
        if let number, random.chance(50) {
          article.pair = nil
          article.documentNumber = number
        }
      } else {
        article = clear(article)
      }
      made.append((written(article, date), kind.mongolian, date.monthKey))
    }
    return made
  }

  mutating func chinese(_ date: Day, isNotice: Bool) -> Article {
    serial += 1
    var article =
      isNotice
      ? ChineseText.notice(serial: serial, date: date, random: &random)
      : ChineseText.news(serial: serial, date: date, random: &random)
    article.date = date.iso
    if article.title.unicodeScalars.count > 32 {
      article.shortTitle = random.pick(ChineseText.places) + random.pick(ChineseText.topics) + "工作动态"
    }
    return article
  }

  mutating func mongolian(_ date: Day) -> Article {
    serial += 1
    var article = MongolianPhrases.news(serial: serial, random: &random)
    article.date = date.iso
    return article
  }

  /// Says 主动公开, in metadata, in a closing mark or in both.
  private mutating func clear(_ article: Article) -> Article {
    var article = article
    let mark = random.pick(ChineseText.marks)
    switch random.number(0...2) {
    case 0: article.attribute = random.pick(["主动公开", "proactive"])
    case 1: article.mark = mark
    default: (article.attribute, article.mark) = ("主动公开", mark)
    }
    return article
  }

  /// Formats and encodings, each as often as offices use it.
  private static let kinds: [FileKind] = [
    .text, .text, .text, .markdown, .markdown, .markdown, .html, .html, .docx, .docx,
  ]
  private static let encodings: [TextEncoding] = [
    .utf8, .utf8, .utf8, .utf8WithMark, .gb18030, .gb18030, .utf16LittleEndian, .utf16BigEndian,
  ]

  /// The file and what lies beside it, in a random format and convention.
  mutating func written(
    _ article: Article, _ date: Day, kind: FileKind? = nil, convention: Convention? = nil
  ) -> DroppedItem {
    let kind = kind ?? random.pick(Self.kinds)
    var fitting = Convention.fitting(kind)
    // An attribute that only metadata say needs a convention that says it.
    if article.attribute != nil, article.mark == nil { fitting.removeAll(where: \.isDayAlone) }
    let convention = convention ?? random.pick(fitting)
    let metadata = Metadata(article, convention)
    let stem = "\(date.stamp)_\(serial)_\(article.isMongolian ? "mn" : Self.shortened(article.title))"
    var item = DroppedItem(name: "\(stem).\(kind.rawValue)", bytes: [])
    if convention.isSidecar { item.sidecar = Array(metadata.json().utf8) }
    let front = convention.isFrontMatter ? metadata.frontMatter() : ""
    switch kind {
    case .text:
      let indent = article.isMongolian ? "" : random.pick(["", "\u{3000}\u{3000}"])
      item.bytes = random.pick(Self.encodings).bytes(of: front + Rendering.text(article, indent: indent))
    case .markdown: item.bytes = Array((front + Rendering.markdown(article)).utf8)
    case .html:
      let image = random.chance(12) ? "\(stem).files/现场.png" : nil
      if let image { item.companions.append((image, SmallPicture.png(serial))) }
      item.bytes = Array(Rendering.html(article, image: image).utf8)
    case .docx:
      item.bytes = Rendering.docx(article, properties: convention == .properties ? metadata.properties() : nil)
    }
    if item.companions.isEmpty, !article.isMongolian, random.chance(1) {
      let list = "任务清单\n第\(serial)号清单：\(ChineseText.sentence(&random))\n"
      item.companions.append(("\(stem).附件/任务清单.txt", Array(list.utf8)))
    }
    return item
  }

  /// The first 18 code points, as people shorten names.
  private static func shortened(_ title: String) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: title.unicodeScalars.prefix(18))
    return text
  }
}
