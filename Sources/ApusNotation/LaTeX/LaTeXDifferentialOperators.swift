/// A differential operator as it is written, without anything in it to act on.
struct LaTeXDifferentialOperator {
  enum Form {
    case derivative(LaTeXDerivative)
    /// `\partial_x`, with its variables.
    case partial([LaTeXNode])
    /// `\nabla^2`
    case laplacian
  }

  let form: Form
  /// The place behind its items.
  let end: Int
}

// Brackets of operators, such as `\left(\frac{d^2}{dx^2} + k^2\right)`.
extension LaTeXFormulas {
  /// The operator that begins at an item; nil for anything else, also for a derivative of something.
  func differentialOperator(_ row: Int, _ place: Int) -> LaTeXDifferentialOperator? {
    let item = tree.rows[row].items[place]
    switch item.kind {
    case .fraction(let top, let bottom):
      guard !item.hasScripts, let derivative = derivative(top, bottom, item.range), derivative.body.isEmpty
      else { return nil }
      return LaTeXDifferentialOperator(form: .derivative(derivative), end: place + 1)
    case .symbol("nabla", _):
      guard let sup = item.sup, integer(sup) == 2, item.sub == nil, item.primes == 0 else { return nil }
      return LaTeXDifferentialOperator(form: .laplacian, end: place + 1)
    default: break
    }
    if let (derivative, end) = inlineDerivative(row, place), derivative.body.isEmpty {
      return LaTeXDifferentialOperator(form: .derivative(derivative), end: end)
    }
    guard let variables = subscriptedPartial(item), !variables.contains(where: \.isUsualIndex) else {
      return nil
    }
    return LaTeXDifferentialOperator(form: .partial(variables), end: place + 1)
  }

  /// Whether a row is a sum in which an operator stands at the end of a term, so that the whole acts on what follows.
  func holdsOperators(_ row: Int) -> Bool {
    guard !tree.traits.isDisjoint(with: [.differential, .partial]) else { return false }
    let items = tree.rows[row].items
    return items.indices.contains { place in
      guard let found = differentialOperator(row, place) else { return false }
      if found.end == items.count { return true }
      if case .binary(let sign) = items[found.end].kind { return sign.isAdditive }
      return false
    }
  }

  /// The variables that the operators in a row differentiate by, as derivatives of nothing yet.
  func operatorDerivatives(_ row: Int) -> [LaTeXDerivative] {
    tree.rows[row].items.indices.compactMap { place in
      guard let found = differentialOperator(row, place) else { return nil }
      switch found.form {
      case .derivative(let derivative): return derivative
      case .laplacian: return nil
      case .partial(let variables):
        let range = tree.rows[row].items[place].range
        return LaTeXDerivative(
          isPartial: true, bodyRow: row, body: 0..<0,
          variables: variables.compactMap { variable in
            guard let id = tree.name(of: variable).flatMap({ names.id($0.latex) }) else { return nil }
            return LaTeXDerivative.Variable(name: id, range: range)
          }, range: range)
      }
    }
  }
}

extension LaTeXNode {
  /// Whether the letter usually counts components, as in `\gamma^\mu \partial_\mu`, and is no coordinate.
  fileprivate var isUsualIndex: Bool {
    switch kind {
    case .letter(let letter, _): "ijklmn".unicodeScalars.contains(letter)
    case .symbol(let symbol, _):
      ["mu", "nu", "alpha", "beta", "gamma", "delta", "lambda", "kappa", "rho", "sigma"].contains(symbol.name)
    default: false
    }
  }
}
