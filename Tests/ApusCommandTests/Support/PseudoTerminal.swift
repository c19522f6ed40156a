#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The command `apus` at a real terminal, typed at and read from here.
final class PseudoTerminal {
  private let master: Int32
  private let identifier: pid_t
  /// Everything the command has shown so far.
  private(set) var transcript = ""
  private var bytes: [UInt8] = []
  private var seen = 0

  /// Starts the command, or another program, on a new terminal.
  init(
    _ arguments: [String] = [], program: String = BuiltCommand.path, columns: UInt16 = 80, rows: UInt16 = 24,
    environment: [String] = ["TERM=xterm"]
  ) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    (master, identifier) = spawning.withLock { _ in
      var ends: (master: Int32, terminal: Int32) = (0, 0)
      var name = [CChar](repeating: 0, count: 256)
      openpty(&ends.master, &ends.terminal, &name, nil, &size)
      _ = fcntl(ends.master, F_SETFD, FD_CLOEXEC)
      // Opening the terminal again, in the new session of the child, makes it the one that Ctrl-C is typed at.
      let identifier = spawn(
        arguments.map { Array($0.utf8) }, program: program, environment: environment
      ) { actions in
        posix_spawn_file_actions_addclose(&actions, ends.terminal)
        posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
      }
      close(ends.terminal)
      return (ends.master, identifier)
    }
  }

  /// Types text.
  func type(_ text: String) { writeAll(Array(text.utf8), to: master) }

  /// Waits until new output contains `text` (control sequences left out) and returns what came up to its end;
  /// `nil` if it does not come in time.
  func wait(for text: String, seconds: Int32 = 20) -> String? {
    var left = seconds * 100
    while left > 0 {
      let plain = Array(Self.plain(transcript))
      let fresh = String(plain[min(seen, plain.count)...])
      if let end = Self.end(of: text, in: fresh) {
        seen = min(seen, plain.count) + end
        return String(fresh.prefix(end))
      }
      if !readMore(milliseconds: 10) { left -= 1 }
    }
    return nil
  }

  /// Sends the terminal's interrupt, quit or end key, or any byte.
  func press(_ byte: UInt8) { writeAll([byte], to: master) }

  /// Waits for the end of the command.
  func finish() -> Int32 {
    while readMore(milliseconds: 10_000) {}
    close(master)
    // A command that has not ended by now never will; one that has is past being killed.
    kill(identifier, SIGKILL)
    return waitForEnd(of: identifier)
  }

  /// Changes the size of the terminal.
  func resize(columns: UInt16, rows: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Sends a signal to the command.
  func signal(_ number: Int32) { kill(identifier, number) }

  private func readMore(milliseconds: Int32) -> Bool {
    var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&ready, 1, milliseconds) > 0 else { return false }
    var chunk = [UInt8](repeating: 0, count: 65536)
    let count = read(master, &chunk, chunk.count)
    guard count > 0 else { return false }
    bytes += chunk.prefix(count)
    transcript = String(decoding: bytes, as: UTF8.self)
    return true
  }

  /// The place behind the first occurrence of `text`, in characters.
  private static func end(of text: String, in whole: String) -> Int? {
    let wanted = Array(text)
    let characters = Array(whole)
    guard characters.count >= wanted.count else { return nil }
    for start in 0...(characters.count - wanted.count)
    where characters[start..<start + wanted.count] == wanted[...] {
      return start + wanted.count
    }
    return nil
  }

  /// The output without control sequences and carriage returns.
  private static func plain(_ output: String) -> String {
    var result = String.UnicodeScalarView()
    var scalars = output.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      guard scalar == "\u{1B}" else {
        if scalar != "\r", scalar != "\u{7}" { result.append(scalar) }
        continue
      }
      guard scalars.first == "[" else { continue }
      scalars = scalars.dropFirst().drop { 0x20...0x3F ~= $0.value }.dropFirst()
    }
    return String(result)
  }
}
