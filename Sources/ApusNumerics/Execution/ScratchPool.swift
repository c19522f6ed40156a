import Synchronization

/// Memory for intermediate results, aligned to 64 bytes, that is used again from call to call.
///
/// One piece is kept. A call takes it and gives it back; calls that run meanwhile allocate their own. So a function that is
/// called from one thread allocates nothing after its first call.
final class ScratchPool: Sendable {
  private let kept = Atomic<UInt>(0)
  private let byteCount: Int

  /// Pieces with room for so many reals.
  init(count: Int) { byteCount = max(64, count * MemoryLayout<Double>.stride) }

  /// Lends a piece to the closure.
  @inline(__always)
  func withScratch<Result>(_ body: (UnsafeMutablePointer<Double>) -> Result) -> Result {
    let address = kept.exchange(0, ordering: .acquiring)
    let piece =
      UnsafeMutableRawPointer(bitPattern: address)
      ?? UnsafeMutableRawPointer.allocate(byteCount: byteCount, alignment: 64)
    let result = body(piece.assumingMemoryBound(to: Double.self))
    let displaced = kept.exchange(UInt(bitPattern: piece), ordering: .acquiringAndReleasing)
    UnsafeMutableRawPointer(bitPattern: displaced)?.deallocate()
    return result
  }

  deinit {
    UnsafeMutableRawPointer(bitPattern: kept.exchange(0, ordering: .acquiring))?.deallocate()
  }
}
