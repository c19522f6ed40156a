/// Finds runs of italic capitals that are more likely one name than a product: `SSE = …`, `\frac{TP}{TP + FP}`.
///
/// Authors who do not set names upright write them like products. Which it is only they know, so that such a run is ambiguous, unless its
/// letters are quantities elsewhere in the source.
struct LaTeXAcronyms {
  private struct Run {
    let row: Int
    let place: Int
    let letters: String
  }

  private let formulas: LaTeXFormulas
  private var runs: [Run] = []
  /// The capitals that stand outside of all runs, a bit each.
  private var single: UInt32 = 0

  /// Refuses a source with such a run.
  ///
  /// - Throws: `ambiguous-name`, at the first run, with both ways to write it.
  /// - Complexity: O(items); nothing without capitals.
  static func check(_ formulas: LaTeXFormulas, _ options: LaTeXOptions) throws(Diagnostic) {
    guard formulas.tree.traits.contains(.capital) else { return }
    var acronyms = LaTeXAcronyms(formulas: formulas)
    try acronyms.collect()
    if acronyms.runs.isEmpty { return }
    let words = Set(acronyms.runs.map(\.letters))
    let unclear = acronyms.runs.filter { run in
      acronyms.mayBeName(run, words) && !run.letters.contains { options.symbols.contains(String($0)) }
    }
    if let first = unclear.first { throw acronyms.ambiguous(first, unclear) }
  }

  private init(formulas: LaTeXFormulas) { self.formulas = formulas }

  private mutating func collect() throws(Diagnostic) {
    for row in formulas.tree.rows.indices {
      if formulas.tree.rows[row].isScript || formulas.tree.rows[row].isMoved { continue }
      let items = formulas.tree.rows[row].items
      var place = 0
      while place < items.count {
        guard let first = items[place].capital else {
          place += 1
          continue
        }
        let start = place
        while !items[place].hasScripts, place + 1 < items.count, items[place + 1].capital != nil,
          items[place + 1].primes == 0
        {
          place += 1
        }
        if first == "E", place == start { try refuseExpectation(items, place) }
        place += 1
        let isJoined = formulas.itemName(row, start) == LaTeXFormulas.secondHalf
        if place - start > 1, !isJoined {
          var letters = ""
          letters.unicodeScalars.append(contentsOf: items[start..<place].compactMap(\.capital))
          runs.append(Run(row: row, place: start, letters: letters))
        } else if !items[place - 1].hasSubscript {
          for item in items[start..<place] { single |= item.capital.map(Self.bit) ?? 0 }
        }
      }
    }
  }

  /// `E_t x_{t+1}`: today's expectation of a later value, and hardly a product.
  private func refuseExpectation(_ items: [LaTeXNode], _ place: Int) throws(Diagnostic) {
    guard place + 1 < items.count, items[place].sup == nil, let now = items[place].sub,
      let later = items[place + 1].sub, items[place + 1].makesNames
    else { return }
    let (index, step) = (formulas.tree.rows[now].items, formulas.tree.rows[later].items)
    guard index.count == 1, step.count > 2, case .letter("t", .italic) = index[0].kind,
      case .letter("t", .italic) = step[0].kind, step[1].isPlus
    else { return }
    throw Diagnostic(
      "ambiguous-application", "this may be an expected value or a product",
      at: items[place].range.union(items[place + 1].range),
      help: ["write E_t \\cdot … for the product"])
  }

  // MARK: Evidence

  private func mayBeName(_ run: Run, _ words: Set<String>) -> Bool {
    if run.letters.unicodeScalars.allSatisfy(isSingle) { return false }
    let count = run.letters.unicodeScalars.count
    if isDefined(run) {
      if count > 2 || Self.pairsAlone.contains(run.letters) { return true }
      if run.letters == "PV" { return words.contains("FV") || isSum(run) }
    }
    if words.contains("TP"), !words.isDisjoint(with: ["FP", "FN", "TN"]),
      ["TP", "FP", "TN", "FN"].contains(run.letters)
    {
      return true
    }
    if run.letters.unicodeScalars.contains(where: isSingle) { return false }
    switch run.letters {
    case "SS": return last(run).hasSubscript
    case "MS", "MU", "MP": return last(run).hasSubscript && runs.count { $0.letters == run.letters } > 1
    case "CF", "FCF": return last(run).hasSubscript && formulas.tree.traits.contains(.bigOperator)
    case "PV", "FV": return words.contains("PV") && words.contains("FV")
    default: return Self.words.contains(run.letters)
    }
  }

