import ApusNotation
import Testing

@Suite("LaTeX: numerals and the token that a script takes") struct LaTeXNumberTests {
  static let numbers: [LaTeXRow] = [
    LaTeXRow(#"42"#, #"42"#),
    LaTeXRow(#"3.25"#, #"3.25"#),
    LaTeXRow(#".5"#, #"0.5"#),
    LaTeXRow(#"1{,}234{,}567"#, #"1234567"#),
    LaTeXRow(#"1,234.5"#, #"1234.5"#),
    LaTeXRow(#"12\,000"#, #"12000"#),
    LaTeXRow(#"0{,}75"#, #"0.75"#),
    LaTeXRow(#"0.\overline{3}"#, #"1/3"#),
    LaTeXRow(#"0.1\overline{6}"#, #"1/6"#),
    LaTeXRow(#"0.\dot{1}4\dot{2}"#, #"142/999"#),
    LaTeXRow(#"1.5e-3"#, #"0.0015"#),
    LaTeXRow(#"6.02e23"#, #"6.02e23"#),
    LaTeXRow(#"3.0\times10^{8}"#, #"(multiply 3.0 (power 10 8))"#),
    LaTeXRow(#"50\%"#, #"(divide 50 100)"#),
    LaTeXRow(#"\sin 30^\circ"#, #"(sin (degree 30))"#),
    LaTeXRow(#"x^23"#, #"(multiply (power x 2) 3)"#),
    LaTeXRow(#"y_12"#, #"(multiply y_1 2)"#),
    LaTeXRow(#"2x3"#, #"(multiply 2 x 3)"#),
    LaTeXRow(#"12^2"#, #"(power 12 2)"#),
    LaTeXRow(#"1,000,000"#, #"1000000"#),
  ]

  @Test("numerals and the token that a script takes", arguments: numbers)
  func readsNumbers(row: LaTeXRow) throws {
    #expect(try LaTeXRow.reading(row.source) == row.reading)
  }
}
