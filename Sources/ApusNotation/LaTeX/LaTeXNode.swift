/// One item of a row of a formula: a nucleus with its scripts, as TeX would set it.
///
/// The tree says how a formula looks; what it means is decided later, when the whole source is known.
struct LaTeXNode {
  enum Kind: Sendable {
    /// A numeral: an index into the tree's numerals.
    case number(Int)
    case letter(Unicode.Scalar, LaTeXFont)
    /// A letter-like command in a font, such as `alpha`.
    case symbol(LaTeXSymbol, LaTeXFont)
    /// Several letters in a font that makes words of them.
    case word(LaTeXWord, LaTeXFont)
    /// `\text{…}`: a word of the language, or a name.
    case text(LaTeXWord)
    case operatorName(LaTeXWord)
    /// A chemical formula or unit: upright letters with scripts between them.
    case upright(Int)
    case accent(LaTeXAccent, Int)
    case function(LaTeXFunctionName)
    case bigOperator(LaTeXBigOperator)
    case binary(LaTeXOperator)
    case relation(LaTeXRelation)
    case punctuation(Unicode.Scalar)
    /// `%` and `!`
    case percent, factorial
    /// `^\circ` written as the sign itself.
    case degreeSign
    case fence(LaTeXDelimiter, LaTeXDelimiter, Int)
    /// A braced group of several items.
    case group(Int)
    case fraction(Int, Int)
    case binomial(Int, Int)
    /// The radicand and the index of the root.
    case root(Int, Int?)
    /// A vertical bar that pairs with no other.
    case bar(LaTeXDelimiter, LaTeXFacing)
    /// An array of cells: an index into the tree's tables.
    case table(Int)
    /// `\pmod{n}`, or without parentheses `\mod n`
    case modulus(Int, parentheses: Bool)
    case dots
    /// The arrow below a limit: 0 from both sides, 1 from above, −1 from below.
    case arrow(Int)
    case wideSpace
    case newline
    case label(LaTeXWord)
    /// A unit of measurement, which the answer does not carry.
    case unit
  }

  var kind: Kind
  var range: SourceRange
  private var subRow: Int32 = -1
  private var supRow: Int32 = -1
  private var subPlace = LaTeXScriptPlace()
  private var supPlace = LaTeXScriptPlace()
  private var primeCount: Int32 = 0
  /// Whether the item stood in braces of its own.
  var isBraced = false
  /// Whether the item is words of the language that stand apart from the formula, and so no name.
  var isProse = false

  init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  /// The rows of the scripts.
  var sub: Int? {
    get { subRow < 0 ? nil : Int(subRow) }
    set { subRow = newValue.map(Int32.init) ?? -1 }
  }
  var sup: Int? {
    get { supRow < 0 ? nil : Int(supRow) }
    set { supRow = newValue.map(Int32.init) ?? -1 }
  }
  var primes: Int {
    get { Int(primeCount) }
    set { primeCount = Int32(newValue) }
  }
  /// The places of the signs that start the scripts, for messages.
  var subRange: SourceRange? {
    get { subPlace.range }
    set { subPlace.range = newValue }
  }
  var supRange: SourceRange? {
    get { supPlace.range }
    set { supPlace.range = newValue }
  }

  var hasSubscript: Bool { subRow >= 0 }
  var hasSuperscript: Bool { supRow >= 0 }
  var hasScripts: Bool { subRow >= 0 || supRow >= 0 || primeCount > 0 }
}

/// The place of the sign in front of a script, or none; half as wide as an optional range.
private struct LaTeXScriptPlace {
  private var stored = SourceRange(0, 0)

  /// A sign is never empty, so an empty range stands for none.
  var range: SourceRange? {
    get { stored.isEmpty ? nil : stored }
    set { stored = newValue ?? SourceRange(0, 0) }
  }
}

/// A numeral as written.
struct LaTeXNumeral: Sendable {
  /// Digits with an optional point and exponent.
  var text: String
  /// The digits that repeat for ever after `text`.
  var repeating = ""

  /// The numeral of one digit.
  static func digit(_ digit: UInt8) -> LaTeXNumeral { digits[Int(digit)] }

  private static let digits = (0...9).map { LaTeXNumeral(text: String($0)) }
}

/// The cells of an environment, row by row.
struct LaTeXTable: Sendable {
  var environment: LaTeXEnvironment
  var rows: [[Int]]
  /// Where the environment begins.
  var opening: SourceRange
}

/// A row of items between two boundaries.
struct LaTeXRow {
  var items: [LaTeXNode]
  /// The bytes the row covers; an empty range where something is missing.
  var range: SourceRange
  /// Whether the row is a script, whose letters are part of names.
  var isScript = false
  /// Whether the row's items have moved to another row.
  var isMoved = false
}

/// The formulas of a source as rows of items; rows refer to each other by index.
struct LaTeXTree {
  var rows: [LaTeXRow] = []
  var numerals: [LaTeXNumeral] = []
  var tables: [LaTeXTable] = []
  var texts = LaTeXWordList()
  /// Whether `[ES]` is one concentration, because the source has others such as `[S]`.
  var joinsSpecies = false
  /// The letters that count steps: `k`, where `x^{(k)}` occurs.
  private(set) var stepLetters: Set<Unicode.Scalar> = []

  /// What occurs in the rows.
  private(set) var traits: LaTeXTraits = []

  /// Collects the letters that count steps, when all rows are there.
  mutating func findSteps() {
    guard traits.contains([.superscript, .parentheses]) else { return }
    for row in rows {
      for item in row.items {
        guard let sup = item.sup, case .parenthesised(_?, let inner) = superscript(sup),
          case .letter(let letter, .italic) = rows[inner].items[0].kind
        else { continue }
        stepLetters.insert(letter)
      }
    }
  }

  /// Makes room for what so many tokens usually need.
  mutating func reserve(tokens: Int) {
    rows.reserveCapacity(tokens / 5 + 2)
    numerals.reserveCapacity(tokens / 10)
  }

  /// Adds a row and returns its index.
  mutating func add(_ items: [LaTeXNode], _ range: SourceRange, isScript: Bool = false) -> Int {
    for item in items { traits.formUnion(item.traits) }
    rows.append(LaTeXRow(items: items, range: range, isScript: isScript))
    return rows.count - 1
  }
}
