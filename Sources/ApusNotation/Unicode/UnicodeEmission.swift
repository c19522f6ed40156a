import ApusNumbers
import ApusTerms

/// A piece of Unicode text with what its surroundings must know of it.
struct UnicodePiece {
  /// What kind of thing it is, loosest first.
  enum Kind: Int, Comparable {
    case statement, sum, negation, bigOperator, product, power, atom

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  var ref: TextArena.Ref
  var kind: Kind = .atom
  /// Of a piece that begins with a minus sign, the rest.
  var magnitude: TextArena.Ref?
  /// The text itself, of short pieces, which can be raised and lowered.
  var short: String?
  var beginsWithDigit = false
}

/// One run of the Unicode writer.
struct UnicodeEmission {
  var arena = TextArena()
  /// Symbols whose indices stood in parentheses, as in `P(A|B)`.
  var appliedNames: Set<String> = []

  typealias Pieces = DisplayTree.Pieces<UnicodePiece>

  /// The text of one node.
  mutating func piece(_ form: DisplayForm, _ tree: DisplayTree, _ pieces: Pieces) -> UnicodePiece {
    switch form {
    case .number(let number): return self.number(number)
    case .imaginaryUnit: return atom("i")
    case .symbol(let symbol):
      return atom(UnicodeNames.text(for: symbol.name, isApplied: appliedNames.contains(symbol.name)))
    case .constant(let function): return atom(Self.constants[function.name] ?? function.name)
    case .sum(let terms): return sum(terms.map { (pieces[$0.id], $0.isSubtracted) })
    case .negation(let a): return negation(pieces[a])
    case .product(let factors): return product(factors.map { pieces[$0] })
    case .fraction(let a, let b): return fraction(pieces[a], pieces[b])
    case .power(let base, let exponent): return power(pieces[base], pieces[exponent])
    case .root(let radicand, let index): return root(pieces[radicand], index.map { pieces[$0] })
    case .plusMinus(let a, let b): return plusMinus(a.map { pieces[$0] }, pieces[b])
    case .relation, .congruence, .conjunction, .disjunction, .not, .implication:
      return statement(form, tree, pieces)
    case .list, .tuple, .set, .matrix, .interval, .piecewise: return collection(form, pieces)
    case .derivative, .evaluation, .accumulation, .limit: return calculus(form, tree, pieces)
    case .call(let function, let arguments): return call(of: function, arguments.map { pieces[$0] })
    }
  }

  private static let constants = [
    "pi": "π", "E": "e", "oo": "∞", "EulerGamma": "γ", "GoldenRatio": "φ", "none": "∅", "true": "⊤",
    "false": "⊥",
  ]

  // MARK: Leaves and brackets

  mutating func atom(_ text: String) -> UnicodePiece {
    UnicodePiece(ref: arena.join([.text(text)]), short: text.utf8.count <= 16 ? text : nil)
  }

  mutating func row(_ parts: [TextArena.Part], _ kind: UnicodePiece.Kind) -> UnicodePiece {
    UnicodePiece(ref: arena.join(parts), kind: kind)
  }

  mutating func atLeast(_ kind: UnicodePiece.Kind, _ piece: UnicodePiece) -> TextArena.Part {
    piece.kind >= kind ? .ref(piece.ref) : .ref(arena.join(["(", .ref(piece.ref), ")"]))
  }

  /// `open` arguments `close`.
  mutating func bracketed(_ open: String, _ parts: [UnicodePiece], _ close: String) -> UnicodePiece {
    let list = arena.join(parts.map(\.ref), separator: ", ")
    return row([.text(open), .ref(list), .text(close)], .atom)
  }

  private mutating func number(_ number: Number) -> UnicodePiece {
    guard number.isFinite else { return atom(number.isNaN ? "undefined" : "∞") }
    let text = number.description
    var piece: UnicodePiece
    if let mark = text.firstIndex(of: "e") {
      let exponent = String(text[text.index(after: mark)...].replacing("-", with: "−"))
      piece = row([.text("\(text[..<mark])·10\(UnicodeScripts.raised(exponent) ?? exponent)")], .product)
    } else {
      piece = atom(text)
    }
    piece.beginsWithDigit = true
    return piece
  }

