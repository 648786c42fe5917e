/// One value of a closed list.
public struct RegisterChoice: Sendable, Equatable {
  /// Its name in JSON and in the store.
  public var key: String
  /// The Chinese name, as it is printed.
  public var name: String
  /// Other spellings that are read.
  public var aliases: [String]

  init(_ key: String, _ name: String, _ aliases: [String] = []) {
    self.key = key
    self.name = name
    self.aliases = aliases
  }
}

/// A value that comes from a closed list and knows its names.
protocol RegisterChoosing: CaseIterable, RawRepresentable<String> {
  var choice: RegisterChoice { get }
}

/// One column of a register: a field of its rows.
public struct RegisterColumn: Sendable, Equatable {
  /// What its cells hold.
  public enum Form: Sendable, Equatable {
    /// Words, so many code points at most.
    case text(Int)
    /// A day.
    case date
    /// A whole number.
    case count(ClosedRange<Int>)
    /// One of a closed list.
    case choice([RegisterChoice])
  }

  /// The field's name in JSON, in arguments and in the store.
  public var key: String
  /// The header.
  public var name: String
  /// Other headers that are read.
  public var aliases: [String] = []
  /// What its cells hold.
  public var form: Form
  /// Whether every row must have it.
  public var isRequired = false
  /// Whether it may hold what concerns a person: shown only to who asks for the whole row, never in lists, logs and notes.
  public var isPrivate = false
  /// What to fill in, for people.
  public var help: String

  /// What a cell must look like, for people.
  public var wanted: String {
    switch form {
    case .text(let most): "不超过\(most)字的文字"
    case .date: "日期，如2025-03-01、2025/3/1或2025年3月1日"
    case .count(let range): "\(range.lowerBound)至\(range.upperBound)的整数"
    case .choice(let choices): choices.map(\.name).joined(separator: "、")
    }
  }
}

extension RegisterColumn {
  static func text(_ key: String, _ name: String, most: Int = 200, _ help: String) -> RegisterColumn {
    RegisterColumn(key: key, name: name, form: .text(most), help: help)
  }

  static func date(_ key: String, _ name: String, _ help: String) -> RegisterColumn {
    RegisterColumn(key: key, name: name, form: .date, help: help)
  }

  static func count(_ key: String, _ name: String, _ range: ClosedRange<Int>, _ help: String) -> RegisterColumn {
    RegisterColumn(key: key, name: name, form: .count(range), help: help)
  }

  static func choice<Choice: RegisterChoosing>(
    _ key: String, _ name: String, _: Choice.Type, _ help: String
  ) -> RegisterColumn {
    RegisterColumn(key: key, name: name, form: .choice(Choice.allCases.map(\.choice)), help: help)
  }

  static let number = text("number", "登记号", most: 60, "本单位的登记编号，同一登记簿内不重复；再次导入同一编号视为修改").required
  static let source = text("source", "来源", "数据从哪里来：文件、系统、报表").required
  static let handler = text("handler", "经办人", most: 60, "谁登记的").required
  static let remark = text("remark", "备注", most: 1000, "其他需要记下的事").inConfidence

  var required: RegisterColumn {
    var column = self
    column.isRequired = true
    return column
  }

  var inConfidence: RegisterColumn {
    var column = self
    column.isPrivate = true
    return column
  }

  func known(as aliases: String...) -> RegisterColumn {
    var column = self
    column.aliases = aliases
    return column
  }
}
