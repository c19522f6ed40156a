#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs code that recurses deeply on a thread with a stack of its own.
///
/// Passes of Apus are loops; this is for the few algorithms that are naturally recursive, at a depth that is bounded but
/// too large for a secondary thread's 512 kB.
package enum DeepStack {
  /// Runs the closure on a thread with `bytes` of stack (of which only what is touched takes memory) and waits for it;
  /// falls back to the calling thread when no thread is to be had.
  package static func run<Result>(bytes: Int = 256 << 20, _ body: () -> Result) -> Result {
    var result: Result?
    withoutActuallyEscaping(body) { body in
      let work = DeepStackWork { result = body() }
      if !start(Unmanaged.passUnretained(work).toOpaque(), bytes) { work.body() }
    }
    guard let result else { preconditionFailure("the thread ended without a result") }
    return result
  }

  /// Starts the thread and joins it; the caller keeps the work alive meanwhile.
  private static func start(_ work: UnsafeMutableRawPointer, _ bytes: Int) -> Bool {
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return false }
    defer { pthread_attr_destroy(&attributes) }
    guard pthread_attr_setstacksize(&attributes, bytes) == 0 else { return false }
    #if canImport(Darwin)
      var thread: pthread_t?
      guard pthread_create(&thread, &attributes, runDeepStackWork, work) == 0, let thread else {
        return false
      }
    #else
      var thread = pthread_t()
      guard pthread_create(&thread, &attributes, runDeepStackWork, work) == 0 else { return false }
    #endif
    pthread_join(thread, nil)
    return true
  }
}

private final class DeepStackWork {
  let body: () -> Void
  init(_ body: @escaping () -> Void) { self.body = body }
}

#if canImport(Darwin)
  private func runDeepStackWork(_ work: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<DeepStackWork>.fromOpaque(work).takeUnretainedValue().body()
    return nil
  }
#else
  private func runDeepStackWork(_ work: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let work { Unmanaged<DeepStackWork>.fromOpaque(work).takeUnretainedValue().body() }
    return nil
  }
#endif
