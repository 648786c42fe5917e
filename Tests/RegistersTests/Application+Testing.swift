import Publication
import Testing

@testable import Registers

extension Application {
  /// An application handed in on a day, with these other fields.
  static func sample(_ number: String = "1", _ fields: [String: String] = [:]) throws -> Application {
    let basic = [
      "number": number, "applicantKind": "natural", "channel": "inPerson", "submitted": "2025-03-03", "handler": "李某",
    ]
    let (_, entry) = try RegisterEntry.reading(.applications, basic.merging(fields) { $1 })
    guard case .application(let application) = entry else { throw SampleError() }
    return application
  }

  struct SampleError: Error {}
}

func day(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso)) }
