public import Publication

/// A WeChat Official Account: an `article` in the field names of the draft interface.
public struct WeChatOutlet: OutletKind {
  /// The name in `pipeline.json`.
  public static let kind = "wechat"
  /// Title, author, digest, content and pictures.
  public static var defaultLimits: [LimitUse] { WeChatLimits.defaults }

  /// The kind.
  public init() {}

  /// What the account would show of `content`. Nothing is cut: what doesn't fit is refused with its figures.
  public func rendering(of content: EditionContent, for outlet: OutletConfiguration) -> Rendering {
    var limits = Limits(of: outlet, defaults: WeChatLimits.defaults)
    let title = self.title(of: content, max: limits.max("title"))
    let author = content.metadata[.author] ?? ""
    let digest = content.metadata[.digest] ?? ""
    let html = WeChatRenderer.html(of: content)
    limits.measure("title", used: title.scalarCount)
    limits.measure("author", used: author.scalarCount)
    limits.measure("digest", used: digest.scalarCount)
    limits.measure("content", used: html.scalarCount)
    limits.measure("contentBytes", used: html.utf8.count)
    check(content.images, &limits)
    let cover = self.cover(of: content, &limits)
    let article: JSONValue = .object([
      "article_type": .string("news"),
      "title": .string(title),
      "author": .string(author),
      "digest": .string(digest),
      "content": .string(html),
      "content_source_url": .string(""),
      "thumb_media_id": .string(""),
      "need_open_comment": .int(0),
      "only_fans_can_comment": .int(0),
    ])
    return Rendering(
      title: title, html: html, members: [("article", article), ("cover", cover)], limits: limits.uses,
      refusals: limits.refusals)
  }

  /// The title; the short one where only that fits.
  private func title(of content: EditionContent, max: Int) -> String {
    guard content.title.scalarCount > max, let short = content.metadata[.shortTitle], !short.isEmpty else {
      return content.title
    }
    return short
  }

  /// uploadimg takes jpg and png of less than 1 MB: any other picture would vanish from the text.
  private func check(_ images: [ImageResource], _ limits: inout Limits) {
    guard !images.isEmpty else { return }
    let others = images.count { !WeChatLimits.imageTypes.contains($0.mediaType) }
    if others > 0 {
      limits.refuse(
        "图片（\(others) 张不是 JPEG 或 PNG）", advice: "请把图片转成 JPEG 或 PNG 后重新投放，或从“发布渠道”中去掉该公众号。")
    }
    let max = limits.max("imageBytes")
    let largest = images.reduce(0) { Swift.max($0, $1.bytes.count) }
    if largest > max {
      limits.refuse(
        "图片（最大 \(largest) 字节，上限 \(max) 字节）", advice: "请把图片压缩到上限以内后重新投放，或从“发布渠道”中去掉该公众号。")
    }
  }

  /// 封面: the picture that metadata name, else the first of the text; the interface wants one before the draft is made.
  private func cover(of content: EditionContent, _ limits: inout Limits) -> JSONValue {
    let image: ImageResource?
    if let name = content.metadata[.cover], !name.isEmpty {
      image = content.images.first { $0.name.utf8.elementsEqual(name.utf8) }
      if image == nil { limits.refuse("封面（图片不在本件之中）", advice: "请把封面图片和文稿一起投放，或去掉元数据中的“封面”。") }
    } else {
      image = content.images.first
    }
    guard let image else { return .null }
    return .object([
      "name": .string(image.name), "sha256": .string(image.digest.hex), "bytes": .int(image.bytes.count),
    ])
  }
}
