import ApusNumbers

/// A proof that two terms are equal: steps, each of which follows from laws and from earlier steps.
///
/// A proof claims nothing by itself: ``conclusion(in:)`` computes what it proves, and fails if a step does not follow.
public struct EqualityProof<Term: Hashable & Sendable>: Sendable {
  /// How operands make a term.
  public enum Shape: Hashable, Sendable {
    /// An operator or function with a name.
    case call(String)
    /// A sum with coefficients.
    case sum([Rational])
    /// A product with exponents.
    case product([Rational])
    /// A power.
    case power
  }

  /// One step. Numbers are places of earlier steps.
  public enum Step: Hashable, Sendable {
    /// A term equals itself.
    case same(Term)
    /// An instance of a rule: the term for each variable by name.
    case rule(String, [String: Term])
    /// A rule applied at the root of a term: its name, what the term was, and what became of it.
    case rewriting(String, Term, Term)
    /// Equal operands make equal terms.
    case operands(Shape, [Int])
    /// The right side of each is the left side of the next.
    case chain([Int])
    /// The sides exchanged.
    case reversed(Int)
    /// Two terms that are equal by the laws of arithmetic alone.
    case arithmetic(Term, Term)
    /// Two terms that were stated to be equal under a name: that of an analysis, or one that the caller gave. The language says
    /// whether it accepts that.
    case claim(String, Term, Term)
  }

  /// The steps; the last one has the conclusion.
  public var steps: [Step]

  /// A proof of some steps.
  public init(steps: [Step] = []) {
    self.steps = steps
  }
}

/// What the check of a proof must know of a language.
public protocol ProofLanguage {
  /// A term.
  associatedtype Term: Hashable & Sendable
  /// The term of a shape, `nil` if there is none.
  func term(_ shape: EqualityProof<Term>.Shape, _ operands: [Term]) -> Term?
  /// The two sides of a rule for given variables, `nil` if there is no such rule or its conditions are not met.
  func sides(ofRule name: String, _ variables: [String: Term]) -> (left: Term, right: Term)?
  /// Whether a rule makes one term of another when it is applied at its root, and its conditions are met.
  func rule(named name: String, makes after: Term, of before: Term) -> Bool
  /// Whether two terms are equal by the laws of arithmetic.
  func areEqualByArithmetic(_ a: Term, _ b: Term) -> Bool
  /// Whether two terms may be taken to be equal because that was stated under a name; not, unless a language says so.
  func accepts(claim name: String, that a: Term, equals b: Term) -> Bool
}

extension ProofLanguage {
  /// No rule is applied in this way.
  public func rule(named name: String, makes after: Term, of before: Term) -> Bool { false }

  /// Nothing is believed.
  public func accepts(claim name: String, that a: Term, equals b: Term) -> Bool { false }
}

extension EqualityProof {
  /// The equality that the proof proves; `nil` if a step does not follow.
  ///
  /// - Complexity: linear in the proof, apart from the arithmetic.
  public func conclusion<Language: ProofLanguage>(in language: Language) -> (left: Term, right: Term)?
  where Language.Term == Term {
    conclusions(in: language)?.last
  }

  /// What each step proves; `nil` if one does not follow.
  func conclusions<Language: ProofLanguage>(in language: Language) -> [(left: Term, right: Term)]?
  where Language.Term == Term {
    var proved: [(left: Term, right: Term)] = []
    for step in steps {
      guard let next = Self.conclusion(of: step, proved, language) else { return nil }
      proved.append(next)
    }
    return proved
  }

  private static func conclusion<Language: ProofLanguage>(
    of step: Step, _ proved: [(left: Term, right: Term)], _ language: Language
  ) -> (left: Term, right: Term)? where Language.Term == Term {
    func known(_ places: [Int]) -> [(left: Term, right: Term)]? {
      places.allSatisfy { proved.indices.contains($0) } ? places.map { proved[$0] } : nil
    }
    switch step {
    case .same(let term): return (term, term)
    case .rule(let name, let variables): return language.sides(ofRule: name, variables)
    case .rewriting(let name, let before, let after):
      return language.rule(named: name, makes: after, of: before) ? (before, after) : nil
    case .reversed(let place): return known([place]).map { ($0[0].right, $0[0].left) }
    case .arithmetic(let a, let b): return language.areEqualByArithmetic(a, b) ? (a, b) : nil
    case .claim(let name, let a, let b):
      return language.accepts(claim: name, that: a, equals: b) ? (a, b) : nil
    case .operands(let shape, let places):
      guard let parts = known(places), let left = language.term(shape, parts.map(\.left)),
        let right = language.term(shape, parts.map(\.right))
      else { return nil }
      return (left, right)
    case .chain(let places):
      guard let parts = known(places), let first = parts.first, let last = parts.last else { return nil }
      for (part, next) in zip(parts, parts.dropFirst()) where part.right != next.left { return nil }
      return (first.left, last.right)
    }
  }
}
