internal import CLinux

/// Memory of this process.
public enum Memory {
  /// Lets threads share regions of `malloc`, one for two processors, instead of a region each: what one thread frees another can use, so that a run
  /// of many short threads stays as small as its largest batch.
  public static func shareRegions() { _ = zarlal_limit_arenas(Int32(max(1, Processors.count / 2))) }
}
