import ApusNotation

/// What a batch of answers prints, and what it comes to.
struct RenderedBatch: Sendable {
  /// A piece of output for one of the streams.
  struct Piece: Sendable {
    var isError: Bool
    var bytes: [UInt8]
  }

  /// The output in order.
  private(set) var pieces: [Piece] = []
  var tally = ConversionTally()
  var status = ExitStatus.success
  /// Whether text of several lines has been printed, from which the next is kept apart.
  var hasWritten = false

  /// Adds output; pieces for the same stream are joined.
  mutating func write(_ isError: Bool, _ body: (inout [UInt8]) -> Void) {
    if pieces.last?.isError == isError {
      body(&pieces[pieces.count - 1].bytes)
    } else {
      var bytes: [UInt8] = []
      body(&bytes)
      if !bytes.isEmpty { pieces.append(Piece(isError: isError, bytes: bytes)) }
    }
  }
}

/// Prints answers for machines and for people.
struct ConversionRenderer: Sendable {
  /// Whether answers are records of JSON.
  var isJSONLines: Bool
  var target: NotationTarget
  var errors: ErrorDisplay

  /// Whether every answer is one line.
  private var answersInLines: Bool { target == .text }

  /// Prints what became of a task.
  func render(_ task: ConversionTask, _ outcome: ConversionOutcome, to batch: inout RenderedBatch) {
    if !task.isBlank { batch.tally.count(outcome.result, at: task.place, in: task.input) }
    if case .failure(let diagnostic) = outcome.result {
      batch.status = batch.status.combined(with: diagnostic.code == "timeout" ? .timeLimit : .failure)
    }
    if isJSONLines {
      let record = AnswerRecord(
        id: task.id, input: task.input, place: task.place, result: outcome.result, readings: outcome.readings,
        milliseconds: outcome.milliseconds)
      batch.write(false) { record.write(to: &$0) }
      return
    }
    if case .document = task.layout { writeHeading(task, outcome, to: &batch) }
    switch outcome.result {
    case .success(let response): write(response, of: task, to: &batch)
    case .failure(let diagnostic): write(diagnostic, outcome.readings, of: task, to: &batch)
    }
  }

  // MARK: Parts

  private func write(_ response: Response, of task: ConversionTask, to batch: inout RenderedBatch) {
    let isDocument = if case .document = task.layout { true } else { false }
    write(response.text, isDocument: isDocument, to: &batch)
    // In a document the heading says what is assumed.
    let remarks = errors.text(ofRemarksOn: response, tellsAssumptions: !isDocument)
    if !remarks.isEmpty { batch.write(true) { $0.append(contentsOf: remarks.utf8) } }
  }

  private func write(_ answer: String, isDocument: Bool, to batch: inout RenderedBatch) {
    let isApart = !answersInLines && batch.hasWritten && !isDocument
    if !answersInLines {
      if answer.isEmpty { return }
      batch.hasWritten = true
    }
    batch.write(false) { bytes in
      if isApart { bytes.append(UInt8(ascii: "\n")) }
      bytes.append(contentsOf: answer.utf8)
      bytes.append(UInt8(ascii: "\n"))
    }
  }

  private func write(
    _ diagnostic: Diagnostic, _ readings: [AlternativeReading], of task: ConversionTask,
    to batch: inout RenderedBatch
  ) {
    if answersInLines, case .line = task.layout { batch.write(false) { $0.append(UInt8(ascii: "\n")) } }
    var text = errors.text(of: diagnostic, in: task.input, at: task.place) + "\n"
    for reading in readings {
      let answer = reading.text.split(separator: "\n").last ?? ""
      switch reading.settlement {
      case .assumptions(let assumptions):
        text += "  with --assume '\(assumptions.joined(separator: "; "))': \(answer)\n"
      case .source(let source): text += "  written \(source): \(answer)\n"
      }
    }
    batch.write(true) { $0.append(contentsOf: text.utf8) }
  }

  // MARK: Documents

  /// The place and the source of a formula as a comment, with what was assumed or why there is no answer.
  private func writeHeading(
    _ task: ConversionTask, _ outcome: ConversionOutcome, to batch: inout RenderedBatch
  ) {
    guard let place = task.place, let formula = place.formula else { return }
    var lines = ["\(place.name):\(formula.line):\(formula.column): \(Self.shortened(task.input))"]
    switch outcome.result {
    case .success(let response): lines += response.assumptions.map { "assumed: " + $0 }
    case .failure(let diagnostic): lines.append("not converted, \(diagnostic.code): \(diagnostic.message)")
    }
    let hasWritten = batch.hasWritten
    batch.hasWritten = true
    batch.write(false) { bytes in
      if hasWritten { bytes.append(UInt8(ascii: "\n")) }
      for line in lines { bytes.append(contentsOf: (comment(line) + "\n").utf8) }
    }
  }

  private func comment(_ line: String) -> String {
    switch target {
    case .c, .swift: return "// " + line
    case .latex: return "% " + line
    case .mathml:
      // Two dashes would end the comment.
      return "<!-- " + line.split(separator: "-", omittingEmptySubsequences: false).joined(separator: "‐")
        + " -->"
    default: return "# " + line
    }
  }

  /// A formula on one line, as far as it fits.
  private static func shortened(_ input: String) -> String {
    var text = ""
    var hasSpace = false
    for character in input.prefix(400) {
      if character.isWhitespace {
        hasSpace = !text.isEmpty
      } else {
        if hasSpace { text.append(" ") }
        hasSpace = false
        text.append(character)
      }
    }
    return text.count > 90 ? text.prefix(89) + "…" : text
  }
}
