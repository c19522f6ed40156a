/// A source's formulas with the names of their items: what every later stage reads.
///
/// Its accesses are not checked at run time, for the reason that `LaTeXFormulaReader` gives.
final class LaTeXFormulas {
  @exclusivity(unchecked) private(set) var tree: LaTeXTree
  @exclusivity(unchecked) private(set) var names = LaTeXNameTable()
  /// The numbers of the names of all items, row by row.
  @exclusivity(unchecked) private var itemNames: [Int32] = []
  /// Where the items of each row begin in `itemNames`.
  @exclusivity(unchecked) private var nameStarts: [Int] = []
  /// Whether `\Delta x` is one name in this source; it is not where `\Delta` stands alone somewhere.
  @exclusivity(unchecked) private(set) var joinsDelta = true
  /// Whether an italic d may begin a differential.
  let readsDifferentials: Bool
  /// Whether `pK` is one name, because the source speaks of the pH.
  private let joinsP: Bool

  @exclusivity(unchecked) private var forms: LaTeXDifferentialForms
  /// The numbers of the names of ASCII letters, in their order; 0 for none, otherwise one more than the number.
  @exclusivity(unchecked) private var plainNames: [Int32] = []
  /// The rows that are parts of names, such as what is under a hat.
  @exclusivity(unchecked) private var nameRows: [Int] = []

  /// No name for any letter: a table that is copied is ready sooner than one that is filled.
  private static let noLetters = [Int32](repeating: 0, count: 58)

  static let noName: Int32 = -1
  static let secondHalf: Int32 = -2

  init(_ source: consuming LaTeXTree, differentials: Bool = true) {
    var tree = source
    tree.joinsSpecies = tree.traits.contains(.brackets) && Self.hasConcentration(tree)
    tree.findSteps()
    self.tree = tree
    readsDifferentials = differentials
    forms = LaTeXDifferentialForms(tree)
    joinsP = Self.joinsP(in: tree)
    if tree.traits.contains(.delta) {
      joinsDelta = !tree.rows.contains { row in
        !row.isMoved && row.items.indices.contains { isBareDelta($0, in: row.items) }
      }
    }
    let count = tree.rows.reduce(0) { $0 + $1.items.count }
    nameStarts.reserveCapacity(tree.rows.count)
    itemNames.reserveCapacity(count)
    names.reserve(min(count, 8))
    for row in tree.rows.indices { nameItems(of: row, in: tree) }
    for row in nameRows { self.tree.rows[row].isMoved = true }
  }

  /// Whether the source speaks of the pH.
  private static func joinsP(in tree: LaTeXTree) -> Bool {
    tree.traits.contains(.word)
      && tree.rows.contains { row in row.items.contains { isAcidity($0, in: tree) } }
      || tree.traits.contains(.letterP) && tree.rows.contains { statesAcidity($0) }
  }

  private static func hasConcentration(_ tree: LaTeXTree) -> Bool {
    tree.rows.contains { row in row.items.contains { isConcentration($0, in: tree) } }
  }

  /// Whether the item is the word pH.
  private static func isAcidity(_ item: LaTeXNode, in tree: LaTeXTree) -> Bool {
    switch item.kind {
    case .word(let word, _), .text(let word): tree.texts[word] == "pH"
    default: false
    }
  }

  /// Whether an italic `pH` is one side of an equation, where nobody would write the product.
  private static func statesAcidity(_ row: LaTeXRow) -> Bool {
    guard !row.isScript, !row.isMoved, row.items.contains(where: \.isRelation) else { return false }
    return row.items.indices.contains { index in
      guard case .letter("p", .italic) = row.items[index].kind, !row.items[index].hasScripts,
        index + 1 < row.items.count, case .letter("H", .italic) = row.items[index + 1].kind
      else { return false }
      return row.isSide(index...index + 1)
    }
  }

  /// Whether the item is a single capital in square brackets.
  private static func isConcentration(_ item: LaTeXNode, in tree: LaTeXTree) -> Bool {
    guard case .fence(.bracket, .bracket, let row) = item.kind, tree.rows[row].items.count == 1,
      case .letter(let letter, .italic)? = tree.rows[row].items.first?.kind
    else { return false }
    return letter.properties.isUppercase
  }

