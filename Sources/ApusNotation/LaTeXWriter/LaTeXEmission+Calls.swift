import ApusNumbers
import ApusTerms

// Functions, by the notation of their records.
extension LaTeXEmission {
  mutating func call(of function: Function, _ arguments: [LaTeXPiece]) -> LaTeXPiece {
    if function.isUndefined {
      return applied(arena.join([.text(names.function(function.name))]), arguments)
    }
    switch function.name {
    case "exp" where arguments.count == 1: return exponential(arguments[0])
    case "log" where arguments.count == 1: return named("\\ln", arguments)
    case "det" where arguments.count == 1 && arguments[0].rows != nil:
      return arguments[0].rows.map { table("vmatrix", $0) } ?? named("\\det", arguments)
    case "mod" where arguments.count == 2: return modulo(arguments[0], arguments[1])
    default: break
    }
    guard let latex = function.notation.applied(toCount: arguments.count).latex else {
      return applied(arena.join([.text("\\operatorname{\(function.name)}")]), arguments)
    }
    return latex.contains("#") ? pattern(latex, arguments) : named(latex, arguments)
  }

  /// A short exponent is raised, a tall one set on the line.
  private mutating func exponential(_ argument: LaTeXPiece) -> LaTeXPiece {
    if argument.isTall && argument.slashed == nil { return named("\\exp", [argument]) }
    return power(eulerBase(), argument)
  }

  private mutating func modulo(_ a: LaTeXPiece, _ b: LaTeXPiece) -> LaTeXPiece {
    let ref = arena.join([.ref(atLeast(.product, a).ref), " \\bmod ", .ref(atLeast(.fraction, b).ref)])
    return LaTeXPiece(ref: ref, kind: .sum, isOpen: true, isTall: a.isTall || b.isTall)
  }

  /// A known function; one with a command takes a single letter or number without parentheses.
  private mutating func named(_ name: String, _ arguments: [LaTeXPiece]) -> LaTeXPiece {
    let ref = arena.join([.text(name)])
    guard Self.isElementary(name), arguments.count == 1, let argument = arguments.first else {
      return applied(ref, arguments)
    }
    if !argument.isPlain || argument.kind != .atom || argument.isTall {
      var call = applied(ref, arguments)
      call.call = (ref, parenthesised(argument).ref, call.ref)
      return call
    }
    let closed = arena.join([.ref(ref), "(", .ref(argument.ref), ")"])
    return LaTeXPiece(
      ref: arena.join([.ref(ref), " ", .ref(argument.ref)]), kind: .bareCall, isOpen: true,
      call: (ref, argument.ref, closed))
  }

  /// Whether the name is a command like `\\sin`, not a letter or an operator name.
  private static func isElementary(_ name: String) -> Bool {
    let word = name.dropFirst()
    return name.hasPrefix("\\") && word.allSatisfy(\.isLetter)
      && LaTeXWordSpelling.letter(String(word)) == nil
  }

  mutating func applied(_ name: TextArena.Ref, _ arguments: [LaTeXPiece]) -> LaTeXPiece {
    let isTall = arguments.contains { $0.isTall }
    let list = LaTeXPiece(ref: arena.join(arguments.map(\.ref), separator: ", "), kind: .sum, isTall: isTall)
    return LaTeXPiece(ref: arena.join([.ref(name), .ref(parenthesised(list).ref)]), isTall: isTall)
  }

  // MARK: Patterns

  private mutating func pattern(_ latex: String, _ arguments: [LaTeXPiece]) -> LaTeXPiece {
    var parts: [TextArena.Part] = []
    var rest = latex[...]
    while let mark = rest.firstIndex(of: "#") {
      let digitIndex = rest.index(after: mark)
      guard digitIndex < rest.endIndex, let number = rest[digitIndex].wholeNumberValue,
        arguments.indices.contains(number - 1)
      else { break }
      parts.append(.text(String(rest[..<mark])))
      rest = rest[rest.index(after: digitIndex)...]
      let argument = arguments[number - 1]
      parts.append(.ref(Self.isEnclosed(before: rest) ? argument.ref : atLeast(.atom, argument).ref))
    }
    parts.append(.text(String(rest)))
    let (kind, isOpen) = Self.kind(ofPattern: latex)
    return LaTeXPiece(
      ref: arena.join(parts), kind: kind, isOpen: isOpen, isTall: arguments.contains { $0.isTall })
  }

  /// Whether what follows an argument closes a group around it.
  private static func isEnclosed(before rest: Substring) -> Bool {
    rest.hasPrefix("\\right") || rest.first.map { "}]),".contains($0) } ?? false
  }

  /// How the text of a pattern holds together.
  private static func kind(ofPattern latex: String) -> (LaTeXPiece.Kind, isOpen: Bool) {
    if latex.hasPrefix("#") { return latex.contains(" ") ? (.sum, true) : (.scripted, false) }
    if latex.contains("} + ") || latex.contains("} - ") { return (.sum, true) }
    let isGroup = latex.hasSuffix("}") || latex.hasSuffix(")") || latex.hasSuffix("|")
    return isGroup && latex.hasPrefix("\\") && !latex.contains("^") && !latex.contains("}_")
      ? (.atom, false)
      : isGroup || latex.hasSuffix("\\rfloor") || latex.hasSuffix("\\rceil")
        ? (.scripted, false) : (.sum, true)
  }
}
