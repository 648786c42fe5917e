import Publication

/// DIS-019: a child's name beside a school or a class holds the item until the name is covered.
///
/// In running text a name follows 学生, 幼儿 … or a class, or stands before 同学, in a line that names a school or a class; in a table a column of names stands beside one of classes.
/// 李某某 and 李** are covered already. Names are known by the commonest surnames, Mongolian ones by the characters that transcribe them (`TranscribedName`); in tables any name is seen.
/// Source: disclosure rules, "Personal data" (minor's name with school or class: class F); 《个人信息保护法》第二十八条 (不满十四周岁未成年人).
enum MinorRule {
  /// Whether a child is named in a line, or in the row below this head of a list.
  static func isNamed(_ index: Int, of lines: [ScannedLine]) -> Bool {
    if lines[index].isConcealed { return false }
    return names(in: lines[index].text) || isHeading(index, of: lines)
  }

  // MARK: Running text

  /// Whether this line names a child and its school or class.
  static func names(in text: String) -> Bool {
    let line = MarkLine(text, limit: 4000)
    guard let first = (0..<line.count).first(where: { line.first(of: schools, at: $0) != nil }) else { return false }
    for index in 0..<line.count {
      if let cue = line.first(of: children, at: index), isName(line, at: index + cue.count, afterClass: false) {
        return true
      }
      if index >= first, let end = classEnd(line, at: index), isName(line, at: end, afterClass: true) { return true }
      if line.has(mates, at: index), isName(line, before: index) { return true }
      if line.has(attending, at: index), isName(line, before: nameEnd(line, before: index)) { return true }
      if line.scalars[index] == 0x28, isClass(line, at: index + 1), isName(line, before: index) { return true }
    }
    return false
  }

  private static let schools = MarkLine.words(
    "年级", "小学", "中学", "初中", "高中", "幼儿园", "学校", "小班", "中班", "大班", "就读", "一中", "二中", "三中", "中一班",
    "中二班", "大一班", "大二班", "小一班", "小二班", "初一", "初二", "初三", "高一", "高二", "高三")
  private static let children = MarkLine.words(
    "学生", "幼儿", "女童", "男童", "男孩", "女孩", "儿童", "小朋友", "新生", "孤儿", "孩子",
    "之子", "之女")
  private static let mates: [UInt32] = [0x540C, 0x5B66]  // 同学

  private static let attending: [UInt32] = [0x5C31, 0x8BFB]  // 就读

  /// Where a name would end that stands before 就读: 陈小龙，现就读于.
  private static func nameEnd(_ line: MarkLine, before index: Int) -> Int {
    var end = index
    while end > 0, goingOn.contains(line.scalars[end - 1]) { end -= 1 }
    return end
  }

  private static let goingOn = set("现,正在")

  /// Whether a class stands in the brackets that open before `start`: （四年级3班）.
  private static func isClass(_ line: MarkLine, at start: Int) -> Bool {
    guard let close = line.scalars[start...].prefix(20).firstIndex(of: 0x29), close > start else { return false }
    return line.scalars[close - 1] == 0x73ED
  }

  /// Behind the number of a class: 三年级二班, 五（2）班. A year alone is none: 三年级教师.
  private static func classEnd(_ line: MarkLine, at index: Int) -> Int? {
    guard line.has([0x73ED], at: index), index > 0 else { return nil }
    var before = index - 1
    if line.scalars[before] == 0x29 { before -= 1 }
    guard before >= 0, Digit.value(of: line.scalars[before]) != nil || line.scalars[before] == 0x5341 else {
      return nil
    }
    return index + 1
  }

  /// Whether a name of two or three characters begins at `start` and ends before a sign, the end, or a word that goes on about a person.
  private static func isName(_ line: MarkLine, at start: Int, afterClass: Bool) -> Bool {
    var start = start
    if start < line.count, line.scalars[start] == 0x7684 { start += 1 }
    if afterClass, let cue = line.first(of: children, at: start) { start += cue.count }
    while start < line.count, line.scalars[start] == 0x3A || line.scalars[start] == 0x28 { start += 1 }
    if let end = TranscribedName.end(in: line, from: start), isOver(line, at: end) { return true }
    guard start + 1 < line.count, surnames.contains(line.scalars[start]) else { return false }
    return [3, 2].contains { count in
      let end = start + count
      return end <= line.count && isGiven(line, start + 1..<end)
        && !line.contains(anyOf: words, in: start..<min(end + 1, line.count)) && isOver(line, at: end)
    }
  }

