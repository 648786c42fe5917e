public import Publication

/// One application for government information (依申请公开), from its receipt to its end.
/// Source: 《政府信息公开条例》(国令第711号) 第二十九条至第三十八条.
public struct Application: Sendable, Equatable {
  /// The one request to correct the application (第三十条).
  public struct Correction: Sendable, Equatable {
    /// When the applicant was told.
    public var asked: CivilDate
    /// By when it had to come, as told to the applicant.
    public var due: CivilDate?
    /// When it came: the answer clock starts again.
    public var received: CivilDate?
  }

  /// More time for the answer, approved by the head of the disclosure unit and told to the applicant (第三十三条).
  public struct Extension: Sendable, Equatable {
    /// When the applicant was told.
    public var told: CivilDate
    /// Working days, 1 to 20.
    public var days: Int
    /// Who approved it.
    public var approvedBy: String
  }

  /// A letter to someone who must be heard: the clock stands still meanwhile (第三十二条、第三十三条、第三十四条).
  public struct Consultation: Sendable, Equatable {
    /// Who is heard.
    public enum Party: String, Sendable {
      /// 第三方: silence leaves the decision to the organ.
      case thirdParty = "第三方"
      /// 共同制作机关: silence is consent.
      case jointOrgan = "共同制作机关"
    }

    /// Who is heard.
    public var party: Party
    /// When the letter went out.
    public var sent: CivilDate
    /// When it was received: 15 working days run from here.
    public var received: CivilDate?
    /// When the answer came.
    public var answered: CivilDate?
  }

  /// The information processing fee (国办函〔2020〕109号).
  public struct Charge: Sendable, Equatable {
    /// By item or by page.
    public var scale: InformationFee.Scale
    /// Items or pages.
    public var quantity: Int
    /// When the applicant received the notice.
    public var notified: CivilDate?
    /// When it was paid.
    public var paid: CivilDate?
    /// Yuan charged, as registered; the working is `InformationFee`.
    public var yuan: Int?
  }

  /// The end of the procedure.
  public struct Reply: Sendable, Equatable {
    /// Its day.
    public var date: CivilDate
    /// What was replied.
    public var kind: ReplyKind
  }

  /// 登记号.
  public let number: String
  /// Which column of the form.
  public let applicantKind: ApplicantKind
  /// Who: needed for the record, for the fee by month and for repeated applications; told nowhere.
  public let applicant: String
  /// Which information, where it can be named: what is compared for 第四十四条. Told nowhere.
  public let information: String?
  /// How it came.
  public let channel: ApplicationChannel
  /// When it came in, for channels that need a confirmation.
  public let submitted: CivilDate?
  /// The day from which the law counts; `nil`: not confirmed with the applicant yet (第三十一条).
  public let received: CivilDate?
  /// The request to correct it.
  public let correction: Correction?
  /// More time.
  public let moreTime: Extension?
  /// Who is heard.
  public let consultations: [Consultation]
  /// The fee.
  public let charge: Charge?
  /// The end; `nil`: open.
  public let reply: Reply?
  /// 经办人.
  public let handler: String
}

extension Application {
  init?(_ row: RegisterRow, _ reading: inout RowReading) {
    guard let kind = row.choice("applicantKind", ApplicantKind.self),
      let channel = row.choice("channel", ApplicationChannel.self)
    else { return nil }
    number = row.number
    applicantKind = kind
    applicant = row.text("applicant") ?? ""
    information = row.text("information")
    self.channel = channel
    submitted = row.date("submitted")
    handler = row.text("handler") ?? ""
    if let needed = channel.dateColumn.needed, row.date(needed) == nil {
      reading.refuse(needed, "提出方式是“\(channel.choice.name)”，收到申请之日以这一天为准，必须填写")
    }
    received = row.date(channel.dateColumn.key)
    if received == nil, submitted == nil, channel.dateColumn.needed == nil {
      reading.refuse("submitted", "还没有与申请人确认的，要填写来件日期")
    }
    correction = row.date("correctionAsked").map {
      Correction(asked: $0, due: row.date("correctionDue"), received: row.date("correctionReceived"))
    }
    moreTime = row.date("extended").map {
      Extension(told: $0, days: row.count("extensionDays") ?? 20, approvedBy: row.text("extendedBy") ?? "")
    }
    consultations = [Consultation(row, .thirdParty), Consultation(row, .jointOrgan)].compactMap { $0 }
    charge = row.choice("feeScale", InformationFee.Scale.self).map {
      Charge(
        scale: $0, quantity: row.count("feeQuantity") ?? 0, notified: row.date("feeNotified"),
        paid: row.date("feePaid"),
        yuan: row.count("feeYuan"))
    }
    reply = row.date("replied").flatMap { date in row.choice("reply").map { Reply(date: date, kind: $0) } }
    check(row, &reading)
  }

  /// What two columns must not say of each other.
  private func check(_ row: RegisterRow, _ reading: inout RowReading) {
    let received = channel.dateColumn.key
    reading.expectOrder(row, "submitted", received, "correctionAsked", "correctionReceived", "replied")
    reading.expectOrder(row, received, "correctionAsked", "correctionDue")
    reading.expectOrder(row, received, "extended", "replied")
    reading.expectOrder(row, received, "thirdPartySent", "thirdPartyReceived", "thirdPartyAnswered")
    reading.expectOrder(row, received, "jointSent", "jointReceived", "jointAnswered")
    reading.expectOrder(row, received, "feeNotified", "feePaid", "replied")
    for (key, other) in Self.companions { reading.expect(row, key, needs: other) }
    if self.received == nil, row.cells["replied"] != nil { reading.expect(row, "replied", needs: received) }
    switch reply?.kind {
    case .stillUnclear, .noCorrection:
      if correction == nil { reading.refuse("reply", "没有补正告知，不能这样答复") }
    case .feeUnpaid:
      if charge?.notified == nil { reading.refuse("reply", "没有发出收费通知，不能这样答复") }
      if charge?.paid != nil { reading.refuse("reply", "已经登记缴费，不能这样答复") }
    default: break
    }
  }

  private static let companions = [
    ("correctionDue", "correctionAsked"), ("correctionReceived", "correctionAsked"), ("extensionDays", "extended"),
    ("extendedBy", "extended"), ("extended", "extendedBy"), ("thirdPartyReceived", "thirdPartySent"),
    ("thirdPartyAnswered", "thirdPartySent"), ("jointReceived", "jointSent"), ("jointAnswered", "jointSent"),
    ("feeScale", "feeQuantity"), ("feeQuantity", "feeScale"), ("feeNotified", "feeScale"), ("feePaid", "feeNotified"),
    ("feeYuan", "feeScale"), ("replied", "reply"), ("reply", "replied"),
  ]
}

extension Application.Consultation {
  fileprivate init?(_ row: RegisterRow, _ party: Party) {
    let prefix = party == .thirdParty ? "thirdParty" : "joint"
    guard let sent = row.date(prefix + "Sent") else { return nil }
    self.init(
      party: party, sent: sent, received: row.date(prefix + "Received"), answered: row.date(prefix + "Answered"))
  }
}
