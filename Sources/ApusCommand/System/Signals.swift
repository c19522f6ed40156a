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

  /// Where the words are that an interrupt leaves on standard error, and how many bytes they have.
  private static let lastWords = Atomic<UInt>(0)
  private static let lastWordsCount = Atomic<Int>(0)

  /// Lets Ctrl-C end the process with exit code 130, but not in the middle of a write, so that what was written are whole
  /// answers; a second Ctrl-C does not wait. An ignored signal stays ignored.
  static func endOnInterrupt() {
    // Touching it first keeps its lazy creation out of the handler.
    writing.store(idle, ordering: .relaxed)
    lastWordsCount.store(0, ordering: .relaxed)
    lastWords.store(0, ordering: .relaxed)
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
    if state == idle { leave() }
    ExitStatus.interrupted.exitNow()
  }

  /// Ends the process with the last words; nothing here needs memory or a lock, as is asked of a handler.
  private static func leave() -> Never {
    let count = lastWordsCount.load(ordering: .relaxed)
    if count > 0, let words = UnsafeRawPointer(bitPattern: lastWords.load(ordering: .relaxed)) {
      _ = write(STDERR_FILENO, words, count)
    }
    ExitStatus.interrupted.exitNow()
  }

  /// Sets what an interrupt prints on standard error before it ends the process; only between the beginning and the end of a write,
  /// when the handler does not look at it.
  static func setLastWords(_ words: [UInt8]) {
    let old = UnsafeMutableRawPointer(bitPattern: lastWords.load(ordering: .relaxed))
    lastWordsCount.store(0, ordering: .relaxed)
    let memory = UnsafeMutableRawPointer.allocate(byteCount: max(1, words.count), alignment: 1)
    words.withUnsafeBytes { bytes in
      if let start = bytes.baseAddress { memory.copyMemory(from: start, byteCount: bytes.count) }
    }
    lastWords.store(UInt(bitPattern: memory), ordering: .relaxed)
    lastWordsCount.store(words.count, ordering: .relaxed)
    old?.deallocate()
  }

  /// Marks the beginning of a write that an interrupt must not cut; does not return if the process is ending.
  static func beginWriting() {
    while !writing.compareExchange(expected: idle, desired: busy, ordering: .relaxed).exchanged {
      if writing.load(ordering: .relaxed) == ending { pause() }
    }
  }

  /// Marks the end of a write; ends the process if an interrupt came meanwhile.
  static func endWriting() {
    if !writing.compareExchange(expected: busy, desired: idle, ordering: .relaxed).exchanged { leave() }
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
