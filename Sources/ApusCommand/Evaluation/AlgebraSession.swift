import Apus
import ApusNotation
import ApusTerms

/// A session for commands on expressions: what was assumed on the command line, and the values of texts under it.
struct AlgebraSession: Sendable {
  private var session = Session()
  /// What may not be as expected about the assumptions.
  private(set) var warnings: [String] = []

  /// Assumes what the texts say: `x > 0`, `integer(n)`, or `n: integer` for the latter; commas separate several.
  ///
  /// - Throws: the mistake, with its range in the text that it comes with.
  init(assuming texts: [String] = []) throws(AssumptionMistake) {
    for text in texts {
      for part in Self.parts(of: text) { try assume(part, in: text) }
    }
  }

  /// The facts assumed.
  var facts: Facts { session.facts }

  /// The value of a text.
  ///
  /// - Throws: what is wrong with it, with ranges in it; `no-value` for statements that have none.
  mutating func value(of text: String, until cancellation: Cancellation) throws(Diagnostic) -> Answer {
    let answer = try session.evaluate(text, cancellation: cancellation)
    guard answer.expression != nil else {
      throw Diagnostic(
        "no-value", "this is no expression", help: ["give an expression, such as sin(x)^2 + cos(x)^2"])
    }
    return answer
  }

  /// Text of an expression that is read back as the same expression.
  func text(of expr: Expr) -> String { session.text(of: expr) }

  // MARK: Assumptions

  private mutating func assume(_ part: SourceRange, in text: String) throws(AssumptionMistake) {
    let bytes = Array(text.utf8)[part.lowerBound..<part.upperBound]
    let assumption = String(decoding: bytes, as: UTF8.self)
    // `n: integer` is another way to write integer(n).
    let words = assumption.split(separator: ":").map { $0.filter { $0 != " " } }
    let prefix = "assume("
    do {
      let statement = words.count == 2 ? "\(words[1])(\(words[0]))" : assumption
      warnings += try session.evaluate(prefix + statement + ")").warnings
    } catch {
      var mistake = error
      (mistake.fixIts, mistake.help) = ([], [])
      mistake.range =
        words.count == 2
        ? part
        : error.range.map { range in
          let place = { min(max($0 - prefix.utf8.count, 0), bytes.count) + part.lowerBound }
          return SourceRange(place(range.lowerBound), place(range.upperBound))
        }
      throw AssumptionMistake(diagnostic: mistake, text: text)
    }
  }

  /// The ranges between commas outside of brackets.
  private static func parts(of text: String) -> [SourceRange] {
    var (parts, start, depth): ([SourceRange], Int, Int) = ([], 0, 0)
    for (place, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ",") where depth == 0:
        parts.append(SourceRange(start, place))
        start = place + 1
      default: break
      }
    }
    return parts + [SourceRange(start, text.utf8.count)]
  }
}

/// What is wrong with an assumption of the command line.
struct AssumptionMistake: Error {
  var diagnostic: Diagnostic
  var text: String
}
