import ApusNumbers
import ApusTerms

// What numbers and opaque operations look like, whoever lays them out.
extension Layout {
  /// The term as a node, a minus sign and all.
  mutating func unsigned(_ term: Part) -> Int32 {
    term.isSubtracted ? make(.negation, CollectionOfOne(Part(Int32(term.id)))) : Int32(term.id)
  }

  // MARK: Numbers

  /// A number, its sign apart.
  mutating func number(_ value: Number) -> Part {
    if case .complex = value { return complex(value) }
    let isNegative = value.isNegative
    let magnitude = isNegative ? -value : value
    guard case .rational(let quotient) = magnitude else {
      return Part(makeNumber(magnitude), isSubtracted: isNegative)
    }
    let parts = [
      Part(makeNumber(.integer(quotient.numerator))), Part(makeNumber(.integer(quotient.denominator))),
    ]
    return Part(make(.fraction, parts), isSubtracted: isNegative)
  }

  /// A complex number as a sum, or its imaginary part alone.
  mutating func complex(_ value: Number) -> Part {
    let imaginary = product([], [], coefficient: value.imaginary, isImaginary: true)
    if value.real.isZero { return imaginary }
    let real = number(value.real)
    return Part(make(.sum, [real, imaginary]))
  }

  /// A fraction of products with a real coefficient, the sign apart.
  mutating func product(
    _ above: [Int32], _ below: [Int32], coefficient: Number, isImaginary: Bool
  ) -> Part {
    let isNegative = coefficient.isNegative
    var (numerator, denominator) = (isNegative ? -coefficient : coefficient, Number.one)
    if case .rational(let quotient) = numerator {
      numerator = .integer(quotient.numerator)
      denominator = .integer(quotient.denominator)
    }
    let unit = isImaginary ? [make(.imaginaryUnit)] : []
    let bottom = chain(denominator, below)
    guard let top = chain(numerator, unit + above) else {
      let one = makeNumber(.one)
      return Part(bottom.map { make(.fraction, [Part(one), Part($0)]) } ?? one, isSubtracted: isNegative)
    }
    guard let bottom else { return Part(top, isSubtracted: isNegative) }
    return Part(make(.fraction, [Part(top), Part(bottom)]), isSubtracted: isNegative)
  }

  /// A product without its ones; nil for nothing.
  private mutating func chain(_ coefficient: Number, _ factors: [Int32]) -> Int32? {
    var all = factors
    if !coefficient.isOne { all.insert(makeNumber(coefficient), at: 0) }
    return all.count <= 1 ? all.first : make(.product, all.map { Part($0) })
  }

  // MARK: Calls

  /// A call; opaque operations are written as operators, in the order given.
  mutating func operation(_ function: Function, _ arguments: ArraySlice<Part>) -> Int32 {
    switch (function.form, arguments.count) {
    case (.sum, 2...): make(.sum, arguments)
    case (.difference, 2):
      make(.sum, [arguments[arguments.startIndex], arguments[arguments.endIndex - 1].subtracted])
    case (.negation, 1): make(.negation, arguments)
    case (.product, 2...): make(.product, arguments)
    case (.quotient, 2): make(.fraction, arguments)
    case (.power, 2): make(.power, arguments)
    case (.squareRoot, 1): make(.squareRoot, arguments)
    default: makeCall(function, arguments)
    }
  }
}

extension Layout.Part {
  /// The same child with a minus sign.
  fileprivate var subtracted: Self { Self(Int32(id), isSubtracted: true) }
}
