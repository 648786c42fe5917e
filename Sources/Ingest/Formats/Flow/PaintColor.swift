/// A colour of text, or of what is behind it.
struct PaintColor: Sendable, Equatable {
  var red: UInt8
  var green: UInt8
  var blue: UInt8

  static let white = PaintColor(red: 0xFF, green: 0xFF, blue: 0xFF)
  static let black = PaintColor(red: 0, green: 0, blue: 0)

  init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Three or six hexadecimal digits, with or without `#`; `nil`: no such number ("auto").
  init?(hex text: some Collection<UInt8>) {
    var number: UInt32 = 0
    var count = 0
    for digit in text.first == UInt8(ascii: "#") ? text.dropFirst() : text[...] {
      let value: UInt8
      switch digit {
      case 0x30...0x39: value = digit - 0x30
      case 0x41...0x46, 0x61...0x66: value = (digit | 0x20) - 0x57
      default: return nil
      }
      count += 1
      guard count <= 6 else { return nil }
      number = number << 4 | UInt32(value)
    }
    func byte(_ shift: UInt32, _ mask: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: number >> shift & mask) }
    switch count {
    case 3: self.init(red: byte(8, 15) * 17, green: byte(4, 15) * 17, blue: byte(0, 15) * 17)
    case 6: self.init(red: byte(16, 255), green: byte(8, 255), blue: byte(0, 255))
    default: return nil
    }
  }

  init?(hex text: String) { self.init(hex: text.utf8) }

  /// What is seen of it on paper where only this part of it (0 to 1) covers.
  func faded(to part: Double) -> PaintColor {
    let part = min(max(part.isFinite ? part : 1, 0), 1)
    func mixed(_ value: UInt8) -> UInt8 { UInt8(255 - (255 - Double(value)) * part) }
    return PaintColor(red: mixed(red), green: mixed(green), blue: mixed(blue))
  }

  /// Whether eyes can hardly tell the two apart: no part differs by a sixteenth.
  func isLike(_ other: PaintColor) -> Bool {
    func isNear(_ left: UInt8, _ right: UInt8) -> Bool { max(left, right) - min(left, right) < 16 }
    return isNear(red, other.red) && isNear(green, other.green) && isNear(blue, other.blue)
  }
}

/// What text is written with.
enum Ink: Sendable, Equatable {
  /// Chosen by the program so that it can be read.
  case automatic
  case clear
  case colour(PaintColor)
  /// Something that isn't understood here: a gradient, a colour of a theme.
  case unknown
}

/// What is behind text.
enum Ground: Sendable, Equatable {
  /// Nothing of its own: what is further behind shows.
  case clear
  case colour(PaintColor)
  /// A picture, a pattern, something that isn't understood here.
  case unknown

  static let paper = Ground.colour(.white)

  /// This ground before another one.
  func over(_ behind: Ground) -> Ground { self == .clear ? behind : self }

  /// Whether nobody sees `ink` on it. What isn't understood is taken as seen.
  func hides(_ ink: Ink) -> Bool {
    switch (self, ink) {
    case (_, .clear): true
    case (.colour(let ground), .colour(let ink)): ground.isLike(ink)
    default: false
    }
  }
}