  // MARK: Arithmetic

  mutating func sum(_ terms: [(piece: UnicodePiece, isSubtracted: Bool)]) -> UnicodePiece {
    var parts: [TextArena.Part] = []
    var short: String? = ""
    for (index, (piece, isSubtracted)) in terms.enumerated() {
      let sign = isSubtracted ? "−" : index > 0 ? "+" : ""
      short = short.flatMap { text in piece.short.map { text + sign + $0 } }
      if index == 0 {
        parts += [.text(sign), atLeast(isSubtracted ? .bigOperator : .sum, piece)]
      } else if !isSubtracted, let magnitude = piece.magnitude {
        short = nil
        parts += [" − ", .ref(magnitude)]
      } else {
        parts += [.text(" \(sign) "), atLeast(.bigOperator, piece)]
      }
    }
    var result = row(parts, .sum)
    result.short = short.flatMap { $0.utf8.count <= 24 ? $0 : nil }
    return result
  }

  private mutating func negation(_ piece: UnicodePiece) -> UnicodePiece {
    let magnitude = arena.join([atLeast(.bigOperator, piece)])
    var result = row(["−", .ref(magnitude)], .negation)
    result.magnitude = magnitude
    result.short = piece.kind == .atom ? piece.short.map { "−" + $0 } : nil
    return result
  }

  private mutating func plusMinus(_ a: UnicodePiece?, _ b: UnicodePiece) -> UnicodePiece {
    let first: [TextArena.Part] = a.map { [atLeast(.sum, $0), " "] } ?? []
    let space = a == nil ? "" : " "
    if let magnitude = b.magnitude { return row(first + [.text("∓" + space), .ref(magnitude)], .sum) }
    return row(first + [.text("±" + space), atLeast(.bigOperator, b)], .sum)
  }

  private mutating func product(_ factors: [UnicodePiece]) -> UnicodePiece {
    var parts: [TextArena.Part] = []
    for (index, factor) in factors.enumerated() {
      var piece = factor
      if index == 0, let magnitude = factor.magnitude { piece = UnicodePiece(ref: magnitude, kind: .product) }
      if index > 0 { parts.append("·") }
      let isLast = index == factors.count - 1
      parts.append(
        atLeast(
          isLast && index > 0 && piece.kind == .bigOperator ? .bigOperator : index == 0 ? .product : .power,
          piece))
    }
    let result = row(parts, .product)
    return factors[0].magnitude == nil ? result : negation(result)
  }

  private mutating func fraction(_ above: UnicodePiece, _ below: UnicodePiece) -> UnicodePiece {
    let numerator: TextArena.Part = above.magnitude.map { .ref($0) } ?? atLeast(.product, above)
    let result = row([numerator, "/", atLeast(.power, below)], .product)
    return above.magnitude == nil ? result : negation(result)
  }

  mutating func power(_ base: UnicodePiece, _ exponent: UnicodePiece) -> UnicodePiece {
    if let raised = exponent.short.flatMap(UnicodeScripts.raised) {
      return row([atLeast(.atom, base), .text(raised)], .power)
    }
    return row([atLeast(.atom, base), "^", atLeast(.atom, exponent)], .power)
  }

  private mutating func root(_ radicand: UnicodePiece, _ index: UnicodePiece?) -> UnicodePiece {
    let signs = ["3": "∛", "4": "∜"]
    if let index, let text = index.short, signs[text] == nil, let raised = UnicodeScripts.raised(text) {
      return row([.text(raised), "√", atLeast(.atom, radicand)], .power)
    }
    if let index, index.short.flatMap({ signs[$0] }) == nil {
      return bracketed("root(", [radicand, index], ")")
    }
    let sign = index?.short.flatMap { signs[$0] } ?? "√"
    return row([.text(sign), atLeast(.atom, radicand)], .power)
  }
}