  /// Numbers the names of a row, which must be the next one.
  private func nameItems(of place: Int, in tree: LaTeXTree) {
    let row = tree.rows[place]
    let start = itemNames.count
    nameStarts.append(start)
    itemNames.append(contentsOf: repeatElement(Self.noName, count: row.items.count))
    if row.isScript || row.isMoved { return }
    var index = 0
    while index < row.items.count {
      let item = row.items[index]
      if let id = plainName(item), !mayJoin(item) {
        itemNames[start + index] = id
        index += 1
        continue
      }
      if index + 1 < row.items.count,
        let name = joinedName(item, row.items[index + 1]) ?? differentialName(place, index)
      {
        itemNames[start + index] = Int32(names.intern(name))
        itemNames[start + index + 1] = Self.secondHalf
        index += 2
        continue
      }
      if let id = plainName(item) {
        itemNames[start + index] = id
      } else if let name = tree.name(of: item) ?? dotted(item)?.name {
        itemNames[start + index] = Int32(names.intern(name))
        switch item.kind {
        case .accent(_, let inner), .fence(_, _, let inner), .upright(let inner): nameRows.append(inner)
        default: break
        }
      }
      index += 1
    }
  }

  /// Whether a letter may be one name with the item behind it: the p of pK and the d of a differential.
  private func mayJoin(_ item: LaTeXNode) -> Bool {
    switch item.kind {
    case .letter("p", _), .letter("d", _): true
    default: false
    }
  }

  /// The name under the dots of `\ddot{x}_1`, with the scripts outside the dots.
  func dotted(_ item: LaTeXNode) -> (name: LaTeXName, order: Int)? {
    guard case .accent(let accent, let row) = item.kind, accent.timeDerivatives > 0 else { return nil }
    let items = tree.rows[row].items
    guard items.count == 1, var inner = items.first, inner.primes == 0, inner.sup == nil else { return nil }
    if let sub = item.sub {
      guard inner.sub == nil else { return nil }
      inner.sub = sub
    }
    guard let name = tree.name(of: inner) else { return nil }
    return (name, accent.timeDerivatives)
  }

  /// The name of an italic letter without scripts, which is most names; looked up without making it again.
  private func plainName(_ item: LaTeXNode) -> Int32? {
    guard case .letter(let letter, .italic) = item.kind, item.sub == nil, item.sup == nil else { return nil }
    // From A to z.
    let place = Int(letter.value) - 65
    guard (0..<58).contains(place) else { return tree.name(of: item).map { Int32(names.intern($0)) } }
    if plainNames.isEmpty { plainNames = Self.noLetters }
    let known = plainNames[place]
    if known > 0 { return known - 1 }
    let id = Int32(names.intern(LaTeXName.letters[Int(letter.value)]))
    plainNames[place] = id + 1
    return id
  }

  /// The name that two items make together: `\Delta x`, `\mathrm{p}K_a`, or an italic `pH`.
  private func joinedName(_ item: LaTeXNode, _ next: LaTeXNode) -> LaTeXName? {
    if joinsDelta, isDelta(item) { return deltaName(next, after: item) }
    guard let font = fontOfP(item), font == .roman || joinsP && font == .italic, !item.hasScripts,
      next.isAcidityOf(font), next.primes == 0, var name = tree.name(of: next)
    else { return nil }
    name.base = (font == .roman ? "\\mathrm{p}" : "p") + name.base
    if let first = name.words.first { name.words[0] = "p" + first }
    return name
  }

  /// The font of a letter p, which `\text{p}` may set upright.
  private func fontOfP(_ item: LaTeXNode) -> LaTeXFont? {
    switch item.kind {
    case .letter("p", let font): font
    case .text(let word): tree.texts[word] == "p" ? .roman : nil
    default: nil
    }
  }

  /// The name `dU` in an equation between differentials.
  private func differentialName(_ row: Int, _ index: Int) -> LaTeXName? {
    guard readsDifferentials, forms.rows.contains(row), forms.isDifferential(row, index) else { return nil }
    let next = tree.rows[row].items[index + 1]
    guard next.primes == 0, var name = tree.name(of: next) else { return nil }
    let isUpright = if case .letter(_, .roman) = tree.rows[row].items[index].kind { true } else { false }
    name.base = (isUpright ? "\\mathrm{d}" : "d") + name.base
    if let first = name.words.first { name.words[0] = "d" + first }
    return name
  }

  // MARK: Differences

  private func isDelta(_ item: LaTeXNode) -> Bool {
    guard case .symbol("Delta", .italic) = item.kind, item.sup == nil, item.primes == 0 else { return false }
    return true
  }

