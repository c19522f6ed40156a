import ApusNumbers
import ApusTerms

extension ReactionNetwork {
  /// Reads a network in the `.net` format of BioNetGen 2: blocks of parameters, species, reactions, groups and functions.
  ///
  /// - Throws: a `Diagnostic` with the place of the mistake: `model-syntax` for a line that is not of the format,
  ///   `unknown-name` for a name that nothing defines, and what the text notation says of expressions.
  /// - Complexity: linear in the length of the text.
  public init(netFile text: String) throws(Diagnostic) {
    var reader = ReactionNetworkReader(SourceText(text))
    self = try reader.read()
  }

  /// The same, of the bytes of a file.
  public init(netFile bytes: [UInt8]) throws(Diagnostic) {
    var reader = ReactionNetworkReader(SourceText(bytes: bytes))
    self = try reader.read()
  }
}

/// Reads the blocks one after another; a block refers only to those before it, apart from functions, which stand before
/// the groups that they use and are therefore read last.
struct ReactionNetworkReader {
  enum Block: String { case parameters, species, reactions, groups, functions }

  let source: SourceText
  var names: ModelNames
  private var network = ReactionNetwork()
  /// Where the lines of the blocks begin; a block may be given in several parts.
  private var starts: [Block: [Int]] = [:]

  init(_ source: SourceText) {
    self.source = source
    names = ModelNames(source)
  }

  mutating func read() throws(Diagnostic) -> ReactionNetwork {
    try findBlocks()
    var prefix = "S"
    try forEachLine(of: .parameters) { reader, line throws(Diagnostic) in try reader.readParameter(line) }
    while names.isTaken(prefix: prefix) { prefix += "_" }
    try forEachLine(of: .species) { reader, line throws(Diagnostic) in
      try reader.readSpecies(line, prefix: prefix)
    }
    try forEachLine(of: .groups) { reader, line throws(Diagnostic) in try reader.readGroup(line) }
    try forEachLine(of: .functions) { reader, line throws(Diagnostic) in try reader.readFunction(line) }
    try forEachLine(of: .reactions) { reader, line throws(Diagnostic) in try reader.readReaction(line) }
    return network
  }

  // MARK: Blocks and fields

  private mutating func findBlocks() throws(Diagnostic) {
    var scanner = FieldScanner(source.bytes)
    var fields: [SourceRange] = []
    var open: SourceRange?
    while scanner.nextLine(into: &fields) {
      guard let first = fields.first else { continue }
      if open == nil, isWord("begin", first) {
        guard fields.count > 1 else { throw syntax("'begin' names a block", at: first) }
        let name = fields[1].union(fields[fields.count - 1])
        open = name
        // Blocks of other kinds, such as molecule types, do not concern the dynamics.
        if let block = Block(rawValue: source.text(name)) { starts[block, default: []].append(scanner.place) }
      } else if let name = open, isWord("end", first) {
        let end = fields.count > 1 ? source.text(fields[1].union(fields[fields.count - 1])) : ""
        guard end == source.text(name) else {
          throw syntax("'end \(source.text(name))' is expected here", at: first)
        }
        open = nil
      }
    }
    if let open { throw syntax("this block is never closed", at: open) }
  }

  private func isWord(_ word: StaticString, _ range: SourceRange) -> Bool {
    guard range.upperBound - range.lowerBound == word.utf8CodeUnitCount else { return false }
    for i in 0..<word.utf8CodeUnitCount where source.bytes[range.lowerBound + i] != word.utf8Start[i] {
      return false
    }
    return true
  }

  private mutating func forEachLine(
    of block: Block, _ body: (inout Self, [SourceRange]) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    var fields: [SourceRange] = []
    for start in starts[block] ?? [] {
      var scanner = FieldScanner(source.bytes, from: start)
      while scanner.nextLine(into: &fields) {
        guard let first = fields.first else { continue }
        if isWord("end", first) { break }
        try body(&self, fields)
      }
    }
  }

  private func syntax(_ message: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("model-syntax", message, at: range)
  }

  /// Checks that a line has its number and so many fields more.
  private func check(_ line: [SourceRange], hasAtLeast count: Int, _ form: String) throws(Diagnostic) {
    let number = source.bytes[line[0].lowerBound..<line[0].upperBound]
    guard line.count > count, number.allSatisfy(\.isDigit) else {
      throw syntax("a line of this block is: number \(form)", at: whole(line, from: 0))
    }
  }

  /// The range from a field to the end of the line.
  private func whole(_ line: [SourceRange], from field: Int) -> SourceRange {
    line[field].union(line[line.count - 1])
  }

