import ApusNotation
import ApusTerms

/// What a session knows.
struct SessionState: Sendable {
  var functions: FunctionTable
  var verbs: VerbTable
  /// The values of names.
  var variables: [String: Expr] = [:]
  /// The functions that the user has defined.
  var userFunctions: [String: UserFunction] = [:]
  /// The functions that the user has declared and that stay abstract.
  var declared: Set<String> = []
  /// What is assumed of symbols.
  var facts = Facts()
  /// The assumptions as they were stated, in order.
  var assumptions: [(text: String, term: Expr)] = []
  /// The values of all answers so far.
  var answers: [Expr] = []
  /// The names used as symbols so far.
  var symbols: Set<String> = []

  init(functions: FunctionTable, verbs: VerbTable) {
    self.functions = functions
    self.verbs = verbs
  }

  /// What gives names and calls their meaning.
  var resolver: NameResolver {
    let own = userFunctions.keys.sorted() + declared.sorted()
    var resolver = NameResolver(functions: functions, callables: verbs.names + own + Predicate.names)
    resolver.symbols = symbols.union(variables.keys)
    return resolver
  }

  /// A writer whose output this session reads back.
  var writer: TextWriter { writer(reserving: Set(variables.keys)) }

  /// A writer in whose output the names that have a value here stand for that value.
  var assigningWriter: TextWriter { writer(reserving: []) }

  private func writer(reserving names: Set<String>) -> TextWriter {
    TextWriter(functions: functions, callables: Set(verbs.names + Predicate.names), reserved: names)
  }
}
