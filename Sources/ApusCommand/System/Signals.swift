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

  /// Whether output is being written, and whether the process ends: see ``endOnInterrupt()``.
  private static let writing = Atomic<UInt8>(idle)
  private static let (idle, busy, isLastWrite, ending): (UInt8, UInt8, UInt8, UInt8) = (0, 1, 2, 3)

  /// Lets Ctrl-C end the process with exit code 130, but not in the middle of a write, so that what was written are whole
  /// answers; a second Ctrl-C does not wait. An ignored signal stays ignored.
  static func endOnInterrupt() {
    // Touching it first keeps its lazy creation out of the handler.
    writing.store(idle, ordering: .relaxed)
    let previous = signal(SIGINT, SIG_IGN)
    if unsafeBitCast(previous, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) { return }
    signal(SIGINT) { _ in Signals.endUnlessWriting() }
  }

  private static func endUnlessWriting() {
    let (isBusy, state) = writing.compareExchange(
      expected: busy, desired: isLastWrite, ordering: .relaxed)
    if isBusy { return }
    if state == idle, !writing.compareExchange(expected: idle, desired: ending, ordering: .relaxed).exchanged
    {
      // A write has begun in between.
      writing.store(isLastWrite, ordering: .relaxed)
      return
    }
    ExitStatus.interrupted.exitNow()
  }

  /// Marks the beginning of a write that an interrupt must not cut; does not return if the process is ending.
  static func beginWriting() {
    while !writing.compareExchange(expected: idle, desired: busy, ordering: .relaxed).exchanged {
      if writing.load(ordering: .relaxed) == ending { pause() }
    }
  }

  /// Marks the end of a write; ends the process if an interrupt came meanwhile.
  static func endWriting() {
    if !writing.compareExchange(expected: busy, desired: idle, ordering: .relaxed).exchanged {
      ExitStatus.interrupted.exitNow()
    }
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
