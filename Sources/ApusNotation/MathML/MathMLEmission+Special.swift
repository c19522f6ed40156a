import ApusTerms

// Functions with an order below their letter, and conjugates.
extension MathMLEmission {
  /// `J_ν(x)` and its like; nil for all other functions.
  mutating func special(_ name: String, _ arguments: [MathMLPiece]) -> MathMLPiece? {
    guard arguments.count == 2, let letter = Self.ordered[name] else { return nil }
    let head = join([
      .text("<msub><mi>\(letter)</mi>"), .ref(single(arguments[0])), "</msub>",
    ])
    return applied(head, [arguments[1]])
  }

  private static let ordered = [
    "besselj": "J", "bessely": "Y", "besseli": "I", "besselk": "K", "polylog": "Li",
  ]

  /// A bar over a name, a star behind all else: browsers draw a bar over several letters as long as one.
  mutating func conjugate(_ argument: MathMLPiece) -> MathMLPiece {
    guard argument.isName else {
      return layout("msup", [atLeast(.atom, argument), element("<mo>*</mo>")], .scripted)
    }
    return MathMLPiece(ref: join(["<mover accent=\"true\">", .ref(single(argument)), "<mo>¯</mo></mover>"]))
  }
}
