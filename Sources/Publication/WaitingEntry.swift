/// A file that was seen and not taken.
public struct WaitingEntry: Sendable, Equatable {
  /// Its name, relative to the inbox.
  public var file: String
  /// `waiting` or `ignored`.
  public var state: String
  /// Why.
  public var code: Code
  /// What it waits for, in Chinese.
  public var message: String

  /// An entry with all its parts.
  public init(file: String, state: String, code: Code, message: String) {
    self.file = file
    self.state = state
    self.code = code
    self.message = message
  }
}
