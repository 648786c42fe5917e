import Publication

/// What the draft interface takes. 字 isn't defined there: Unicode scalars are counted, format controls of Mongolian included.
///
/// Source: the vendor's page draft_add (title 32 字, author 16 字, digest 128 字, content under 20,000 characters and under
/// 1 MB, tags included) and uploadimg (jpg or png, under 1 MB). 1 MB is taken as 1,000,000 bytes, the smaller reading.
enum WeChatLimits {
  static let defaults = [
    LimitUse(field: "title", unit: "scalars", max: 32, used: 0),
    LimitUse(field: "author", unit: "scalars", max: 16, used: 0),
    LimitUse(field: "digest", unit: "scalars", max: 128, used: 0),
    LimitUse(field: "content", unit: "scalars", max: 19_999, used: 0),
    LimitUse(field: "contentBytes", unit: "bytes", max: 999_999, used: 0),
    LimitUse(field: "imageBytes", unit: "bytes", max: 999_999, used: 0),
  ]

  /// Links to this host stay links; all others come out as text.
  static let host = "mp.weixin.qq.com"

  /// What uploadimg takes.
  static let imageTypes = ["image/jpeg", "image/png"]
}
