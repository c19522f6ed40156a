import ApusNumbers
import Testing

// References: mpmath 1.3.0 at 70 digits, rounded to 25.

@Suite struct SpecialFunctionReferenceTests {
  @Test("functions of one argument agree with mpmath to 25 digits", arguments: references.indices)
  func agrees(index: Int) {
    let (label, value, expected) = Self.references[index]
    #expect(value(160).digits(25) == expected, "\(label)")
  }

  static let references: [Reference] = [
    ("gamma(q(1, 3))", { p in ComplexBall.gamma(q(1, 3), precision: p) }, "2.678938534707747633655693"),
    (
      "reciprocalGamma(q(1, 3))", { p in ComplexBall.reciprocalGamma(q(1, 3), precision: p) },
      "0.3732821739073952283263503"
    ),
    (
      "logGamma(q(1, 3))", { p in ComplexBall.logGamma(q(1, 3), precision: p) }, "0.9854206469277670691871740"
    ),
    ("digamma(q(1, 3))", { p in ComplexBall.digamma(q(1, 3), precision: p) }, "-3.132033780020806322996419"),
    ("zeta(q(1, 3))", { p in ComplexBall.zeta(q(1, 3), precision: p) }, "-0.9733602483507827154688869"),
    ("erf(q(1, 3))", { p in ComplexBall.erf(q(1, 3), precision: p) }, "0.3626481117660629334081786"),
    ("erfc(q(1, 3))", { p in ComplexBall.erfc(q(1, 3), precision: p) }, "0.6373518882339370665918214"),
    ("erfi(q(1, 3))", { p in ComplexBall.erfi(q(1, 3), precision: p) }, "0.3905339043933965739486162"),
    ("Si(q(1, 3))", { p in ComplexBall.Si(q(1, 3), precision: p) }, "0.3312825659301884225135047"),
    ("Shi(q(1, 3))", { p in ComplexBall.Shi(q(1, 3), precision: p) }, "0.3353978181887154629033148"),
    ("Ei(q(1, 3))", { p in ComplexBall.Ei(q(1, 3), precision: p) }, "-0.1580921089711557103135773"),
    ("Ci(q(1, 3))", { p in ComplexBall.Ci(q(1, 3), precision: p) }, "-0.5490461177821529164924525"),
    ("Chi(q(1, 3))", { p in ComplexBall.Chi(q(1, 3), precision: p) }, "-0.4934899271598711732168921"),
    ("li(q(1, 3))", { p in ComplexBall.li(q(1, 3), precision: p) }, "-0.1864113968315671433490243"),
    (
      "fresnelS(q(1, 3))", { p in ComplexBall.fresnelS(q(1, 3), precision: p) },
      "0.01935039306462222569547986"
    ),
    (
      "fresnelC(q(1, 3))", { p in ComplexBall.fresnelC(q(1, 3), precision: p) }, "0.3323193728996362034310192"
    ),
    ("airyAi(q(1, 3))", { p in ComplexBall.airyAi(q(1, 3), precision: p) }, "0.2706826474593452828873463"),
    ("airyBi(q(1, 3))", { p in ComplexBall.airyBi(q(1, 3), precision: p) }, "0.7686182207991153133487034"),
    (
      "airyAiPrime(q(1, 3))", { p in ComplexBall.airyAiPrime(q(1, 3), precision: p) },
      "-0.2422471199379201578577591"
    ),
    (
      "airyBiPrime(q(1, 3))", { p in ComplexBall.airyBiPrime(q(1, 3), precision: p) },
      "0.4880783349188989766362788"
    ),
    (
      "ellipticK(q(1, 3))", { p in ComplexBall.ellipticK(q(1, 3), precision: p) },
      "1.733916885257935025084922"
    ),
    (
      "ellipticE(q(1, 3))", { p in ComplexBall.ellipticE(q(1, 3), precision: p) },
      "1.430315257172219723922528"
    ),
    ("dilog(q(1, 3))", { p in ComplexBall.dilog(q(1, 3), precision: p) }, "0.3662132299770634876167463"),
    (
      "lambertW(q(1, 3))", { p in ComplexBall.lambertW(q(1, 3), precision: p) }, "0.2576276530497367042829162"
    ),
    (
      "gamma(c(2, 1))", { p in ComplexBall.gamma(c(2, 1), precision: p) },
      "0.6529654964201667278386462 + 0.3430658398165453575887360*i"
    ),
    (
      "reciprocalGamma(c(2, 1))", { p in ComplexBall.reciprocalGamma(c(2, 1), precision: p) },
      "1.200176018813603250132599 - 0.6305683777769214441039833*i"
    ),
    (
      "logGamma(c(2, 1))", { p in ComplexBall.logGamma(c(2, 1), precision: p) },
      "-0.3043496090218836841766008 + 0.4837578429299151117281292*i"
    ),
    (
      "digamma(c(2, 1))", { p in ComplexBall.digamma(c(2, 1), precision: p) },
      "0.5946503206224769772718785 + 0.5766740474685811741340508*i"
    ),
    (
      "zeta(c(2, 1))", { p in ComplexBall.zeta(c(2, 1), precision: p) },
      "1.150355703254902671742850 - 0.4375308659196078811175279*i"
    ),
    (
      "erf(c(2, 1))", { p in ComplexBall.erf(c(2, 1), precision: p) },
      "1.003606342725651750912912 - 0.01125900602881502507640092*i"
    ),
    (
      "erfc(c(2, 1))", { p in ComplexBall.erfc(c(2, 1), precision: p) },
      "-0.003606342725651750912911828 + 0.01125900602881502507640092*i"
    ),
    (
      "erfi(c(2, 1))", { p in ComplexBall.erfi(c(2, 1), precision: p) },
      "-5.049143703447034669543037 - 0.5366435657785650339917956*i"
    ),
    (
      "Si(c(2, 1))", { p in ComplexBall.Si(c(2, 1), precision: p) },
      "1.833209921504843623932654 + 0.4576917112866880056713119*i"
    ),
    (
      "Shi(c(2, 1))", { p in ComplexBall.Shi(c(2, 1), precision: p) },
      "2.039684554602206104502505 + 1.678240487829368118019983*i"
    ),
    (
      "Ei(c(2, 1))", { p in ComplexBall.Ei(c(2, 1), precision: p) },
      "4.069980947893927742287690 + 3.400943969800121621630405*i"
    ),
    (
      "Ci(c(2, 1))", { p in ComplexBall.Ci(c(2, 1), precision: p) },
      "0.5844759968782476787450152 - 0.2974951776381340209513182*i"
    ),
    (
      "Chi(c(2, 1))", { p in ComplexBall.Chi(c(2, 1), precision: p) },
      "2.030296393291721637785185 + 1.722703481970753503610421*i"
    ),
    (
      "li(c(2, 1))", { p in ComplexBall.li(c(2, 1), precision: p) },
      "1.411259042017801005684393 + 1.224706938410302713497175*i"
    ),
    (
      "fresnelS(c(2, 1))", { p in ComplexBall.fresnelS(c(2, 1), precision: p) },
      "-15.58775110440458732748279 - 36.72546488399143842838788*i"
    ),
    (
      "fresnelC(c(2, 1))", { p in ComplexBall.fresnelC(c(2, 1), precision: p) },
      "-36.22568799288165021578758 + 16.08787137412548041729489*i"
    ),
    (
      "airyAi(c(2, 1))", { p in ComplexBall.airyAi(c(2, 1), precision: p) },
      "0.001697766857265456822764849 - 0.04071801705322398123430127*i"
    ),
    (
      "airyBi(c(2, 1))", { p in ComplexBall.airyBi(c(2, 1), precision: p) },
      "0.7782303837570417088499451 + 2.505096300064102323090248*i"
    ),
    (
      "airyAiPrime(c(2, 1))", { p in ComplexBall.airyAiPrime(c(2, 1), precision: p) },
      "-0.01511027928322695793040824 + 0.06245895471360013815519459*i"
    ),
    (
      "airyBiPrime(c(2, 1))", { p in ComplexBall.airyBiPrime(c(2, 1), precision: p) },
      "-0.1102472507560585609901297 + 3.690555100255252704876414*i"
    ),
    (
      "ellipticK(c(2, 1))", { p in ComplexBall.ellipticK(c(2, 1), precision: p) },
      "1.282984588884212887638320 + 0.9093670609379803877632875*i"
    ),
    (
      "ellipticE(c(2, 1))", { p in ComplexBall.ellipticE(c(2, 1), precision: p) },
      "0.9910526013280690131897294 - 0.8187942139560900343037683*i"
    ),
    (
      "dilog(c(2, 1))", { p in ComplexBall.dilog(c(2, 1), precision: p) },
      "1.186688537000057831112800 + 2.407740769345772001713905*i"
    ),
    (
      "lambertW(c(2, 1))", { p in ComplexBall.lambertW(c(2, 1), precision: p) },
      "0.8906840692020068205590725 + 0.2207256495471595474771133*i"
    ),
    ("gamma(q(-7, 4))", { p in ComplexBall.gamma(q(-7, 4), precision: p) }, "2.762369453883358713851951"),
    (
      "reciprocalGamma(q(-7, 4))", { p in ComplexBall.reciprocalGamma(q(-7, 4), precision: p) },
      "0.3620080574646497250974285"
    ),
    (
      "logGamma(q(-7, 4))", { p in ComplexBall.logGamma(q(-7, 4), precision: p) },
      "1.016088809214435698538941 - 6.283185307179586476925287*i"
    ),
    (
      "digamma(q(-7, 4))", { p in ComplexBall.digamma(q(-7, 4), precision: p) }, "-2.322691628614360646184768"
    ),
    ("zeta(q(-7, 4))", { p in ComplexBall.zeta(q(-7, 4), precision: p) }, "-0.009901377623670547403935771"),
    ("erf(q(-7, 4))", { p in ComplexBall.erf(q(-7, 4), precision: p) }, "-0.9866716712191824437722111"),
    ("erfc(q(-7, 4))", { p in ComplexBall.erfc(q(-7, 4), precision: p) }, "1.986671671219182443772211"),
    ("erfi(q(-7, 4))", { p in ComplexBall.erfi(q(-7, 4), precision: p) }, "-8.671694929603424624528940"),
    ("Si(q(-7, 4))", { p in ComplexBall.Si(q(-7, 4), precision: p) }, "-1.478233418855844811362147"),
    ("Shi(q(-7, 4))", { p in ComplexBall.Shi(q(-7, 4), precision: p) }, "-2.076571171840798077231538"),
    ("Ei(q(-7, 4))", { p in ComplexBall.Ei(q(-7, 4), precision: p) }, "-0.06948868460463879263837412"),
    (
      "Ci(q(-7, 4))", { p in ComplexBall.Ci(q(-7, 4), precision: p) },
      "0.4625199967269357432971344 + 3.141592653589793238462643*i"
    ),
    (
      "Chi(q(-7, 4))", { p in ComplexBall.Chi(q(-7, 4), precision: p) },
      "2.007082487236159284593164 + 3.141592653589793238462643*i"
    ),
    (
      "li(q(-7, 4))", { p in ComplexBall.li(q(-7, 4), precision: p) },
      "0.05081919249210737234659256 + 3.658638824231683266187856*i"
    ),
    (
      "fresnelS(q(-7, 4))", { p in ComplexBall.fresnelS(q(-7, 4), precision: p) },
      "-0.4993846745906745515668444"
    ),
    (
      "fresnelC(q(-7, 4))", { p in ComplexBall.fresnelC(q(-7, 4), precision: p) },
      "-0.3219350461495378595883594"
    ),
    ("airyAi(q(-7, 4))", { p in ComplexBall.airyAi(q(-7, 4), precision: p) }, "0.3654832522142315669961823"),
    ("airyBi(q(-7, 4))", { p in ComplexBall.airyBi(q(-7, 4), precision: p) }, "-0.3195031386045689933559551"),
    (
      "airyAiPrime(q(-7, 4))", { p in ComplexBall.airyAiPrime(q(-7, 4), precision: p) },
      "0.4786515716673062927094622"
    ),
    (
      "airyBiPrime(q(-7, 4))", { p in ComplexBall.airyBiPrime(q(-7, 4), precision: p) },
      "0.4524946238607340831906725"
    ),
    (
      "ellipticK(q(-7, 4))", { p in ComplexBall.ellipticK(q(-7, 4), precision: p) },
      "1.200571696684677602966288"
    ),
    (
      "ellipticE(q(-7, 4))", { p in ComplexBall.ellipticE(q(-7, 4), precision: p) },
      "2.119968460428361298201893"
    ),
    ("dilog(q(-7, 4))", { p in ComplexBall.dilog(q(-7, 4), precision: p) }, "-1.295901544889110041115706"),
    (
      "lambertW(q(-7, 4))", { p in ComplexBall.lambertW(q(-7, 4), precision: p) },
      "0.07706018213804129976458329 + 1.618376132997805507040908*i"
    ),
  ]
}
