import ApusNotation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The interactive session: reads a line, answers it, and goes on.
struct Prompt {
  private var evaluator: BoundedResponder<SessionResponder>
  private var errors: ErrorDisplay
  private let isColored: Bool
  private var showsTime = false
  /// The corrected form of the last input, if that failed and has one.
  private var offer: String?

  /// An evaluation that takes longer says so by itself.
  private static var noteworthySeconds: Double { 1 }

  init(timeLimit: Double?, color: ColorChoice) {
    evaluator = BoundedResponder(SessionResponder(), timeLimit: timeLimit, isInterruptible: true)
    errors = ErrorDisplay(color: color)
    isColored = color.isColored(STDOUT_FILENO)
  }

  /// Runs the session on the terminal until the user leaves it.
  mutating func run() -> ExitStatus {
    Signals.setFlags()
    say(paint("Apus \(Version.current)", "1") + paint("   ?name for help, :quit to leave", "2"))
    if !Environment.isDumbTerminal, let terminal = Terminal() {
      var lines = TerminalLine(terminal: terminal, isColored: isColored)
      errors.offersTab = true
      return run(&lines)
    }
    var lines = PlainLine()
    return run(&lines)
  }

  private mutating func run(_ lines: inout some LineSource & ~Copyable) -> ExitStatus {
    defer { lines.close() }
    while true {
      Signals.interrupt.store(false, ordering: .relaxed)
      switch lines.read(completer: evaluator.source.completer, offer: offer) {
      case .ended: return .success
      case .abandoned: offer = nil
      case .line(let text):
        offer = nil
        errors.width = Terminal.size.columns
        if isOver(after: BracketScanner.statements(in: text)) { return .success }
      }
    }
  }

  /// Answers the inputs of a block in turn, until one is interrupted; `true` if the session ends.
  private mutating func isOver(after inputs: [String]) -> Bool {
    for (index, input) in inputs.enumerated() {
      if isOver(after: input) || Signals.termination.load(ordering: .relaxed) { return true }
      guard Signals.interrupt.load(ordering: .relaxed) else { continue }
      let left = inputs.count - index - 1
      if left > 0 { errors.show(Diagnostic("cancelled", "interrupted; inputs left out: \(left)")) }
      break
    }
    return false
  }

  /// Answers one input; `true` if it asks to leave.
  private mutating func isOver(after input: String) -> Bool {
    do {
      switch try MetaCommand.parse(input) {
      case nil: evaluate(input)
      case .quit: return true
      case .help: say(Self.help)
      case .describe(let name): say(try evaluator.source.documentation(of: name))
      case .toggleTime:
        showsTime.toggle()
        say(paint("times are \(showsTime ? "shown" : "hidden")", "2"))
      }
    } catch {
      errors.show(error, in: input)
    }
    return false
  }

  private mutating func evaluate(_ input: String) {
    let start = Clock.seconds
    let result = evaluator.result(for: input)
    let seconds = Clock.seconds - start
    switch result {
    case .success(let response):
      show(response)
    case .failure(let diagnostic):
      errors.show(diagnostic, in: input)
      offer = diagnostic.fixIts.isEmpty ? nil : SourceText(input).applying(diagnostic.fixIts)
    }
    if showsTime || seconds >= Self.noteworthySeconds {
      say(paint("(\(DurationText.text(of: seconds)))", "2"))
    }
  }

  /// Shows an answer, with its notes on the same line if they fit there.
  private func show(_ response: Response) {
    var rest = response
    let notes = response.notes.map { "   note: " + $0 }.joined()
    if !response.text.isEmpty {
      let fits = DisplayWidth.of(response.text + notes) <= errors.width
      say(response.text + (fits && !notes.isEmpty ? paint(notes, "2") : ""))
      if fits { rest.notes = [] }
    }
    errors.show(remarksOn: rest)
  }

  private func say(_ text: String) {
    var output = Output.standard
    output.writeLine(text)
  }

  private func paint(_ text: String, _ code: String) -> String {
    isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  private static let help = """
    Type an expression, an equation or a definition:
      diff(sin(x)^2, x)      f(x) := x^2 + 1      N(pi, 30)      2 pi r
    Tab completes names, up and down walk through earlier lines, Ctrl-R searches them.
    Ctrl-C gives up a line or stops an evaluation, Ctrl-D leaves.
      ?name    what a function does          ?code    what an error means
      :time    show how long answers take    :quit    leave
    """
}