  private func isSingle(_ letter: Unicode.Scalar) -> Bool { single & Self.bit(letter) != 0 }

  private static func bit(_ letter: Unicode.Scalar) -> UInt32 { 1 << (letter.value & 0x1F) }

  private func last(_ run: Run) -> LaTeXNode {
    formulas.tree.rows[run.row].items[run.place + run.letters.unicodeScalars.count - 1]
  }

  /// Whether the run is the whole left side of an equation.
  private func isDefined(_ run: Run) -> Bool {
    let items = formulas.tree.rows[run.row].items
    let end = run.place + run.letters.unicodeScalars.count
    guard end < items.count, case .relation(let relation) = items[end].kind,
      [.equal, .definition, .approximately].contains(relation), last(run).sup == nil
    else { return false }
    return run.place == 0 || items[run.place - 1].endsStatement
  }

  /// Whether a sum is the right side of the equation that a run begins.
  private func isSum(_ run: Run) -> Bool {
    let items = formulas.tree.rows[run.row].items
    let place = run.place + run.letters.unicodeScalars.count + 1
    guard place < items.count, case .bigOperator(.sum) = items[place].kind else { return false }
    return true
  }

  /// Names of two letters that are hardly ever a product that somebody would state the value of.
  private static let pairsAlone: Set<String> = [
    "SE", "SD", "CI", "OR", "RR", "KE", "PE", "MC", "MR", "TC", "TR", "FC", "VC", "AC", "FV", "CV", "HR",
    "CO",
    "EV", "ME", "NA", "DM", "EW", "BP", "DF", "GP", "SS", "MS", "CF",
    "CS", "PS", "ET", "FS", "EM", "RM",
  ]

  /// Names that are one also inside a formula.
  private static let words: Set<String> = [
    "SSE", "SST", "SSR", "SSB", "SSW", "SSA", "MSE", "MSB", "MSW", "MSR", "MST", "MSA", "RSS", "TSS", "ESS",
    "RMSE",
    "MAE", "TPR", "FPR", "TNR", "FNR", "PPV", "NPV", "IRR", "WACC", "EBIT", "GDP", "GNP", "CPI", "APR",
    "CAGR", "ROI",
    "ROE", "ROA", "EPS", "AUC", "ROC", "SNR", "AIC", "BIC", "IQR", "BMI", "BMR", "NTU", "EOQ", "LAI", "PSNR",
  ]

  // MARK: The mistake

  private static let mostEdits = 16

  private func ambiguous(_ run: Run, _ all: [Run]) -> Diagnostic {
    let isPair = run.letters.unicodeScalars.count == 2
    let mistake = Diagnostic(
      "ambiguous-name",
      "\(run.letters) may be one name or a product of \(isPair ? "two" : "several") letters", at: range(run),
      help: [
        "write \\mathrm{\(run.letters)} for the name", "write \(Self.product(run.letters)) for the product",
      ])
    // Each edit takes the time of a pass over the source.
    guard all.count <= Self.mostEdits else { return mistake }
    return mistake.settled(by: [
      all.map { FixIt(range($0), insert: "\\mathrm{\($0.letters)}") },
      all.map { FixIt(range($0), insert: Self.product($0.letters)) },
    ])
  }

  /// The letters of a run without the scripts of the last.
  private func range(_ run: Run) -> SourceRange {
    let nucleus = last(run).range.lowerBound
    return formulas.tree.rows[run.row].items[run.place].range.union(SourceRange(nucleus, nucleus + 1))
  }

  private static func product(_ letters: String) -> String {
    letters.map(String.init).joined(separator: " \\cdot ")
  }
}

extension LaTeXNode {
  /// The scalar of an italic capital that stands in no braces.
  fileprivate var capital: Unicode.Scalar? {
    guard case .letter(let letter, .italic) = kind, ("A"..."Z").contains(letter), !isBraced else {
      return nil
    }
    return letter
  }
}
