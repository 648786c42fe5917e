/// A set of code points that can say "certainly not": 256 bits, one for each value of the lowest byte.
package struct ScalarSieve: Sendable, Equatable {
  @usableFromInline var bits: SIMD4<UInt64> = .zero

  /// A sieve that lets all of `scalars` through, and others with the same lowest byte.
  package init(_ scalars: some Sequence<UInt32>) {
    for scalar in scalars { bits[Int(scalar >> 6 & 3)] |= 1 << UInt64(scalar & 63) }
  }

  /// Whether `scalar` may be one of them; false is certain.
  @inlinable @inline(__always)
  package func mayHold(_ scalar: UInt32) -> Bool { bits[Int(scalar >> 6 & 3)] >> UInt64(scalar & 63) & 1 != 0 }
}
