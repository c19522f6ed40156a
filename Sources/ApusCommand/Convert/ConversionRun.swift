import ApusNotation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What decides how a conversion runs, apart from the formulas.
struct ConversionSettings: Sendable {
  var converter: Converter
  var isJSONLines = false
  /// How many threads convert.
  var jobs = 1
  /// How the formulas stand in files and streams.
  var layout = InputLayout.auto
  /// Whether the formulas of a document are read together; `nil` for documents alone.
  var sharesContext: Bool?
  /// Whether a summary is printed at the end; `nil` if there was a document.
  var showsSummary: Bool?
  /// The macros that hold from the beginning.
  var macros = LaTeXMacroTable()
  var color = ColorChoice.auto
}

/// Converts formulas from the command line, files and streams, in order, on several threads.
struct ConversionRun: ~Copyable {
  let settings: ConversionSettings
  let renderer: ConversionRenderer
  private let verifier: Verifier?
  private let pool: OrderedPool<[ConversionTask], ConvertedBatch>
  private var output = Output.standard
  private var progress: ConversionProgress
  private var pending: [ConversionTask] = []
  private var pendingBytes = 0
  /// Whether text has been printed from which the next is kept apart.
  private var hasWritten = false
  private(set) var tally = ConversionTally()
  private(set) var status = ExitStatus.success
  /// The macros that hold for the next formula of the command line.
  var macros: LaTeXMacroTable
  /// How many formulas of documents have been found.
  var documentFormulas = 0
  var hasDocument = false
  /// Remarks for the end.
  var notes: [String] = []

  init(_ settings: ConversionSettings, verifier: Verifier?) {
    self.settings = settings
    self.verifier = verifier
    macros = settings.macros
    let errors = ErrorDisplay(color: settings.color)
    let renderer = ConversionRenderer(
      isJSONLines: settings.isJSONLines, target: settings.converter.target, errors: errors)
    self.renderer = renderer
    let converter = settings.converter
    let rendersLater = verifier != nil
    pool = OrderedPool(jobs: settings.jobs) { tasks in
      ConvertedBatch(tasks, with: converter, renderer: rendersLater ? nil : renderer)
    }
    progress = ConversionProgress()
  }

  /// Tells a mistake that belongs to no formula.
  mutating func report(_ diagnostic: Diagnostic, _ newStatus: ExitStatus) {
    flush()
    progress.clear()
    renderer.errors.show(diagnostic)
    status = status.combined(with: newStatus)
  }

  // MARK: Tasks

  /// Takes the next formula.
  mutating func add(_ task: ConversionTask) {
    pendingBytes += task.input.utf8.count
    pending.append(task)
    if pending.count >= 128 || pendingBytes > 1 << 18 { submit() }
  }

  /// Prints all answers that are still missing.
  mutating func flush() {
    submit()
    deliver(pool.finish())
  }

  private mutating func submit() {
    guard !pending.isEmpty else { return }
    let tasks = pending
    pending = []
    pendingBytes = 0
    deliver(pool.submit(tasks))
  }

  private mutating func deliver(_ batches: [ConvertedBatch]) {
    for batch in batches {
      if let verifier {
        write(batch.rendered(by: renderer, checking: verifier))
      } else {
        write(batch.rendered)
      }
    }
  }

  // MARK: Output

  private mutating func write(_ batch: RenderedBatch) {
    progress.clear()
    var isApart = hasWritten && batch.hasWritten
    for piece in batch.pieces {
      if piece.isError {
        if OutputStreams.areOne { output.flush() }
        var errors = Output.error
        errors.write(piece.bytes)
        errors.flush()
      } else {
        if isApart { output.write("\n") }
        isApart = false
        output.write(piece.bytes)
      }
    }
    tally.add(batch.tally)
    output.flush(lastWords: lastWords)
    hasWritten = hasWritten || batch.hasWritten
    status = status.combined(with: batch.status)
    progress.show(tally.total, of: hasDocument ? documentFormulas : nil)
  }

  /// Whether a summary is printed at the end or at an interrupt.
  private var showsSummary: Bool { settings.showsSummary ?? hasDocument }

  /// The summary of what has been printed so far, for an interrupt.
  private var lastWords: [UInt8]? {
    guard showsSummary else { return nil }
    return Array("\(progress.eraser)interrupted after \(tally.summary(verifies: verifier != nil))".utf8)
  }

  /// Prints what is left, and the summary.
  mutating func finish() {
    flush()
    pool.close()
    progress.clear()
    var errors = Output.error
    for note in notes { errors.write("note: \(note)\n") }
    if showsSummary { errors.write(tally.summary(verifies: verifier != nil)) }
    errors.flush(lastWords: showsSummary ? [] : nil)
  }
}

/// A batch of formulas with their answers.
struct ConvertedBatch: Sendable {
  var tasks: [ConversionTask] = []
  var outcomes: [ConversionOutcome] = []
  /// What is printed, unless the answers are checked before.
  var rendered = RenderedBatch()

  /// Converts tasks, and prints them if there is a renderer.
  init(_ tasks: [ConversionTask], with converter: Converter, renderer: ConversionRenderer?) {
    guard let renderer else {
      self.tasks = tasks
      outcomes = tasks.map { converter.outcome(of: $0) }
      return
    }
    for task in tasks { renderer.render(task, converter.outcome(of: task), to: &rendered) }
  }

  /// What is printed after another system has checked the answers.
  func rendered(by renderer: ConversionRenderer, checking verifier: Verifier) -> RenderedBatch {
    var batch = RenderedBatch()
    for (task, outcome) in zip(tasks, verifier.checked(outcomes)) {
      renderer.render(task, outcome, to: &batch)
    }
    return batch
  }
}

/// Where the standard streams lead.
enum OutputStreams {
  /// Whether standard output and standard error arrive at the same place, so that their order shows.
  static let areOne: Bool = {
    var first = stat()
    var second = stat()
    guard fstat(STDOUT_FILENO, &first) == 0, fstat(STDERR_FILENO, &second) == 0 else { return true }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }()
}

/// The line on a terminal that says how far a long conversion is.
struct ConversionProgress {
  private let isShown =
    Environment.isTerminal(STDERR_FILENO) && !Environment.isTerminal(STDOUT_FILENO)
    && !Environment.isDumbTerminal
  private let start = Clock.seconds
  private var last = 0.0
  private var isVisible = false

  /// What removes the line from the terminal; nothing where there is none.
  var eraser: String { isShown ? "\r\u{1B}[K" : "" }

  /// Shows the number of formulas so far, a few times a second.
  mutating func show(_ count: Int, of total: Int?) {
    guard isShown else { return }
    let now = Clock.seconds
    guard now - start > 0.5, now - last > 0.1 else { return }
    last = now
    let rate = Int(Double(count) / (now - start))
    let share = total.map { $0 > 0 ? " of \($0)" : "" } ?? ""
    var errors = Output.error
    errors.write("\(eraser)\(count)\(share) formula\(total ?? count == 1 ? "" : "s"), \(rate) a second")
    errors.flush()
    isVisible = true
  }

  /// Removes the line, so that other text can be printed.
  mutating func clear() {
    guard isVisible else { return }
    var errors = Output.error
    errors.write(eraser)
    errors.flush()
    isVisible = false
  }
}
