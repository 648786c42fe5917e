import Publication

/// Mongolian personal names in Chinese characters (阿木古楞, 苏日娜), known by the characters that transcribe them.
///
/// No list of names is complete. A name is three characters or more that transcribe Mongolian, one of them at least a character that ordinary
/// words seldom have; names of two characters are listed. Characters and lists are from memory, unverified: somebody who reads such names daily has to look at them.
enum TranscribedName {
  /// The end of the names that begin at `start`, 和 between them among it; `nil`: none does.
  static func end(in line: MarkLine, from start: Int) -> Int? {
    var end = start
    while end < line.count, end - start < most, sounds.contains(line.scalars[end]), end == start || !line.isSpaced[end]
    {
      end += 1
    }
    return isName(line, start..<end) ? end : nil
  }

  /// The beginning of the names that end before `end`; `nil`: none does.
  static func start(in line: MarkLine, before end: Int) -> Int? {
    var start = end
    while start > 0, end - start < most, sounds.contains(line.scalars[start - 1]), start == end || !line.isSpaced[start]
    {
      start -= 1
    }
    return isName(line, start..<end) ? start : nil
  }

  private static func isName(_ line: MarkLine, _ range: Range<Int>) -> Bool {
    if range.count == 2 { return short.contains { line.has($0, at: range.lowerBound) } }
    return range.count > 2 && range.contains { telling.contains(line.scalars[$0]) }
      && line.first(of: words, at: range.lowerBound) == nil
  }

  /// Names of several children in a row, without a sign between.
  private static let most = 16

  private static let sounds = set(
    "阿敖奥安巴包宝保贝毕必宾博勃布查察朝车楚达旦丹道德登迪都杜敦额鄂恩尔噶嘎甘高戈格根更古固哈海罕汗浩赫贺和呼胡花霍吉嘉杰金卡科克孔库拉来兰朗勒楞力丽莉里林鲁伦罗洛玛满莫孟米敏明木牧慕穆那娜纳乃尼宁诺努琪其齐钦琴青清庆仁荣日如茹萨赛桑瑟森沙莎珊善申舍斯苏索塔台太坦腾特铁廷图吐托陀娃瓦旺乌希锡西香晓秀旭雅娅亚彦燕伊依英永尤玉月云扎赞泽召照哲珠卓孜干岱音"
  )
  private static let telling = set("阿楞娜嘎敖额勒鲁玛娅娃萨塔坦乌呼斯琪莫诺苏雅格图尔楚扎茹莎")
  private static let short = MarkLine.words(
    "苏和", "巴图", "布和", "塔娜", "诺敏", "娜仁", "萨仁", "莎仁", "斯琴", "高娃", "图雅", "托娅", "托雅", "朝鲁", "孟和", "宝音", "哈斯", "吉雅", "乌兰",
    "乌仁", "乌云", "恩和", "牧仁", "阿茹", "萨茹", "敖登", "格根", "海日", "青格", "旭日", "伊拉", "阿木", "苏雅", "毕力")
  /// Places and words that are transcribed as well.
  private static let words = MarkLine.words(
    "那达慕", "敖包", "苏木", "嘎查", "哈达", "乌力格尔", "格萨尔", "江格尔", "安代", "勒勒", "沙嘎", "萨满", "奥林", "奥斯卡", "阿拉善", "阿尔山", "阿鲁科尔沁",
    "阿巴嘎", "阿拉坦额莫勒", "乌兰察布", "乌兰浩特", "乌兰布和", "乌兰牧", "乌拉特", "乌海", "呼和浩特", "呼伦贝尔", "巴彦", "巴林", "达尔罕", "达拉特", "额济纳",
    "额尔古纳",
    "额鲁特", "鄂尔多斯", "鄂托克", "科尔沁", "库伦", "奈曼", "扎鲁特", "扎赉特", "锡林", "苏尼特", "察哈尔", "克什克腾", "敖汉", "托克托", "和林格尔", "莫力达瓦",
    "海拉尔",
    "伊金霍洛", "满洲里")

  private static func set(_ text: String) -> Set<UInt32> { Set(text.unicodeScalars.map(\.value)) }
}
