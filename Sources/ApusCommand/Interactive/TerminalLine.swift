#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The line editor at a terminal: reads keys, keeps the screen up to date, and returns lines.
struct TerminalLine: LineSource, ~Copyable {
  private var editor = LineEditor()
  private let terminal: Terminal
  private let isColored: Bool
  private var decoder = KeyDecoder()
  private var waiting: [Key] = []
  private var layout = EditorLayout()
  private var shown = Screen.blank
  private var output = Output.standard

  init(terminal: Terminal, isColored: Bool) {
    self.terminal = terminal
    self.isColored = isColored
  }

  mutating func read(completer: Completer, offer: String?) -> LineOutcome {
    editor.completer = completer
    editor.history.offer = offer
    terminal.beginEditing()
    defer { terminal.beginRunning() }
    output.write("\u{1B}[?2004h")
    start()
    while true {
      guard let key = nextKey() else { return finish(.ended) }
      if Self.mayFinish(key) {
        if key == .control("c") { editor.moveToEnd() }
        draw(isFinal: true)
      }
      switch editor.handle(key) {
      case .none: break
      case .submit(let line):
        interruptIfAskedTo()
        return finish(.line(line))
      case .abandon:
        output.write("^C")
        return finish(.abandoned)
      case .endOfInput: return finish(.ended)
      case .bell: output.write("\u{7}")
      case .clearScreen:
        output.write("\u{1B}[H\u{1B}[2J")
        start()
      case .suspend: suspend()
      case .list(let names): show(names)
      }
      if waiting.isEmpty { draw() }
    }
  }

  func close() { terminal.restore() }

  // MARK: Keys

  /// The next key; `nil` when no more will come.
  private mutating func nextKey() -> Key? {
    while waiting.isEmpty {
      if Signals.termination.load(ordering: .relaxed) { return nil }
      if Signals.take(Signals.resize) { redraw() }
      // A signal that comes just before the wait is seen at its end.
      guard Terminal.waitForInput(milliseconds: decoder.isPending ? 50 : 500) else {
        waiting = decoder.flush()
        continue
      }
      var bytes: [UInt8] = []
      let failure = LineReader.read(STDIN_FILENO, into: &bytes)
      if failure != nil || bytes.isEmpty { return nil }
      waiting = decoder.feed(bytes)
    }
    return waiting.removeFirst()
  }

  /// Takes Ctrl-C among the keys typed ahead for what it is: it stops the evaluation that is about to begin.
  private mutating func interruptIfAskedTo() {
    guard let index = waiting.firstIndex(of: .control("c")) else { return }
    waiting.removeSubrange(...index)
    Signals.interrupt.store(true, ordering: .relaxed)
  }

  // MARK: Screen

  /// Draws the prompt on a fresh line.
  private mutating func start() {
    shown = .blank
    draw()
  }

  private mutating func draw(isFinal: Bool = false) {
    layout.marksBrackets = !isFinal
    (layout.width, layout.height) = Terminal.size
    let screen = layout.screen(for: editor)
    output.write(shown.update(to: screen, isColored: isColored))
    output.flush()
    shown = screen
  }

  /// Draws everything anew, from the first row down.
  private mutating func redraw() {
    if shown.cursorRow > 0 { output.write("\u{1B}[\(shown.cursorRow)A") }
    output.write("\r\u{1B}[J")
    start()
  }

  /// Shows names in columns, above a new prompt.
  private mutating func show(_ names: [String]) {
    output.write(shown.finish(isColored: isColored))
    for row in ColumnLayout.rows(names, width: Terminal.size.columns) { output.write(row + "\r\n") }
    start()
  }

  private mutating func suspend() {
    output.write(shown.finish(isColored: isColored) + "\u{1B}[?2004l")
    output.flush()
    terminal.suspend()
    terminal.beginEditing()
    output.write("\u{1B}[?2004h")
    start()
  }

  /// Whether the line may be over after this key, so that it has to stand there complete before.
  private static func mayFinish(_ key: Key) -> Bool {
    switch key {
    case .enter, .control("c"), .control("d"): true
    default: false
    }
  }

  /// Leaves the line, which stays on the terminal as it was drawn.
  private mutating func finish(_ outcome: LineOutcome) -> LineOutcome {
    output.write(shown.finish(isColored: isColored) + "\u{1B}[?2004l")
    output.flush()
    return outcome
  }
}
