public import Publication

extension ReportChecks {
  /// `zarlal.annual-check/1`.
  public var json: JSONValue {
    let counts = ReportCheck.Status.allCases.map { status in
      JSONValue.Member(status.rawValue, .int(checks(status).count))
    }
    return .object([
      "schema": .string("zarlal.annual-check/1"), "agency": .optional(report.agency),
      "year": report.year.map(JSONValue.int) ?? .null, "form": .string(CitedForm.of2021.name),
      "checks": .array(checks.map(\.json)), "summary": .object(counts),
      "notes": .array(
        report.notes.map { note in
          let text = note.text()
          return .object([
            "code": .string(note.code.rawValue), "message": .string(text.message), "remedy": .string(text.remedy),
          ])
        }),
    ])
  }
}

extension ReportCheck {
  var json: JSONValue {
    .object([
      "id": .string(id), "status": .string(status.rawValue), "lhs": JSONValue(left), "rhs": JSONValue(right),
      "difference": JSONValue(difference), "cells": .strings(cells), "formula": .string(formula),
      "source": .string(source), "note": .string(note),
    ])
  }
}

extension JSONValue {
  /// A decimal as a JSON number: an integer where it is whole. JSON has no other decimals; the shortest form of a binary
  /// fraction is the decimal it came from, up to 15 digits.
  init(_ number: DecimalNumber?) {
    guard let number else {
      self = .null
      return
    }
    self = number.whole.map(JSONValue.int) ?? Double(number.description).map(JSONValue.double) ?? .null
  }
}

extension CellValue {
  /// The value of a JSON number, text or `null`.
  init(json: JSONValue) {
    switch json {
    case .int(let number): self = .number(DecimalNumber(number))
    case .double(let number):
      // The shortest decimal that gives this double is what was written, where that had at most 15 digits.
      let text = String(number)
      let isExact = text.utf8.filter { (0x30...0x39).contains($0) }.count <= 15
      self = (isExact ? DecimalNumber(text: text) : nil).map(CellValue.number) ?? .unreadable(text)
    case .string(let text): self = CellValue(text: text)
    case .null: self = .blank
    case .bool(let flag): self = .unreadable(String(flag))
    case .array, .object: self = .unreadable("…")
    }
  }

  var json: JSONValue {
    switch self {
    case .number(let number): JSONValue(number)
    case .blank: .null
    case .notApplicable: .string("不适用")
    case .unreadable(let text): .string(text)
    }
  }
}
