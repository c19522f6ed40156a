import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What signals have asked for.
///
/// The flags are atomic because the optimiser would hoist loads of a plain global out of the loops that poll it.
enum Signals {
  /// Set by Ctrl-C; whoever acts on it clears it.
  static let interrupt = Atomic<Bool>(false)
  /// Set by a request to end the process.
  static let termination = Atomic<Bool>(false)
  /// Set when the terminal changes its size.
  static let resize = Atomic<Bool>(false)

  /// Lets Ctrl-C end the process with exit code 130; an ignored signal stays ignored.
  static func endOnInterrupt() {
    let previous = signal(SIGINT, SIG_IGN)
    if unsafeBitCast(previous, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) { return }
    signal(SIGINT) { _ in ExitStatus.interrupted.exitNow() }
  }

  /// Lets signals set the flags above, for the interactive prompt.
  static func setFlags() {
    // Touching the flags first keeps their lazy creation out of the handlers.
    interrupt.store(false, ordering: .relaxed)
    termination.store(false, ordering: .relaxed)
    resize.store(false, ordering: .relaxed)
    signal(SIGINT) { _ in Signals.interrupt.store(true, ordering: .relaxed) }
    signal(SIGTERM) { _ in Signals.termination.store(true, ordering: .relaxed) }
    signal(SIGHUP) { _ in Signals.termination.store(true, ordering: .relaxed) }
    signal(SIGWINCH) { _ in Signals.resize.store(true, ordering: .relaxed) }
  }

  /// Reads a flag and clears it.
  static func take(_ flag: borrowing Atomic<Bool>) -> Bool { flag.exchange(false, ordering: .relaxed) }
}
