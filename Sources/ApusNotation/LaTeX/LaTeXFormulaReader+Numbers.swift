import ApusTerms

// Numbers of similarity: two letters that look like a product.
extension LaTeXFormulaReader {
  /// `Re = …` in italics defines the Reynolds number where nothing else speaks of an R or an e, and is no product.
  func refuseCharacteristicNumber(_ cursor: LaTeXCursor) throws(Diagnostic) {
    let place = cursor.place
    guard place + 1 < cursor.end, case .letter(let capital, .italic) = items(cursor.row)[place].kind,
      case .letter(let small, .italic) = items(cursor.row)[place + 1].kind,
      Self.characteristicNumbers.contains("\(capital)\(small)")
        || Self.numbersAlone.contains("\(capital)\(small)"),
      !items(cursor.row)[place].hasScripts, !items(cursor.row)[place + 1].hasScripts,
      place + 2 == cursor.end || items(cursor.row)[place + 2].isRelation
    else { return }
    for index in [place, place + 1] {
      guard let id = formulas.name(cursor.row, index), case .symbol = context.role(id),
        context[uses: id].bare == 1,
        !options.symbols.contains(formulas.names[id].latex)
      else { return }
    }
    throw ambiguousNumber("\(capital)\(small)", cursor)
  }

  /// `24/Re`, `Re^{1/2}` and `Pr^{1/3}`: where the letters occur in no other way in the source, and the exponent is none that
  /// Euler's number or one letter of a product would have.
  func refuseCharacteristicFactor(_ cursor: LaTeXCursor) throws(Diagnostic) {
    guard let name = characteristicFactor(cursor.row, cursor.place, cursor.end), isOnlyPair(name),
      !name.contains(where: { options.symbols.contains(String($0)) })
    else { return }
    throw ambiguousNumber(name, cursor)
  }

  private func characteristicFactor(_ row: Int, _ place: Int, _ end: Int) -> String? {
    guard place + 1 < end, case .letter(let capital, .italic) = items(row)[place].kind,
      !items(row)[place].hasScripts, case .letter(let small, .italic) = items(row)[place + 1].kind,
      items(row)[place + 1].primes == 0, !items(row)[place + 1].hasSubscript
    else { return nil }
    let name = "\(capital)\(small)"
    guard Self.characteristicNumbers.contains(name) else { return nil }
    guard let sup = items(row)[place + 1].sup else { return name == "Re" ? name : nil }
    // Only the Reynolds number is known without the look of an exponent found by experiment.
    if formulas.integer(sup) != nil { return name == "Re" ? name : nil }
    let isNumeric = items(sup).allSatisfy { item in
      switch item.kind {
      case .number, .binary: true
      case .fraction(let top, let bottom): formulas.integer(top) != nil && formulas.integer(bottom) != nil
      default: false
      }
    }
    return isNumeric ? name : nil
  }

  /// Whether the letters of a name occur in the source only as that name; worked out once for each name, in one pass.
  private func isOnlyPair(_ name: String) -> Bool {
    if let known = onlyPairs[name] { return known }
    let isOnly = tree.rows.indices.allSatisfy { row in
      items(row).indices.allSatisfy { place in
        guard case .letter(let letter, .italic) = items(row)[place].kind, name.unicodeScalars.contains(letter)
        else { return true }
        let first = letter == name.unicodeScalars.first ? place : place - 1
        return first >= 0 && characteristicFactor(row, first, items(row).count) == name
      }
    }
    onlyPairs[name] = isOnly
    return isOnly
  }

  private func ambiguousNumber(_ name: String, _ cursor: LaTeXCursor) -> Diagnostic {
    let (first, second) = (items(cursor.row)[cursor.place], items(cursor.row)[cursor.place + 1])
    let nucleus = SourceRange(second.range.lowerBound, second.range.lowerBound + 1)
    let range = first.range.union(nucleus)
    let product = "\(name.prefix(1)) \\cdot \(name.suffix(1))"
    return Diagnostic(
      "ambiguous-name", "\(name) may be the name of a number or a product of two letters", at: range,
      help: ["write \\mathrm{\(name)} for the name", "write \(product) for the product"]
    ).settled(by: [
      [FixIt(range, insert: "\\mathrm{\(name)}")], [FixIt(range, insert: product)],
    ])
  }

  /// The numbers of similarity that are written with two letters, as far as no law is a product of the letters.
  private static let characteristicNumbers: Set<String> = [
    "Re", "Pr", "Nu", "Fr", "Pe", "Sh", "Gr", "Ra", "Bi", "Sc", "We", "Gz", "Kn", "Le", "Da",
  ]
  /// Those whose letters are a common product, so that they are numbers only as one side of an equation.
  private static let numbersAlone: Set<String> = [
    "St", "Ro", "Ca", "Ec", "Eu", "Ek", "Bo", "Ha", "Wi", "De", "Oh", "Ar", "Ta", "Br", "Fo", "Ma", "Mo",
    "Ri",
    "La", "Rm", "Rb", "Th", "Bn", "Wo",
  ]
}
