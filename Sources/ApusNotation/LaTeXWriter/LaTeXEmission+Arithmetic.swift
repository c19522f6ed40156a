import ApusNumbers
import ApusTerms

// Sums, products, fractions and powers.
extension LaTeXEmission {
  mutating func sum(_ terms: [(piece: LaTeXPiece, isSubtracted: Bool)]) -> LaTeXPiece {
    var parts: [TextArena.Part] = []
    for (index, (piece, isSubtracted)) in terms.enumerated() {
      let signed = signed(piece, isSubtracted: isSubtracted, isFirst: index == 0)
      parts += [.text(index == 0 ? signed.sign : " \(signed.sign) "), .ref(signed.term)]
    }
    return LaTeXPiece(
      ref: arena.join(parts), kind: .sum, isOpen: true, isTall: terms.contains { $0.piece.isTall })
  }

  /// A term of a sum and the sign before it, which the first may lack.
  mutating func signed(
    _ piece: LaTeXPiece, isSubtracted: Bool, isFirst: Bool
  ) -> (sign: String, term: TextArena.Ref) {
    if isFirst {
      return isSubtracted ? ("-", atLeast(.bigOperator, piece).ref) : ("", atLeast(.sum, piece).ref)
    }
    if !isSubtracted, let magnitude = piece.magnitude { return ("-", magnitude) }
    return (isSubtracted ? "-" : "+", atLeast(.bigOperator, piece).ref)
  }

  mutating func negation(_ piece: LaTeXPiece) -> LaTeXPiece {
    var result = negative(atLeast(.bigOperator, piece))
    result.slashed = piece.slashed.map { arena.join(["-", .ref($0)]) }
    return result
  }

  private mutating func negative(_ magnitude: LaTeXPiece) -> LaTeXPiece {
    LaTeXPiece(
      ref: arena.join(["-", .ref(magnitude.ref)]), kind: .negation, magnitude: magnitude.ref,
      isNumeral: magnitude.isNumeral, isOpen: magnitude.isOpen, isTall: magnitude.isTall)
  }

  mutating func plusMinus(_ a: LaTeXPiece?, _ b: LaTeXPiece) -> LaTeXPiece {
    var parts: [TextArena.Part] = []
    if let a { parts += [.ref(atLeast(.sum, a).ref), " "] }
    if let magnitude = b.magnitude {
      parts += ["\\mp ", .ref(magnitude)]
    } else {
      parts += ["\\pm ", .ref(atLeast(.bigOperator, b).ref)]
    }
    return LaTeXPiece(
      ref: arena.join(parts), kind: .sum, isOpen: true, isTall: b.isTall || a?.isTall ?? false)
  }

  /// Factors side by side; `\cdot` only where that would be read as something else.
  mutating func product(_ factors: [LaTeXPiece]) -> LaTeXPiece {
    var parts: [TextArena.Part] = []
    var previous: LaTeXPiece?
    for (index, factor) in factors.enumerated() {
      let next = index + 1 < factors.count ? factors[index + 1] : nil
      var piece = factor
      if index == 0, let magnitude = factor.magnitude {
        piece.ref = magnitude
        piece.kind = .product
        piece.beginsWithDigit = factor.beginsWithDigit
      }
      piece = self.factor(piece, isFirst: index == 0, next: next)
      if let previous { parts.append(.text(separator(previous, piece))) }
      parts.append(.ref(piece.ref))
      previous = piece
    }
    let result = LaTeXPiece(
      ref: arena.join(parts), kind: .product, beginsWithDigit: factors[0].beginsWithDigit,
      isOpen: previous?.isOpen ?? false, isTall: factors.contains { $0.isTall })
    return factors[0].magnitude != nil ? negative(result) : result
  }

  /// A factor as it stands before the next one.
  private mutating func factor(_ piece: LaTeXPiece, isFirst: Bool, next: LaTeXPiece?) -> LaTeXPiece {
    if piece.kind == .bareCall, let next, next.call == nil, let call = piece.call {
      return LaTeXPiece(ref: call.closed, isTall: piece.isTall)
    }
    if piece.kind < .bigOperator || (piece.isOpen && next != nil && piece.kind != .bareCall) {
      return bracketed(piece)
    }
    return piece.kind == .product && !isFirst ? bracketed(piece) : piece
  }

  private mutating func bracketed(_ piece: LaTeXPiece) -> LaTeXPiece {
    var result = parenthesised(piece)
    result.looksLikeArgument = piece.kind != .sum
    return result
  }

  private func separator(_ a: LaTeXPiece, _ b: LaTeXPiece) -> String {
    let isDifferential = a.isDifferentialSign && (b.kind == .atom || b.kind == .scripted) && b.call == nil
    let isAmbiguous =
      b.beginsWithDigit || (b.looksLikeArgument && !a.isNumeral) || (a.isNumeral && b.isNumeral)
      || isDifferential
    return isAmbiguous ? " \\cdot " : " "
  }

  mutating func fraction(_ above: LaTeXPiece, _ below: LaTeXPiece) -> LaTeXPiece {
    let numerator = above.magnitude ?? above.ref
    var result = LaTeXPiece(
      ref: arena.join(["\\frac{", .ref(numerator), "}{", .ref(below.ref), "}"]), kind: .fraction,
      isNumeral: above.isNumeral && below.isNumeral, isTall: true)
    if above.kind == .atom || above.magnitude != nil && !above.isTall, below.kind == .atom {
      result.slashed = arena.join([.ref(above.ref), "/", .ref(below.ref)])
    }
    if above.magnitude == nil { return result }
    let slashed = result.slashed
    result = negative(result)
    result.slashed = slashed
    return result
  }

  mutating func power(_ base: LaTeXPiece, _ exponent: LaTeXPiece) -> LaTeXPiece {
    let script = exponent.slashed ?? exponent.ref
    // \sin^{2} x is the square of the sine; \sin^{-1} x would be its inverse.
    if let call = base.call, !base.isRaised, let value = exponent.integer, value > 1 {
      return raised(base, call.name, call.argument, script)
    }
    let below = base.kind == .atom ? base : bracketed(base)
    let ref = arena.join([.ref(below.ref), "^{", .ref(script), "}"])
    return LaTeXPiece(
      ref: ref, kind: .scripted, beginsWithDigit: base.beginsWithDigit && base.kind == .atom,
      isTall: base.isTall, looksLikeArgument: below.looksLikeArgument)
  }

  /// A call with the exponent at its name.
  private mutating func raised(
    _ base: LaTeXPiece, _ name: TextArena.Ref, _ argument: TextArena.Ref, _ script: TextArena.Ref
  ) -> LaTeXPiece {
    let isBare = base.kind == .bareCall
    let raised = arena.join([.ref(name), "^{", .ref(script), "}"])
    let closed = arena.join(
      isBare ? [.ref(raised), "(", .ref(argument), ")"] : [.ref(raised), .ref(argument)])
    return LaTeXPiece(
      ref: isBare ? arena.join([.ref(raised), " ", .ref(argument)]) : closed,
      kind: isBare ? .bareCall : .scripted, isOpen: isBare, isTall: base.isTall,
      call: (raised, argument, closed),
      isRaised: true)
  }
}
