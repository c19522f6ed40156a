import ApusAlgebra
import ApusNotation
import ApusNumerics
import ApusTerms
import ArgumentParser

/// `apus compile EXPR…`.
struct CompileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile", abstract: "Writes expressions as the source of one optimised numeric function.",
    discussion: """
      The function computes all expressions, what they have in common once. A list or a matrix counts as its elements. Docs/Numerics.md \
      says how the source is called.
      """)

  @Argument(help: ArgumentHelp("The expressions; verbs such as diff work.", valueName: "expr"))
  var expressions: [String]

  @Option(help: "The language: c, swift, numpy, jax, julia, matlab or stan.")
  var to = SourceLanguage.c

  @Option(
    help: ArgumentHelp("The variables in their order; all symbols by name unless stated.", valueName: "x,y"))
  var over: String?

  @Option(help: ArgumentHelp("The parameters in their order.", valueName: "a,b"))
  var parameters: String?

  @Flag(help: "The function writes its values into an array that it is given, in every language that can.")
  var inPlace = false

  @Flag(
    help:
      "Instead of the values their derivatives with respect to the variables, as a sparse matrix with its pattern."
  )
  var jacobian = false

  @Option(help: "The name of the function.")
  var name = "f"

  @Option(help: "How much is optimised: full, sharing or none.")
  var optimization = Optimization.full

  func validate() throws {
    let isIdentifier =
      name.unicodeScalars.allSatisfy {
        $0 == "_" || ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
      }
      && name.first.map { !$0.isNumber } ?? false
    if inPlace, jacobian { throw ValidationError("A sparse matrix is always written in place.") }
    if !isIdentifier { throw ValidationError("'\(name)' is no name for a function.") }
  }

  func run() throws {
    var output = Output.standard
    var input = ""
    do throws(Diagnostic) {
      output.write(try source(&input))
      output.flush()
    } catch {
      ErrorDisplay().show(error, in: input)
      try ExitStatus.failure.throwUnlessSuccess()
    }
  }

  private func source(_ input: inout String) throws(Diagnostic) -> String {
    let expressions = try NumericInput.expressions(expressions, current: &input)
    let constants = NumericInput.symbols(in: parameters) ?? []
    let variables =
      NumericInput.symbols(in: over)
      ?? NumericInput.symbols(of: expressions).filter { !constants.contains($0) }
    do throws(CompileError) {
      let matrix = jacobian ? expressions.jacobian(in: variables) : nil
      let program = try Program(
        matrix?.values ?? expressions, over: variables, parameters: constants, optimization: optimization)
      let form = matrix.map { SourceForm.sparse($0.pattern) } ?? (inPlace ? .inPlace : .usual)
      return try program.source(in: to, name: name, form: form)
    } catch {
      throw Diagnostic(error)
    }
  }
}

extension SourceLanguage: ExpressibleByArgument {}

extension Optimization: ExpressibleByArgument {
  public init?(argument: String) {
    guard let known = Self.allCases.first(where: { "\($0)" == argument }) else { return nil }
    self = known
  }
}
