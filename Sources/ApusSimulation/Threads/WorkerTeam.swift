#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Threads for work of a few microseconds: they watch for it a while before they sleep.
final class WorkerTeam: Sendable {
  private let state = TeamState()

  /// A team of so many threads, the calling one included; fewer if the system grants no more.
  init(count: Int) {
    for _ in 1..<max(1, count) { Self.start(state) }
  }

  deinit { state.stop() }

  /// Calls the closure for the parts 0 ..< count, some of them on other threads, and waits for all.
  func run(_ count: Int, _ body: (Int) -> Void) {
    // A second caller does not wait for the team.
    guard count <= TeamState.largestCount, state.begin() else {
      for part in 0..<count { body(part) }
      return
    }
    withoutActuallyEscaping(body) { body in
      state.announce(count, body)
      state.work()
      state.finish(count)
    }
    state.end()
  }

  /// Starts a thread, which keeps the state alive; without one the caller does its work.
  private static func start(_ state: TeamState) {
    let argument = Unmanaged.passRetained(state).toOpaque()
    #if canImport(Darwin)
      var thread: pthread_t?
      let isRunning = pthread_create(&thread, nil, runWorker, argument) == 0
      if isRunning, let thread { pthread_detach(thread) }
    #else
      var thread = pthread_t()
      let isRunning = pthread_create(&thread, nil, runWorker, argument) == 0
      if isRunning { pthread_detach(thread) }
    #endif
    if !isRunning { Unmanaged<TeamState>.fromOpaque(argument).release() }
  }
}

#if canImport(Darwin)
  private func runWorker(_ argument: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<TeamState>.fromOpaque(argument).takeRetainedValue().serve()
    return nil
  }
#else
  private func runWorker(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let argument else { return nil }
    Unmanaged<TeamState>.fromOpaque(argument).takeRetainedValue().serve()
    return nil
  }
#endif
