/// Invented Chinese notices and news: every organ and place is made up.
enum ChineseText {
  static let places = [
    "阿尔善旗", "乌兰淖尔旗", "巴彦浩沁旗", "赛汗塔拉镇", "敖伦布拉格镇", "巴音查干苏木", "查干苏木", "呼和淖尔嘎查", "哈日布拉格嘎查", "乌力吉口岸",
    "额尔和图开发区", "宝日希勒街道",
  ]
  static let organs: [(name: String, word: String)] = [
    ("乌兰塔拉盟行政公署办公室", "乌署办发"), ("乌兰塔拉盟交通运输局", "乌交发"), ("乌兰塔拉盟农牧局", "乌农牧发"), ("乌兰塔拉盟水务局", "乌水发"),
    ("乌兰塔拉盟教育体育局", "乌教体发"), ("乌兰塔拉盟民政局", "乌民发"), ("乌兰塔拉盟自然资源局", "乌自然资发"), ("乌兰塔拉盟林业和草原局", "乌林草发"),
    ("乌兰塔拉盟卫生健康委员会", "乌卫健发"), ("乌兰塔拉盟文化旅游广电局", "乌文旅广发"),
  ]
  static let topics = [
    "冬季供暖", "草原生态保护补奖", "高标准农田建设", "困难群众救助", "政务服务“一网通办”", "优化营商环境", "牧区饮水安全巩固提升", "安全生产专项整治", "口岸通关便利化",
    "城乡居民基本医疗保险", "黄河流域生态保护", "沙漠锁边治理", "就业创业服务", "国家通用语言文字推广普及", "农村牧区公路养护", "春季造林绿化", "防汛抗旱", "公共文化服务",
    "基层治理", "政府信息公开",
  ]
  static let deeds = ["召开专题会议，研究部署", "举办业务培训班，持续推动", "组织现场观摩活动，交流推广", "邀请专家授课，解读", "赴基层一线调研", "开展联合督导检查，压紧压实"]
  static let openings = ["近年来，", "今年以来，", "下一步，", "据了解，", "会议指出，", "会议强调，", "与此同时，", "群众普遍反映，", "记者从有关部门获悉，"]
  static let clauses = [
    "各旗区各部门要压实责任、细化举措", "要坚持问题导向和目标导向相统一", "切实增强人民群众的获得感、幸福感、安全感", "为全盟经济社会高质量发展提供有力支撑", "推动形成上下联动、齐抓共管的工作格局",
    "确保各项任务落地见效", "进一步完善长效机制", "加强源头管理和全过程监管", "以钉钉子精神抓好落实", "严格落实“三审三校”制度", "做到早谋划、早部署、早落实", "充分尊重农牧民意愿",
    "统筹推进重点项目建设", "及时回应社会关切",
  ]
  static let levels = ["一、", "二、", "三、", "四、", "五、"]
  static let chapters = ["总体要求", "主要任务", "职责分工", "时间安排", "保障措施"]
  static let marks = ["（此件公开发布）", "（此件主动公开）", "（信息公开选项：主动公开）", "公开属性：主动公开"]

  static func topicTitle(_ random: inout Randomness) -> String {
    random.pick(places) + random.pick(deeds) + random.pick(topics) + random.pick(["工作", "有关工作", "重点任务"])
  }

  static func sentence(_ random: inout Randomness) -> String {
    var text = random.pick(openings)
    let count = random.number(2...5)
    for index in 0..<count {
      text += random.chance(45) ? figure(&random) : random.pick(clauses)
      text += index == count - 1 ? "。" : "，"
    }
    return text
  }

  static func figure(_ random: inout Randomness) -> String {
    switch random.number(0...6) {
    case 0: "共完成投资\(random.number(100...9999))万元"
    case 1: "惠及农牧民\(random.number(100...9999))户\(random.number(10...999))人"
    case 2: "治理面积达\(random.number(1000...9999))亩"
    case 3: "办理群众诉求\(random.number(100...900))件，办结率\(random.number(86...100))%"
    case 4: "新建机电井\(random.number(10...800))眼"
    case 5: "同比增长\(random.number(1...39)).\(random.number(0...9))%"
    default: "组织宣讲\(random.number(20...900))场次"
    }
  }

  static func paragraph(_ random: inout Randomness) -> String {
    var text = ""
    for _ in 0..<random.number(2...6) { text += sentence(&random) }
    return text
  }

  /// A date in words: 2025年7月11日.
  static func day(_ date: Day) -> String { "\(date.year)年\(date.month)月\(date.day)日" }

  /// A news item; the sentence with `serial` is in no other document.
  static func news(serial: Int, date: Day, random: inout Randomness) -> Article {
    var article = Article()
    article.title = topicTitle(&random)
    let count = random.number(2...9)
    for _ in 0..<count { article.paragraphs.append(paragraph(&random)) }
    article.paragraphs.append("本条为全盟政务信息第\(serial)条，欢迎社会各界监督。")
    if random.chance(12) {
      article.table = [["指标", "数量"]]
      for _ in 0..<random.number(2...5) {
        article.table.append([random.pick(topics), String(random.number(10...999))])
      }
    }
    return article
  }

  /// A notice in the layout of GB/T 9704-2012; its number is in no other document.
  static func notice(serial: Int, date: Day, random: inout Randomness) -> Article {
    var article = Article()
    let organ = random.pick(organs)
    let topic = random.pick(topics)
    article.title = "\(organ.name)关于做好\(topic)工作的通知"
    article.documentNumber = "\(organ.word)〔\(date.year)〕\(serial)号"
    article.head = [organ.name + "文件", "\(organ.word)〔\(date.year)〕\(serial)号"]
    article.addressee = "各旗人民政府，各开发区管委会，盟直各有关部门："
    article.paragraphs.append("为切实做好\(topic)工作，现就有关事项通知如下：")
    for index in 0..<random.number(2...5) {
      article.paragraphs.append(levels[index] + chapters[index])
      for _ in 0..<random.number(1...2) { article.paragraphs.append(paragraph(&random)) }
    }
    article.signature = [organ.name, day(date)]
    if random.chance(50) { article.foot = ["抄送：盟委办公室，盟人大工委办公室。", "\(organ.name) \(day(date))印发"] }
    return article
  }
}
