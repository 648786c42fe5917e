/// Vertical presentation forms and the ordinary marks they stand for, one to one.
///
/// Vertical lines turn ordinary marks by themselves. The first sixteen pairs are those of Menksoft's table
/// (`locales/mn-Mong/menksoft.tsv`); the others follow the names in Unicode's blocks FE10 and FE30. The forms
/// whose mark is not certain (low lines, sesame dots) are left alone.
enum VerticalForms {
  static func ordinary(_ form: UInt32) -> UInt32? {
    switch form {
    case 0xFE10: 0xFF0C
    case 0xFE14: 0xFF1B
    case 0xFE15: 0xFF01
    case 0xFE16: 0xFF1F
    case 0xFE31: 0x2014
    case 0xFE32: 0x2013
    case 0xFE35: 0xFF08
    case 0xFE36: 0xFF09
    case 0xFE39: 0x3014
    case 0xFE3A: 0x3015
    case 0xFE3D: 0x300A
    case 0xFE3E: 0x300B
    case 0xFE3F: 0x3008
    case 0xFE40: 0x3009
    case 0xFE43: 0x300E
    case 0xFE44: 0x300F
    case 0xFE11: 0x3001
    case 0xFE12: 0x3002
    case 0xFE13: 0xFF1A
    case 0xFE17: 0x3016
    case 0xFE18: 0x3017
    case 0xFE19: 0x2026
    case 0xFE30: 0x2025
    case 0xFE37: 0xFF5B
    case 0xFE38: 0xFF5D
    case 0xFE3B: 0x3010
    case 0xFE3C: 0x3011
    case 0xFE41: 0x300C
    case 0xFE42: 0x300D
    case 0xFE47: 0xFF3B
    case 0xFE48: 0xFF3D
    default: nil
    }
  }
}
