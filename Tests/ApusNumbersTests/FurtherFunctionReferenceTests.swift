import ApusNumbers
import Testing

// References: mpmath 1.3.0 at 70 digits, rounded to 25.

@Suite struct FurtherFunctionReferenceTests {
  @Test("further functions agree with mpmath to 25 digits", arguments: references.indices)
  func agrees(index: Int) {
    let (label, value, expected) = Self.references[index]
    #expect(value(160).digits(25) == expected, "\(label)")
  }

  static let references: [Reference] = [
    (
      "lerchPhi(q(1, 3), q(5, 2), q(1, 4))",
      { p in ComplexBall.lerchPhi(q(1, 3), q(5, 2), q(1, 4), precision: p) },
      "32.20780311496201336602216"
    ),
    (
      "lerchPhi(c(0.5, 0.5), -2, c(1, 1))",
      { p in ComplexBall.lerchPhi(c(0.5, 0.5), -2, c(1, 1), precision: p) },
      "-9.000000000000000000000000 + 1.000000000000000000000000*i"
    ),
    (
      "lerchPhi(-1, 3, q(1, 2))", { p in ComplexBall.lerchPhi(-1, 3, q(1, 2), precision: p) },
      "7.751569170074955043869079"
    ),
    (
      "lerchPhi(1, 3, q(1, 2))", { p in ComplexBall.lerchPhi(1, 3, q(1, 2), precision: p) },
      "8.414398322117159997798167"
    ),
    (
      "lerchPhi(q(-9, 10), c(0.5, 2), q(3, 2))",
      { p in ComplexBall.lerchPhi(q(-9, 10), c(0.5, 2), q(3, 2), precision: p) },
      "0.5466439853431864828781029 - 0.2367994252608352370667546*i"
    ),
    (
      "lerchPhi(q(1, 2), 2, q(-5, 2))", { p in ComplexBall.lerchPhi(q(1, 2), 2, q(-5, 2), precision: p) },
      "1.916865409794840944864032"
    ),
    (
      "dirichletEta(q(1, 3))", { p in ComplexBall.dirichletEta(q(1, 3), precision: p) },
      "0.5717528338252776649364757"
    ),
    ("dirichletEta(1)", { p in ComplexBall.dirichletEta(1, precision: p) }, "0.6931471805599453094172321"),
    (
      "riemannXi(c(2, 1))", { p in ComplexBall.riemannXi(c(2, 1), precision: p) },
      "0.5105336038812257380861918 + 0.03537259058277924396405671*i"
    ),
    (
      "erfInverse(q(1, 3))", { p in ComplexBall.erfInverse(q(1, 3), precision: p) },
      "0.3045701941739856251972907"
    ),
    (
      "erfcInverse(q(1, 3))", { p in ComplexBall.erfcInverse(q(1, 3), precision: p) },
      "0.6840703496566226389090980"
    ),
    (
      "dawson(c(2, 1))", { p in ComplexBall.dawson(c(2, 1), precision: p) },
      "0.1635394094345355614904345 - 0.1531245755371229803585918*i"
    ),
    ("dawson(20)", { p in ComplexBall.dawson(20, precision: p) }, "0.02503136792640367194699495"),
    (
      "E1(c(2, 1))", { p in ComplexBall.E1(c(2, 1), precision: p) },
      "0.009388161310484466717319354 - 0.04446299414138538559043818*i"
    ),
    ("Li(10)", { p in ComplexBall.Li(10, precision: p) }, "5.120435724669805152678393"),
    (
      "hankel1(q(1, 3), c(2, 1))", { p in ComplexBall.hankel1(q(1, 3), c(2, 1), precision: p) },
      "0.1750862843075704641680693 + 0.08168318067983468551872668*i"
    ),
    (
      "hankel2(1, q(5, 2))", { p in ComplexBall.hankel2(1, q(5, 2), precision: p) },
      "0.4970941024642740380108163 - 0.1459181379667857988787599*i"
    ),
    (
      "sphericalBesselJ(2, c(2, 1))", { p in ComplexBall.sphericalBesselJ(2, c(2, 1), precision: p) },
      "0.2189073103637197082585056 + 0.1588157429770753945987587*i"
    ),
    (
      "sphericalBesselJ(q(1, 3), q(5, 2))",
      { p in ComplexBall.sphericalBesselJ(q(1, 3), q(5, 2), precision: p) },
      "0.3585054033003600457680251"
    ),
    (
      "sphericalBesselJ(0, -2)", { p in ComplexBall.sphericalBesselJ(0, -2, precision: p) },
      "0.4546487134128408476980099"
    ),
    (
      "sphericalBesselY(2, c(2, 1))", { p in ComplexBall.sphericalBesselY(2, c(2, 1), precision: p) },
      "-0.4280211908154788622566522 + 0.4323102012449139514521131*i"
    ),
    (
      "sphericalBesselY(q(1, 3), q(5, 2))",
      { p in ComplexBall.sphericalBesselY(q(1, 3), q(5, 2), precision: p) },
      "0.1909642634214182857589682"
    ),
    (
      "sphericalBesselY(0, -2)", { p in ComplexBall.sphericalBesselY(0, -2, precision: p) },
      "-0.2080734182735711934987841"
    ),
    (
      "sphericalBesselY(1, -2)", { p in ComplexBall.sphericalBesselY(1, -2, precision: p) },
      "-0.3506120042760552509486179"
    ),
    (
      "ellipticF(q(1, 3), q(1, 2))", { p in ComplexBall.ellipticF(q(1, 3), q(1, 2), precision: p) },
      "0.3364274985375729979860302"
    ),
    (
      "ellipticF(4, q(1, 2))", { p in ComplexBall.ellipticF(4, q(1, 2), precision: p) },
      "4.619520616257107161899099"
    ),
    (
      "ellipticE(q(1, 3), q(1, 2))", { p in ComplexBall.ellipticE(q(1, 3), q(1, 2), precision: p) },
      "0.3302899047032693115662829"
    ),
    (
      "ellipticE(c(1, 0.5), q(-1, 2))", { p in ComplexBall.ellipticE(c(1, 0.5), q(-1, 2), precision: p) },
      "1.038531311021331049245009 + 0.5865056151582418214042867*i"
    ),
    (
      "ellipticPi(q(1, 3), q(1, 2))", { p in ComplexBall.ellipticPi(q(1, 3), q(1, 2), precision: p) },
      "2.310794990754281815442315"
    ),
    (
      "ellipticPi(q(1, 3), q(3, 4), q(1, 2))",
      { p in ComplexBall.ellipticPi(q(1, 3), q(3, 4), q(1, 2), precision: p) },
      "0.8357404885209382926069357"
    ),
    (
      "legendreP(3, 1, q(1, 3))", { p in ComplexBall.legendreP(3, 1, q(1, 3), precision: p) },
      "0.6285393610547089105785283"
    ),
    (
      "legendreP(q(5, 2), 2, q(-1, 3))", { p in ComplexBall.legendreP(q(5, 2), 2, q(-1, 3), precision: p) },
      "-0.01486356591597929234954302"
    ),
    (
      "laguerreL(q(5, 2), q(1, 2), q(1, 3))",
      { p in ComplexBall.laguerreL(q(5, 2), q(1, 2), q(1, 3), precision: p) },
      "1.016778234964037217475235"
    ),
    (
      "gegenbauerC(q(5, 2), q(1, 2), q(1, 3))",
      { p in ComplexBall.gegenbauerC(q(5, 2), q(1, 2), q(1, 3), precision: p) },
      "-0.4565882894569310246492165"
    ),
    (
      "jacobiP(q(5, 2), q(1, 2), q(1, 4), q(1, 3))",
      { p in ComplexBall.jacobiP(q(5, 2), q(1, 2), q(1, 4), q(1, 3), precision: p) },
      "-0.5180866419044063741318057"
    ),
    (
      "harmonic(q(1, 3))", { p in ComplexBall.harmonic(q(1, 3), precision: p) }, "0.4451818848807265376100930"
    ),
    (
      "fallingFactorial(q(7, 2), q(1, 3))",
      { p in ComplexBall.fallingFactorial(q(7, 2), q(1, 3), precision: p) },
      "1.566341314668701989034936"
    ),
    ("catalan(q(1, 3))", { p in ComplexBall.catalan(q(1, 3), precision: p) }, "0.8490700205447395506745058"),
    (
      "trigamma(c(1, 2))", { p in ComplexBall.trigamma(c(1, 2), precision: p) },
      "0.1249311621409445827147678 - 0.4778255501472297480987255*i"
    ),
    ("log2(3)", { p in ComplexBall.log2(3, precision: p) }, "1.584962500721156181453739"),
    (
      "log10(c(2, 1))", { p in ComplexBall.log10(c(2, 1), precision: p) },
      "0.3494850021680094023931306 + 0.2013595981366865710389502*i"
    ),
    (
      "cbrt(-2)", { p in ComplexBall.cbrt(-2, precision: p) },
      "0.6299605249474365823836053 + 1.091123635971721403560073*i"
    ),
    (
      "root(c(2, 1), q(5, 2))", { p in ComplexBall.root(c(2, 1), q(5, 2), precision: p) },
      "1.356069653781815373916831 + 0.2544190103116232834819952*i"
    ),
    (
      "expMinusOne(q(1, 3))", { p in ComplexBall.expMinusOne(q(1, 3), precision: p) },
      "0.3956124250860895286281253"
    ),
    (
      "sign(c(3, -4))", { p in ComplexBall.sign(c(3, -4), precision: p) },
      "0.6000000000000000000000000 - 0.8000000000000000000000000*i"
    ),
    ("abs(c(1, -2))", { p in ComplexBall.abs(c(1, -2), precision: p) }, "2.236067977499789696409174"),
    ("arg(-1)", { p in ComplexBall.arg(-1, precision: p) }, "3.141592653589793238462643"),
    ("arg(c(-1, -1))", { p in ComplexBall.arg(c(-1, -1), precision: p) }, "-2.356194490192344928846983"),
    (
      "doubleFactorial(7)", { p in ComplexBall.doubleFactorial(7, precision: p) },
      "105.0000000000000000000000"
    ),
    (
      "doubleFactorial(-5)", { p in ComplexBall.doubleFactorial(-5, precision: p) },
      "0.3333333333333333333333333"
    ),
    ("bernoulli(20)", { p in ComplexBall.bernoulli(20, precision: p) }, "-529.1242424242424242424242"),
    (
      "bernoulli(5, q(1, 3))", { p in ComplexBall.bernoulli(5, q(1, 3), precision: p) },
      "-0.02057613168724279835390947"
    ),
    ("euler(10)", { p in ComplexBall.euler(10, precision: p) }, "-50521.00000000000000000000"),
    ("fibonacci(-60)", { p in ComplexBall.fibonacci(-60, precision: p) }, "-1548008755920.000000000000"),
    ("lucas(101)", { p in ComplexBall.lucas(101, precision: p) }, "1281597540372340914251.000"),
    ("bell(30)", { p in ComplexBall.bell(30, precision: p) }, "846749014511809332450147.0"),
  ]
}
