import Apus
import ApusNotation
import ApusTerms

/// The notations that formulas can be read in.
enum SourceNotation: String, CaseIterable {
  case latex, text
  /// LaTeX where the input has commands, braces of scripts or dollar signs; text otherwise.
  case auto
}

/// Answers formulas in one notation with their text in another.
struct ConversionResponder: Responder {
  private let source: SourceNotation
  private let target: NotationTarget
  /// The definitions of macros read so far, which later formulas use; `nil` if every input stands for itself.
  private var definitions: String?

  /// Creates a converter; one that `keepsDefinitions` takes the inputs for the pieces of one document.
  init(from source: SourceNotation, to target: NotationTarget, keepsDefinitions: Bool) {
    self.source = source
    self.target = target
    definitions = keepsDefinitions ? "" : nil
  }

  /// Programs take several lines each.
  var traits: StreamTraits {
    StreamTraits(
      commentMark: UInt8(ascii: source == .text ? "#" : "%"), chunks: source == .text ? nil : LaTeXChunks(),
      answersInLines: target == .text, tellsAssumptions: true)
  }

  mutating func response(to input: String, until cancellation: Cancellation) throws(Diagnostic) -> Response {
    if isLaTeX(input) {
      if let known = definitions, LaTeXDefinitions.fill(input) {
        definitions = known + input + "\n"
        return Response(text: "")
      }
      return try response(toLaTeX: input)
    }
    let reader = TextReader(form: .opaque, acceptsUnknownFunctions: true)
    return try response(for: [Formula(try reader.expression(of: input))])
  }

  // MARK: Parts

  private func isLaTeX(_ input: String) -> Bool {
    switch source {
    case .latex: true
    case .text: false
    case .auto: input.contains { $0 == "\\" || $0 == "$" } || input.contains("^{") || input.contains("_{")
    }
  }

  private func response(toLaTeX input: String) throws(Diagnostic) -> Response {
    let preamble = definitions ?? ""
    let readings: [LaTeXReading]
    do throws(Diagnostic) {
      readings = try LaTeXReader().readings(of: preamble + input)
    } catch {
      throw error.moved(by: -preamble.utf8.count)
    }
    var response = try response(for: readings.map { Formula($0.expression, symbols: $0.symbols) })
    response.assumptions = readings.flatMap(\.assumptions).withoutRepetitions
    response.warnings = readings.flatMap(\.warnings).withoutRepetitions
    return response
  }

  /// The text of the formulas together, and of each by itself where there are several.
  private func response(for formulas: [Formula]) throws(Diagnostic) -> Response {
    let written = try target.write(formulas)
    var response = Response(text: written.text.withoutFinalLineEnds)
    if formulas.count > 1 {
      for formula in formulas { response.parts.append(try target.write([formula]).text.withoutFinalLineEnds) }
    }
    response.notes = written.notes
    response.symbols = written.symbols.map {
      Response.SymbolName(source: $0.latex, identifier: $0.identifier)
    }
    return response
  }
}

extension Diagnostic {
  /// The diagnostic for a source that begins earlier or later; what would stand before its beginning stands there.
  fileprivate func moved(by distance: Int) -> Diagnostic {
    func moved(_ range: SourceRange) -> SourceRange {
      SourceRange(max(0, range.lowerBound + distance), max(0, range.upperBound + distance))
    }
    var result = self
    result.range = range.map(moved)
    result.fixIts = fixIts.map { FixIt(moved($0.range), insert: $0.insert) }
    return result
  }
}

extension String {
  fileprivate var withoutFinalLineEnds: String {
    var text = Substring(self)
    while text.last == "\n" { text.removeLast() }
    return String(text)
  }
}

extension [String] {
  fileprivate var withoutRepetitions: [String] {
    var known = Set<String>()
    return filter { known.insert($0).inserted }
  }
}
