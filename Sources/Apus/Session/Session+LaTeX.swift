import ApusNotation
import ApusTerms

/// Recognises LaTeX among inputs in text notation.
enum LaTeXInput {
  /// Whether an input that is no text notation may be LaTeX: it has a command, or dollars around it.
  static func isLikely(_ source: SourceText) -> Bool {
    let bytes = source.bytes
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "$") { return true }
      guard byte == UInt8(ascii: "\\"), index + 1 < bytes.count else { continue }
      let next = bytes[index + 1]
      if next | 0x20 &- 0x61 < 26 || next == UInt8(ascii: "(") || next == UInt8(ascii: "[") { return true }
    }
    return false
  }
}

extension Session {
  /// The answer to a formula in LaTeX: read, written as text, and evaluated like that text.
  ///
  /// Functions that the formula uses without their being known stay abstract.
  mutating func evaluateLaTeX(
    _ source: SourceText, cancellation: Cancellation?
  ) throws(Diagnostic) -> Answer {
    let whole = SourceRange(0, source.bytes.count)
    let readings = try LaTeXReader().readings(of: source.text(whole))
    guard !readings.isEmpty else {
      throw Diagnostic("missing-operand", "there is no expression", at: whole)
    }
    let expression =
      readings.count == 1 ? readings[0].expression : Expr.opaque(.list, readings.map(\.expression))
    guard let text = state.assigningWriter.text(of: expression, limit: limits.textBytes) else {
      throw Diagnostic("too-large", "the formula is longer than \(limits.textBytes) bytes", at: whole)
    }
    var session = self
    session.state.declared.formUnion(undefinedFunctions(of: expression))
    var answer: Answer
    do throws(Diagnostic) {
      answer = try session.evaluateText(SourceText(text), cancellation: cancellation)
    } catch {
      // Its places are in the text that the formula was turned into.
      throw Diagnostic(error.code, error.message, at: whole, help: ["read as \(text)"])
    }
    state.answers = session.state.answers
    state.symbols = session.state.symbols
    answer.isReadAsLaTeX = true
    answer.assumptions += readings.flatMap(\.assumptions)
    answer.warnings += readings.flatMap(\.warnings)
    var seen: Set<String> = []
    for symbol in readings.flatMap(\.symbols) where seen.insert(symbol.latex).inserted {
      answer.symbols.append(Answer.LaTeXSymbol(latex: symbol.latex, name: symbol.identifier))
    }
    return answer
  }

  private func undefinedFunctions(of expression: Expr) -> Set<String> {
    var names: Set<String> = []
    expression.forEachNode { node in
      if let function = node.function, function.isUndefined, state.userFunctions[function.name] == nil {
        names.insert(function.name)
      }
      return true
    }
    return names
  }
}
