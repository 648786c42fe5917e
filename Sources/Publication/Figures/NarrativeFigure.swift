/// Figures that section one or six of the annual report tells in words. The raw value is the figure's place in `disclosure-annual/1`.
///
/// The office's own list: the form asks for five parts of section one and leaves the figures to the office.
/// Source: 国办公开办函〔2021〕30号, part one (headings); the figures are those of the office's report for 2025.
public enum NarrativeFigure: String, Sendable, CaseIterable {
  /// 主动公开公文, in documents.
  case officialDocumentsOpened = "section1.proactive.official_documents_opened"
  /// 公开政协提案办理件, in documents.
  case proposalFilesOpened = "section1.proactive.cppcc_proposal_files_opened"
  /// 人民网“领导留言板” messages handled.
  case leaderBoardMessages = "section1.proactive.public_messages.people_cn_leader_board"
  /// 中国政府网 messages handled.
  case portalMessages = "section1.proactive.public_messages.gov_cn_portal"
  /// 国务院“互联网+督查” messages handled.
  case supervisionMessages = "section1.proactive.public_messages.state_council_internet_plus_supervision"
  /// Applications handled in the year: new ones and those carried in. Counted from table 3.
  case accepted = "section1.on_request.accepted"
  /// Applications answered in the year and within their deadline: the register of applications knows.
  case answeredInTime = "section1.on_request.answered_in_time"
  /// Administrative reviews of the year. Counted from table 4.
  case reviews = "section1.on_request.reviews"
  /// Administrative suits of the year, both kinds. Counted from table 4.
  case suits = "section1.on_request.suits"
  /// Share of attribute decisions never reversed, in percent.
  case attributeAccuracy = "section1.management.attribute_marking_accuracy_percent"
  /// 行政规范性文件 issued. Counted from table 2.
  case normativeIssued = "section1.management.normative_documents_issued"
  /// 行政规范性文件 repealed. Counted from table 2.
  case normativeRepealed = "section1.management.normative_documents_repealed"
  /// Visits of the websites, in ten thousands.
  case visits = "section1.platform.visits_wan"
  /// Growth of the visits over the year before, in percent.
  case visitsGrowth = "section1.platform.visits_growth_percent"
  /// Security inspections of the websites.
  case securityInspections = "section1.platform.security_inspections"
  /// Penetration tests of the websites.
  case penetrationTests = "section1.platform.penetration_tests"
  /// Share of found vulnerabilities that were mended, in percent.
  case vulnerabilityFix = "section1.platform.vulnerability_fix_percent"
  /// Issues of the government gazette.
  case gazetteIssues = "section1.platform.gazette_issues"
  /// Banners or districts guided.
  case bannersGuided = "section1.supervision.banners_or_districts"
  /// Departments guided.
  case departmentsGuided = "section1.supervision.departments_guided"
  /// Share of found problems that were mended, in percent.
  case problemFix = "section1.supervision.problem_fix_percent"
  /// Core indicators of the assessment of departments.
  case coreIndicators = "section1.supervision.core_indicators"
  /// Scoring points of the assessment of departments.
  case scoringPoints = "section1.supervision.scoring_points"
  /// Departments that took part in training.
  case trainingDepartments = "section1.supervision.training_departments"
  /// People that took part in training.
  case trainingPeople = "section1.supervision.training_people"
  /// 信息处理费 charged to applicants, in yuan.
  case processingFee = "section6.information_processing_fee_yuan"
  /// Applications for which a 信息处理费 was charged.
  case chargedApplications = "section6.charged_applications"
}
