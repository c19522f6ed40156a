import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Turns a crash into an error that names the input, with the exit code for a mistake in Apus.
enum FailureReport {
  /// The input under evaluation on each thread, a C string.
  private static let input: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key) { free($0) }
    return key
  }()
  /// The latest of them, for threads that work for others and have none of their own.
  private static let latest = Atomic<UInt>(0)
  /// Bytes of the input that are shown.
  private static var shownBytes: Int { 400 }

  /// Catches the signals of crashes, unless the runtime is asked for backtraces.
  static func install() {
    guard Environment.variable("SWIFT_BACKTRACE") == nil else { return }
    // Touching it first keeps its lazy creation out of the handler.
    _ = input
    latest.store(0, ordering: .relaxed)
    useOwnStack()
    var action = sigaction()
    #if canImport(Glibc)
      action.__sigaction_handler.sa_handler = { _ in FailureReport.report() }
    #else
      action.__sigaction_u.__sa_handler = { _ in FailureReport.report() }
    #endif
    action.sa_flags = Int32(SA_ONSTACK)
    for number in [SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGBUS, SIGSEGV] { sigaction(number, &action, nil) }
  }

  /// Gives the calling thread a stack for the handler, which after an overflow has no other.
  static func useOwnStack() {
    let size = 64 << 10
    var stack = stack_t()
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    stack.ss_size = size
    sigaltstack(&stack, nil)
  }

  /// Remembers the input that is evaluated next.
  static func begin(_ text: String) {
    let old = pthread_getspecific(input)
    let copy = strdup(text)
    pthread_setspecific(input, copy)
    latest.store(UInt(bitPattern: copy), ordering: .relaxed)
    free(old)
  }

  /// Says what happened and ends the process; only calls that a signal handler may make.
  private static func report() {
    write("error[internal]: this is a mistake in Apus; please report it with the input\n")
    let known =
      pthread_getspecific(input) ?? UnsafeMutableRawPointer(bitPattern: latest.load(ordering: .relaxed))
    if let text = known?.assumingMemoryBound(to: CChar.self) {
      let count = strnlen(text, shownBytes)
      write("  ")
      _ = Self.systemWrite(STDERR_FILENO, text, count)
      write("\n")
    }
    ExitStatus.internalError.exitNow()
  }

  private static func write(_ text: StaticString) {
    _ = systemWrite(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount)
  }

  private static func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes, count)
    #else
      Darwin.write(descriptor, bytes, count)
    #endif
  }
}
