import Apus
import Testing

@Suite("N")
struct NumericValueTests {
  /// Inputs and answers; the digits are those of mpmath at 60 digits.
  static let values: [(String, String)] = [
    ("N(pi, 30)", "3.14159265358979323846264338328"),
    ("N(sin(10^22), 20)", "-0.85220084976718880177"),
    ("N(exp(pi*sqrt(163)) - 262537412640768744, 20)", "-7.4992740280181431112e-13"),
    ("N(tan(pi/2 - 10^-30), 20)", "1.0000000000000000000e30"),
    ("N(9^9^9, 10)", "4.281247732*10^369693099"),
    ("N(1/3)", "0.333333333333333"), ("N([1/3, pi], 5)", "[0.33333, 3.1416]"),
    ("N(log(-1), 10)", "3.141592654*I"), ("N(sqrt(2)*sqrt(3) - sqrt(6))", "0"),
    ("N(sin(pi/7)^2 + cos(pi/7)^2 - 1)", "0"), ("N(sum(1/k^2, k, 1, 1000), 10)", "1.643934567"),
    ("N(zeta(3), 40)", "1.202056903159594285399738161511449990765"),
  ]

  @Test("every digit is correct", arguments: values)
  func value(_ row: (String, String)) throws {
    var session = Session()
    #expect(try session.evaluate(row.0).text == row.1)
  }

  /// Inputs that have no digits, and the codes that say why.
  static let refusals = [
    ("N(x)", "missing-symbols"), ("N(sin(1)^2 + cos(1)^2 - 1)", "possibly-zero"),
    ("N(pi, 0)", "not-an-integer"),
  ]

  @Test("what has no digits says why", arguments: refusals)
  func refusal(_ row: (String, String)) {
    var session = Session()
    #expect(performing: { try session.evaluate(row.0) }, throws: { "\($0)".contains(row.1) })
  }
}
