import ApusNumbers
import Testing

// References: mpmath 1.3.0 at 70 digits, rounded to 25.

@Suite struct ElementaryReferenceTests {
  @Test("elementary functions agree with mpmath to 25 digits", arguments: references.indices)
  func agrees(index: Int) {
    let (label, value, expected) = Self.references[index]
    #expect(value(160).digits(25) == expected, "\(label)")
  }

  static let references: [Reference] = [
    ("exp(q(1, 3))", { p in ComplexBall.exp(q(1, 3), precision: p) }, "1.395612425086089528628125"),
    ("log(q(1, 3))", { p in ComplexBall.log(q(1, 3), precision: p) }, "-1.098612288668109691395245"),
    ("sqrt(q(1, 3))", { p in ComplexBall.sqrt(q(1, 3), precision: p) }, "0.5773502691896257645091488"),
    ("sin(q(1, 3))", { p in ComplexBall.sin(q(1, 3), precision: p) }, "0.3271946967961522441733441"),
    ("cos(q(1, 3))", { p in ComplexBall.cos(q(1, 3), precision: p) }, "0.9449569463147376643882840"),
    ("tan(q(1, 3))", { p in ComplexBall.tan(q(1, 3), precision: p) }, "0.3462535495105754910385436"),
    ("cot(q(1, 3))", { p in ComplexBall.cot(q(1, 3), precision: p) }, "2.888057036277276859205300"),
    ("sec(q(1, 3))", { p in ComplexBall.sec(q(1, 3), precision: p) }, "1.058249271461441901459522"),
    ("csc(q(1, 3))", { p in ComplexBall.csc(q(1, 3), precision: p) }, "3.056284254579519320462516"),
    ("sinh(q(1, 3))", { p in ComplexBall.sinh(q(1, 3), precision: p) }, "0.3395405572561501391012606"),
    ("cosh(q(1, 3))", { p in ComplexBall.cosh(q(1, 3), precision: p) }, "1.056071867829939389526865"),
    ("tanh(q(1, 3))", { p in ComplexBall.tanh(q(1, 3), precision: p) }, "0.3215127375316343447194062"),
    ("coth(q(1, 3))", { p in ComplexBall.coth(q(1, 3), precision: p) }, "3.110296679619443701378375"),
    ("sech(q(1, 3))", { p in ComplexBall.sech(q(1, 3), precision: p) }, "0.9469052537634979265589523"),
    ("csch(q(1, 3))", { p in ComplexBall.csch(q(1, 3), precision: p) }, "2.945156266694814347645586"),
    ("sinc(q(1, 3))", { p in ComplexBall.sinc(q(1, 3), precision: p) }, "0.9815840903884567325200323"),
    ("asin(q(1, 3))", { p in ComplexBall.asin(q(1, 3), precision: p) }, "0.3398369094541219370963925"),
    ("acos(q(1, 3))", { p in ComplexBall.acos(q(1, 3), precision: p) }, "1.230959417340774682134929"),
    ("atan(q(1, 3))", { p in ComplexBall.atan(q(1, 3), precision: p) }, "0.3217505543966421934014046"),
    ("acot(q(1, 3))", { p in ComplexBall.acot(q(1, 3), precision: p) }, "1.249045772398254425829917"),
    ("asec(q(1, 3))", { p in ComplexBall.asec(q(1, 3), precision: p) }, "1.762747174039086050465219*i"),
    (
      "acsc(q(1, 3))", { p in ComplexBall.acsc(q(1, 3), precision: p) },
      "1.570796326794896619231322 - 1.762747174039086050465219*i"
    ),
    ("asinh(q(1, 3))", { p in ComplexBall.asinh(q(1, 3), precision: p) }, "0.3274501502372584433225353"),
    ("acosh(q(1, 3))", { p in ComplexBall.acosh(q(1, 3), precision: p) }, "1.230959417340774682134929*i"),
    ("atanh(q(1, 3))", { p in ComplexBall.atanh(q(1, 3), precision: p) }, "0.3465735902799726547086161"),
    (
      "acoth(q(1, 3))", { p in ComplexBall.acoth(q(1, 3), precision: p) },
      "0.3465735902799726547086161 - 1.570796326794896619231322*i"
    ),
    ("asech(q(1, 3))", { p in ComplexBall.asech(q(1, 3), precision: p) }, "1.762747174039086050465219"),
    ("acsch(q(1, 3))", { p in ComplexBall.acsch(q(1, 3), precision: p) }, "1.818446459232066823483699"),
    (
      "exp(c(2, 1))", { p in ComplexBall.exp(c(2, 1), precision: p) },
      "3.992324048441271426506695 + 6.217676312367968204252850*i"
    ),
    (
      "log(c(2, 1))", { p in ComplexBall.log(c(2, 1), precision: p) },
      "0.8047189562170501873003797 + 0.4636476090008061162142562*i"
    ),
    (
      "sqrt(c(2, 1))", { p in ComplexBall.sqrt(c(2, 1), precision: p) },
      "1.455346690225354808122662 + 0.3435607497225124641385657*i"
    ),
    (
      "sin(c(2, 1))", { p in ComplexBall.sin(c(2, 1), precision: p) },
      "1.403119250622040588019491 - 0.4890562590412936735864546*i"
    ),
    (
      "cos(c(2, 1))", { p in ComplexBall.cos(c(2, 1), precision: p) },
      "-0.6421481247155199648448007 - 1.068607421382778339597440*i"
    ),
    (
      "tan(c(2, 1))", { p in ComplexBall.tan(c(2, 1), precision: p) },
      "-0.2434582011857252527026104 + 1.166736257240919881810070*i"
    ),
    (
      "cot(c(2, 1))", { p in ComplexBall.cot(c(2, 1), precision: p) },
      "-0.1713836129091850144086276 - 0.8213297974938516867055447*i"
    ),
    (
      "sec(c(2, 1))", { p in ComplexBall.sec(c(2, 1), precision: p) },
      "-0.4131493442669400094619405 + 0.6875274386554789815760733*i"
    ),
    (
      "csc(c(2, 1))", { p in ComplexBall.csc(c(2, 1), precision: p) },
      "0.6354937992538999536411487 + 0.2215009308505093966371744*i"
    ),
    (
      "sinh(c(2, 1))", { p in ComplexBall.sinh(c(2, 1), precision: p) },
      "1.959601041421605897070352 + 3.165778513216168146740735*i"
    ),
    (
      "cosh(c(2, 1))", { p in ComplexBall.cosh(c(2, 1), precision: p) },
      "2.032723007019665529436343 + 3.051897799151800057512116*i"
    ),
    (
      "tanh(c(2, 1))", { p in ComplexBall.tanh(c(2, 1), precision: p) },
      "1.014793616146633568117054 + 0.03381282607989669028437056*i"
    ),
    (
      "coth(c(2, 1))", { p in ComplexBall.coth(c(2, 1), precision: p) },
      "0.9843292264581910294718882 - 0.03279775553375259406276455*i"
    ),
    (
      "sech(c(2, 1))", { p in ComplexBall.sech(c(2, 1), precision: p) },
      "0.1511762982655772271436860 - 0.2269736753937215953697283*i"
    ),
    (
      "csch(c(2, 1))", { p in ComplexBall.csch(c(2, 1), precision: p) },
      "0.1413630216124078007231204 - 0.2283750655996865934109333*i"
    ),
    (
      "sinc(c(2, 1))", { p in ComplexBall.sinc(c(2, 1), precision: p) },
      "0.4634364484405575004905054 - 0.4762463537409255870384800*i"
    ),
    (
      "asin(c(2, 1))", { p in ComplexBall.asin(c(2, 1), precision: p) },
      "1.063440023577752056189492 + 1.469351744368185273255844*i"
    ),
    (
      "acos(c(2, 1))", { p in ComplexBall.acos(c(2, 1), precision: p) },
      "0.5073563032171445630418297 - 1.469351744368185273255844*i"
    ),
    (
      "atan(c(2, 1))", { p in ComplexBall.atan(c(2, 1), precision: p) },
      "1.178097245096172464423491 + 0.1732867951399863273543080*i"
    ),
    (
      "acot(c(2, 1))", { p in ComplexBall.acot(c(2, 1), precision: p) },
      "0.3926990816987241548078304 - 0.1732867951399863273543080*i"
    ),
    (
      "asec(c(2, 1))", { p in ComplexBall.asec(c(2, 1), precision: p) },
      "1.169209935127090550947885 + 0.2156124185558296449669176*i"
    ),
    (
      "acsc(c(2, 1))", { p in ComplexBall.acsc(c(2, 1), precision: p) },
      "0.4015863916678060682834364 - 0.2156124185558296449669176*i"
    ),
    (
      "asinh(c(2, 1))", { p in ComplexBall.asinh(c(2, 1), precision: p) },
      "1.528570919480998161272456 + 0.4270785863924761254806469*i"
    ),
    (
      "acosh(c(2, 1))", { p in ComplexBall.acosh(c(2, 1), precision: p) },
      "1.469351744368185273255844 + 0.5073563032171445630418297*i"
    ),
    (
      "atanh(c(2, 1))", { p in ComplexBall.atanh(c(2, 1), precision: p) },
      "0.4023594781085250936501898 + 1.338972522294493561124194*i"
    ),
    (
      "acoth(c(2, 1))", { p in ComplexBall.acoth(c(2, 1), precision: p) },
      "0.4023594781085250936501898 - 0.2318238045004030581071281*i"
    ),
    (
      "asech(c(2, 1))", { p in ComplexBall.asech(c(2, 1), precision: p) },
      "0.2156124185558296449669176 - 1.169209935127090550947885*i"
    ),
    (
      "acsch(c(2, 1))", { p in ComplexBall.acsch(c(2, 1), precision: p) },
      "0.3965682301123289789165343 - 0.1863180541078155258221702*i"
    ),
    (
      "exp(c(-1.5, 0.25))", { p in ComplexBall.exp(c(-1.5, 0.25), precision: p) },
      "0.2161935838260991493951906 + 0.05520328504981730935417872*i"
    ),
    (
      "log(c(-1.5, 0.25))", { p in ComplexBall.log(c(-1.5, 0.25), precision: p) },
      "0.4191645952022216033495836 + 2.976443976175166400183515*i"
    ),
    (
      "sqrt(c(-1.5, 0.25))", { p in ComplexBall.sqrt(c(-1.5, 0.25), precision: p) },
      "0.1017119279498597505813010 + 1.228961071916957612599655*i"
    ),
    (
      "sin(c(-1.5, 0.25))", { p in ComplexBall.sin(c(-1.5, 0.25), precision: p) },
      "-1.028829396247621100152586 + 0.01786908839780505909568510*i"
    ),
    (
      "cos(c(-1.5, 0.25))", { p in ComplexBall.cos(c(-1.5, 0.25), precision: p) },
      "0.07295927644889197184886032 + 0.2519795195705830002668724*i"
    ),
    (
      "tan(c(-1.5, 0.25))", { p in ComplexBall.tan(c(-1.5, 0.25), precision: p) },
      "-1.025332061229339242671161 + 3.786108936814773869692257*i"
    ),
    (
      "cot(c(-1.5, 0.25))", { p in ComplexBall.cot(c(-1.5, 0.25), precision: p) },
      "-0.06664090373459376077091399 - 0.2460761061976814252425717*i"
    ),
    (
      "sec(c(-1.5, 0.25))", { p in ComplexBall.sec(c(-1.5, 0.25), precision: p) },
      "1.060196726681139012058722 - 3.661602401259494156515991*i"
    ),
    (
      "csc(c(-1.5, 0.25))", { p in ComplexBall.csc(c(-1.5, 0.25), precision: p) },
      "-0.9716853293485057963596411 - 0.01687658916853088539746414*i"
    ),
    (
      "sinh(c(-1.5, 0.25))", { p in ComplexBall.sinh(c(-1.5, 0.25), precision: p) },
      "-2.063085313334641744160345 + 0.5819954525995883232945908*i"
    ),
    (
      "cosh(c(-1.5, 0.25))", { p in ComplexBall.cosh(c(-1.5, 0.25), precision: p) },
      "2.279278897160740893555535 - 0.5267921675497710139404120*i"
    ),
    (
      "tanh(c(-1.5, 0.25))", { p in ComplexBall.tanh(c(-1.5, 0.25), precision: p) },
      "-0.9152719132613140242514556 + 0.04380217692516718034098196*i"
    ),
    (
      "coth(c(-1.5, 0.25))", { p in ComplexBall.coth(c(-1.5, 0.25), precision: p) },
      "-1.090074900818605027321748 - 0.05216772521425383848774960*i"
    ),
    (
      "sech(c(-1.5, 0.25))", { p in ComplexBall.sech(c(-1.5, 0.25), precision: p) },
      "0.4164875229880357267240189 + 0.09625955176683653426409634*i"
    ),
    (
      "csch(c(-1.5, 0.25))", { p in ComplexBall.csch(c(-1.5, 0.25), precision: p) },
      "-0.4489809534675499552433030 - 0.1266573279994827879727071*i"
    ),
    (
      "sinc(c(-1.5, 0.25))", { p in ComplexBall.sinc(c(-1.5, 0.25), precision: p) },
      "0.6692805909063277470282382 + 0.09963403955251791844091630*i"
    ),
    (
      "asin(c(-1.5, 0.25))", { p in ComplexBall.asin(c(-1.5, 0.25), precision: p) },
      "-1.354625610546358462348504 + 0.9937304660372428096855516*i"
    ),
    (
      "acos(c(-1.5, 0.25))", { p in ComplexBall.acos(c(-1.5, 0.25), precision: p) },
      "2.925421937341255081579825 - 0.9937304660372428096855516*i"
    ),
    (
      "atan(c(-1.5, 0.25))", { p in ComplexBall.atan(c(-1.5, 0.25), precision: p) },
      "-0.9916033841961419630655565 + 0.07605284360074787284003482*i"
    ),
    (
      "acot(c(-1.5, 0.25))", { p in ComplexBall.acot(c(-1.5, 0.25), precision: p) },
      "-0.5791929425987546561657652 - 0.07605284360074787284003482*i"
    ),
    (
      "asec(c(-1.5, 0.25))", { p in ComplexBall.asec(c(-1.5, 0.25), precision: p) },
      "2.268279967364483268711278 + 0.1405848945385802260507298*i"
    ),
    (
      "acsc(c(-1.5, 0.25))", { p in ComplexBall.acsc(c(-1.5, 0.25), precision: p) },
      "-0.6974836405695866494799562 - 0.1405848945385802260507298*i"
    ),
    (
      "asinh(c(-1.5, 0.25))", { p in ComplexBall.asinh(c(-1.5, 0.25), precision: p) },
      "-1.202745551643967926171786 + 0.1381951711332638251209487*i"
    ),
    (
      "acosh(c(-1.5, 0.25))", { p in ComplexBall.acosh(c(-1.5, 0.25), precision: p) },
      "0.9937304660372428096855516 + 2.925421937341255081579825*i"
    ),
    (
      "atanh(c(-1.5, 0.25))", { p in ComplexBall.atanh(c(-1.5, 0.25), precision: p) },
      "-0.7514206511017897690708597 + 1.388806848540074574813417*i"
    ),
    (
      "acoth(c(-1.5, 0.25))", { p in ComplexBall.acoth(c(-1.5, 0.25), precision: p) },
      "-0.7514206511017897690708597 - 0.1819894782548220444179051*i"
    ),
    (
      "asech(c(-1.5, 0.25))", { p in ComplexBall.asech(c(-1.5, 0.25), precision: p) },
      "0.1405848945385802260507298 - 2.268279967364483268711278*i"
    ),
    (
      "acsch(c(-1.5, 0.25))", { p in ComplexBall.acsch(c(-1.5, 0.25), precision: p) },
      "-0.6123362423543514404185558 - 0.09071195721193802884365005*i"
    ),
    ("exp(q(-7, 4))", { p in ComplexBall.exp(q(-7, 4), precision: p) }, "0.1737739434504451266807173"),
    (
      "log(q(-7, 4))", { p in ComplexBall.log(q(-7, 4), precision: p) },
      "0.5596157879354226862708885 + 3.141592653589793238462643*i"
    ),
    ("sqrt(q(-7, 4))", { p in ComplexBall.sqrt(q(-7, 4), precision: p) }, "1.322875655532295295250808*i"),
    ("sin(q(-7, 4))", { p in ComplexBall.sin(q(-7, 4), precision: p) }, "-0.9839859468739368987316629"),
    ("cos(q(-7, 4))", { p in ComplexBall.cos(q(-7, 4), precision: p) }, "-0.1782460556494920903826769"),
    ("tan(q(-7, 4))", { p in ComplexBall.tan(q(-7, 4), precision: p) }, "5.520379922509330168089936"),
    ("cot(q(-7, 4))", { p in ComplexBall.cot(q(-7, 4), precision: p) }, "0.1811469525715980952003992"),
    ("sec(q(-7, 4))", { p in ComplexBall.sec(q(-7, 4), precision: p) }, "-5.610222320803705738955333"),
    ("csc(q(-7, 4))", { p in ComplexBall.csc(q(-7, 4), precision: p) }, "-1.016274676662749877138827"),
    ("sinh(q(-7, 4))", { p in ComplexBall.sinh(q(-7, 4), precision: p) }, "-2.790414366277642655092891"),
    ("cosh(q(-7, 4))", { p in ComplexBall.cosh(q(-7, 4), precision: p) }, "2.964188309728087781773608"),
    ("tanh(q(-7, 4))", { p in ComplexBall.tanh(q(-7, 4), precision: p) }, "-0.9413755384972873622694209"),
    ("coth(q(-7, 4))", { p in ComplexBall.coth(q(-7, 4), precision: p) }, "-1.062275318515599572390279"),
    ("sech(q(-7, 4))", { p in ComplexBall.sech(q(-7, 4), precision: p) }, "0.3373604830429050701188830"),
    ("csch(q(-7, 4))", { p in ComplexBall.csch(q(-7, 4), precision: p) }, "-0.3583697145789785118026485"),
    ("sinc(q(-7, 4))", { p in ComplexBall.sinc(q(-7, 4), precision: p) }, "0.5622776839279639421323788"),
    (
      "asin(q(-7, 4))", { p in ComplexBall.asin(q(-7, 4), precision: p) },
      "-1.570796326794896619231322 + 1.158810360429946811730873*i"
    ),
    (
      "acos(q(-7, 4))", { p in ComplexBall.acos(q(-7, 4), precision: p) },
      "3.141592653589793238462643 - 1.158810360429946811730873*i"
    ),
    ("atan(q(-7, 4))", { p in ComplexBall.atan(q(-7, 4), precision: p) }, "-1.051650212548373667459867"),
    ("acot(q(-7, 4))", { p in ComplexBall.acot(q(-7, 4), precision: p) }, "-0.5191461142465229517714544"),
    ("asec(q(-7, 4))", { p in ComplexBall.asec(q(-7, 4), precision: p) }, "2.179041905705106237311189"),
    ("acsc(q(-7, 4))", { p in ComplexBall.acsc(q(-7, 4), precision: p) }, "-0.6082455789102096180798675"),
    ("asinh(q(-7, 4))", { p in ComplexBall.asinh(q(-7, 4), precision: p) }, "-1.325897766901137464802542"),
    (
      "acosh(q(-7, 4))", { p in ComplexBall.acosh(q(-7, 4), precision: p) },
      "1.158810360429946811730873 + 3.141592653589793238462643*i"
    ),
    (
      "atanh(q(-7, 4))", { p in ComplexBall.atanh(q(-7, 4), precision: p) },
      "-0.6496414920651304263333492 + 1.570796326794896619231322*i"
    ),
    ("acoth(q(-7, 4))", { p in ComplexBall.acoth(q(-7, 4), precision: p) }, "-0.6496414920651304263333492"),
    ("asech(q(-7, 4))", { p in ComplexBall.asech(q(-7, 4), precision: p) }, "2.179041905705106237311189*i"),
    ("acsch(q(-7, 4))", { p in ComplexBall.acsch(q(-7, 4), precision: p) }, "-0.5441712343655167261298340"),
    (
      "pow(c(2, 1), c(-0.5, 3))", { p in ComplexBall.pow(c(2, 1), c(-0.5, 3), precision: p) },
      "-0.09554021118314426226698410 + 0.1362507424772196966725711*i"
    ),
    (
      "pow(-2, q(1, 3))", { p in ComplexBall.pow(-2, q(1, 3), precision: p) },
      "0.6299605249474365823836053 + 1.091123635971721403560073*i"
    ),
    (
      "pow(c(0, -2), q(1, 2))", { p in ComplexBall.pow(c(0, -2), q(1, 2), precision: p) },
      "1.000000000000000000000000 - 1.000000000000000000000000*i"
    ),
  ]
}
