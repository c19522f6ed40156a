import Apus
import ApusNotation

/// A notation that formulas can be read in.
enum SourceNotation: String, CaseIterable {
  /// LaTeX, as papers write it.
  case latex
  /// The text notation of Apus.
  case text
  /// Whichever the input looks like.
  case auto
}

/// Answers formulas with the same formulas in another notation.
///
/// Pieces of LaTeX that only define macros answer nothing and hold for all that follows.
struct ConversionResponder: Responder {
  let source: SourceNotation
  let target: NotationTarget
  private var preamble = ""

  init(from source: SourceNotation, to target: NotationTarget) {
    self.source = source
    self.target = target
  }

  var commentMark: UInt8 { UInt8(ascii: source == .text ? "#" : "%") }

  var chunks: LaTeXChunks? { source == .text ? nil : LaTeXChunks() }

  mutating func response(to input: String, until cancellation: Cancellation) throws(Diagnostic) -> Response {
    if isLaTeX(input) { return try responseToLaTeX(input) }
    let expression = try TextReader(form: .opaque, acceptsUnknownFunctions: true).expression(of: input)
    return try response(writing: [Formula(expression)])
  }

  private func isLaTeX(_ input: String) -> Bool {
    switch source {
    case .latex: true
    case .text: false
    case .auto: input.contains { $0 == "\\" || $0 == "$" || $0 == "{" || $0 == "_" }
    }
  }

  private mutating func responseToLaTeX(_ input: String) throws(Diagnostic) -> Response {
    if LaTeXDefinitions.fill(input) {
      preamble += input + "\n"
      return Response(text: "")
    }
    let readings: [LaTeXReading]
    do throws(Diagnostic) {
      readings = try LaTeXReader().readings(of: preamble + input)
    } catch {
      throw error.moved(by: -preamble.utf8.count)
    }
    var response = try response(
      writing: readings.map { Formula($0.expression, symbols: $0.symbols) })
    for reading in readings {
      response.assumptions += reading.assumptions.filter { !response.assumptions.contains($0) }
      response.warnings += reading.warnings.filter { !response.warnings.contains($0) }
    }
    return response
  }

  private func response(writing formulas: [Formula]) throws(Diagnostic) -> Response {
    let written = try target.write(formulas)
    var response = Response(text: written.text)
    response.notes = written.notes
    response.symbols = written.symbols.map {
      Response.SymbolName(source: $0.latex, identifier: $0.identifier)
    }
    return response
  }
}

extension Diagnostic {
  /// The diagnostic for a text that begins elsewhere.
  fileprivate func moved(by offset: Int) -> Diagnostic {
    if offset == 0 { return self }
    func moved(_ range: SourceRange) -> SourceRange {
      SourceRange(max(0, range.lowerBound + offset), max(0, range.upperBound + offset))
    }
    var copy = self
    copy.range = range.map(moved)
    copy.fixIts = fixIts.map { FixIt(moved($0.range), insert: $0.insert) }
    return copy
  }
}
