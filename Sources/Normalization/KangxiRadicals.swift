/// Kangxi radicals, U+2F00 to U+2FD5, to the ideographs that they look like.
///
/// Source: UnicodeData.txt, compatibility decompositions of the block "Kangxi Radicals" (stable by the normalization policy); the
/// tests compare the whole table with the platform's NFKD.
enum KangxiRadicals {
  /// The unified ideograph for a Kangxi radical, `nil` for any other scalar.
  static func unified(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard scalar.value >= 0x2F00 else { return nil }
    let index = Int(scalar.value - 0x2F00)
    return index < table.count ? table[index] : nil
  }

  private static let table = Array(
    """
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土\
    士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手\
    支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉\
    瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳\
    聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛\
    辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯\
    鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠
    """.unicodeScalars)
}