  // MARK: Parameters and species

  private mutating func readParameter(_ line: [SourceRange]) throws(Diagnostic) {
    try check(line, hasAtLeast: 2, "name value")
    let value = try names.expression(whole(line, from: 2))
    let name = source.text(line[1])
    try names.define(name, as: .symbol(name), at: line[1])
    network.parameters.append(.init(symbol: Symbol(name), value: value))
  }

  private mutating func readSpecies(_ line: [SourceRange], prefix: String) throws(Diagnostic) {
    try check(line, hasAtLeast: 2, "pattern amount")
    let number = network.species.count + 1
    guard Int(source.text(line[0])) == number else {
      throw syntax("the species are numbered from 1 without gaps", at: line[0])
    }
    let pattern = source.text(line[1])
    network.species.append(
      .init(
        pattern: pattern, symbol: Symbol("\(prefix)\(number)"),
        initialAmount: try names.expression(whole(line, from: 2)), isFixed: pattern.hasPrefix("$")))
  }

  // MARK: Reactions

  private mutating func readReaction(_ line: [SourceRange]) throws(Diagnostic) {
    try check(line, hasAtLeast: 3, "reactants products rate")
    if line.count > 4, Self.namedRateLaws.contains(source.text(line[3])) {
      throw syntax("only rate constants and rate expressions are read", at: line[3])
    }
    network.reactions.append(
      .init(
        reactants: try indices(line[1]), products: try indices(line[2]),
        rate: try names.expression(whole(line, from: 3))))
  }

  /// Rate laws that take parameters of their own instead of being expressions.
  private static let namedRateLaws: Set<String> = ["Sat", "MM", "Hill", "Arrhenius", "FunctionProduct"]

  /// Species numbers separated by commas; `0` stands for nothing.
  private func indices(_ range: SourceRange) throws(Diagnostic) -> [Int] {
    var indices: [Int] = []
    var place = range.lowerBound
    while place < range.upperBound {
      let start = place
      var number = 0
      while place < range.upperBound, source.bytes[place].isDigit, number <= network.species.count {
        number = 10 * number + Int(source.bytes[place] - 0x30)
        place += 1
      }
      let isSeparated = place == range.upperBound || source.bytes[place] == UInt8(ascii: ",")
      guard place > start, isSeparated, number <= network.species.count else {
        throw syntax("there is no such species", at: SourceRange(start, max(place, start + 1)))
      }
      if number > 0 { indices.append(number - 1) }
      place += 1
    }
    return indices
  }

  // MARK: Observables and functions

  private mutating func readGroup(_ line: [SourceRange]) throws(Diagnostic) {
    try check(line, hasAtLeast: 1, "name species,2*species,…")
    var terms: [Expr] = []
    for item in line.count > 2 ? items(of: line[2]) : [] { terms.append(try weightedAmount(item)) }
    let (name, value) = (source.text(line[1]), Expr.sum(terms))
    try names.define(name, as: value, at: line[1])
    network.observables.append(.init(name: name, value: value))
  }

  private func items(of range: SourceRange) -> [SourceRange] {
    var items: [SourceRange] = []
    var start = range.lowerBound
    for place in range.lowerBound...range.upperBound
    where place == range.upperBound || source.bytes[place] == UInt8(ascii: ",") {
      items.append(SourceRange(start, place))
      start = place + 1
    }
    return items
  }

  /// `12` or `2*12`.
  private mutating func weightedAmount(_ item: SourceRange) throws(Diagnostic) -> Expr {
    guard let star = source.bytes[item.lowerBound..<item.upperBound].firstIndex(of: UInt8(ascii: "*")) else {
      return Expr.sum(try indices(item).map { Expr(network.species[$0].symbol) })
    }
    let weight = try names.expression(SourceRange(item.lowerBound, star))
    return weight
      * Expr.sum(try indices(SourceRange(star + 1, item.upperBound)).map { Expr(network.species[$0].symbol) })
  }

  /// `1 f() expression`, with the parameters, the observables and the functions before it.
  private mutating func readFunction(_ line: [SourceRange]) throws(Diagnostic) {
    try check(line, hasAtLeast: 2, "name() expression")
    var name = source.text(line[1])
    if name.hasSuffix("()") { name.removeLast(2) }
    guard !name.contains("(") else { throw syntax("functions of arguments are not read", at: line[1]) }
    try names.define(name, as: try names.expression(whole(line, from: 2)), at: line[1])
  }
}