  /// Whether a name may end here.
  private static func isOver(_ line: MarkLine, at end: Int) -> Bool {
    end == line.count || line.isSpaced[end] || !line.isHan(at: end) || line.first(of: persons, at: end) != nil
  }

  private static func isName(_ line: MarkLine, before end: Int) -> Bool {
    if let start = TranscribedName.start(in: line, before: end), mayBegin(line, at: start) { return true }
    return [3, 2].contains { count in
      let start = end - count
      return start >= 0 && surnames.contains(line.scalars[start]) && isGiven(line, start + 1..<end)
        && !line.contains(anyOf: words, in: start..<end) && mayBegin(line, at: start)
    }
  }

  /// Whether a name may begin here.
  private static func mayBegin(_ line: MarkLine, at start: Int) -> Bool {
    start == 0 || line.isSpaced[start] || !line.isHan(at: start - 1) || line.first(of: leads, at: start - 1) != nil
      || children.contains { line.has($0, at: start - $0.count) } || line.scalars[start - 1] == 0x73ED
      || schools.contains { line.has($0, at: start - $0.count) }
  }

  /// Characters of a given name: Han, neither numerals nor 某, nor what makes words.
  private static func isGiven(_ line: MarkLine, _ range: Range<Int>) -> Bool {
    range.allSatisfy {
      line.isHan(at: $0) && !ordinary.contains(line.scalars[$0]) && Digit.value(of: line.scalars[$0]) == nil
    }
  }

