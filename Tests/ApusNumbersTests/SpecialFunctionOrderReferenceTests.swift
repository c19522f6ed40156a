import ApusNumbers
import Testing

// References: mpmath 1.3.0 at 70 digits, rounded to 25.

@Suite struct SpecialFunctionOrderReferenceTests {
  @Test("functions with parameters agree with mpmath to 25 digits", arguments: references.indices)
  func agrees(index: Int) {
    let (label, value, expected) = Self.references[index]
    #expect(value(160).digits(25) == expected, "\(label)")
  }

  static let references: [Reference] = [
    (
      "besselJ(0, q(5, 2))", { p in ComplexBall.besselJ(0, q(5, 2), precision: p) },
      "-0.04838377646819799632728778"
    ),
    (
      "besselY(0, q(5, 2))", { p in ComplexBall.besselY(0, q(5, 2), precision: p) },
      "0.4980703596152318878274724"
    ),
    (
      "besselI(0, q(5, 2))", { p in ComplexBall.besselI(0, q(5, 2), precision: p) },
      "3.289839144050123035705908"
    ),
    (
      "besselK(0, q(5, 2))", { p in ComplexBall.besselK(0, q(5, 2), precision: p) },
      "0.06234755320036618602916953"
    ),
    (
      "besselJ(0, c(1, -2))", { p in ComplexBall.besselJ(0, c(1, -2), precision: p) },
      "1.586259450202371272377863 + 1.391602452327335923396791*i"
    ),
    (
      "besselY(0, c(1, -2))", { p in ComplexBall.besselY(0, c(1, -2), precision: p) },
      "1.367418716811797870340977 - 1.521506576945447807137181*i"
    ),
    (
      "besselI(0, c(1, -2))", { p in ComplexBall.besselI(0, c(1, -2), precision: p) },
      "0.1878537280824617161908894 - 0.6461694351539807163814285*i"
    ),
    (
      "besselK(0, c(1, -2))", { p in ComplexBall.besselK(0, c(1, -2), precision: p) },
      "-0.2423451044918719926095078 + 0.1762671890926997383148292*i"
    ),
    (
      "besselJ(q(1, 3), q(5, 2))", { p in ComplexBall.besselJ(q(1, 3), q(5, 2), precision: p) },
      "0.1983209334186081246848564"
    ),
    (
      "besselY(q(1, 3), q(5, 2))", { p in ComplexBall.besselY(q(1, 3), q(5, 2), precision: p) },
      "0.4614594741912908366876951"
    ),
    (
      "besselI(q(1, 3), q(5, 2))", { p in ComplexBall.besselI(q(1, 3), q(5, 2), precision: p) },
      "3.174324229724197135699311"
    ),
    (
      "besselK(q(1, 3), q(5, 2))", { p in ComplexBall.besselK(q(1, 3), q(5, 2), precision: p) },
      "0.06354253745473336981775457"
    ),
    (
      "besselJ(q(1, 3), c(1, -2))", { p in ComplexBall.besselJ(q(1, 3), c(1, -2), precision: p) },
      "2.003242598281620458828900 + 0.4723800576719124781143070*i"
    ),
    (
      "besselY(q(1, 3), c(1, -2))", { p in ComplexBall.besselY(q(1, 3), c(1, -2), precision: p) },
      "0.4183834383711529574709982 - 1.957947178045549697264477*i"
    ),
    (
      "besselI(q(1, 3), c(1, -2))", { p in ComplexBall.besselI(q(1, 3), c(1, -2), precision: p) },
      "0.2093545793232537835778761 - 0.7303471084638440545176341*i"
    ),
    (
      "besselK(q(1, 3), c(1, -2))", { p in ComplexBall.besselK(q(1, 3), c(1, -2), precision: p) },
      "-0.2486301220205339917062336 + 0.1740247232859980208688673*i"
    ),
    (
      "besselJ(3, q(5, 2))", { p in ComplexBall.besselJ(3, q(5, 2), precision: p) },
      "0.2166003910391135247666890"
    ),
    (
      "besselY(3, q(5, 2))", { p in ComplexBall.besselY(3, q(5, 2), precision: p) },
      "-0.7560554967536709968379030"
    ),
    (
      "besselI(3, q(5, 2))", { p in ComplexBall.besselI(3, q(5, 2), precision: p) },
      "0.4743704087780355895548240"
    ),
    (
      "besselK(3, q(5, 2))", { p in ComplexBall.besselK(3, q(5, 2), precision: p) },
      "0.2682271463934492027663765"
    ),
    (
      "besselJ(3, c(1, -2))", { p in ComplexBall.besselJ(3, c(1, -2), precision: p) },
      "-0.2810396668457679076717987 - 0.01717506200339023212714255*i"
    ),
    (
      "besselY(3, c(1, -2))", { p in ComplexBall.besselY(3, c(1, -2), precision: p) },
      "0.2901532942395457763871757 + 0.2121187704792577770265382*i"
    ),
    (
      "besselI(3, c(1, -2))", { p in ComplexBall.besselI(3, c(1, -2), precision: p) },
      "-0.1753534440106612911359711 + 0.08243079895435534480678787*i"
    ),
    (
      "besselK(3, c(1, -2))", { p in ComplexBall.besselK(3, c(1, -2), precision: p) },
      "-0.6814364279663891983590871 - 0.6251546545906799471231171*i"
    ),
    (
      "polygamma(1, q(1, 3))", { p in ComplexBall.polygamma(1, q(1, 3), precision: p) },
      "10.09559712542709408179200"
    ),
    (
      "polygamma(3, c(1, 2))", { p in ComplexBall.polygamma(3, c(1, 2), precision: p) },
      "-0.1847823333894102664091425 + 0.1751693151882047838519205*i"
    ),
    (
      "polygamma(0, q(1, 4))", { p in ComplexBall.polygamma(0, q(1, 4), precision: p) },
      "-4.227453533376265408089530"
    ),
    (
      "beta(q(1, 3), c(1, 2))", { p in ComplexBall.beta(q(1, 3), c(1, 2), precision: p) },
      "1.916575985139701998043908 - 0.8434378308709409961674458*i"
    ),
    (
      "risingFactorial(q(1, 3), 4)", { p in ComplexBall.risingFactorial(q(1, 3), 4, precision: p) },
      "3.456790123456790123456790"
    ),
    (
      "risingFactorial(q(1, 3), q(5, 2))",
      { p in ComplexBall.risingFactorial(q(1, 3), q(5, 2), precision: p) },
      "0.6437384500594929656996371"
    ),
    (
      "binomial(q(7, 2), q(1, 3))", { p in ComplexBall.binomial(q(7, 2), q(1, 3), precision: p) },
      "1.754061873061501465251557"
    ),
    (
      "factorial(q(1, 2))", { p in ComplexBall.factorial(q(1, 2), precision: p) },
      "0.8862269254527580136490837"
    ),
    (
      "zeta(q(5, 2), q(1, 3))", { p in ComplexBall.zeta(q(5, 2), q(1, 3), precision: p) },
      "16.33304416289884797320006"
    ),
    (
      "zeta(c(0.5, 14), q(3, 4))", { p in ComplexBall.zeta(c(0.5, 14), q(3, 4), precision: p) },
      "-0.4826805546609793529525959 - 2.095521410122232952434234*i"
    ),
    (
      "polylog(q(1, 2), q(1, 3))", { p in ComplexBall.polylog(q(1, 2), q(1, 3), precision: p) },
      "0.4421088352806754416550277"
    ),
    (
      "polylog(3, c(1, 1))", { p in ComplexBall.polylog(3, c(1, 1), precision: p) },
      "0.8711588834109380168544655 + 1.267083441888923963686650*i"
    ),
    (
      "polylog(-2, q(1, 3))", { p in ComplexBall.polylog(-2, q(1, 3), precision: p) },
      "1.500000000000000000000000"
    ),
    (
      "upperGamma(q(1, 3), c(1, 2))", { p in ComplexBall.upperGamma(q(1, 3), c(1, 2), precision: p) },
      "-0.1559556565437450365213998 - 0.09960465970210782028994039*i"
    ),
    (
      "lowerGamma(q(1, 3), 2)", { p in ComplexBall.lowerGamma(q(1, 3), 2, precision: p) },
      "2.610802120266288497489697"
    ),
    (
      "expIntegralE(q(3, 2), 2)", { p in ComplexBall.expIntegralE(q(3, 2), 2, precision: p) },
      "0.04256607050165719068216350"
    ),
    (
      "hypergeometric0F1(q(1, 3), c(1, 2))",
      { p in ComplexBall.hypergeometric0F1(q(1, 3), c(1, 2), precision: p) },
      "-1.202381293799014555078493 + 9.869021736954644433937961*i"
    ),
    (
      "hypergeometric1F1(q(1, 3), q(5, 2), c(1, 2))",
      { p in ComplexBall.hypergeometric1F1(q(1, 3), q(5, 2), c(1, 2), precision: p) },
      "1.009032151227036340588222 + 0.3409433226776482735548691*i"
    ),
    (
      "hypergeometricU(q(1, 3), q(5, 2), c(1, 2))",
      { p in ComplexBall.hypergeometricU(q(1, 3), q(5, 2), c(1, 2), precision: p) },
      "0.7215305396637372059106025 - 0.4120455401977617685272574*i"
    ),
    (
      "hypergeometric2F1(q(1, 3), q(5, 2), q(1, 4), c(0.5, 0.5))",
      { p in ComplexBall.hypergeometric2F1(q(1, 3), q(5, 2), q(1, 4), c(0.5, 0.5), precision: p) },
      "-1.939782282134202397117976 + 2.776786497350501664784903*i"
    ),
    (
      "legendreP(q(1, 2), q(1, 3))", { p in ComplexBall.legendreP(q(1, 2), q(1, 3), precision: p) },
      "0.7172881740725019229356760"
    ),
    (
      "chebyshevT(q(5, 2), q(1, 3))", { p in ComplexBall.chebyshevT(q(5, 2), q(1, 3), precision: p) },
      "-0.9979402655783318177840787"
    ),
    (
      "chebyshevU(q(5, 2), q(1, 3))", { p in ComplexBall.chebyshevU(q(5, 2), q(1, 3), precision: p) },
      "-0.9752598049970060946526224"
    ),
    (
      "hermiteH(q(5, 2), q(1, 3))", { p in ComplexBall.hermiteH(q(5, 2), q(1, 3), precision: p) },
      "-3.112733057791769811860853"
    ),
    (
      "laguerreL(q(5, 2), q(1, 3))", { p in ComplexBall.laguerreL(q(5, 2), q(1, 3), precision: p) },
      "0.2688838157019551884481064"
    ),
    ("agm(1, 2)", { p in ComplexBall.agm(1, 2, precision: p) }, "1.456791031046906869186432"),
  ]
}
