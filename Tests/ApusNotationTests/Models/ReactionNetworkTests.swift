import ApusNotation
import ApusTerms
import ApusTestSupport
import Testing

@Suite("Reaction networks") struct ReactionNetworkTests {
  static let text = """
    # a dimer
    begin parameters
        1 e    3.0e-1  # Constant
        2 kon  2*e     # ConstantExpression
        3 koff kon^2/(1 + e)
        4 A0   10
    end parameters
    begin molecule types
        1 A(b)
    end molecule types
    begin species
        1 A(b) A0
        2 A(b!1).A(b!1) 0
        3 $Source() 1
    end species
    begin functions
        1 f() koff*Dimers
    end functions
    begin reactions
        1 1,1 2 kon #_R1
        2 2 1,1 koff #_R2
        3 3 3,1 2*kon
        4 1 0 f()/(1 + Total)
        5 1,2 2,1 kon
    end reactions
    begin groups
        1 Dimers 2
        2 Total  1,2*2
    end groups
    """

  @Test("mass action, with functions, fixed species and the net change of each reaction")
  func rightHandSides() throws {
    let network = try ReactionNetwork(netFile: Self.text)
    #expect(network.parameters.map(\.symbol.name) == ["e", "kon", "koff", "A0"])
    #expect(network.species.map(\.symbol.name) == ["S1", "S2", "S3"])
    let e = Expr.symbol("e")
    #expect(network.parameters[1].value == 2 * e)
    let (kon, koff): (Expr, Expr) = (.symbol("kon"), .symbol("koff"))
    let (a, d, s): (Expr, Expr, Expr) = (.symbol("S1"), .symbol("S2"), .symbol("S3"))
    let lost = koff * d * a / (1 + a + 2 * d)
    let formed = -2 * kon * a ** 2 + 2 * koff * d + 2 * kon * s - lost
    let rates = network.rightHandSides
    #expect(rates == [formed, kon * a ** 2 - koff * d, 0])
    #expect(network.observables.map(\.value) == [d, a + 2 * d])
  }

  @Test(
    "mistakes have a place",
    arguments: [
      ("begin parameters\n 1 k 2*q\nend parameters", "unknown-name", "q"),
      ("begin parameters\n 1 k\nend parameters", "model-syntax", "1 k"),
      ("begin parameters\n 1 k 1\n 2 k 2\nend parameters", "duplicate-name", "k"),
      ("begin parameters\n 1 k 2*(3\nend parameters", "unclosed-paren", "("),
      ("begin parameters\n 1 k 1\n", "model-syntax", "parameters"),
      ("begin species\n 1 A() 1\nend species\nbegin reactions\n 1 1 7 2\nend reactions", "model-syntax", "7"),
      (
        "begin species\n 1 A() 1\nend species\nbegin reactions\n 1 1 1x 2\nend reactions", "model-syntax", "1"
      ),
      ("begin species\n 2 A() 1\nend species", "model-syntax", "2"),
      (
        "begin species\n 1 A() 1\nend species\nbegin reactions\n 1 1 0 Sat 3 4\nend reactions",
        "model-syntax", "Sat"
      ),
    ])
  func mistakes(_ text: String, _ code: String, _ place: String) throws {
    let mistake = #expect(throws: Diagnostic.self) { try ReactionNetwork(netFile: text) }
    #expect(mistake?.code == code)
    #expect(mistake?.range.map { SourceText(text).text($0) } == place)
  }

  static let receptorFile = SharedFile("data/bcr.net")

  @Test(
    "the B-cell receptor network has the derivatives of the reference at its initial amounts",
    .enabled(if: receptorFile.exists, "needs shared/data/bcr.net beside the project"))
  func receptor() throws {
    let network = try ReactionNetwork(netFile: Self.receptorFile.bytes)
    #expect(network.parameters.count == 128 && network.species.count == 1122)
    #expect(network.reactions.count == 24_388 && network.observables.count == 9)
    var point: [Symbol: Double] = [:]
    for parameter in network.parameters { point[parameter.symbol] = try parameter.value.value(at: point) }
    for species in network.species { point[species.symbol] = try species.initialAmount.value(at: point) }
    let rates = try network.rightHandSides.map { try $0.value(at: point) }
    let reference = [-61.028082045663915, 5.9419684042e-05, -1.7585526571e-04, 1.0927351045e-05]
    // Terms of the size of 10⁵ cancel, which leaves errors of 10⁻¹⁰ in machine reals.
    for (rate, expected) in zip(rates, reference) { #expect(abs(rate - expected) <= 2e-10) }
    #expect(abs(rates.reduce(0) { $0 + abs($1) } - 122.14287395264746) <= 1e-9)
  }

  @Test("any prefix of a model is read or refused, without a crash") func truncation() {
    let bytes = Array(Self.text.utf8)
    for end in bytes.indices { _ = try? ReactionNetwork(netFile: Array(bytes[..<end])) }
  }
}
