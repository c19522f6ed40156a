import ApusNumbers

/// All that is known of one function: its names in every notation, its calculus, its values and its kernels.
///
/// Readers, printers, differentiation, evaluation, facts and help read this record and nothing else; to add a function
/// is to write one. Functions are the same exactly when their names and their nature (`isUndefined`) are.
public final class Function: Sendable {
  /// The partial derivatives with respect to each argument, given the arguments; `nil` for one that has no closed form.
  public typealias Partials = @Sendable ([Expr]) -> [Expr?]
  /// An exact value, or `nil` to leave the call as it is.
  public typealias Value = @Sendable ([Expr]) -> Expr?

  /// The canonical form that a call of the function takes.
  public enum Form: UInt8, Sendable {
    /// A call node.
    case call
    /// The operations that canonical construction turns into sums, products and powers.
    case sum, product, difference, negation, quotient, power, squareRoot, root, exponential
    /// The calls that canonical construction looks into.
    case logarithm, conjunction, disjunction, cases, maximum, minimum

    /// Whether no call of the function is canonical.
    package var isOperation: Bool { rawValue > Form.call.rawValue && rawValue < Form.logarithm.rawValue }
  }

  /// The name in text notation.
  public let name: String
  /// Other names that readers accept.
  public let aliases: [String]
  /// The number of arguments.
  public let arity: Arity
  /// The arguments by name; the last stands for all further ones.
  public let parameters: [Parameter]
  /// One sentence for help.
  public let summary: String
  /// Names in other notations.
  public let notation: FunctionNotation
  /// What canonical construction makes of a call.
  public let form: Form
  /// The partial derivatives, if the function is differentiable.
  public let partials: Partials?
  /// The partial derivatives for arguments that are real, of functions that are not analytic, such as `abs`.
  public let realPartials: Partials?
  /// Exact values at constant arguments: called only when no argument contains a symbol.
  public let value: Value?
  /// Cheap reductions that are valid for all arguments, such as `polygamma(0, z)`; called when one of them is a number.
  /// Symbols stand for arguments that are none.
  public let reduction: Value?
  /// For functions that are only names for an expression, such as `log10`: the expression. It must not look into its
  /// arguments, for which symbols stand.
  public let definition: Value?
  /// Laws: symmetry, period, inverse, range.
  public let laws: FunctionLaws
  /// Numeric evaluation.
  public let kernels: Kernels
  /// Which argument is a bound variable, and where, for functions that bind one.
  public let binder: Binder?
  /// An input and the answer that the documentation shows.
  public let example: (input: String, output: String)?
  /// Where the definition and the laws stand, such as a DLMF chapter.
  public let source: String
  /// Whether nothing is known of the function but its name.
  public let isUndefined: Bool
  /// The content hash of the name.
  public let hash128: Hash128
  /// What construction needs to know.
  package let traits: FunctionTraits
  /// What a call adds to the flags of its arguments.
  package let flags: NodeFlags

  /// Creates a record; see `Docs/AddingAFunction.md`. Without an arity each of the parameters is one argument.
  public init(
    _ name: String, aliases: [String] = [], arity: Arity? = nil,
    parameters: KeyValuePairs<String, Parameter.Domain> = ["z": .complex], summary: String = "",
    notation: FunctionNotation = FunctionNotation(), form: Form = .call, partials: Partials? = nil,
    realPartials: Partials? = nil,
    value: Value? = nil, reduction: Value? = nil, definition: Value? = nil,
    laws: FunctionLaws = FunctionLaws(),
    kernels: Kernels = Kernels(), binder: Binder? = nil, example: (input: String, output: String)? = nil,
    source: String = "", isUndefined: Bool = false, flags: NodeFlags = []
  ) {
    self.name = name
    self.aliases = aliases
    self.arity = arity ?? .exactly(parameters.count)
    self.parameters = parameters.map { Parameter(name: $0.key, domain: $0.value) }
    self.summary = summary
    self.notation = notation
    self.form = form
    self.partials = partials
    self.realPartials = realPartials
    self.value = value
    self.reduction = reduction
    self.definition = definition
    self.laws = laws
    self.kernels = kernels
    self.binder = binder
    self.example = example
    self.source = source
    self.isUndefined = isUndefined
    hash128 = Hash128(text: name, seed: isUndefined ? 3 : 2)
    var own = flags
    if isUndefined { own.insert(.hasSymbol) }
    if form.isOperation || definition != nil { own.insert(.hasOpaque) }
    if binder != nil { own.insert(.hasBinder) }
    self.flags = own
    traits = FunctionTraits(
      form: form, arity: self.arity, hasValue: value != nil, hasReduction: reduction != nil,
      hasDefinition: definition != nil, hasUnaryLaw: laws.concernsUnaryCalls, symmetry: laws.symmetry,
      homogeneity: laws.homogeneity, hasInverse: laws.inverse != nil, isE: name == "E" && !isUndefined,
      mayEvaluate: kernels.ball != nil || value != nil, isBinder: binder != nil)
  }

  /// A function of which nothing but the name is known: its derivatives stay unevaluated.
  public static func undefined(_ name: String) -> Function {
    Function(name, arity: .atLeast(1), isUndefined: true)
  }
}

extension Function: Hashable {
  public static func == (a: Function, b: Function) -> Bool { a === b || a.hash128 == b.hash128 }
  public func hash(into hasher: inout Hasher) { hasher.combine(hash128.low) }
}

extension Function: CustomStringConvertible {
  public var description: String { name }
}

/// A function that binds a variable, as `sum(body, k, a, b)` binds `k` in its body.
///
/// With fewer arguments than `minimumCount` nothing is bound: an integral without bounds is a function of its variable.
public struct Binder: Sendable, Hashable {
  /// The position of the bound variable.
  public let variable: Int
  /// The positions of the arguments in which it is bound.
  public let scope: [Int]
  /// The number of arguments from which on the variable is bound.
  public let minimumCount: Int

  /// Creates a binder.
  public init(variable: Int, scope: [Int], minimumCount: Int = 3) {
    self.minimumCount = minimumCount
    self.variable = variable
    self.scope = scope
  }
}

/// What construction needs to know of a function: a plain value.
public struct FunctionTraits: Sendable {
  /// The canonical form of a call.
  public let form: Function.Form
  /// The number of arguments.
  let arity: Arity
  /// Whether constant arguments may have an exact value.
  let hasValue: Bool
  /// Whether reductions, which look at numbers among the arguments, may apply.
  let hasReduction: Bool
  /// Whether calls stand for an expression.
  let hasDefinition: Bool
  /// Whether calls with one argument obey a law that changes their form.
  let hasUnaryLaw: Bool
  /// The laws that do: what a sign does, what a positive factor does, and whether there is an inverse.
  let symmetry: FunctionLaws.Symmetry?
  let homogeneity: Int?
  let hasInverse: Bool
  /// Whether the function is the constant e, the base of exponentials.
  let isE: Bool
  /// Whether inexact arguments may have a value.
  let mayEvaluate: Bool
  /// Whether calls of enough arguments bind a variable.
  let isBinder: Bool

  /// Whether a call may be something else than a call.
  var mayReduce: Bool { hasValue || hasReduction || hasDefinition || hasUnaryLaw || mayEvaluate }
}