  private func isBareDelta(_ index: Int, in items: [LaTeXNode]) -> Bool {
    guard isDelta(items[index]), items[index].sub == nil else {
      if case .symbol("Delta", .italic) = items[index].kind { return items[index].sub == nil }
      return false
    }
    return index + 1 >= items.count || deltaName(items[index + 1], after: items[index]) == nil
  }

  /// The joint name of a difference and what follows it; with a subscript only for the quantities of
  /// thermochemistry.
  private func deltaName(_ next: LaTeXNode, after delta: LaTeXNode) -> LaTeXName? {
    switch next.kind {
    case .letter(let letter, _):
      if delta.sub != nil, !"HGSUAF".unicodeScalars.contains(letter) { return nil }
      if letter == "d", delta.sub == nil { return nil }
    case .symbol, .word, .accent, .upright, .text: if delta.sub != nil { return nil }
    default: return nil
    }
    guard var name = tree.name(of: next) else { return nil }
    var prefix = "\\Delta"
    var words = ["Delta"]
    if let sub = delta.sub {
      prefix += "_{\(tree.spelling(ofRow: sub))}"
      words += tree.words(ofRow: sub)
    }
    name.base = name.base.hasPrefix("\\") || delta.sub != nil ? prefix + name.base : prefix + " " + name.base
    name.words = words + name.words
    return name
  }

  // MARK: Access

  /// The name of an item, or nil.
  func name(_ row: Int, _ index: Int) -> Int? {
    let id = itemName(row, index)
    return id >= 0 ? Int(id) : nil
  }

  /// The number of the name of an item without primes: ``noName`` for none, ``secondHalf`` for the end of a name of two items, such as the
  /// `x` of `\Delta x`.
  func itemName(_ row: Int, _ index: Int) -> Int32 { itemNames[nameStarts[row] + index] }

  func intern(_ name: LaTeXName) -> Int { names.intern(name) }

  /// Adds a row made of items of another, such as a numerator without its differential.
  func add(_ items: [LaTeXNode], _ range: SourceRange) -> Int {
    let row = tree.add(items, range)
    nameItems(of: row, in: tree)
    return row
  }

  /// The names in a run of items and in what they contain, scripts of names left out.
  ///
  /// - Complexity: at most `limit` items are looked at.
  func namesUsed(_ row: Int, _ range: Range<Int>, limit: Int = 500) -> [Int] {
    var found: [Int] = []
    var budget = limit
    var pending: [(row: Int, range: Range<Int>)] = [(row, range)]
    while let (row, range) = pending.popLast() {
      for index in range {
        budget -= 1
        guard budget > 0 else { return found }
        let item = tree.rows[row].items[index]
        if let id = name(row, index), !found.contains(id) { found.append(id) }
        for inner in contents(of: item) where !tree.rows[inner].isScript && !tree.rows[inner].isMoved {
          pending.append((inner, tree.rows[inner].items.indices))
        }
      }
    }
    return found
  }

  /// The rows an item contains, its superscript among them.
  func contents(of item: LaTeXNode) -> [Int] {
    var rows: [Int] = []
    switch item.kind {
    case .fence(_, _, let row), .group(let row), .modulus(let row, _): rows.append(row)
    case .accent(let accent, let row): if accent == .bar { rows.append(row) }
    case .fraction(let top, let bottom), .binomial(let top, let bottom): rows += [top, bottom]
    case .root(let row, let index):
      rows.append(row)
      if let index { rows.append(index) }
    case .table(let table): rows += tree.tables[table].rows.flatMap { $0 }
    default: break
    }
    if let sup = item.sup { rows.append(sup) }
    if let sub = item.sub { rows.append(sub) }
    return rows
  }
}

extension LaTeXNode {
  /// Whether the item is the K behind a p of this font, or the H behind an italic one.
  fileprivate func isAcidityOf(_ font: LaTeXFont) -> Bool {
    switch kind {
    case .letter("K", _): true
    case .letter("H", .italic): true
    default: false
    }
  }
}

extension LaTeXRow {
  /// Whether the items are all there is on one side of a relation.
  func isSide(_ range: ClosedRange<Int>) -> Bool {
    let (first, last) = (range.lowerBound, range.upperBound)
    let begins = first == 0 || items[first - 1].isRelation || items[first - 1].endsStatement
    let ends = last + 1 == items.count || items[last + 1].isRelation || items[last + 1].endsStatement
    return begins && ends
  }
}
