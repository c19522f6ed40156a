#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs a test body on a thread with a stack of 512 kB, the size of a secondary thread: what recurses crashes here.
public func withSmallStack(_ body: @escaping @Sendable () -> Void) {
  let work = Unmanaged.passRetained(SmallStackWork(body)).toOpaque()
  var attributes = pthread_attr_t()
  pthread_attr_init(&attributes)
  pthread_attr_setstacksize(&attributes, 512 << 10)
  #if canImport(Darwin)
    var thread: pthread_t?
    pthread_create(&thread, &attributes, runOnSmallStack, work)
    if let thread { pthread_join(thread, nil) }
  #else
    var thread = pthread_t()
    pthread_create(&thread, &attributes, runOnSmallStack, work)
    pthread_join(thread, nil)
  #endif
  pthread_attr_destroy(&attributes)
}

private final class SmallStackWork {
  let body: @Sendable () -> Void
  init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}

#if canImport(Darwin)
  private func runOnSmallStack(_ work: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<SmallStackWork>.fromOpaque(work).takeRetainedValue().body()
    return nil
  }
#else
  private func runOnSmallStack(_ work: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let work { Unmanaged<SmallStackWork>.fromOpaque(work).takeRetainedValue().body() }
    return nil
  }
#endif