  private static let surnames = set(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚包乌")
  /// 某, and characters that stand in words and in few names.
  private static let ordinary = set("某的和与及等在为是有无不人名们生校班级学年月日个位后前中上下以由被将并可应要其该及至各每全所")
  private static let words = MarkLine.words(
    "安全", "方面", "方案", "方式", "方法", "高考", "高度", "高等", "高质", "金额", "金融", "任何", "任务", "任教", "文化", "文明", "常见", "常规", "常态",
    "程度", "许可", "何时",
    "白天", "段位", "田径", "田野", "武术", "康复", "龙头", "石油", "易感", "史料", "江河", "马上", "周末", "周边", "钱款", "夏季", "夏令", "秦岭", "王者",
    "于是", "万余", "范围", "高效", "高峰", "高低",
    "叶片", "江苏", "石榴", "黄河", "余额", "万元", "雷电", "毛笔", "汤面", "顾问", "包括", "包车", "包含", "乌海", "乌兰", "杜绝", "温暖", "宋体", "唐诗",
    "周岁", "周年", "周一", "周五")
  /// What goes on about a person.
  private static let persons = MarkLine.words(
    "同学", "获", "被", "在", "因", "系", "于", "荣获", "的父", "的母", "的家", "小朋友", "，", "等", "就读")
  private static let leads = MarkLine.words("和", "与", "对", "由", "为", "给", "向", "及", "的", "奖")

  // MARK: Tables

  /// Whether this line heads a list of children: in a row of heads, or a line of words with white space between, and a row of values below.
  static func isHeading(_ index: Int, of lines: [ScannedLine]) -> Bool {
    let line = lines[index]
    guard case .cell(let table, let row) = line.standing else {
      guard line.text.utf8.count <= 160, index + 1 < lines.count else { return false }
      return isList(tokens(MarkLine(line.text)), tokens(MarkLine(lines[index + 1].text)))
    }
    let head = MarkLine(line.text).scalars
    guard plainNames.contains(head) || isChildHead(head) else { return false }
    func cells(_ step: Int, _ wanted: Int) -> [[UInt32]] {
      var found: [[UInt32]] = []
      var at = index + step
      while lines.indices.contains(at), case .cell(table, let here) = lines[at].standing,
        (row...row + 1).contains(here), abs(at - index) < 60
      {
        if here == wanted { found.append(MarkLine(lines[at].text).scalars) }
        at += step
      }
      return found
    }
    return isList(cells(-1, row).reversed() + [head] + cells(1, row), cells(1, row + 1))
  }

  private static func tokens(_ line: MarkLine) -> [[UInt32]] {
    var tokens: [[UInt32]] = [[]]
    for index in 0..<line.count {
      if line.isSpaced[index] || line.scalars[index] == 0x7C { tokens.append([]) }
      if line.scalars[index] != 0x7C { tokens[tokens.count - 1].append(line.scalars[index]) }
    }
    return tokens.filter { !$0.isEmpty }
  }

  /// Heads of names beside school, class or guardian, and a name and a class (or a school) among the values below: an empty form has none.
  private static func isList(_ heads: [[UInt32]], _ values: [[UInt32]]) -> Bool {
    let isChild = heads.contains(where: isChildHead)
    // A guardian, or a heading that says a child under school age or without parents: no school is needed.
    let isMinor = heads.contains { head in guardians.contains(head) || minors.contains { head.starts(with: $0) } }
    guard isChild || heads.contains(where: { plainNames.contains($0) }),
      isMinor || heads.contains(where: { classes.contains($0) || (isChild && places.contains($0)) })
    else { return false }
    // Where no cell is empty, the name stands below its heading.
    let candidates =
      heads.count == values.count
      ? heads.indices.filter { plainNames.contains(heads[$0]) || isChildHead(heads[$0]) }.map { values[$0] } : values
    let isNamed = candidates.contains { value in
      (2...7).contains(value.count)
        && value.allSatisfy { Unicode.Scalar($0)?.isHan ?? false || $0 == 0xB7 }
        && !value.contains(0x67D0) && !labels.contains { contains($0, in: value) }
    }
    return isNamed
      && (isMinor && (isChild || values.count > 1) || isChild && values.count > 1)
      || isNamed
        && values.contains { value in
          schooling.contains { contains($0, in: value) } && !classes.contains(value) && !places.contains(value)
        }
  }

  private static func contains(_ word: [UInt32], in value: [UInt32]) -> Bool {
    value.indices.contains { value[$0...].starts(with: word) }
  }

  /// 学生姓名, 受助学生, 留守儿童姓名: a head of a column of children's names.
  private static func isChildHead(_ head: [UInt32]) -> Bool {
    if childNames.contains(head) { return true }
    return head.count <= 10 && nameWords.contains { head.count > $0.count && head.suffix($0.count).elementsEqual($0) }
      && pupils.contains { contains($0, in: head) }
  }

  private static let nameWords = MarkLine.words("姓名", "名字", "名单")
  private static let pupils = MarkLine.words("学生", "幼儿", "儿童", "孩子", "子女", "未成年人", "孤儿", "新生", "孙子女")
  private static let minors = MarkLine.words("幼儿姓名", "儿童姓名", "未成年人姓名", "孤儿姓名", "留守儿童", "困境儿童", "事实无人抚养儿童")
  private static let guardians = MarkLine.words("监护人", "监护人姓名")
  private static let plainNames = MarkLine.words("姓名", "名字")
  private static let childNames = MarkLine.words("学生姓名", "幼儿姓名", "儿童姓名", "孩子姓名", "子女姓名", "未成年人姓名", "受助学生")
  private static let classes = MarkLine.words(
    "班级", "年级", "所在班级", "就读班级", "就读年级", "年级班级", "监护人", "监护人姓名", "就读学校", "就读幼儿园", "所在年级", "家长姓名")
  private static let places = MarkLine.words("学校", "所在学校", "幼儿园", "学校名称", "毕业学校", "所在园所")
  /// Other heads of such a list or form, and values that are no names.
  private static let labels = MarkLine.words(
    "性别", "民族", "年龄", "出生", "籍贯", "电话", "地址", "住址", "说明", "填表", "签", "意见", "日期", "时间", "关系", "情况", "单位", "原因", "理由",
    "申请", "金额", "号码", "学校", "小学", "中学", "年级", "班", "园", "家长", "监护", "备注", "联系", "职务", "照片",
    "身份", "爱好", "特长", "面貌",
    "汉族", "蒙古族", "编号", "序号", "合计")
  private static let schooling = MarkLine.words("年级", "班", "小学", "中学", "学校", "幼儿园", "初一", "初二", "初三", "高一", "高二", "高三")

  private static func set(_ text: String) -> Set<UInt32> { Set(text.unicodeScalars.map(\.value)) }
}
