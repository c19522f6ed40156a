import ApusNotation

/// How answers are written.
enum AnswerFormat {
  /// Results on standard output, mistakes on standard error.
  case plain
  /// One JSON object a line on standard output.
  case jsonLines
}

/// Answers inputs one after another, never stopping at a mistake, and remembers how it went.
struct AnswerStream<Source: Responder>: ~Copyable {
  private var evaluator: BoundedResponder<Source>
  private let format: AnswerFormat
  private let errors: ErrorDisplay
  private var output: Output
  /// Whether an answer of several lines has been written, from which the next is to be kept apart.
  private var hasWritten = false
  /// The most serious outcome so far.
  private(set) var status = ExitStatus.success

  init(
    _ responder: Source, format: AnswerFormat, timeLimit: Double?, errors: ErrorDisplay,
    output: consuming Output
  ) {
    evaluator = BoundedResponder(responder, timeLimit: timeLimit)
    self.format = format
    self.errors = errors
    self.output = output
  }

  /// Answers the lines of an open file, one output line for each; `name` stands before the place of a mistake.
  mutating func answerLines(of descriptor: Int32, name: String) {
    var reader = LineReader(descriptor: descriptor)
    var place = Place(name: name, line: 1)
    do {
      while let line = try reader.next() {
        let (piece, count) = try completed(line, &reader)
        answer(request(for: piece), at: place, keepsLines: true)
        place.line += count
      }
    } catch {
      reportUnreadable(name, error)
    }
  }

  /// Answers the lines of the file at a path.
  mutating func answerLines(ofFile path: String) {
    do {
      let file = try InputFile(path: path)
      answerLines(of: file.descriptor, name: path)
    } catch {
      reportUnreadable(path, error)
    }
  }

  /// Answers a text of the command line or of a whole file.
  mutating func answer(text bytes: [UInt8], at place: Place? = nil) {
    var request = Request(raw: bytes, commentMark: evaluator.source.traits.commentMark)
    request.isBlank = false
    answer(request, at: place, keepsLines: false)
  }

  // MARK: Parts

  private mutating func reportUnreadable(_ name: String, _ error: SystemError) {
    errors.show(Diagnostic("unreadable-file", "cannot read \(name): \(error.message)"))
    status = status.combined(with: .noInput)
  }

  /// The line with the ones after it that it has to be read with, and their number.
  private func completed(
    _ line: LineReader.Line, _ reader: inout LineReader
  ) throws(SystemError) -> (LineReader.Line, Int) {
    guard format == .plain, var chunks = evaluator.source.traits.chunks, case .bytes(var bytes) = line else {
      return (line, 1)
    }
    chunks.read(line: bytes)
    var count = 1
    while chunks.isOpen, let next = try reader.next() {
      count += 1
      guard case .bytes(let more) = next else { return (next, count) }
      chunks.read(line: more)
      bytes += [UInt8(ascii: "\n")] + more
      if bytes.count > LineReader.standardLimit { return (.tooLong(count: bytes.count), count) }
    }
    return (.bytes(bytes), count)
  }

  private func request(for line: LineReader.Line) -> Request {
    switch line {
    case .bytes(let bytes):
      switch format {
      case .plain: return Request(raw: bytes, commentMark: evaluator.source.traits.commentMark)
      case .jsonLines: return Request(line: bytes, commentMark: evaluator.source.traits.commentMark)
      }
    case .tooLong(let count):
      var request = Request(raw: [], commentMark: evaluator.source.traits.commentMark)
      request.isBlank = false
      request.problem = Diagnostic(
        "too-large", "the line has \(count) bytes; at most \(LineReader.standardLimit) are read")
      return request
    }
  }

  private mutating func answer(_ request: Request, at place: Place?, keepsLines: Bool) {
    let start = Clock.nanoseconds
    let result = self.result(for: request)
    let milliseconds = Double(Clock.nanoseconds - start) * 1e-6
    if case .failure(let diagnostic) = result {
      status = status.combined(with: diagnostic.code == "timeout" ? .timeLimit : .failure)
    }
    switch format {
    case .jsonLines:
      let record = AnswerRecord(
        id: request.id, input: request.input, result: result, milliseconds: milliseconds)
      output.write(record.line)
      output.flush()
    case .plain: writePlain(result, to: request, at: place, keepsLines: keepsLines)
    }
  }

  private mutating func result(for request: Request) -> Result<Response, Diagnostic> {
    if let problem = request.problem { return .failure(problem) }
    if request.isBlank { return .success(Response(text: "")) }
    return evaluator.result(for: request.input)
  }

  /// A failed line gives an empty one where output lines have to stay beside their input lines.
  private mutating func writePlain(
    _ result: Result<Response, Diagnostic>, to request: Request, at place: Place?, keepsLines: Bool
  ) {
    switch result {
    case .success(let response):
      for part in response.parts.isEmpty ? [response.text] : response.parts {
        write(part, keepsLines: keepsLines)
      }
      output.flush()
      errors.show(remarksOn: response, tellsAssumptions: evaluator.source.traits.tellsAssumptions)
    case .failure(let diagnostic):
      if keepsLines, evaluator.source.traits.answersInLines { output.writeLine("") }
      errors.show(diagnostic, in: request.input, at: place)
    }
  }

  private mutating func write(_ answer: String, keepsLines: Bool) {
    guard evaluator.source.traits.answersInLines else {
      if answer.isEmpty { return }
      output.write((hasWritten ? "\n" : "") + answer + "\n")
      hasWritten = true
      return
    }
    // Help is the one answer of several lines; in a stream it has to be one.
    output.write((keepsLines ? answer.onOneLine : answer) + "\n")
  }
}

extension String {
  /// The text with its line ends replaced by three spaces.
  fileprivate var onOneLine: String {
    split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "   ")
  }
}
