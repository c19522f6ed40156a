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
        answer(request(for: line), at: place, keepsLines: true)
        place.line += 1
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
    var request = Request(raw: bytes, commentMark: UInt8(ascii: "#"))
    request.isBlank = false
    answer(request, at: place, keepsLines: false)
  }

  // MARK: Parts

  private mutating func reportUnreadable(_ name: String, _ error: SystemError) {
    errors.show(Diagnostic("unreadable-file", "cannot read \(name): \(error.message)"))
    status = status.combined(with: .noInput)
  }

  private func request(for line: LineReader.Line) -> Request {
    switch line {
    case .bytes(let bytes):
      switch format {
      case .plain: return Request(raw: bytes, commentMark: UInt8(ascii: "#"))
      case .jsonLines: return Request(line: bytes, commentMark: UInt8(ascii: "#"))
      }
    case .tooLong(let count):
      var request = Request(raw: [], commentMark: UInt8(ascii: "#"))
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

  /// A failed line gives an empty one: output lines stay beside their input lines.
  private mutating func writePlain(
    _ result: Result<Response, Diagnostic>, to request: Request, at place: Place?, keepsLines: Bool
  ) {
    switch result {
    case .success(let response):
      // Help is the one answer of several lines; in a stream it has to be one.
      let text = ([response.text] + response.steps.map(\.line)).joined(separator: "\n")
      output.write((keepsLines ? text.onOneLine : text) + "\n")
      output.flush()
      errors.show(remarksOn: response)
    case .failure(let diagnostic):
      if keepsLines { output.writeLine("") }
      errors.show(diagnostic, in: request.input, at: place)
    }
  }
}

extension Response.Step {
  /// The step as an indented line.
  fileprivate var line: String {
    let condition = conditions.isEmpty ? "" : "   " + conditions.joined(separator: ", ")
    return "  \(rule): \(before) -> \(after)\(condition)"
  }
}

extension String {
  /// The text with its line ends replaced by three spaces.
  fileprivate var onOneLine: String {
    split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "   ")
  }
}
