#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The terminal on standard input, and the modes in which the prompt uses it.
struct Terminal {
  private let original: termios

  /// The terminal on standard input, or `nil` if there is none.
  init?() {
    var attributes = termios()
    guard isatty(STDIN_FILENO) == 1, tcgetattr(STDIN_FILENO, &attributes) == 0 else { return nil }
    original = attributes
  }

  /// Every key arrives as it is pressed, Ctrl-C among them: the mode for editing a line.
  func beginEditing() { setMode(signals: false) }

  /// Keys wait unseen and Ctrl-C is a signal: the mode while an input is evaluated.
  func beginRunning() { setMode(signals: true) }

  /// Back to how the terminal was found.
  func restore() {
    var attributes = original
    tcsetattr(STDIN_FILENO, TCSADRAIN, &attributes)
  }

  /// The columns and rows of the terminal; 80 by 24 if it does not say.
  static var size: (columns: Int, rows: Int) {
    var size = winsize()
    let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 && size.ws_row > 0
    return isKnown ? (Int(size.ws_col), Int(size.ws_row)) : (80, 24)
  }

  /// Waits for input: `true` if there is some, `false` after the time or a signal.
  static func waitForInput(milliseconds: Int32) -> Bool {
    var ready = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&ready, 1, milliseconds) > 0
  }

  /// Stops the process as Ctrl-Z does, until the shell continues it.
  func suspend() {
    restore()
    raise(SIGTSTP)
  }

  private func setMode(signals: Bool) {
    var attributes = original
    attributes.c_iflag &= ~tcflag_t(BRKINT | ICRNL | INPCK | ISTRIP | IXON)
    attributes.c_lflag &= ~tcflag_t(ECHO | ICANON | IEXTEN | (signals ? 0 : ISIG))
    attributes.c_cflag |= tcflag_t(CS8)
    tcsetattr(STDIN_FILENO, TCSADRAIN, &attributes)
  }
}
