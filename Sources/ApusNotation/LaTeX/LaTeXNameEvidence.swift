/// What a source shows about one name: how it is used, everywhere.
struct LaTeXNameEvidence: Sendable {
  /// Uses without an argument in parentheses.
  var bare = 0
  /// The single names it is applied to, without repetition.
  var singleArguments: [Int] = []
  var numberArguments = 0
  /// Uses before parentheses with a sum or product in them.
  var compoundArguments = 0
  /// Uses before parentheses with a plus sign in them, and how many of these are a whole right side.
  var plusArguments = 0
  var wholePlusSides = 0
  /// Uses before parentheses with only another application in them, as in `f(x(t))`.
  var nestedArguments = 0
  /// The function that is applied in one of them.
  var nestedFunction: Int?
  /// Uses before parentheses with nothing but a product in them, which would not need them as a factor.
  var productArguments = 0
  /// Uses before parentheses with nothing but a function in them, as in `P_l(\cos\theta)`.
  var functionArguments = 0
  /// Uses before parentheses that contain the name itself, as in `x(1-x)`.
  var selfContaining = 0
  /// Uses before two groups in a row, as in `a(b)(c)`.
  var chained = 0
  /// Uses before a list of arguments, and how long it is.
  var listLength = 0
  /// Uses before a relation or a bar in parentheses, as in `P(X=k)` and `P(A|B)`.
  var events = 0
  /// How many of these have a bar and no relation.
  var bars = 0
  /// The arguments on the left side of an equation that defines it.
  var definition: [Int]?
  /// Whether the defining equation goes on with an integral, sum or product, as for Γ and ζ.
  var isDefinedByFormula = false
  /// Uses with composed or numeric arguments as a whole left side.
  var wholeSides = 0
  /// The variables by which it is differentiated.
  var variables: [Int] = []
  /// Whether it stands under a derivative beside the variable, so that it may depend on it.
  var isBesideVariable = false
  var isPartial = false
  var isTotal = false
  /// The most primes on it, and whether primed uses have an argument.
  var primes = 0
  /// Uses with primes and without an argument.
  var barePrimes = 0
  /// The highest number in parentheses above it, and the lowest.
  var orders = 0
  var lowestOrder = Int.max
  var primedArguments: [Int] = []
  var isPrimedApplied = false
  var dots = 0
  /// How often it is alone on one side of an equation with other names on the other.
  var sidesAlone = 0
  /// Uses with an exponent that is no whole number, and with one that is.
  var symbolicPowers = 0
  var integerPowers = 0
  /// Uses as a factor beside other names.
  var factors = 0
  /// Whether it is the index of a sum, product or integral.
  var isBound = false

  /// Whether it is nothing but a quantity, as far as the source shows.
  var isPlain: Bool {
    !isApplied && events == 0 && definition == nil && variables.isEmpty && !isPrimedApplied
  }

  /// Whether it is used as a function for certain: a sum in parentheses may be a factor.
  var isAppliedToArgument: Bool {
    !singleArguments.isEmpty || numberArguments > 0 || listLength > 0 || wholeSides > 0
  }

  /// Whether it is used with anything in parentheses.
  var isApplied: Bool {
    !singleArguments.isEmpty || numberArguments > 0 || compoundArguments > 0 || listLength > 0
      || wholeSides > 0
  }
}
