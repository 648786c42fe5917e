internal import Publication

/// Why a document wasn't read.
struct ReadingFault: Error {
  var diagnostic: Diagnostic

  init(diagnostic: Diagnostic) { self.diagnostic = diagnostic }

  /// The file isn't whole, or isn't what it says.
  static func damaged(_ reason: String, place: String = "") -> ReadingFault {
    ReadingFault(diagnostic: Diagnostic(.damaged, .reject, place: place, details: ["reason": reason]))
  }

  /// More paragraphs than the limit.
  static func tooManyParagraphs(max: Int) -> ReadingFault {
    let details = ["what": "段落数", "used": "\(max) 以上", "max": String(max)]
    return ReadingFault(diagnostic: Diagnostic(.tooLarge, .hold, details: details))
  }
}
