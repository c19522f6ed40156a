import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The built command `apus`, run as a child process.
enum BuiltCommand {
  /// What a run left behind.
  struct Outcome: Equatable {
    /// The exit code; a signal's number with a minus if one ended the process.
    var status: Int32
    var output: [UInt8]
    var errors: [UInt8]

    var text: String { String(decoding: output, as: UTF8.self) }
    var errorText: String { String(decoding: errors, as: UTF8.self) }
    var lines: [String] {
      text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }
  }

  /// The binary, which stands beside the test bundle.
  static let path: String = {
    #if os(Linux)
      var buffer = [CChar](repeating: 0, count: 4096)
      let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
      let bundle = String(decoding: buffer.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    #else
      var information = Dl_info()
      dladdr(#dsohandle, &information)
      var bundle = information.dli_fname.map { String(cString: $0) } ?? ""
      if let end = bundle.range(of: ".xctest/") { bundle = String(bundle[..<end.lowerBound]) }
    #endif
    return bundle[...(bundle.lastIndex(of: "/") ?? bundle.startIndex)] + "apus"
  }()

  /// The folder of the binary.
  static let folder = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])

  /// Runs a line of shell with the command on its path, standard error joining standard output.
  static func shell(_ line: String) -> Outcome {
    var child = Child([Array("-c".utf8), Array("exec 2>&1\n\(line)".utf8)], program: "/bin/sh")
    return child.finish()
  }

  /// Runs the command with the given standard input and waits for it to end.
  static func run(_ arguments: [String], input: String = "", environment: [String] = []) -> Outcome {
    run(arguments.map { Array($0.utf8) }, input: Array(input.utf8), environment: environment)
  }

  /// The same with bytes that need not be UTF-8.
  static func run(_ arguments: [[UInt8]], input: [UInt8], environment: [String] = []) -> Outcome {
    var child = Child(arguments, environment: environment)
    return child.finish(sending: input)
  }
}

/// A running child process with pipes to its standard streams.
struct Child {
  let identifier: pid_t
  private var input: Int32
  private let output: Int32
  private let errors: Int32
  private var pending: [UInt8] = []

  init(_ arguments: [[UInt8]], program: String = BuiltCommand.path, environment: [String] = []) {
    // No other child may inherit the ends made here before they are marked.
    let (started, ends) = spawning.withLock { _ in
      let (inputEnd, inputStart) = Self.pipe()
      let (outputEnd, outputStart) = Self.pipe()
      let (errorsEnd, errorsStart) = Self.pipe()
      let started = spawn(arguments, program: program, environment: environment) { actions in
        posix_spawn_file_actions_adddup2(&actions, inputEnd, 0)
        posix_spawn_file_actions_adddup2(&actions, outputStart, 1)
        posix_spawn_file_actions_adddup2(&actions, errorsStart, 2)
      }
      for end in [inputEnd, outputStart, errorsStart] { close(end) }
      return (started, (inputStart, outputEnd, errorsEnd))
    }
    identifier = started
    (input, output, errors) = ends
  }

  /// Sends bytes to the child.
  func send(_ bytes: [UInt8]) { writeAll(bytes, to: input) }

  /// Closes the child's standard input.
  mutating func closeInput() {
    if input >= 0 { close(input) }
    input = -1
  }

