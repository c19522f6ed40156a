import ApusNumbers
import Testing

// References: mpmath 1.3.0 at 70 digits, rounded to 25.

@Suite struct BranchCutReferenceTests {
  @Test("values on branch cuts agree with mpmath to 25 digits", arguments: references.indices)
  func agrees(index: Int) {
    let (label, value, expected) = Self.references[index]
    #expect(value(160).digits(25) == expected, "\(label)")
  }

  static let references: [Reference] = [
    (
      "log(-2)", { p in ComplexBall.log(-2, precision: p) },
      "0.6931471805599453094172321 + 3.141592653589793238462643*i"
    ),
    ("sqrt(-2)", { p in ComplexBall.sqrt(-2, precision: p) }, "1.414213562373095048801689*i"),
    (
      "asin(2)", { p in ComplexBall.asin(2, precision: p) },
      "1.570796326794896619231322 - 1.316957896924816708625046*i"
    ),
    (
      "asin(-2)", { p in ComplexBall.asin(-2, precision: p) },
      "-1.570796326794896619231322 + 1.316957896924816708625046*i"
    ),
    ("acos(2)", { p in ComplexBall.acos(2, precision: p) }, "1.316957896924816708625046*i"),
    (
      "acos(-2)", { p in ComplexBall.acos(-2, precision: p) },
      "3.141592653589793238462643 - 1.316957896924816708625046*i"
    ),
    (
      "atan(c(0, 2))", { p in ComplexBall.atan(c(0, 2), precision: p) },
      "1.570796326794896619231322 + 0.5493061443340548456976226*i"
    ),
    (
      "atan(c(0, -2))", { p in ComplexBall.atan(c(0, -2), precision: p) },
      "-1.570796326794896619231322 - 0.5493061443340548456976226*i"
    ),
    (
      "acot(c(0, 0.5))", { p in ComplexBall.acot(c(0, 0.5), precision: p) },
      "-1.570796326794896619231322 - 0.5493061443340548456976226*i"
    ),
    (
      "acot(c(0, -0.5))", { p in ComplexBall.acot(c(0, -0.5), precision: p) },
      "1.570796326794896619231322 + 0.5493061443340548456976226*i"
    ),
    ("acot(0)", { p in ComplexBall.acot(0, precision: p) }, "1.570796326794896619231322"),
    ("asec(q(1, 2))", { p in ComplexBall.asec(q(1, 2), precision: p) }, "1.316957896924816708625046*i"),
    (
      "asec(q(-1, 2))", { p in ComplexBall.asec(q(-1, 2), precision: p) },
      "3.141592653589793238462643 - 1.316957896924816708625046*i"
    ),
    (
      "acsc(q(1, 2))", { p in ComplexBall.acsc(q(1, 2), precision: p) },
      "1.570796326794896619231322 - 1.316957896924816708625046*i"
    ),
    (
      "acsc(q(-1, 2))", { p in ComplexBall.acsc(q(-1, 2), precision: p) },
      "-1.570796326794896619231322 + 1.316957896924816708625046*i"
    ),
    (
      "asinh(c(0, 2))", { p in ComplexBall.asinh(c(0, 2), precision: p) },
      "1.316957896924816708625046 + 1.570796326794896619231322*i"
    ),
    (
      "asinh(c(0, -2))", { p in ComplexBall.asinh(c(0, -2), precision: p) },
      "-1.316957896924816708625046 - 1.570796326794896619231322*i"
    ),
    ("acosh(q(1, 2))", { p in ComplexBall.acosh(q(1, 2), precision: p) }, "1.047197551196597746154214*i"),
    (
      "acosh(-2)", { p in ComplexBall.acosh(-2, precision: p) },
      "1.316957896924816708625046 + 3.141592653589793238462643*i"
    ),
    (
      "atanh(2)", { p in ComplexBall.atanh(2, precision: p) },
      "0.5493061443340548456976226 - 1.570796326794896619231322*i"
    ),
    (
      "atanh(-2)", { p in ComplexBall.atanh(-2, precision: p) },
      "-0.5493061443340548456976226 + 1.570796326794896619231322*i"
    ),
    (
      "acoth(q(1, 2))", { p in ComplexBall.acoth(q(1, 2), precision: p) },
      "0.5493061443340548456976226 - 1.570796326794896619231322*i"
    ),
    (
      "acoth(q(-1, 2))", { p in ComplexBall.acoth(q(-1, 2), precision: p) },
      "-0.5493061443340548456976226 + 1.570796326794896619231322*i"
    ),
    ("acoth(0)", { p in ComplexBall.acoth(0, precision: p) }, "1.570796326794896619231322*i"),
    ("asech(2)", { p in ComplexBall.asech(2, precision: p) }, "1.047197551196597746154214*i"),
    ("asech(-2)", { p in ComplexBall.asech(-2, precision: p) }, "2.094395102393195492308429*i"),
    (
      "acsch(c(0, 0.5))", { p in ComplexBall.acsch(c(0, 0.5), precision: p) },
      "-1.316957896924816708625046 - 1.570796326794896619231322*i"
    ),
    (
      "acsch(c(0, -0.5))", { p in ComplexBall.acsch(c(0, -0.5), precision: p) },
      "1.316957896924816708625046 + 1.570796326794896619231322*i"
    ),
    (
      "logGamma(q(-7, 2))", { p in ComplexBall.logGamma(q(-7, 2), precision: p) },
      "-1.309006684993042046360715 - 12.56637061435917295385057*i"
    ),
    ("Ei(-1)", { p in ComplexBall.Ei(-1, precision: p) }, "-0.2193839343955202736771638"),
    (
      "Ci(-1)", { p in ComplexBall.Ci(-1, precision: p) },
      "0.3374039229009681346626462 + 3.141592653589793238462643*i"
    ),
    (
      "Chi(-1)", { p in ComplexBall.Chi(-1, precision: p) },
      "0.8378669409802082408946786 + 3.141592653589793238462643*i"
    ),
    ("li(q(1, 2))", { p in ComplexBall.li(q(1, 2), precision: p) }, "-0.3786710430610879767272072"),
    (
      "li(-1)", { p in ComplexBall.li(-1, precision: p) },
      "0.07366791204642548599010097 + 3.422733378777362789592375*i"
    ),
    (
      "dilog(2)", { p in ComplexBall.dilog(2, precision: p) },
      "2.467401100272339654708623 - 2.177586090303602130500689*i"
    ),
    (
      "ellipticK(2)", { p in ComplexBall.ellipticK(2, precision: p) },
      "1.311028777146059905232420 - 1.311028777146059905232420*i"
    ),
    (
      "ellipticE(2)", { p in ComplexBall.ellipticE(2, precision: p) },
      "0.5990701173677961037199612 + 0.5990701173677961037199612*i"
    ),
    (
      "lambertW(-1)", { p in ComplexBall.lambertW(-1, precision: p) },
      "-0.3181315052047641353126543 + 1.337235701430689408901162*i"
    ),
    ("digamma(q(-7, 2))", { p in ComplexBall.digamma(q(-7, 2), precision: p) }, "1.388870926359528901511405"),
    (
      "besselJ(q(1, 2), -2)", { p in ComplexBall.besselJ(q(1, 2), -2, precision: p) },
      "0.5130161365618277516656918*i"
    ),
    (
      "besselY(1, -2)", { p in ComplexBall.besselY(1, -2, precision: p) },
      "0.1070324315409375468883708 - 1.153449615513746774404896*i"
    ),
    (
      "besselI(q(1, 2), -2)", { p in ComplexBall.besselI(q(1, 2), -2, precision: p) },
      "2.046236863089055036605184*i"
    ),
    (
      "besselK(0, -2)", { p in ComplexBall.besselK(0, -2, precision: p) },
      "0.1138938727495334356527196 - 7.161528439050256662111141*i"
    ),
    (
      "upperGamma(q(1, 2), -2)", { p in ComplexBall.upperGamma(q(1, 2), -2, precision: p) },
      "1.772453850905516027298167 - 6.687685525621974470102246*i"
    ),
    (
      "polylog(q(5, 2), 3)", { p in ComplexBall.polylog(q(5, 2), 3, precision: p) },
      "3.282822710891226898949599 - 2.721324626501242553424612*i"
    ),
    (
      "hypergeometric2F1(1, q(1, 2), 3, 2)",
      { p in ComplexBall.hypergeometric2F1(1, q(1, 2), 3, 2, precision: p) },
      "1.333333333333333333333333 - 0.6666666666666666666666667*i"
    ),
    ("zeta(2, q(-5, 2))", { p in ComplexBall.zeta(2, q(-5, 2), precision: p) }, "9.539246644989123753861690"),
    ("pow(-2, q(1, 2))", { p in ComplexBall.pow(-2, q(1, 2), precision: p) }, "1.414213562373095048801689*i"),
    (
      "expIntegralE(1, -2)", { p in ComplexBall.expIntegralE(1, -2, precision: p) },
      "-4.954234356001890163379505 - 3.141592653589793238462643*i"
    ),
  ]
}
