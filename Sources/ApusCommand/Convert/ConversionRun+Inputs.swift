import ApusNotation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension ConversionRun {
  /// Converts a formula of the command line.
  mutating func convert(argument text: String) {
    var task = ConversionTask(input: text)
    take(definitionsOf: &task)
    add(task)
  }

  /// Converts the formulas of a file.
  mutating func convert(file path: String) {
    do throws(SystemError) {
      let file = try InputFile(path: path)
      try convert(file.descriptor, name: path, named: InputLayout.named(path))
    } catch {
      report(Diagnostic("unreadable-file", "cannot read \(path): \(error.message)"), .noInput)
    }
  }

  /// Converts the formulas of standard input; with JSON lines it is a stream of requests unless its layout is told.
  mutating func convertStandardInput() {
    do throws(SystemError) {
      try convert(STDIN_FILENO, name: "<stdin>", named: settings.isJSONLines ? .lines : .auto)
    } catch {
      report(Diagnostic("unreadable-file", "cannot read <stdin>: \(error.message)"), .noInput)
    }
  }

  private mutating func convert(
    _ descriptor: Int32, name: String, named: InputLayout
  ) throws(SystemError) {
    if settings.converter.source == .sympy, settings.layout == .auto, !name.hasSuffix(".jsonl"),
      descriptor != STDIN_FILENO || !settings.isJSONLines
    {
      // A program is one input, however many lines it has.
      let program = String(decoding: try InputFile.contents(of: descriptor), as: UTF8.self)
      return add(ConversionTask(input: program))
    }
    var layout = settings.layout == .auto ? named : settings.layout
    if settings.converter.source == .text || name.hasSuffix(".jsonl") { layout = .lines }
    var reader = LineReader(descriptor: descriptor)
    var beginning: [[UInt8]] = []
    if layout == .auto {
      (layout, beginning) = try Self.detect(&reader)
    }
    switch layout {
    case .auto, .lines: try convertLines(&reader, after: beginning, name: name)
    case .latex, .markdown:
      let bytes = try FileBytes(descriptor: descriptor, after: Self.joined(beginning) + reader.takeBuffer())
      convertDocument(bytes, layout == .latex ? .latex : .markdown, name: name)
    }
  }

  /// Reads until a line says whether this is a document, but not for ever.
  private static func detect(
    _ reader: inout LineReader
  ) throws(SystemError) -> (InputLayout, [[UInt8]]) {
    var detector = LayoutDetector()
    var lines: [[UInt8]] = []
    var count = 0
    while count < 1 << 20, case .bytes(let line)? = try reader.next() {
      lines.append(line)
      count += line.count
      if let layout = detector.layout(after: line) { return (layout, lines) }
    }
    // Nothing but displays.
    return (lines.isEmpty ? .lines : .latex, lines)
  }

  private static func joined(_ lines: [[UInt8]]) -> [UInt8] {
    var all: [UInt8] = []
    for line in lines {
      all += line
      all.append(UInt8(ascii: "\n"))
    }
    return all
  }

  // MARK: Lines

  private mutating func convertLines(
    _ reader: inout LineReader, after beginning: [[UInt8]], name: String
  ) throws(SystemError) {
    let outer = macros
    defer { macros = outer }
    var lines = PushedBackLines(beginning)
    var place = Place(name: name, line: 1)
    while true {
      // Whoever waits for answers sees them before more is read.
      if lines.isEmpty, !reader.isReady { flush() }
      guard let line = try lines.next(from: &reader) else { break }
      var (piece, count) = (line, 1)
      if !settings.isJSONLines, settings.converter.source != .text {
        (piece, count) = try Self.completed(line, &lines, &reader)
      }
      add(task(for: piece, at: place))
      place.line += count
    }
  }

  /// The line with the ones after it that it has to be read with, and their number.
  private static func completed(
    _ line: LineReader.Line, _ lines: inout PushedBackLines, _ reader: inout LineReader
  ) throws(SystemError) -> (LineReader.Line, Int) {
    guard case .bytes(var bytes) = line, LaTeXChunks.mayOpen(bytes) else { return (line, 1) }
    var chunks = LaTeXChunks()
    chunks.read(line: bytes)
    var count = 1
    while chunks.isOpen, let next = try lines.next(from: &reader) {
      count += 1
      guard case .bytes(let more) = next else { return (next, count) }
      chunks.read(line: more)
      bytes += [UInt8(ascii: "\n")] + more
      if bytes.count > LineReader.standardLimit { return (.tooLong(count: bytes.count), count) }
    }
    return (.bytes(bytes), count)
  }

  private mutating func task(for line: LineReader.Line, at place: Place) -> ConversionTask {
    var task = ConversionTask(input: "", place: place, layout: .line)
    let mark = UInt8(ascii: settings.converter.source == .text ? "#" : "%")
    switch line {
    case .bytes(let bytes):
      let request =
        settings.isJSONLines
        ? Request(line: bytes, commentMark: mark, takesAssumptions: true)
        : Request(raw: bytes, commentMark: mark)
      task.id = request.id
      task.input = request.input
      task.problem = request.problem
      task.isBlank = request.isBlank
      task.assumptions = request.assumptions
      task.macros = settings.isJSONLines ? settings.macros : macros
      if !settings.isJSONLines { take(definitionsOf: &task) }
    case .tooLong(let count):
      task.problem = Diagnostic(
        "too-large", "the line has \(count) bytes; at most \(LineReader.standardLimit) are read")
    }
    return task
  }

  /// Macros that an input defines hold for those after it; an input that only defines has no answer.
  private mutating func take(definitionsOf task: inout ConversionTask) {
    task.macros = macros
    guard task.problem == nil, !task.isBlank, settings.converter.source != .text,
      LaTeXDefinitions.fill(task.input)
    else { return }
    do throws(Diagnostic) {
      try macros.define(task.input)
      task.isBlank = true
    } catch {
      task.problem = error
    }
  }
}

/// Lines that were read to see what they are, and come again before the others.
struct PushedBackLines {
  private var lines: ArraySlice<[UInt8]>

  init(_ lines: [[UInt8]]) { self.lines = lines[...] }

  var isEmpty: Bool { lines.isEmpty }

  mutating func next(from reader: inout LineReader) throws(SystemError) -> LineReader.Line? {
    if let line = lines.popFirst() { return .bytes(line) }
    return try reader.next()
  }
}