  /// Reads one line of the child's output, without its end; waits for it.
  mutating func readLine() -> String {
    while true {
      if let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
        let line = String(decoding: pending[..<end], as: UTF8.self)
        pending.removeSubrange(...end)
        return line
      }
      var chunk = [UInt8](repeating: 0, count: 65536)
      let count = read(output, &chunk, chunk.count)
      if count <= 0 { return String(decoding: pending, as: UTF8.self) }
      pending += chunk.prefix(count)
    }
  }

  /// Stops reading the child's output.
  func closeOutput() { close(output) }

  /// Closes what is left open and waits for the end.
  mutating func waitAfterClosingOutput() -> Int32 {
    closeInput()
    close(errors)
    return waitForEnd(of: identifier)
  }

  /// Sends `bytes`, closes the input, collects what comes out, and waits for the end.
  mutating func finish(sending bytes: [UInt8] = []) -> BuiltCommand.Outcome {
    var outcome = BuiltCommand.Outcome(status: 0, output: pending, errors: [])
    var rest = bytes[...]
    var open: Set<Int32> = [output, errors]
    if rest.isEmpty { closeInput() }
    while !open.isEmpty {
      var set = open.sorted().map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      if input >= 0 { set.append(pollfd(fd: input, events: Int16(POLLOUT), revents: 0)) }
      _ = poll(&set, nfds_t(set.count), -1)
      for ready in set where ready.revents != 0 {
        if ready.fd == input {
          let count = rest.withUnsafeBytes { write(input, $0.baseAddress, min($0.count, 4096)) }
          rest = count > 0 ? rest.dropFirst(count) : []
          if rest.isEmpty { closeInput() }
        } else {
          var chunk = [UInt8](repeating: 0, count: 65536)
          let count = read(ready.fd, &chunk, chunk.count)
          if count <= 0 { open.remove(ready.fd) }
          if ready.fd == output { outcome.output += chunk.prefix(max(0, count)) }
          if ready.fd == errors { outcome.errors += chunk.prefix(max(0, count)) }
        }
      }
    }
    close(output)
    close(errors)
    outcome.status = waitForEnd(of: identifier)
    return outcome
  }

  /// The reading and the writing end of a pipe, neither of which another child inherits.
  private static func pipe() -> (Int32, Int32) {
    var ends: [Int32] = [0, 0]
    _ = systemPipe(&ends)
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }
}

/// Held while descriptors are made and handed to a child.
let spawning = Mutex(())

/// The system call, under a name that does not collide with the method.
private func systemPipe(_ ends: UnsafeMutablePointer<Int32>) -> Int32 { pipe(ends) }

/// Waits for a child: its exit code, or the number of the signal that ended it with a minus.
func waitForEnd(of identifier: pid_t) -> Int32 {
  var status: Int32 = 0
  while waitpid(identifier, &status, 0) < 0 && errno == EINTR {}
  return status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
}

/// Writes all bytes; a reader that is gone ends it early.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) {
  _ = signal(SIGPIPE, SIG_IGN)
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count <= 0 { return }
    rest = rest.dropFirst(count)
  }
}

#if canImport(Glibc)
  typealias FileActions = posix_spawn_file_actions_t
  /// Not in the overlay, for it is an extension of the GNU library.
  private let newSession: Int16 = 0x80
#else
  typealias FileActions = posix_spawn_file_actions_t?
  private let newSession = Int16(POSIX_SPAWN_SETSID)
#endif

/// Starts the command in a session of its own, with signals as a shell would set them.
func spawn(
  _ arguments: [[UInt8]], program: String = BuiltCommand.path, environment: [String],
  _ prepare: (inout FileActions) -> Void
) -> pid_t {
  #if canImport(Glibc)
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
  #else
    var actions: posix_spawn_file_actions_t?
    var attributes: posix_spawnattr_t?
  #endif
  posix_spawn_file_actions_init(&actions)
  posix_spawnattr_init(&attributes)
  defer {
    posix_spawn_file_actions_destroy(&actions)
    posix_spawnattr_destroy(&attributes)
  }
  prepare(&actions)
  var defaults = sigset_t()
  sigemptyset(&defaults)
  sigaddset(&defaults, SIGPIPE)
  sigaddset(&defaults, SIGINT)
  posix_spawnattr_setsigdefault(&attributes, &defaults)
  // The threads that run tests block signals; a shell's children do not begin that way.
  var none = sigset_t()
  sigemptyset(&none)
  posix_spawnattr_setsigmask(&attributes, &none)
  let flags = Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK) | newSession
  posix_spawnattr_setflags(&attributes, flags)
  var words = ([Array(program.utf8)] + arguments).map {
    strdup($0.map(CChar.init(bitPattern:)) + [0]) as UnsafeMutablePointer<CChar>?
  }
  var variables = (["PATH=\(BuiltCommand.folder):/usr/bin:/bin"] + environment).map {
    strdup($0) as UnsafeMutablePointer<CChar>?
  }
  defer { for word in words + variables { free(word) } }
  words.append(nil)
  variables.append(nil)
  var identifier: pid_t = 0
  let status = posix_spawn(&identifier, program, &actions, &attributes, words, variables)
  precondition(status == 0, "cannot run \(program): \(String(cString: strerror(status)))")
  return identifier
}
