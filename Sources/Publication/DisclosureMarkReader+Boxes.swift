/// Rows of boxes: ☑主动公开 ☐依申请公开 ☐不予公开.
extension DisclosureMarkReader {
  enum Token: Equatable {
    case ticked, unticked, value(DisclosureAttribute), other
  }

  private struct Piece {
    var token: Token
    /// White space stood before it.
    var isSpaced: Bool
    /// A sign that also serves as a bullet.
    var isBullet: Bool = false
  }

  /// What a row of boxes says; `nil`: the line is no such row. None or several ticked is unclear, and so is a tick that may belong to the
  /// attribute before it or to the one after it.
  /// In a row put together from cells or lines (`isJoined`) a tick standing apart belongs to no one.
  func boxes(isJoined: Bool = false) -> [DisclosureMark]? {
    var (pieces, otherCount) = pieces()
    let boxCount = pieces.count { $0.token == .ticked || $0.token == .unticked }
    let values = pieces.compactMap { if case .value(let value) = $0.token { value } else { nil } }
    guard boxCount > 0, !values.isEmpty, otherCount <= 30 else { return nil }
    if boxCount == 1, values.count == 1, pieces.first?.isBullet == true { return nil }
    guard pieces.count(where: { $0.token == .ticked }) == 1 else { return [.unclear] }
    while pieces.first?.token == .other { pieces.removeFirst() }
    while pieces.last?.token == .other { pieces.removeLast() }
    guard let tick = pieces.firstIndex(where: { $0.token == .ticked }) else { return [.unclear] }
    return [chosen(by: tick, among: pieces, isJoined: isJoined).map(DisclosureMark.attribute) ?? .unclear]
  }

  private func chosen(by tick: Int, among pieces: [Piece], isJoined: Bool) -> DisclosureAttribute? {
    func value(at index: Int) -> DisclosureAttribute? {
      guard pieces.indices.contains(index), case .value(let value) = pieces[index].token else { return nil }
      return value
    }
    let before = value(at: tick - 1)
    let after = value(at: tick + 1)
    let joinsBefore = !pieces[tick].isSpaced
    let joinsAfter = pieces.indices.contains(tick + 1) && !pieces[tick + 1].isSpaced
    // Where white space contradicts the order of the row (□不予公开√ 主动公开), nobody can say.
    if isUniform(pieces, valueFirst: false) { return before != nil && joinsBefore && !joinsAfter ? nil : after }
    if isUniform(pieces, valueFirst: true) {
      return after != nil && joinsAfter && !joinsBefore ? nil : before ?? value(at: tick - 2)
    }
    if let after, (tick == 0 && !(isJoined && !joinsAfter)) || (pieces[tick].isSpaced && joinsAfter && before != nil) {
      guard tick + 2 >= pieces.count || pieces[tick + 2].token != .unticked || pieces[tick + 2].isSpaced else {
        return nil
      }
      return after
    }
    if let before,
      (tick == pieces.count - 1 && !(isJoined && !joinsBefore)) || (joinsBefore && !joinsAfter && after != nil)
    {
      guard tick < 2 || pieces[tick - 2].token != .unticked || pieces[tick - 1].isSpaced else { return nil }
      return before
    }
    return nil
  }

  /// Whether every value has its box before it (or after it), with nothing else in the row. A box with a tick in it (□√) is one.
  private func isUniform(_ pieces: [Piece], valueFirst: Bool) -> Bool {
    var expectsValue = valueFirst
    var index = 0
    while index < pieces.count {
      if case .value = pieces[index].token {
        guard expectsValue else { return false }
      } else {
        guard !expectsValue, pieces[index].token != .other else { return false }
        if pieces[index].token == .unticked, index + 1 < pieces.count, pieces[index + 1].token == .ticked { index += 1 }
      }
      expectsValue.toggle()
      index += 1
    }
    return expectsValue == valueFirst
  }

  /// Whether the line holds nothing but boxes, wordings and a word or two: one option of a row, or part of it.
  func isOption() -> Bool {
    let (pieces, otherCount) = pieces()
    guard otherCount <= 4 else { return false }
    if pieces.contains(where: { $0.token == .ticked || $0.token == .unticked }) { return true }
    // A closing mark of its own is no option.
    return !pieces.allSatisfy { $0.token == .other } && marks().isEmpty
  }

  private func pieces() -> (pieces: [Piece], otherCount: Int) {
    var pieces: [Piece] = []
    var otherCount = 0
    var index = 0
    while index < line.count {
      let scalar = line.scalars[index]
      let isSpaced = line.isSpaced[index]
      if let (token, length, isBullet) = box(at: index) {
        pieces.append(Piece(token: token, isSpaced: isSpaced, isBullet: isBullet))
        index += length
      } else if let wording = wording(at: index), isOption(wording, at: index) {
        pieces.append(Piece(token: .value(wording.attribute), isSpaced: isSpaced))
        index = wording.end
      } else {
        if scalar == 0x3A, !pieces.contains(where: { if case .value = $0.token { true } else { false } }) {
          pieces.removeAll(keepingCapacity: true)
        } else if line.isHan(at: index) {
          otherCount += 1
          if pieces.last?.token != .other { pieces.append(Piece(token: .other, isSpaced: isSpaced)) }
        }
        index += 1
      }
    }
    return (pieces, otherCount)
  }

  /// Whether a wording is an option of the row, not the beginning of other words (公开属性, 主动公开的信息).
  private func isOption(_ wording: Wording, at index: Int) -> Bool {
    if wording.isPlain, !wording.hasSubject, index > 0, line.isHan(at: index - 1), box(at: index - 1) == nil {
      return false
    }
    guard line.isHan(at: wording.end), !line.isSpaced[wording.end] else { return true }
    return self.wording(at: wording.end) != nil || box(at: wording.end) != nil
  }

  func box(at index: Int) -> (token: Token, length: Int, isBullet: Bool)? {
    guard line.scalars.indices.contains(index) else { return nil }
    if line.scalars[index] == 0x28 {
      if index + 1 < line.count, line.scalars[index + 1] == 0x29 { return (.unticked, 2, false) }
      guard index + 2 < line.count, line.scalars[index + 2] == 0x29 else { return nil }
      switch line.scalars[index + 1] {
      case 0x58, 0x78, 0x221A, 0x2713, 0x2714, 0x2705: return (.ticked, 3, false)
      default: return nil
      }
    }
    switch line.scalars[index] {
    case 0x2611, 0x2612, 0x221A, 0x2713, 0x2714, 0x2705, 0x25A3, 0x1F5F9, 0x1F5F8, 0x25C9, 0x29BF, 0xF0FE, 0xF0FD,
      0xF052,
      0xF054, 0xF0FC, 0xF050:
      return (.ticked, 1, false)
    case 0x25A0, 0x25CF, 0xF06E: return (.ticked, 1, true)
    case 0x25CB: return (.unticked, 1, true)
    case 0x2610, 0x25A1, 0x25A2, 0x25FB, 0x25FD, 0x25EF, 0x2B1C, 0xF0A3, 0xF0A8, 0xF06F, 0xF02A:
      return (.unticked, 1, false)
    // 口 typed for □.
    case 0x53E3 where wording(at: index + 1) != nil && !line.isHan(at: index - 1): return (.unticked, 1, false)
    default: return nil
    }
  }
}
