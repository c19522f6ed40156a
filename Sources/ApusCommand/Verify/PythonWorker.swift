import ApusNotation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A Python process that answers a line of JSON for every line it gets; it never makes its owner wait without an end.
struct PythonWorker: ~Copyable {
  /// What can go wrong with the process.
  enum Failure: Error, Equatable {
    case doesNotStart(String)
    case ended
    case late
  }

  private let process: pid_t
  private let input: Int32
  private let output: Int32
  private var received: [UInt8] = []

  /// Starts `python` with a program.
  init(python: String, program: String, arguments: [String]) throws(Failure) {
    _ = signal(SIGPIPE, SIG_IGN)
    var toChild: [Int32] = [-1, -1]
    var fromChild: [Int32] = [-1, -1]
    guard systemPipe(&toChild) == 0, systemPipe(&fromChild) == 0 else {
      throw .doesNotStart(SystemError.last.message)
    }
    for end in toChild + fromChild { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
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
    // The time limit in Python is a signal, which the calling thread may block.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    posix_spawn_file_actions_adddup2(&actions, toChild[0], 0)
    posix_spawn_file_actions_adddup2(&actions, fromChild[1], 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var words: [UnsafeMutablePointer<CChar>?] = ([python, "-c", program] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var identifier: pid_t = 0
    let status = posix_spawnp(&identifier, python, &actions, &attributes, words, environ)
    close(toChild[0])
    close(fromChild[1])
    guard status == 0 else {
      close(toChild[1])
      close(fromChild[0])
      throw .doesNotStart(SystemError(code: status).message)
    }
    (process, input, output) = (identifier, toChild[1], fromChild[0])
    for end in [input, output] { _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK) }
  }

  deinit {
    close(input)
    close(output)
    kill(process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
  }

  /// Sends a line.
  mutating func send(_ line: [UInt8], within seconds: Double) throws(Failure) {
    let end = Clock.seconds + seconds
    var start = 0
    while start < line.count {
      let count = line.withUnsafeBytes {
        systemWrite(input, $0.baseAddress.map { $0 + start }, $0.count - start)
      }
      if count > 0 {
        start += count
      } else if errno == EAGAIN {
        try wait(input, POLLOUT, until: end)
      } else if errno != EINTR {
        throw .ended
      }
    }
  }

  /// The next line of the answer.
  mutating func receive(within seconds: Double) throws(Failure) -> [UInt8] {
    let end = Clock.seconds + seconds
    while true {
      if let newline = received.firstIndex(of: UInt8(ascii: "\n")) {
        let line = Array(received[..<newline])
        received.removeSubrange(...newline)
        return line
      }
      var chunk = [UInt8](repeating: 0, count: 1 << 16)
      let count = systemRead(output, &chunk, chunk.count)
      if count > 0 {
        received += chunk[..<count]
      } else if count == 0 {
        throw .ended
      } else if errno == EAGAIN {
        try wait(output, POLLIN, until: end)
      } else if errno != EINTR {
        throw .ended
      }
    }
  }

  private func wait(_ descriptor: Int32, _ events: some BinaryInteger, until end: Double) throws(Failure) {
    let rest = end - Clock.seconds
    guard rest > 0 else { throw .late }
    var ready = pollfd(fd: descriptor, events: Int16(events), revents: 0)
    _ = poll(&ready, 1, Int32(min(rest * 1000 + 1, 60_000)))
  }
}

// The system calls, under names that do not collide with the methods.
private func systemPipe(_ ends: UnsafeMutablePointer<Int32>) -> Int32 { pipe(ends) }
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
private func systemRead(_ descriptor: Int32, _ space: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, space, count)
}
