import ApusTerms

/// Networks of chemical reactions with mass-action kinetics, and their right-hand sides.
package struct ReactionWorkload: Sendable {
  /// What reacts, what it becomes, and how fast.
  private struct Reaction {
    var rate: Expr
    /// How much of each species a reaction takes away, by its place.
    var reactants: [(species: Int, count: Int)]
    var products: [(species: Int, count: Int)]
  }

  /// The species in the order in which they are first named.
  package private(set) var species: [Symbol] = []
  private var places: [Symbol: Int] = [:]
  private var reactions: [Reaction] = []

  private init() {}

  private mutating func place(of name: String) -> Int {
    let symbol = Symbol(name)
    if let known = places[symbol] { return known }
    places[symbol] = species.count
    species.append(symbol)
    return species.count - 1
  }

  private mutating func react(_ reactants: [String], to products: [String], _ rate: Expr) {
    func counted(_ names: [String]) -> [(species: Int, count: Int)] {
      var list: [(species: Int, count: Int)] = []
      for name in names {
        let place = self.place(of: name)
        if let known = list.firstIndex(where: { $0.species == place }) {
          list[known].count += 1
        } else {
          list.append((place, 1))
        }
      }
      return list
    }
    reactions.append(Reaction(rate: rate, reactants: counted(reactants), products: counted(products)))
  }

  /// How fast the amount of each species grows, in canonical form: sums of rate terms, multiplied out.
  package var rightHandSides: [Expr] {
    var terms: [[Expr]] = Array(repeating: [], count: species.count)
    for reaction in reactions {
      let amounts = reaction.reactants.map { Expr(species[$0.species]) ** Expr($0.count) }
      let rate = Expr.product([reaction.rate] + amounts)
      for (place, count) in reaction.reactants { terms[place].append(Expr(-count) * rate) }
      for (place, count) in reaction.products { terms[place].append(Expr(count) * rate) }
    }
    return terms.map { Expr.sum($0) }
  }
}

extension ReactionWorkload {
  /// The Brusselator: A → X, 2X + Y → 3X, B + X → Y + D, X → E with rate constants 1 and constant A and B.
  ///
  /// I. Prigogine and R. Lefever, J. Chem. Phys. 48 (1968), doi:10.1063/1.1668896.
  package static var brusselator: ReactionWorkload {
    var network = ReactionWorkload()
    network.react([], to: ["X"], .symbol("A"))
    network.react(["X", "X", "Y"], to: ["X", "X", "X"], 1)
    network.react(["X"], to: ["Y"], .symbol("B"))
    network.react(["X"], to: [], 1)
    return network
  }

  /// The Oregonator with constant A and B: A + Y → X, X + Y → 0, A + X → 2X + 2Z, 2X → A, B + Z → f/2 Y.
  ///
  /// R. J. Field and R. M. Noyes, J. Chem. Phys. 60 (1974), doi:10.1063/1.1681288.
  package static var oregonator: ReactionWorkload {
    var network = ReactionWorkload()
    let (a, b): (Expr, Expr) = (.symbol("A"), .symbol("B"))
    network.react(["Y"], to: ["X"], .symbol("k1") * a)
    network.react(["X", "Y"], to: [], .symbol("k2"))
    network.react(["X"], to: ["X", "X", "Z", "Z"], .symbol("k3") * a)
    network.react(["X", "X"], to: [], .symbol("k4"))
    network.react(["Z"], to: [], .symbol("kc") * b)
    // The stoichiometric factor f/2 of Y belongs to the rate: Z is used up by the reaction above.
    network.react([], to: ["Y"], .symbol("f") / 2 * .symbol("kc") * b * .symbol("Z"))
    return network
  }

  /// The cascade of three kinases: 22 species, 30 reactions.
  ///
  /// C.-Y. F. Huang and J. E. Ferrell, Proc. Natl. Acad. Sci. 93 (1996), doi:10.1073/pnas.93.19.10078.
  package static var kinaseCascade: ReactionWorkload {
    var network = ReactionWorkload()
    // Enzyme, substrate, product: each binds reversibly and then reacts.
    let steps = [
      ("E1", "KKK", "KKKs"), ("E2", "KKKs", "KKK"), ("KKKs", "KK", "KKp"), ("KKpase", "KKp", "KK"),
      ("KKKs", "KKp", "KKpp"), ("KKpase", "KKpp", "KKp"), ("KKpp", "K", "Kp"), ("Kpase", "Kp", "K"),
      ("KKpp", "Kp", "Kpp"), ("Kpase", "Kpp", "Kp"),
    ]
    for (i, (enzyme, substrate, product)) in steps.enumerated() {
      let complex = "\(substrate)_\(enzyme)"
      network.react([substrate, enzyme], to: [complex], .symbol("a\(i + 1)"))
      network.react([complex], to: [substrate, enzyme], .symbol("d\(i + 1)"))
      network.react([complex], to: [product, enzyme], .symbol("k\(i + 1)"))
    }
    return network
  }

  /// A network whose reactions are drawn at random: one or two reactants and products, a rate constant each.
  ///
  /// - Parameter isReversible: whether reactions come in pairs, forward and backward.
  package static func random(
    species: Int, reactions: Int, isReversible: Bool, using random: inout some RandomNumberGenerator
  ) -> ReactionWorkload {
    var network = ReactionWorkload()
    for i in 0..<species { _ = network.place(of: "x\(i)") }
    func side(_ random: inout some RandomNumberGenerator) -> [String] {
      (0..<Int.random(in: 1...2, using: &random)).map { _ in
        "x\(Int.random(in: 0..<species, using: &random))"
      }
    }
    while network.reactions.count < reactions {
      let (left, right) = (side(&random), side(&random))
      if Set(left) == Set(right) { continue }
      network.react(left, to: right, .symbol("k\(network.reactions.count)"))
      if isReversible { network.react(right, to: left, .symbol("k\(network.reactions.count)")) }
    }
    return network
  }
}
