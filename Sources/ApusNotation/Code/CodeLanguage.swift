import ApusTerms

/// A compiled language that functions of machine numbers are written in.
enum CodeLanguage {
  case c, swift

  /// How people call it.
  var name: String { self == .c ? "C" : "Swift" }

  /// The constants that the language, or C99 alone, has no name for.
  static let constants = [
    "pi": "3.141592653589793", "E": "2.718281828459045", "EulerGamma": "0.5772156649015329",
    "Catalan": "0.915965594177219", "GoldenRatio": "1.618033988749895",
  ]

  var infinity: String { self == .c ? "INFINITY" : "Double.infinity" }
  var notANumber: String { self == .c ? "NAN" : "Double.nan" }
  func truth(_ value: Bool) -> String { self == .c ? (value ? "1" : "0") : (value ? "true" : "false") }

  /// How the language writes a function of so many arguments.
  func notation(of function: Function, count: Int) -> String? {
    switch (function.name, count) {
    case ("sign", 1): "(#1 > 0.0 ? 1.0 : #1 < 0.0 ? -1.0 : 0.0)"
    case ("heaviside", 1): "(#1 > 0.0 ? 1.0 : #1 < 0.0 ? 0.0 : 0.5)"
    case ("degree", 1): "#1*3.141592653589793/180.0"
    case ("kronecker", 2): "(#1 == #2 ? 1.0 : 0.0)"
    case ("re", _), ("im", _), ("arg", _), ("conjugate", _): nil
    default: function.notation.applied(toCount: count).c
    }
  }

  /// Words that no variable may take: those of the language, and functions that the code may call.
  var reserved: Set<String> { (self == .c ? Self.cWords : Self.swiftWords).union(Self.functions) }

  private static let cWords = words(
    """
    alignas alignof auto bool break case char const constexpr continue default do double else enum extern false float for goto
    if inline int long nullptr register restrict return short signed sizeof static static_assert struct switch thread_local true
    typedef typeof typeof_unqual union unsigned void volatile while main NULL NAN INFINITY asm I complex
    """)
  private static let swiftWords = words(
    """
    Any Self actor as associatedtype async await break case catch class continue default defer deinit do else enum extension
    fallthrough false fileprivate for func guard if import in init inout internal is let nil operator precedencegroup private
    protocol public repeat rethrows return self some static struct subscript super switch throw throws true try typealias var
    where while Double Bool Int Foundation any borrowing consuming
    """)
  /// <math.h>, with the Bessel functions that come along on Unix.
  private static let functions = words(
    """
    acos asin atan atan2 ceil cos cosh exp fabs floor fmod frexp ldexp log log10 modf pow sin sinh sqrt tan tanh acosh asinh
    atanh cbrt copysign erf erfc exp2 expm1 fdim fma fmax fmin hypot ilogb lgamma llrint llround log1p log2 logb lrint lround nan
    nearbyint nextafter nexttoward remainder remquo rint round scalbln scalbn tgamma trunc j0 j1 jn y0 y1 yn gamma signgam abs
    min max isnan isinf signbit total index div exit free malloc printf total_ from_ to_
    """)

  private static func words(_ text: String) -> Set<String> {
    Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
  }
}
