/// One item of a row of a formula: a nucleus with its scripts, as TeX would set it.
///
/// The tree says how a formula looks; what it means is decided later, when the whole source is known.
struct LaTeXNode {
  enum Kind: Sendable {
    /// A numeral: an index into the tree's numerals.
    case number(Int)
    case letter(Unicode.Scalar, LaTeXFont)
    /// A letter-like command in a font, such as `alpha`.
    case symbol(String, LaTeXFont)
    /// Several letters in a font that makes words of them.
    case word(String, LaTeXFont)
    /// `\text{…}`: a word of the language, or a name.
    case text(String)
    case operatorName(String)
    /// A chemical formula or unit: upright letters with scripts between them.
    case upright(Int)
    case accent(LaTeXAccent, Int)
    case function(String)
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
    case label(String)
    /// A unit of measurement, which the answer does not carry.
    case unit(String)
  }

  /// The contents stand in a box that copies share until one of them changes, so that a node in a local variable is one word: the reader
  /// is recursive, and stacks are small.
  private final class Box {
    var kind: Kind
    var range: SourceRange
    var sub: Int?
    var sup: Int?
    var primes = 0
    var isBraced = false
    var isProse = false
    var supRange: SourceRange?
    var subRange: SourceRange?

    init(_ kind: Kind, _ range: SourceRange) {
      self.kind = kind
      self.range = range
    }

    init(copying other: Box) {
      kind = other.kind
      range = other.range
      sub = other.sub
      sup = other.sup
      primes = other.primes
      isBraced = other.isBraced
      isProse = other.isProse
      supRange = other.supRange
      subRange = other.subRange
    }
  }

  private var box: Box

  init(_ kind: Kind, _ range: SourceRange) { box = Box(kind, range) }

  private mutating func makeUnique() {
    if !isKnownUniquelyReferenced(&box) { box = Box(copying: box) }
  }

  var kind: Kind {
    get { box.kind }
    set {
      makeUnique()
      box.kind = newValue
    }
  }
  var range: SourceRange {
    get { box.range }
    set {
      makeUnique()
      box.range = newValue
    }
  }
  /// The rows of the scripts.
  var sub: Int? {
    get { box.sub }
    set {
      makeUnique()
      box.sub = newValue
    }
  }
  var sup: Int? {
    get { box.sup }
    set {
      makeUnique()
      box.sup = newValue
    }
  }
  var primes: Int {
    get { box.primes }
    set {
      makeUnique()
      box.primes = newValue
    }
  }
  /// Whether the item stood in braces of its own.
  var isBraced: Bool {
    get { box.isBraced }
    set {
      makeUnique()
      box.isBraced = newValue
    }
  }
  /// Whether the item is words of the language that stand apart from the formula, and so no name.
  var isProse: Bool {
    get { box.isProse }
    set {
      makeUnique()
      box.isProse = newValue
    }
  }
  /// The places of the signs that start the scripts, for messages.
  var supRange: SourceRange? {
    get { box.supRange }
    set {
      makeUnique()
      box.supRange = newValue
    }
  }
  var subRange: SourceRange? {
    get { box.subRange }
    set {
      makeUnique()
      box.subRange = newValue
    }
  }

  var hasScripts: Bool { sub != nil || sup != nil || primes > 0 }
}

/// A numeral as written.
struct LaTeXNumeral: Sendable {
  /// Digits with an optional point and exponent.
  var text: String
  /// The digits that repeat for ever after `text`.
  var repeating = ""
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
  /// Whether `[ES]` is one concentration, because the source has others such as `[S]`.
  var joinsSpecies = false

  /// Adds a row and returns its index.
  mutating func add(_ items: [LaTeXNode], _ range: SourceRange) -> Int {
    rows.append(LaTeXRow(items: items, range: range))
    return rows.count - 1
  }
}
