#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Threads of the operating system, with a stack size of choice.
enum SystemThread {
  /// Runs a closure on a thread of its own that nobody waits for; `false` if the system grants none.
  static func start(stackBytes: Int, _ body: @escaping @Sendable () -> Void) -> Bool {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, stackBytes)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    let retained = Unmanaged.passRetained(
      Starter {
        FailureReport.useOwnStack()
        body()
      })
    #if canImport(Glibc)
      var thread = pthread_t()
    #else
      var thread: pthread_t?
    #endif
    let status = pthread_create(&thread, &attributes, runStarter, retained.toOpaque())
    if status != 0 { retained.release() }
    return status == 0
  }
}

/// A closure behind the pointer that a thread starts with.
private final class Starter {
  let body: () -> Void
  init(body: @escaping () -> Void) { self.body = body }
}

#if canImport(Glibc)
  private func runStarter(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let argument { Unmanaged<Starter>.fromOpaque(argument).takeRetainedValue().body() }
    return nil
  }
#else
  private func runStarter(_ argument: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<Starter>.fromOpaque(argument).takeRetainedValue().body()
    return nil
  }
#endif
