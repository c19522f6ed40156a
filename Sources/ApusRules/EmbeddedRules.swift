// swift-format-ignore-file
// Written by Scripts/embed-rules.sh from the files of Rules/: change those.

/// The rule files, as they stand in `Rules/`.
package enum EmbeddedRules {
  /// The name of each file without its ending, and its text; sorted by name.
  package static let files: [(name: String, text: String)] = [
    ("absolute", #"""
# Absolute values, signs, parts of complex numbers and conjugates.
#
# Construction takes real factors out of abs, sign, re, im, arg and conjugate, and undoes a double conjugate.

set absolute

abs-of-nonnegative:       abs(x) -> x                          where x >= 0               from definition of the absolute value
abs-of-nonpositive:       abs(x) -> -x                         where x <= 0               from definition of the absolute value
abs-of-abs:               abs(abs(x)) -> abs(x)                                           from derived: abs-of-nonnegative
abs-of-product-with-real: abs(x*y) -> x*abs(y)                 where x >= 0               from DLMF 1.9(i)
product-of-abs:           abs(x)*abs(y) -> abs(x*y)                                       from DLMF 1.9(i)
quotient-of-abs:          abs(x)/abs(y) -> abs(x/y)                                       from DLMF 1.9(i)
square-of-abs-real:       abs(x)^2 -> x^2                      where x: real              from definition of the absolute value
product-with-conjugate:   x*conjugate(x) -> abs(x)^2                                      from DLMF 1.9(i)
abs-of-conjugate:         abs(conjugate(x)) -> abs(x)                                     from DLMF 1.9(i)
abs-of-sign:              abs(sign(x)) -> 1                    where x != 0               from definition of sign
abs-of-imaginary-multiple: abs(i*x) -> abs(x)                                             from DLMF 1.9(i)
squares-of-parts:         re(x)^2 + im(x)^2 -> abs(x)^2                                   from DLMF 1.9(i)
abs-of-square:            abs(x^2) -> abs(x)^2                                            from derived: product-of-abs
abs-of-integer-power:     abs(x^n) -> abs(x)^n                 where n: integer           from derived: product-of-abs
abs-of-real-power:        abs(x^a) -> abs(x)^a                 where a: real              from DLMF 4.2(iv)
abs-of-root:              abs(sqrt(x)) -> sqrt(abs(x))                                    from derived: abs-of-real-power
abs-of-reciprocal:        abs(1/x) -> 1/abs(x)                                            from derived: quotient-of-abs
number-over-abs:          x/abs(x) -> sign(x)                                             from definition of sign
sign-times-abs:           sign(x)*abs(x) -> x                                             from definition of sign
abs-over-number:          abs(x)/x -> 1/sign(x)                                           from derived: number-over-abs
sign-of-positive:         sign(x) -> 1                         where x > 0                from definition of sign
sign-of-negative:         sign(x) -> -1                        where x < 0                from definition of sign
sign-of-sign:             sign(sign(x)) -> sign(x)                                        from definition of sign
sign-of-abs:              sign(abs(x)) -> 1                    where x != 0               from derived: sign-of-positive
sign-of-product:          sign(x*y) -> sign(y)                 where x > 0                from derived: product-of-abs
product-of-signs:         sign(x)*sign(y) -> sign(x*y)                                    from derived: product-of-abs
square-of-sign:           sign(x)^2 -> 1                       where x: real, x != 0      from definition of sign

real-part-of-real:        re(x) -> x                           where x: real              from definition of the real part
imaginary-part-of-real:   im(x) -> 0                           where x: real              from definition of the imaginary part
conjugate-of-real:        conjugate(x) -> x                    where x: real              from definition of the conjugate
real-part-of-real-part:   re(re(x)) -> re(x)                                              from derived: real-part-of-real
real-part-of-imaginary-part: re(im(x)) -> im(x)                                           from derived: real-part-of-real
imaginary-part-of-real-part: im(re(x)) -> 0                                               from derived: imaginary-part-of-real
imaginary-part-of-imaginary-part: im(im(x)) -> 0                                          from derived: imaginary-part-of-real
real-part-of-conjugate:   re(conjugate(x)) -> re(x)                                       from definition of the conjugate
imaginary-part-of-conjugate: im(conjugate(x)) -> -im(x)                                   from definition of the conjugate
real-part-of-imaginary-multiple: re(i*x) -> -im(x)                                        from definition of the real part
imaginary-part-of-imaginary-multiple: im(i*x) -> re(x)                                    from definition of the imaginary part
real-part-of-abs:         re(abs(x)) -> abs(x)                                            from derived: real-part-of-real
imaginary-part-of-abs:    im(abs(x)) -> 0                                                 from derived: imaginary-part-of-real
conjugate-of-abs:         conjugate(abs(x)) -> abs(x)                                     from derived: conjugate-of-real
real-part-with-real-summand: re(x + y) -> x + re(y)            where x: real              from definition of the real part
imaginary-part-with-real-summand: im(x + y) -> im(y)           where x: real              from definition of the imaginary part
real-part-with-real-factor: re(x*y) -> x*re(y)                 where x: real              from definition of the real part
imaginary-part-with-real-factor: im(x*y) -> x*im(y)            where x: real              from definition of the imaginary part
parts-together:           re(x) + i*im(x) -> x                                            from DLMF 1.9(i)
parts-of-conjugate-together: re(x) - i*im(x) -> conjugate(x)                              from DLMF 1.9(i)
number-plus-conjugate:    x + conjugate(x) -> 2*re(x)                                     from DLMF 1.9(i)
number-minus-conjugate:   x - conjugate(x) -> 2*i*im(x)                                   from DLMF 1.9(i)
argument-of-positive:     arg(x) -> 0                          where x > 0                from DLMF 1.9(i)
argument-of-negative:     arg(x) -> pi                         where x < 0                from DLMF 1.9(i)
argument-of-exponential:  arg(exp(x)) -> im(x)                 where -pi < im(x) <= pi    from DLMF 4.2(iii)
polar-form:               abs(x)*exp(i*arg(x)) -> x                                       from DLMF 1.9(i)

set expand

abs-of-product:           abs(x*y) -> abs(x)*abs(y)                                       from DLMF 1.9(i)
abs-of-quotient:          abs(x/y) -> abs(x)/abs(y)                                       from DLMF 1.9(i)
real-part-of-sum:         re(x + y) -> re(x) + re(y)                                      from definition of the real part
imaginary-part-of-sum:    im(x + y) -> im(x) + im(y)                                      from definition of the imaginary part
real-part-of-product:     re(x*y) -> re(x)*re(y) - im(x)*im(y)                            from DLMF 1.9(i)
imaginary-part-of-product: im(x*y) -> re(x)*im(y) + im(x)*re(y)                           from DLMF 1.9(i)
conjugate-of-sum:         conjugate(x + y) -> conjugate(x) + conjugate(y)                 from DLMF 1.9(i)
conjugate-of-product:     conjugate(x*y) -> conjugate(x)*conjugate(y)                     from DLMF 1.9(i)
conjugate-of-exponential: conjugate(exp(x)) -> exp(conjugate(x))                          from DLMF 4.2(iii)
conjugate-of-sine:        conjugate(sin(x)) -> sin(conjugate(x))                          from reflection principle
conjugate-of-cosine:      conjugate(cos(x)) -> cos(conjugate(x))                          from reflection principle

# Refuted:
# abs(x)^2 -> x^2: at x = i the left side is 1 and the right side -1.
# re(x*y) -> re(x)*re(y): at x = y = i the left side is -1 and the right side 0.
# abs(x^a) -> abs(x)^a: at x = -1, a = i the left side is exp(-pi) and the right side 1.
# abs(x + y) -> abs(x) + abs(y): at x = 1, y = -1 the left side is 0 and the right side 2.

"""#),
    ("algebra", #"""
# Sums, products and quotients. Construction collects equal terms with numeric coefficients and equal bases with numeric
# exponents, and distributes a number over a sum; what is here needs symbolic coefficients.

set simplify

share-denominator:        x/z + y/z -> (x + y)/z                                          from distributive law
cancel-whole-sum:         (x*z + y*z)/z -> x + y                                          from distributive law
part-and-rest:            x/(x + y) + y/(x + y) -> 1                                      from derived: share-denominator
negated-difference-quotient: (x - y)/(y - x) -> -1                                        from ordered field
difference-of-squares-quotient: (x^2 - y^2)/(x - y) -> x + y                              from difference of two squares
difference-of-squares-quotient-sum: (x^2 - y^2)/(x + y) -> x - y                          from difference of two squares
zero-from-expansion:      x*(y + z) - x*y - x*z -> 0                                      from distributive law
opposite-differences:     (x - y) * (y - x) -> -(x - y)^2                                 from ring axioms

set expand

distribute:               x*(y + z) -> x*y + x*z                                          from distributive law
square-of-sum:            (x + y)^2 -> x^2 + 2*x*y + y^2                                  from binomial theorem
cube-of-sum:              (x + y)^3 -> x^3 + 3*x^2*y + 3*x*y^2 + y^3                      from binomial theorem
power-of-sum:             (x + y)^n -> x*(x + y)^(n - 1) + y*(x + y)^(n - 1)  where n: literal-integer, n >= 2  from distributive law
divide-sum:               (x + y)/z -> x/z + y/z                                          from distributive law

set factor

common-factor:            x*y? + x*z? -> x*(y + z)                                        from distributive law
common-factor-of-powers:  y?*x^a + z?*x^b -> x^b*(y*x^(a - b) + z)  where a: literal-integer, b: literal-integer, a > b, b > 0  from distributive law
difference-of-squares:    x^2 - y^2 -> (x + y)*(x - y)                                    from difference of two squares
difference-of-cubes:      x^3 - y^3 -> (x - y)*(x^2 + x*y + y^2)                          from difference of two cubes
sum-of-cubes:             x^3 + y^3 -> (x + y)*(x^2 - x*y + y^2)                          from sum of two cubes
difference-from-square:   x^2 - 1 -> (x + 1)*(x - 1)                                      from derived: difference-of-squares
perfect-square:           x^2 + 2*x*y + y^2 -> (x + y)^2                                  from binomial theorem
perfect-square-minus:     x^2 - 2*x*y + y^2 -> (x - y)^2                                  from binomial theorem
perfect-square-of-successor: x^2 + 2*x + 1 -> (x + 1)^2                                   from binomial theorem
perfect-square-of-predecessor: x^2 - 2*x + 1 -> (x - 1)^2                                 from binomial theorem
perfect-cube:             x^3 + 3*x^2*y + 3*x*y^2 + y^3 -> (x + y)^3                      from binomial theorem
difference-of-fourth-degree: x^4 - y^4 -> (x - y)*(x + y)*(x^2 + y^2)                     from derived: difference-of-squares
sophie-germain:           x^4 + 4*y^4 -> (x^2 + 2*x*y + 2*y^2)*(x^2 - 2*x*y + 2*y^2)      from Sophie Germain's identity
grouping:                 x*z + x*w + y*z + y*w -> (x + y)*(z + w)                        from distributive law

set fractions

add-fractions:            x/y + z/w -> (x*w + z*y)/(y*w)                                  from field axioms
add-to-fraction:          x/y + z -> (x + y*z)/y                                          from field axioms
reciprocal-sum:           1/x + 1/y -> (x + y)/(x*y)                                      from derived: add-fractions

set horner

horner-quadratic:         a*x^2 + b*x + c -> (a*x + b)*x + c                              from Horner's scheme
horner-cubic:             a*x^3 + b*x^2 + c*x + d -> ((a*x + b)*x + c)*x + d              from Horner's scheme
horner-step:              a?*x^n + b?*x^m -> x^m*(a*x^(n - m) + b)  where m: literal-integer, n: literal-integer, n > m, m > 0  from Horner's scheme

# Refuted:
# x/y -> x*z/(y*z) needs z != 0: at z = 0 the right side has no value; it is the inverse of a cancellation.
# x*(y/x) -> y is done by construction and holds wherever the left side has a value.
# (x + y)^2 -> x^2 + y^2: at x = y = 1 the left side is 4 and the right side 2.

"""#),
    ("comparison", #"""
# Relations. An order relation has a value between reals only.

set comparison

reflexive-equality:       x = x -> true                                                   from reflexivity
irreflexive-inequality:   x != x -> false                                                 from reflexivity
irreflexive-less:         x < x -> false                                                  from irreflexivity of a strict order
irreflexive-greater:      x > x -> false                                                  from irreflexivity of a strict order
reflexive-less-equal:     x <= x -> true                                                  from reflexivity of an order
reflexive-greater-equal:  x >= x -> true                                                  from reflexivity of an order
not-equal:                not (x = y) -> x != y                                           from definition of inequality
not-unequal:              not (x != y) -> x = y                                           from definition of inequality
not-less:                 not (x < y) -> x >= y                                           from total order
not-less-equal:           not (x <= y) -> x > y                                           from total order
not-greater:              not (x > y) -> x <= y                                           from total order
not-greater-equal:        not (x >= y) -> x < y                                           from total order
asymmetric-order:         x < y and y < x -> false                                        from asymmetry of a strict order
asymmetric-mixed-order:   x < y and x > y -> false                                        from asymmetry of a strict order
antisymmetric-order:      x <= y and y <= x -> x = y                                      from antisymmetry of an order
antisymmetric-mixed-order: x <= y and x >= y -> x = y                                     from antisymmetry of an order
less-or-equal:            x < y or x = y -> x <= y                                        from definition of an order
greater-or-equal:         x > y or x = y -> x >= y                                        from definition of an order
less-or-greater:          x < y or x > y -> x != y                                        from total order
less-and-equal:           x < y and x = y -> false                                        from irreflexivity of a strict order
less-equal-and-unequal:   x <= y and x != y -> x < y                                      from definition of an order
equal-and-unequal:        x = y and x != y -> false                                       from law of noncontradiction
equal-or-unequal:         x = y or x != y -> true                                         from law of excluded middle
less-or-not-less:         x < y or x >= y -> true                                         from total order
less-and-not-less:        x < y and x >= y -> false                                       from total order
greater-or-not-greater:   x > y or x <= y -> true                                         from total order
greater-and-not-greater:  x > y and x <= y -> false                                       from total order
square-is-not-negative:   x^2 < 0 -> false                     where x: real              from ordered field
square-is-nonnegative:    x^2 >= 0 -> true                     where x: real              from ordered field
abs-is-not-negative:      abs(x) < 0 -> false                                             from definition of the absolute value
abs-is-nonnegative:       abs(x) >= 0 -> true                                             from definition of the absolute value
abs-is-nonpositive:       abs(x) <= 0 -> x = 0                                            from definition of the absolute value
abs-is-zero:              abs(x) = 0 -> x = 0                                             from definition of the absolute value
abs-is-positive:          abs(x) > 0 -> x != 0                                            from definition of the absolute value
exponential-is-positive:  exp(x) > 0 -> true                   where x: real              from DLMF 4.2(iii)
exponential-is-not-zero:  exp(x) = 0 -> false                                             from DLMF 4.2(iii)
square-is-zero:           x^2 = 0 -> x = 0                                                from field without zero divisors
product-is-zero:          x*y = 0 -> x = 0 or y = 0                                       from field without zero divisors
difference-is-zero:       x - y = 0 -> x = y                                              from definition of subtraction
difference-is-negative:   x - y < 0 -> x < y                   where x: real, y: real     from ordered field
difference-is-positive:   x - y > 0 -> x > y                   where x: real, y: real     from ordered field
cancel-equal-summands:    x + z = y + z -> x = y                                          from cancellation law
cancel-less-summands:     x + z < y + z -> x < y               where x: real, y: real     from ordered field
cancel-positive-factor:   x*z < y*z -> x < y                   where z > 0, x: real, y: real  from ordered field
cancel-negative-factor:   x*z < y*z -> x > y                   where z < 0, x: real, y: real  from ordered field

# Refuted:
# x^2 >= 0 -> true: at x = i the left side is false.
# x*z < y*z -> x < y: at x = 1, y = 2, z = -1 the left side is false and the right side true.
# x*z = y*z -> x = y: at x = 1, y = 2, z = 0 the left side is true and the right side false.

"""#),
    ("exponential", #"""
# Exponentials and logarithms, principal branches.
#
# Construction already gives exp(log(x)) -> x, exp(x)^n for integers n, and exp of multiples of i*pi/2.

set exponential

product-of-exponentials:  exp(x)*exp(y) -> exp(x + y)                                     from DLMF 4.8.16
quotient-of-exponentials: exp(x)/exp(y) -> exp(x - y)                                     from derived: product-of-exponentials
logarithm-of-exponential: log(exp(x)) -> x                     where -pi < im(x) <= pi    from Fungrim 987e3c
logarithm-of-real-exponential: log(exp(x)) -> x                where x: real              from DLMF 4.8.9
logarithm-of-power:       log(x^a) -> a*log(x)                 where x > 0, a: real       from DLMF 4.8.13
logarithm-of-root:        log(sqrt(x)) -> log(x)/2                                        from derived: logarithm-of-narrow-power
logarithm-of-narrow-power: log(x^a) -> a*log(x)                where -1 < a <= 1          from DLMF 4.8.6
logarithm-of-even-power:  log(x^n) -> n*log(abs(x))            where x: real, n: even     from derived: logarithm-of-power, even-power-of-abs
logarithm-of-reciprocal:  log(1/x) -> -log(x)                  where x > 0                from DLMF 4.8.7
logarithm-of-reciprocal-plane: log(1/x) -> -log(x)             where re(x) > 0            from DLMF 4.8.7
logarithm-of-negative:    log(-x) -> log(x) + i*pi             where x > 0                from DLMF 4.8.2
sum-of-logarithms:        log(x) + log(y) -> log(x*y)          where x > 0                from DLMF 4.8.2
difference-of-logarithms: log(x) - log(y) -> log(x/y)          where y > 0                from DLMF 4.8.4
multiple-of-logarithm:    exp(a*log(x) + b) -> x^a * exp(b)                               from DLMF 4.2(iv)
exponential-of-sum-of-logarithm: exp(log(x) + y) -> x*exp(y)                              from DLMF 4.8.10
exponential-of-difference: exp(y - log(x)) -> exp(y)/x                                    from derived: exponential-of-sum-of-logarithm
exponential-of-shift:     exp(x + i*pi) -> -exp(x)                                        from DLMF 4.2(iii)
logarithm-of-abs-exponential: log(abs(exp(x))) -> re(x)                                   from DLMF 4.2(iii)
abs-of-exponential:       abs(exp(x)) -> exp(re(x))                                       from DLMF 4.2(iii)
euler-plus:               cos(x) + i*sin(x) -> exp(i*x)                                   from DLMF 4.14.3
euler-minus:              cos(x) - i*sin(x) -> exp(-i*x)                                  from DLMF 4.14.3

set expand

split-logarithm:          log(x*y) -> log(x) + log(y)          where x > 0                from DLMF 4.8.2
split-logarithm-of-quotient: log(x/y) -> log(x) - log(y)       where y > 0                from DLMF 4.8.4
logarithm-polar:          log(x) -> log(abs(x)) + i*arg(x)                                from DLMF 4.2.3

# Refuted:
# log(exp(x)) -> x: at x = 2*pi*i the left side is 0.
# log(x*y) -> log(x) + log(y): at x = y = -1 the left side is 0 and the right side 2*pi*i.
# log(x^2) -> 2*log(x): at x = -1 the left side is 0 and the right side 2*pi*i.
# log(1/x) -> -log(x): at x = -1 the left side is pi*i and the right side -pi*i.
# exp(x)^a -> exp(a*x): at x = 2*pi*i, a = 1/2 the left side is 1 and the right side -1.

"""#),
    ("hyperbolic", #"""
# Hyperbolic functions and their inverses.

set hyperbolic

hyperbolic-pythagoras:    a?*cosh(x)^2 - a?*sinh(x)^2 -> a                                from DLMF 4.35.11
hyperbolic-pythagoras-negated: sinh(x)^2 - cosh(x)^2 -> -1                                from DLMF 4.35.11
one-plus-sinh-squared:    1 + sinh(x)^2 -> cosh(x)^2                                      from DLMF 4.35.11
cosh-squared-minus-one:   cosh(x)^2 - 1 -> sinh(x)^2                                      from DLMF 4.35.11
one-minus-cosh-squared:   1 - cosh(x)^2 -> -sinh(x)^2                                     from derived: cosh-squared-minus-one
scaled-sinh-squared:      a + a*sinh(x)^2 -> a*cosh(x)^2                                  from derived: one-plus-sinh-squared
scaled-cosh-squared:      a*cosh(x)^2 - a -> a*sinh(x)^2                                  from derived: cosh-squared-minus-one
one-minus-tanh-squared:   1 - tanh(x)^2 -> sech(x)^2                                      from DLMF 4.35.12
tanh-squared-minus-one:   tanh(x)^2 - 1 -> -sech(x)^2                                     from derived: one-minus-tanh-squared
one-minus-sech-squared:   1 - sech(x)^2 -> tanh(x)^2                                      from DLMF 4.35.12
coth-squared-minus-one:   coth(x)^2 - 1 -> csch(x)^2                                      from DLMF 4.35.13
one-minus-coth-squared:   1 - coth(x)^2 -> -csch(x)^2                                     from derived: coth-squared-minus-one
one-plus-csch-squared:    1 + csch(x)^2 -> coth(x)^2                                      from DLMF 4.35.13
tanh-plus-sech:           tanh(x)^2 + sech(x)^2 -> 1                                      from DLMF 4.35.12
coth-less-csch:           coth(x)^2 - csch(x)^2 -> 1                                      from DLMF 4.35.13
sinh-over-cosh:           sinh(x)/cosh(x) -> tanh(x)                                      from DLMF 4.28.4
cosh-over-sinh:           cosh(x)/sinh(x) -> coth(x)                                      from DLMF 4.28.7
reciprocal-of-sinh:       1/sinh(x) -> csch(x)                                            from DLMF 4.28.5
reciprocal-of-cosh:       1/cosh(x) -> sech(x)                                            from DLMF 4.28.6
reciprocal-of-tanh:       1/tanh(x) -> coth(x)                                            from DLMF 4.28.7
reciprocal-of-coth:       1/coth(x) -> tanh(x)                                            from derived: reciprocal-of-tanh
reciprocal-of-sech:       1/sech(x) -> cosh(x)                                            from derived: reciprocal-of-cosh
reciprocal-of-csch:       1/csch(x) -> sinh(x)                                            from derived: reciprocal-of-sinh
tanh-times-cosh:          tanh(x)*cosh(x) -> sinh(x)                                      from DLMF 4.28.4
coth-times-sinh:          coth(x)*sinh(x) -> cosh(x)                                      from DLMF 4.28.7
tanh-times-coth:          tanh(x)*coth(x) -> 1                                            from DLMF 4.28.7
sinh-times-csch:          sinh(x)*csch(x) -> 1                                            from DLMF 4.28.5
cosh-times-sech:          cosh(x)*sech(x) -> 1                                            from DLMF 4.28.6
sinh-times-sech:          sinh(x)*sech(x) -> tanh(x)                                      from derived: sinh-over-cosh, reciprocal-of-cosh
sinh-of-double:           2*sinh(x)*cosh(x) <-> sinh(2*x)                                 from DLMF 4.35.26
half-sinh-of-double:      sinh(x)*cosh(x) -> sinh(2*x)/2                                  from derived: sinh-of-double
cosh-of-double:           a?*cosh(x)^2 + a?*sinh(x)^2 -> a*cosh(2*x)                      from DLMF 4.35.27
one-plus-twice-sinh-squared: 1 + 2*sinh(x)^2 -> cosh(2*x)                                 from DLMF 4.35.27
twice-cosh-squared-minus-one: 2*cosh(x)^2 - 1 -> cosh(2*x)                                from DLMF 4.35.27
tanh-of-double:           2*tanh(x)/(1 + tanh(x)^2) -> tanh(2*x)                          from DLMF 4.35.28
tanh-half:                sinh(x)/(1 + cosh(x)) -> tanh(x/2)                              from DLMF 4.35.22
tanh-half-cosh:           (cosh(x) - 1)/sinh(x) -> tanh(x/2)                              from DLMF 4.35.22
root-of-one-plus-cosh:    sqrt(a? + a?*cosh(x)) -> sqrt(2*a)*cosh(x/2)  where x: real, a >= 0           from DLMF 4.35.21
root-of-cosh-minus-one:   sqrt(a?*cosh(x) - a?) -> sqrt(2*a)*abs(sinh(x/2))  where x: real, a >= 0      from DLMF 4.35.20
cosh-plus-sinh:           cosh(x) + sinh(x) -> exp(x)                                     from DLMF 4.28.3
cosh-minus-sinh:          cosh(x) - sinh(x) -> exp(-x)                                    from DLMF 4.28.3
sinh-minus-cosh:          sinh(x) - cosh(x) -> -exp(-x)                                   from derived: cosh-minus-sinh
sinh-of-sum-folded:       sinh(x)*cosh(y) + cosh(x)*sinh(y) <-> sinh(x + y)               from DLMF 4.35.1
sinh-of-difference-folded: sinh(x)*cosh(y) - cosh(x)*sinh(y) <-> sinh(x - y)              from DLMF 4.35.1
cosh-of-sum-folded:       cosh(x)*cosh(y) + sinh(x)*sinh(y) <-> cosh(x + y)               from DLMF 4.35.2
cosh-of-difference-folded: cosh(x)*cosh(y) - sinh(x)*sinh(y) <-> cosh(x - y)              from DLMF 4.35.2
triple-sinh:              3*sinh(x) + 4*sinh(x)^3 <-> sinh(3*x)                           from DLMF 4.35.29
triple-cosh:              4*cosh(x)^3 - 3*cosh(x) <-> cosh(3*x)                           from DLMF 4.35.30
difference-of-exponentials: exp(x) - exp(-x) -> 2*sinh(x)                                 from DLMF 4.28.1
sum-of-exponentials:      exp(x) + exp(-x) -> 2*cosh(x)                                   from DLMF 4.28.2
quotient-of-exponential-sums: (exp(x) - exp(-x))/(exp(x) + exp(-x)) -> tanh(x)            from DLMF 4.28.4
sinh-of-imaginary:        sinh(i*x) -> i*sin(x)                                           from DLMF 4.28.8
cosh-of-imaginary:        cosh(i*x) -> cos(x)                                             from DLMF 4.28.9
tanh-of-imaginary:        tanh(i*x) -> i*tan(x)                                           from DLMF 4.28.10
sine-of-imaginary:        sin(i*x) -> i*sinh(x)                                           from DLMF 4.28.8
cosine-of-imaginary:      cos(i*x) -> cosh(x)                                             from DLMF 4.28.9
tangent-of-imaginary:     tan(i*x) -> i*tanh(x)                                           from DLMF 4.28.10
cotangent-of-imaginary:   cot(i*x) -> -i*coth(x)                                          from DLMF 4.28.13
secant-of-imaginary:      sec(i*x) -> sech(x)                                             from DLMF 4.28.12
cosecant-of-imaginary:    csc(i*x) -> -i*csch(x)                                          from DLMF 4.28.11
sinh-of-asinh-companion:  cosh(asinh(x)) -> sqrt(1 + x^2)                                 from DLMF 4.35.11
sinh-of-arcosh:           sinh(acosh(x)) -> sqrt(x - 1)*sqrt(x + 1)                       from DLMF 4.35.11
tanh-of-asinh:            tanh(asinh(x)) -> x/sqrt(1 + x^2)                               from derived: sinh-of-asinh-companion
cosh-of-atanh:            cosh(atanh(x)) -> 1/sqrt(1 - x^2)                               from derived: one-minus-tanh-squared
sinh-of-atanh:            sinh(atanh(x)) -> x/sqrt(1 - x^2)                               from derived: cosh-of-atanh
exponential-of-asinh:     exp(asinh(x)) -> x + sqrt(1 + x^2)                              from DLMF 4.37.16
exponential-of-acosh:     exp(acosh(x)) -> x + sqrt(x - 1)*sqrt(x + 1)                    from DLMF 4.37(iv)
exponential-of-atanh:     exp(2*atanh(x)) -> (1 + x)/(1 - x)                              from DLMF 4.37.24
asinh-of-sinh:            asinh(sinh(x)) -> x                  where x: real              from DLMF 4.37(ii)
acosh-of-cosh:            acosh(cosh(x)) -> x                  where x >= 0               from DLMF 4.37(ii)
acosh-of-cosh-real:       acosh(cosh(x)) -> abs(x)             where x: real              from derived: acosh-of-cosh
atanh-of-tanh:            atanh(tanh(x)) -> x                  where x: real              from DLMF 4.37(ii)
arsinh-of-reciprocal:     asinh(1/x) -> acsch(x)                                          from DLMF 4.37.7
arcosh-of-reciprocal:     acosh(1/x) -> asech(x)                                          from DLMF 4.37.8
artanh-of-reciprocal:     atanh(1/x) -> acoth(x)                                          from DLMF 4.37.9
asinh-of-imaginary:       asinh(i*x) -> i*asin(x)                                         from DLMF 4.37.16, 4.23.19
atanh-of-imaginary:       atanh(i*x) -> i*atan(x)                                         from DLMF 4.37.24, 4.23.26
arcsine-of-imaginary:     asin(i*x) -> i*asinh(x)                                         from DLMF 4.37.16, 4.23.19
arctangent-of-imaginary:  atan(i*x) -> i*atanh(x)                                         from DLMF 4.37.24, 4.23.26

set expand

sinh-of-sum:              sinh(x + y) -> sinh(x)*cosh(y) + cosh(x)*sinh(y)                from DLMF 4.35.1
cosh-of-sum:              cosh(x + y) -> cosh(x)*cosh(y) + sinh(x)*sinh(y)                from DLMF 4.35.2
tanh-of-sum:              tanh(x + y) -> (tanh(x) + tanh(y))/(1 + tanh(x)*tanh(y))        from DLMF 4.35.3
sinh-of-double-expanded:  sinh(2*x) -> 2*sinh(x)*cosh(x)                                  from DLMF 4.35.26
cosh-of-double-expanded:  cosh(2*x) -> 2*cosh(x)^2 - 1                                    from DLMF 4.35.27
sinh-of-triple:           sinh(3*x) -> 3*sinh(x) + 4*sinh(x)^3                            from DLMF 4.35.29
cosh-of-triple:           cosh(3*x) -> 4*cosh(x)^3 - 3*cosh(x)                            from DLMF 4.35.30

set hyperbolic-exponentials

sinh-as-exponentials:     sinh(x) -> (exp(x) - exp(-x))/2                                 from DLMF 4.28.1
cosh-as-exponentials:     cosh(x) -> (exp(x) + exp(-x))/2                                 from DLMF 4.28.2
tanh-as-exponentials:     tanh(x) -> (exp(x) - exp(-x))/(exp(x) + exp(-x))                from DLMF 4.28.4

# Refuted:
# asinh(sinh(x)) -> x: at x = 3*i the left side is i*(pi - 3).
# sinh(acosh(x)) -> sqrt(x^2 - 1): at x = -2 the left side is -sqrt(3) and the right side sqrt(3).
# cosh(x)^2 + sinh(x)^2 -> 1: at x = 1 the left side is cosh(2).

"""#),
    ("logic", #"""
# Truth values. Construction already flattens `and` and `or`, drops repetitions and neutral elements, and undoes `not not`.

set logic

contradiction:            p and not p -> false                                            from law of noncontradiction
excluded-middle:          p or not p -> true                                              from law of excluded middle
absorb-or:                p and (p or q) -> p                                             from absorption law
absorb-and:               p or (p and q) -> p                                             from absorption law
absorb-negated-and:       p or (not p and q) -> p or q                                    from derived: excluded-middle
absorb-negated-or:        p and (not p or q) -> p and q                                   from derived: contradiction
join-negations-and:       not p and not q -> not (p or q)                                 from De Morgan's laws
join-negations-or:        not p or not q -> not (p and q)                                 from De Morgan's laws
common-conjunct:          (p and q) or (p and r) -> p and (q or r)                        from distributive law
common-disjunct:          (p or q) and (p or r) -> p or (q and r)                         from distributive law
resolve-cases:            (p and q) or (p and not q) -> p                                 from derived: common-conjunct, excluded-middle
resolve-clauses:          (p or q) and (p or not q) -> p                                  from derived: common-disjunct, contradiction
xor-with-itself:          xor(p, p) -> false                                              from definition of exclusive or
xor-with-negation:        xor(p, not p) -> true                                           from definition of exclusive or
xor-of-negation-first:    xor(not p, p) -> true                                           from definition of exclusive or
xor-with-false:           xor(p, false) -> p                                              from definition of exclusive or
xor-with-false-first:     xor(false, p) -> p                                              from definition of exclusive or
xor-with-true:            xor(p, true) -> not p                                           from definition of exclusive or
xor-with-true-first:      xor(true, p) -> not p                                           from definition of exclusive or
xor-of-negations:         xor(not p, not q) -> xor(p, q)                                  from definition of exclusive or
xor-as-cases:             (p and not q) or (not p and q) -> xor(p, q)                     from definition of exclusive or
implication-from-true:    implies(true, p) -> p                                           from definition of implication
implication-from-false:   implies(false, p) -> true                                       from definition of implication
implication-to-true:      implies(p, true) -> true                                        from definition of implication
implication-to-false:     implies(p, false) -> not p                                      from definition of implication
implication-of-itself:    implies(p, p) -> true                                           from definition of implication
implication-of-negation:  implies(p, not p) -> not p                                      from definition of implication
implication-from-negation: implies(not p, p) -> p                                         from definition of implication
modus-ponens:             p and implies(p, q) -> p and q                                  from modus ponens
contraposition:           implies(not p, not q) -> implies(q, p)                          from law of contraposition
equivalence-with-itself:  equivalent(p, p) -> true                                        from definition of equivalence
equivalence-with-negation: equivalent(p, not p) -> false                                  from definition of equivalence
equivalence-with-true:    equivalent(p, true) -> p                                        from definition of equivalence
equivalence-with-false:   equivalent(p, false) -> not p                                   from definition of equivalence
two-implications:         implies(p, q) and implies(q, p) -> equivalent(p, q)             from definition of equivalence
negated-case:             piecewise(not p, a, b) -> piecewise(p, b, a)                    from definition of piecewise
repeated-case:            piecewise(p, a, p, b, c) -> piecewise(p, a, c)                  from definition of piecewise
impossible-case:          piecewise(p, a, not p, b, c) -> piecewise(p, a, b)              from definition of piecewise
equal-cases:              piecewise(p, a, q, a, b) -> piecewise(p or q, a, b)             from definition of piecewise
nested-case:              piecewise(p, piecewise(p, a, b), c) -> piecewise(p, a, c)       from definition of piecewise
nested-other-case:        piecewise(p, a, piecewise(p, b, c)) -> piecewise(p, a, c)       from definition of piecewise

set normal-form

push-negation-into-and:   not (p and q) -> not p or not q                                 from De Morgan's laws
push-negation-into-or:    not (p or q) -> not p and not q                                 from De Morgan's laws
implication-as-or:        implies(p, q) -> not p or q                                     from definition of implication
distribute-and:           p and (q or r) -> (p and q) or (p and r)                        from distributive law

# Refuted:
# p or (p and q) -> q: at p = true, q = false the left side is true.
# implies(p, q) -> implies(q, p): at p = true, q = false the left side is false and the right side true.

"""#),
    ("powers", #"""
# Powers and roots, principal branches, every variable complex unless a condition says otherwise.
#
# Construction already collects x^2*x^3 and sqrt(x)*sqrt(x), raises products and powers to integers, and merges (x^a)^b for
# -1 < a <= 1 and x^a*x for numbers a; only what needs a condition or symbolic exponents is here.

set powers

combine-exponents:        x^a * x^b -> x^(a + b)               unless x = 0               from DLMF 4.8.14
combine-exponent-with-base: x * x^a -> x^(a + 1)               unless x = 0               from derived: combine-exponents
divide-by-base:           x^a / x -> x^(a - 1)                 unless x = 0               from derived: combine-exponents
divide-powers:            x^a / x^b -> x^(a - b)               unless x = 0               from derived: combine-exponents
power-of-power:           (x^a)^b -> x^(a*b)                   where x > 0, a: real       from DLMF 4.2(iv)
integer-power-of-power:   (x^a)^n -> x^(a*n)                   where n: integer  unless x = 0  from derived: combine-exponents
power-of-exponential:     exp(x)^a -> exp(a*x)                 where -pi < im(x) <= pi    from DLMF 4.8.17
power-of-real-exponential: exp(x)^a -> exp(a*x)                where x: real              from derived: power-of-exponential
join-bases:               x^a * y^a -> (x*y)^a                 where x >= 0               from DLMF 4.8.15
join-integer-powers:      x^n * y^n -> (x*y)^n                 where n: integer           from DLMF 4.8.15
join-quotient-bases:      x^a / y^a -> (x/y)^a                 where y > 0                from derived: join-bases
zeroth-power-of-quotient: (x/y)^a * (y/x)^a -> 1               where x > 0, y > 0         from derived: join-bases
join-square-roots:        sqrt(x)*sqrt(y) -> sqrt(x*y)         where x >= 0               from DLMF 4.8.15
join-roots-of-quotient:   sqrt(x)/sqrt(y) -> sqrt(x/y)         where y > 0                from derived: join-square-roots
join-opposed-roots:       sqrt(a? + b?*x)*sqrt(c? + d?*x) -> sqrt((a + b*x)*(c + d*x))
                          where a: number, b: number, c: number, d: number, b*d < 0, d*(d*a - b*c) >= 0  from DLMF 4.2(iv)
root-of-square:           sqrt(x^2) -> x                       where x >= 0               from Fungrim 3cc884
root-of-real-square:      sqrt(x^2) -> abs(x)                  where x: real              from Fungrim 3cc884
root-of-square-right:     sqrt(x^2) -> x                       where re(x) > 0            from definition of the principal square root
root-of-square-left:      sqrt(x^2) -> -x                      where re(x) < 0            from derived: root-of-square-right
root-of-even-power:       sqrt(x^(2*n)) -> x^n                 where x > 0, n: real       from derived: power-of-power
root-of-reciprocal:       sqrt(1/x) -> 1/sqrt(x)               where x > 0                from derived: power-of-power
root-of-reciprocal-plane: (1/x)^a -> x^(-a)                    where re(x) > 0            from derived: logarithm-of-reciprocal-plane
root-of-negative:         sqrt(-x) -> i*sqrt(x)                where x > 0                from derived: split-square-root
reciprocal-of-root-difference: 1/(sqrt(x) - sqrt(y)) -> (sqrt(x) + sqrt(y))/(x - y)  where x != y  from difference of two squares
power-with-logarithm-exponent: x^(a/log(x)) -> exp(a)          unless x = 1               from DLMF 4.2(iv)
power-as-exponential:     exp(a*log(x)) -> x^a                                            from DLMF 4.2(iv)
even-power-of-abs:        abs(x)^n -> x^n                      where x: real, n: even     from definition of the absolute value
power-of-minus-one-even:  (-1)^n -> 1                          where n: even              from definition of even
power-of-minus-one-odd:   (-1)^n -> -1                         where n: odd               from definition of odd
even-power-of-negative:   (-x)^n -> x^n                        where n: even              from derived: integer-power-of-product, power-of-minus-one-even
odd-power-of-negative:    (-x)^n -> -x^n                       where n: odd               from derived: integer-power-of-product, power-of-minus-one-odd
integer-power-of-product: (x*y)^n -> x^n * y^n                 where n: integer           from DLMF 4.8.15
zero-to-positive-power:   0^a -> 0                             where re(a) > 0            from DLMF 4.2(iv)

set expand

split-exponent-sum:       x^(a + b) -> x^a * x^b               where x != 0               from DLMF 4.8.14
split-bases:              (x*y)^a -> x^a * y^a                 where x >= 0               from DLMF 4.8.15
split-square-root:        sqrt(x*y) -> sqrt(x)*sqrt(y)         where x >= 0               from DLMF 4.8.15
split-root-of-quotient:   sqrt(x/y) -> sqrt(x)/sqrt(y)         where y > 0                from derived: split-square-root
split-exponential:        exp(a + b) -> exp(a)*exp(b)                                     from DLMF 4.8.16

# Refuted: RuleCheck finds the counterexample when the condition is missing.
# (x^a)^b -> x^(a*b): (x^2)^(1/2) at x = -1 is 1, and x^(2*1/2) is -1.
# x^a * y^a -> (x*y)^a: at x = y = -1, a = 1/2 the left side is -1 and the right side 1.
# (x*y)^a -> x^a * y^a: at x = y = -1, a = 1/2 the left side is 1 and the right side -1.
# sqrt(x^2) -> x: at x = -1 the left side is 1 and the right side -1.
# sqrt(x^2) -> abs(x): at x = i the left side is i and the right side 1.
# 0^x -> 0: at x = 0 the left side is 1 by convention, and at x = -1 it has no value.
# x^a -> (x^(a/2))^2 is true; (x^2)^(a/2) -> x^a is not: at x = -1, a = 1 the left side is 1 and the right side -1.

"""#),
    ("rounding", #"""
# Rounding, remainders, extrema.

set rounding

floor-of-integer:         floor(x) -> x                        where x: integer           from Graham, Knuth, Patashnik (3.2)
ceiling-of-integer:       ceiling(x) -> x                      where x: integer           from Graham, Knuth, Patashnik (3.2)
round-of-integer:         round(x) -> x                        where x: integer           from definition of rounding
truncate-of-integer:      truncate(x) -> x                     where x: integer           from definition of truncation
fraction-of-integer:      frac(x) -> 0                         where x: integer           from definition of the fractional part
floor-of-floor:           floor(floor(x)) -> floor(x)                                     from derived: floor-of-integer
ceiling-of-floor:         ceiling(floor(x)) -> floor(x)                                   from derived: ceiling-of-integer
floor-of-ceiling:         floor(ceiling(x)) -> ceiling(x)                                 from derived: floor-of-integer
ceiling-of-ceiling:       ceiling(ceiling(x)) -> ceiling(x)                               from derived: ceiling-of-integer
floor-of-round:           floor(round(x)) -> round(x)                                     from derived: floor-of-integer
floor-of-shift:           floor(x + n) -> floor(x) + n         where n: integer           from Graham, Knuth, Patashnik (3.6)
ceiling-of-shift:         ceiling(x + n) -> ceiling(x) + n     where n: integer           from derived: floor-of-shift
fraction-of-shift:        frac(x + n) -> frac(x)               where n: integer, x: real, x >= 0, n >= 0  from derived: floor-of-shift
floor-of-negative:        floor(-x) -> -ceiling(x)             where x: nonnumber         from Graham, Knuth, Patashnik (3.4)
ceiling-of-negative:      ceiling(-x) -> -floor(x)             where x: nonnumber         from Graham, Knuth, Patashnik (3.4)
number-less-floor:        x - floor(x) -> frac(x)              where x >= 0               from Graham, Knuth, Patashnik (3.8)
floor-plus-fraction:      floor(x) + frac(x) -> x              where x >= 0               from Graham, Knuth, Patashnik (3.8)
remainder-of-itself:      mod(x, x) -> 0                       where x != 0               from Graham, Knuth, Patashnik (3.21)
remainder-by-one:         mod(n, 1) -> 0                       where n: integer           from Graham, Knuth, Patashnik (3.21)
remainder-of-remainder:   mod(mod(x, y), y) -> mod(x, y)       where x: real, y > 0       from Graham, Knuth, Patashnik (3.21)
remainder-of-shift:       mod(x + y, y) -> mod(x, y)           where x: real, y > 0       from Graham, Knuth, Patashnik (3.21)

set extrema

maximum-absorbs-minimum:  max(x, min(x, y)) -> x                                          from absorption law
minimum-absorbs-maximum:  min(x, max(x, y)) -> x                                          from absorption law
maximum-plus-minimum:     max(x, y) + min(x, y) -> x + y                                  from definition of maximum and minimum
maximum-times-minimum:    max(x, y)*min(x, y) -> x*y                                      from definition of maximum and minimum
maximum-less-minimum:     max(x, y) - min(x, y) -> abs(x - y)                             from definition of maximum and minimum
maximum-with-negative:    max(x, -x) -> abs(x)                                            from definition of the absolute value
minimum-with-negative:    min(x, -x) -> -abs(x)                                           from definition of the absolute value
maximum-known:            max(x, y) -> x                       where x >= y               from definition of maximum and minimum
minimum-known:            min(x, y) -> x                       where x <= y               from definition of maximum and minimum
maximum-of-shifts:        max(x + z, y + z) -> max(x, y) + z   where x: real, y: real     from ordered field
minimum-of-shifts:        min(x + z, y + z) -> min(x, y) + z   where x: real, y: real     from ordered field
maximum-of-abs-and-number: max(x, abs(x)) -> abs(x)            where x: real              from definition of the absolute value

# Refuted:
# floor(2*x) -> 2*floor(x): at x = 1/2 the left side is 1 and the right side 0.
# floor(-x) -> -floor(x): at x = 1/2 the left side is -1 and the right side 0.

"""#),
    ("special", #"""
# Factorials, gamma and error functions, and other special functions.

set special

gamma-recurrence:         x*gamma(x) -> gamma(x + 1)                                      from DLMF 5.5.1
gamma-quotient:           gamma(x + 1)/gamma(x) -> x                                      from DLMF 5.5.1
gamma-quotient-down:      gamma(x)/gamma(x - 1) -> x - 1                                  from DLMF 5.5.1
gamma-reciprocal-quotient: gamma(x)/gamma(x + 1) -> 1/x                                   from DLMF 5.5.1
gamma-reflection:         gamma(x)*gamma(1 - x) -> pi/sin(pi*x)                           from DLMF 5.5.3
gamma-as-factorial:       gamma(n + 1) -> factorial(n)         where n: integer, n >= 0   from DLMF 5.4.1
factorial-quotient:       factorial(x)/factorial(x - 1) -> x                              from DLMF 5.5.1
factorial-quotient-up:    factorial(x + 1)/factorial(x) -> x + 1                          from DLMF 5.5.1
factorial-recurrence:     (x + 1)*factorial(x) -> factorial(x + 1)                        from DLMF 5.5.1
factorial-recurrence-down: x*factorial(x - 1) -> factorial(x)                             from DLMF 5.5.1
beta-of-gammas:           gamma(x)*gamma(y)/gamma(x + y) -> beta(x, y)                    from DLMF 5.12.1
digamma-difference:       digamma(x + 1) - digamma(x) -> 1/x                              from DLMF 5.5.2
digamma-recurrence:       digamma(x) + 1/x -> digamma(x + 1)                              from DLMF 5.5.2
digamma-reflection:       digamma(1 - x) - digamma(x) -> pi*cot(pi*x)                     from DLMF 5.5.4
exponential-of-loggamma:  exp(loggamma(x)) -> gamma(x)                                    from definition of loggamma
binomial-of-zero:         binomial(x, 0) -> 1                                             from DLMF 1.2.6
binomial-of-one:          binomial(x, 1) -> x                                             from DLMF 1.2.6
binomial-of-itself:       binomial(n, n) -> 1                  where n: integer, n >= 0   from DLMF 1.2.1
binomial-symmetry:        binomial(n, n - k) -> binomial(n, k) where n: integer, k: integer, n >= 0  from DLMF 1.2.1
pascal:                   binomial(n, k) + binomial(n, k + 1) -> binomial(n + 1, k + 1)  where n: integer, k: integer, n >= 0, k >= 0  from DLMF 1.2.7
erf-plus-erfc:            erf(x) + erfc(x) -> 1                                           from DLMF 7.2.2
one-minus-erf:            1 - erf(x) -> erfc(x)                                           from DLMF 7.2.2
one-minus-erfc:           1 - erfc(x) -> erf(x)                                           from DLMF 7.2.2
erfc-of-negative:         erfc(-x) -> 2 - erfc(x)              where x: nonnumber         from DLMF 7.4.2
erf-of-imaginary:         erf(i*x) -> i*erfi(x)                                           from definition of erfi
erfi-of-imaginary:        erfi(i*x) -> i*erf(x)                                           from definition of erfi
lambert-inverse:          lambertw(x)*exp(lambertw(x)) -> x                               from DLMF 4.13.1
lambert-of-product:       lambertw(x*exp(x)) -> x              where x: real, x >= -1     from DLMF 4.13.1
exponential-of-lambert:   exp(lambertw(x)) -> x/lambertw(x)    unless x = 0                from DLMF 4.13.1
bessel-half:              besselj(1/2, x) -> sqrt(2/pi)*sin(x)/sqrt(x)  unless x = 0    from DLMF 10.16.1
bessel-minus-half:        besselj(-1/2, x) -> sqrt(2/pi)*cos(x)/sqrt(x)                   from DLMF 10.16.1
bessel-recurrence:        besselj(v - 1, x) + besselj(v + 1, x) -> 2*v*besselj(v, x)/x  where x != 0  from DLMF 10.6.1
modified-bessel-recurrence: besseli(v - 1, x) - besseli(v + 1, x) -> 2*v*besseli(v, x)/x  where x != 0  from DLMF 10.29.1
bessel-of-integer-order:  besselj(-n, x) -> (-1)^n*besselj(n, x)  where n: integer        from DLMF 10.4.1
modified-bessel-of-integer-order: besseli(-n, x) -> besseli(n, x)  where n: integer       from DLMF 10.27.1
second-modified-bessel-order: besselk(-v, x) -> besselk(v, x)                             from DLMF 10.27.3
zeta-functional:          2^x*pi^(x - 1)*sin(pi*x/2)*gamma(1 - x)*zeta(1 - x) -> zeta(x)  from DLMF 25.4.2
eta-from-zeta:            (1 - 2^(1 - x))*zeta(x) -> dirichletEta(x)                      from DLMF 25.2.3
hypergeometric-logarithm: hyp2f1(1, 1, 2, x) -> -log(1 - x)/x  unless x = 0             from DLMF 15.4.1
hypergeometric-binomial:  hyp2f1(a, b, b, x) -> (1 - x)^(-a)    unless x = 1               from DLMF 15.4.6
kummer-exponential:       hyp1f1(a, a, x) -> exp(x)                                       from DLMF 13.6.1
greatest-divisor-of-itself: gcd(n, n) -> abs(n)                where n: integer           from definition of the greatest common divisor
least-multiple-of-itself: lcm(n, n) -> abs(n)                  where n: integer           from definition of the least common multiple
divisor-times-multiple:   gcd(m, n)*lcm(m, n) -> abs(m*n)      where m: integer, n: integer  from definition of the least common multiple

set expand

gamma-of-successor:       gamma(x + 1) -> x*gamma(x)           unless x = 0               from DLMF 5.5.1
gamma-duplication:        gamma(2*x) -> 2^(2*x - 1)*gamma(x)*gamma(x + 1/2)/sqrt(pi)      from DLMF 5.5.5
factorial-of-successor:   factorial(x + 1) -> (x + 1)*factorial(x)  unless x + 1 = 0      from DLMF 5.5.1
binomial-as-factorials:   binomial(n, k) -> factorial(n)/(factorial(k)*factorial(n - k))  where n: integer, k: integer, k >= 0, n >= k  from DLMF 1.2.1
beta-as-gammas:           beta(x, y) -> gamma(x)*gamma(y)/gamma(x + y)  where re(x) > 0, re(y) > 0  from DLMF 5.12.1

"""#),
    ("trigonometry", #"""
# Trigonometric functions. Construction already takes signs out of odd and even functions and gives f(f^-1(x)) -> x.

set trigonometry

pythagoras:               sin(x)^2 + cos(x)^2 -> 1                                        from DLMF 4.21.12
pythagoras-scaled:        a*sin(x)^2 + a*cos(x)^2 -> a                                    from derived: pythagoras
pythagoras-numbers:       a?*sin(x)^2 + b?*cos(x)^2 -> b + (a - b)*sin(x)^2  where a: number, b: number, a != b  from derived: pythagoras
one-minus-sine-squared:   1 - sin(x)^2 -> cos(x)^2                                        from DLMF 4.21.12
one-minus-cosine-squared: 1 - cos(x)^2 -> sin(x)^2                                        from DLMF 4.21.12
sine-squared-minus-one:   sin(x)^2 - 1 -> -cos(x)^2                                       from derived: one-minus-sine-squared
cosine-squared-minus-one: cos(x)^2 - 1 -> -sin(x)^2                                       from derived: one-minus-cosine-squared
difference-with-sine-squared:   a - a*sin(x)^2 -> a*cos(x)^2                              from derived: one-minus-sine-squared
difference-with-cosine-squared: a - a*cos(x)^2 -> a*sin(x)^2                              from derived: one-minus-cosine-squared
numbers-with-sine-squared:   a + b*sin(x)^2 -> a*cos(x)^2      where a: number, b: number, a + b = 0  from derived: one-minus-sine-squared
numbers-with-cosine-squared: a + b*cos(x)^2 -> a*sin(x)^2      where a: number, b: number, a + b = 0  from derived: one-minus-cosine-squared
one-plus-tangent-squared: 1 + tan(x)^2 -> sec(x)^2                                        from DLMF 4.21.13
one-plus-cotangent-squared: 1 + cot(x)^2 -> csc(x)^2                                      from DLMF 4.21.14
scaled-tangent-squared:   a + a*tan(x)^2 -> a*sec(x)^2                                    from derived: one-plus-tangent-squared
scaled-cotangent-squared: a + a*cot(x)^2 -> a*csc(x)^2                                    from derived: one-plus-cotangent-squared
secant-squared-minus-one: sec(x)^2 - 1 -> tan(x)^2                                        from DLMF 4.21.13
cosecant-squared-minus-one: csc(x)^2 - 1 -> cot(x)^2                                      from DLMF 4.21.14
one-minus-secant-squared: 1 - sec(x)^2 -> -tan(x)^2                                       from derived: secant-squared-minus-one
one-minus-cosecant-squared: 1 - csc(x)^2 -> -cot(x)^2                                     from derived: cosecant-squared-minus-one
secant-less-tangent:      a?*sec(x)^2 - a?*tan(x)^2 -> a                                  from DLMF 4.21.13
cosecant-less-cotangent:  a?*csc(x)^2 - a?*cot(x)^2 -> a                                  from DLMF 4.21.14
tangent-less-secant:      tan(x)^2 - sec(x)^2 -> -1                                       from DLMF 4.21.13
cotangent-less-cosecant:  cot(x)^2 - csc(x)^2 -> -1                                       from DLMF 4.21.14
sine-over-cosine:         sin(x)/cos(x) -> tan(x)                                         from DLMF 4.14.4
cosine-over-sine:         cos(x)/sin(x) -> cot(x)                                         from DLMF 4.14.7
reciprocal-of-sine:       1/sin(x) -> csc(x)                                              from DLMF 4.14.5
reciprocal-of-cosine:     1/cos(x) -> sec(x)                                              from DLMF 4.14.6
reciprocal-of-tangent:    1/tan(x) -> cot(x)                                              from DLMF 4.14.7
reciprocal-of-cotangent:  1/cot(x) -> tan(x)                                              from derived: reciprocal-of-tangent
reciprocal-of-secant:     1/sec(x) -> cos(x)                                              from derived: reciprocal-of-cosine
reciprocal-of-cosecant:   1/csc(x) -> sin(x)                                              from derived: reciprocal-of-sine
tangent-times-cosine:     tan(x)*cos(x) -> sin(x)                                         from DLMF 4.14.4
cotangent-times-sine:     cot(x)*sin(x) -> cos(x)                                         from DLMF 4.14.7
tangent-times-cotangent:  tan(x)*cot(x) -> 1                                              from DLMF 4.14.7
sine-times-cosecant:      sin(x)*csc(x) -> 1                                              from DLMF 4.14.5
cosine-times-secant:      cos(x)*sec(x) -> 1                                              from DLMF 4.14.6
sine-times-secant:        sin(x)*sec(x) -> tan(x)                                         from derived: sine-over-cosine, reciprocal-of-cosine
cosine-times-cosecant:    cos(x)*csc(x) -> cot(x)                                         from derived: cosine-over-sine, reciprocal-of-sine
sine-over-tangent:        sin(x)/tan(x) -> cos(x)                                         from derived: sine-over-cosine
tangent-over-sine:        tan(x)/sin(x) -> sec(x)                                         from derived: sine-over-cosine
sine-of-double:           2*sin(x)*cos(x) <-> sin(2*x)                                    from Fungrim 1b11be
half-sine-of-double:      sin(x)*cos(x) -> sin(2*x)/2                                     from DLMF 4.21.27
cosine-of-double:         a?*cos(x)^2 - a?*sin(x)^2 -> a*cos(2*x)                         from DLMF 4.21.28
sine-squares-reversed:    a?*sin(x)^2 - a?*cos(x)^2 -> -a*cos(2*x)                        from derived: cosine-of-double
one-minus-twice-sine-squared: 1 - 2*sin(x)^2 -> cos(2*x)                                  from DLMF 4.21.28
twice-cosine-squared-minus-one: 2*cos(x)^2 - 1 -> cos(2*x)                                from DLMF 4.21.28
tangent-of-double:        2*tan(x)/(1 - tan(x)^2) -> tan(2*x)                             from DLMF 4.21.29
tangent-half-sine:        sin(x)/(1 + cos(x)) -> tan(x/2)                                 from DLMF 4.21.23
tangent-half-cosine:      (1 - cos(x))/sin(x) -> tan(x/2)                                 from DLMF 4.21.23
root-of-one-plus-cosine:  sqrt(a? + a?*cos(x)) -> sqrt(2*a)*abs(cos(x/2))  where x: real, a >= 0        from DLMF 4.21.22
root-of-one-minus-cosine: sqrt(a? - a?*cos(x)) -> sqrt(2*a)*abs(sin(x/2))  where x: real, a >= 0        from DLMF 4.21.21
difference-of-fourth-powers: cos(x)^4 - sin(x)^4 -> cos(2*x)                              from derived: pythagoras, cosine-of-double
sine-of-sum-folded:       sin(x)*cos(y) + cos(x)*sin(y) <-> sin(x + y)                    from DLMF 4.21.2
sine-of-difference-folded: sin(x)*cos(y) - cos(x)*sin(y) <-> sin(x - y)                   from DLMF 4.21.2
cosine-of-sum-folded:     cos(x)*cos(y) - sin(x)*sin(y) <-> cos(x + y)                    from DLMF 4.21.3
cosine-of-difference-folded: cos(x)*cos(y) + sin(x)*sin(y) <-> cos(x - y)                 from DLMF 4.21.3
tangent-of-sum-folded:    (tan(x) + tan(y))/(1 - tan(x)*tan(y)) -> tan(x + y)             from DLMF 4.21.4
tangent-of-difference-folded: (tan(x) - tan(y))/(1 + tan(x)*tan(y)) -> tan(x - y)         from DLMF 4.21.4
triple-sine:              3*sin(x) - 4*sin(x)^3 <-> sin(3*x)                              from DLMF 4.21.30
triple-cosine:            4*cos(x)^3 - 3*cos(x) <-> cos(3*x)                              from DLMF 4.21.31
sine-plus-half-turn:      sin(x + pi) -> -sin(x)                                          from DLMF 4.21.2
cosine-plus-half-turn:    cos(x + pi) -> -cos(x)                                          from DLMF 4.21.3
tangent-plus-half-turn:   tan(x + pi) -> tan(x)                                           from DLMF 4.14.10
cotangent-plus-half-turn: cot(x + pi) -> cot(x)                                           from derived: tangent-plus-half-turn
sine-plus-turns:          sin(x + 2*pi*n) -> sin(x)            where n: integer           from DLMF 4.14.8
cosine-plus-turns:        cos(x + 2*pi*n) -> cos(x)            where n: integer           from DLMF 4.14.9
tangent-plus-turns:       tan(x + pi*n) -> tan(x)              where n: integer           from DLMF 4.14.10
sine-of-turn-shift:       sin(x + a*pi) -> sin(x)              where a: even         from DLMF 4.14.8
cosine-of-turn-shift:     cos(x + a*pi) -> cos(x)              where a: even         from DLMF 4.14.9
sine-of-odd-shift:        sin(x + a*pi) -> -sin(x)             where a: odd               from derived: sine-plus-half-turn, sine-plus-turns
cosine-of-odd-shift:      cos(x + a*pi) -> -cos(x)             where a: odd               from derived: cosine-plus-half-turn, cosine-plus-turns
sine-of-multiple-of-pi:   sin(pi*n) -> 0                       where n: integer           from DLMF 4.14.8
tangent-of-multiple-of-pi: tan(pi*n) -> 0                      where n: integer           from DLMF 4.14.10
cosine-of-multiple-of-pi: cos(pi*n) -> (-1)^n                  where n: integer           from derived: cosine-plus-half-turn
sine-of-complement:       sin(pi/2 - x) -> cos(x)                                         from DLMF 4.21.2
cosine-of-complement:     cos(pi/2 - x) -> sin(x)                                         from DLMF 4.21.3
tangent-of-complement:    tan(pi/2 - x) -> cot(x)                                         from derived: sine-of-complement, cosine-of-complement
cotangent-of-complement:  cot(pi/2 - x) -> tan(x)                                         from derived: tangent-of-complement
secant-of-complement:     sec(pi/2 - x) -> csc(x)                                         from derived: cosine-of-complement
cosecant-of-complement:   csc(pi/2 - x) -> sec(x)                                         from derived: sine-of-complement
sine-plus-quarter-turn:   sin(x + pi/2) -> cos(x)                                         from DLMF 4.21.2
cosine-plus-quarter-turn: cos(x + pi/2) -> -sin(x)                                        from DLMF 4.21.3
tangent-plus-quarter-turn: tan(x + pi/2) -> -cot(x)                                       from derived: sine-plus-quarter-turn, cosine-plus-quarter-turn
sine-supplement:          sin(pi - x) -> sin(x)                                           from DLMF 4.21.2
cosine-supplement:        cos(pi - x) -> -cos(x)                                          from DLMF 4.21.3

cosine-of-arctangent:     cos(atan(x)) -> 1/sqrt(1 + x^2)                                 from DLMF Table 4.16.3
sine-of-arctangent:       sin(atan(x)) -> x/sqrt(1 + x^2)                                 from DLMF Table 4.16.3
cosine-of-arcsine:        cos(asin(x)) -> sqrt(1 - x^2)                                   from DLMF Table 4.16.3
sine-of-arccosine:        sin(acos(x)) -> sqrt(1 - x^2)                                   from DLMF Table 4.16.3
tangent-of-arcsine:       tan(asin(x)) -> x/sqrt(1 - x^2)                                 from DLMF Table 4.16.3
tangent-of-arccosine:     tan(acos(x)) -> sqrt(1 - x^2)/x                                 from DLMF Table 4.16.3
cosine-of-double-arccosine: cos(2*acos(x)) -> 2*x^2 - 1                                   from derived: twice-cosine-squared-minus-one
cosine-of-double-arcsine: cos(2*asin(x)) -> 1 - 2*x^2                                     from derived: one-minus-twice-sine-squared
sine-of-double-arctangent: sin(2*atan(x)) -> 2*x/(1 + x^2)                                from DLMF 4.21.27
cosine-of-double-arctangent: cos(2*atan(x)) -> (1 - x^2)/(1 + x^2)                        from DLMF 4.21.28
arcsine-of-sine:          asin(sin(x)) -> x                    where -pi/2 <= x <= pi/2   from DLMF 4.23(ii)
arccosine-of-cosine:      acos(cos(x)) -> x                    where 0 <= x <= pi         from DLMF 4.23(ii)
arctangent-of-tangent:    atan(tan(x)) -> x                    where -pi/2 < x < pi/2     from DLMF 4.23(ii)
arcsine-plus-arccosine:   asin(x) + acos(x) -> pi/2                                       from DLMF 4.23.16
arccosine-of-negative:    acos(-x) -> pi - acos(x)             where x: nonnumber         from DLMF 4.23.11
arctangent-plus-reciprocal: atan(x) + atan(1/x) -> pi/2        where re(x) > 0            from DLMF 4.23.18
arctangent-minus-reciprocal: atan(x) + atan(1/x) -> -pi/2      where re(x) < 0            from derived: arctangent-plus-reciprocal
arccosecant-as-arcsine:   asin(1/x) -> acsc(x)                                            from DLMF 4.23.7
arcsecant-as-arccosine:   acos(1/x) -> asec(x)                                            from DLMF 4.23.8
angle-in-right-half-plane: atan2(y, x) -> atan(y/x)            where x > 0, y: real       from definition of atan2

set expand

sine-of-sum:              sin(x + y) -> sin(x)*cos(y) + cos(x)*sin(y)                     from DLMF 4.21.2
cosine-of-sum:            cos(x + y) -> cos(x)*cos(y) - sin(x)*sin(y)                     from DLMF 4.21.3
tangent-of-sum:           tan(x + y) -> (tan(x) + tan(y))/(1 - tan(x)*tan(y))             from DLMF 4.21.4
sine-of-double-expanded:  sin(2*x) -> 2*sin(x)*cos(x)                                     from DLMF 4.21.27
cosine-of-double-expanded: cos(2*x) -> 2*cos(x)^2 - 1                                     from DLMF 4.21.28
tangent-of-double-expanded: tan(2*x) -> 2*tan(x)/(1 - tan(x)^2)                           from DLMF 4.21.29
sine-of-triple:           sin(3*x) -> 3*sin(x) - 4*sin(x)^3                               from DLMF 4.21.30
cosine-of-triple:         cos(3*x) -> 4*cos(x)^3 - 3*cos(x)                               from DLMF 4.21.31
sine-of-multiple:         sin(n*x) -> sin((n - 1)*x)*cos(x) + cos((n - 1)*x)*sin(x)  where n: literal-integer, n >= 2  from DLMF 4.21.2
cosine-of-multiple:       cos(n*x) -> cos((n - 1)*x)*cos(x) - sin((n - 1)*x)*sin(x)  where n: literal-integer, n >= 2  from DLMF 4.21.3

set trigonometric-sums

product-of-sines:         sin(x)*sin(y) -> (cos(x - y) - cos(x + y))/2                    from DLMF 4.21.15
product-of-cosines:       cos(x)*cos(y) -> (cos(x - y) + cos(x + y))/2                    from DLMF 4.21.16
product-of-sine-cosine:   sin(x)*cos(y) -> (sin(x - y) + sin(x + y))/2                    from DLMF 4.21.17
square-of-sine:           sin(x)^2 -> (1 - cos(2*x))/2                                    from DLMF 4.21.28
square-of-cosine:         cos(x)^2 -> (1 + cos(2*x))/2                                    from DLMF 4.21.28
cube-of-sine:             sin(x)^3 -> (3*sin(x) - sin(3*x))/4                             from DLMF 4.21.30
cube-of-cosine:           cos(x)^3 -> (3*cos(x) + cos(3*x))/4                             from DLMF 4.21.31

set trigonometric-products

sum-of-sines:             sin(x) + sin(y) -> 2*sin((x + y)/2)*cos((x - y)/2)              from DLMF 4.21.6
difference-of-sines:      sin(x) - sin(y) -> 2*cos((x + y)/2)*sin((x - y)/2)              from DLMF 4.21.7
sum-of-cosines:           cos(x) + cos(y) -> 2*cos((x + y)/2)*cos((x - y)/2)              from DLMF 4.21.8
difference-of-cosines:    cos(x) - cos(y) -> -2*sin((x + y)/2)*sin((x - y)/2)             from DLMF 4.21.9
sum-of-tangents:          tan(x) + tan(y) -> sin(x + y)/(cos(x)*cos(y))                   from DLMF 4.21.10
tangent-plus-cotangent:   tan(x) + cot(x) -> 2/sin(2*x)                                   from derived: sum-of-tangents, sine-of-double
difference-of-tangents:   tan(x) - tan(y) -> sin(x - y)/(cos(x)*cos(y))                   from DLMF 4.21.10
difference-of-sine-squares: sin(x)^2 - sin(y)^2 -> sin(x + y)*sin(x - y)                  from DLMF 4.21.18
difference-of-cosine-squares: cos(x)^2 - cos(y)^2 -> -sin(x + y)*sin(x - y)               from DLMF 4.21.19
cosine-square-less-sine-square: cos(x)^2 - sin(y)^2 -> cos(x + y)*cos(x - y)              from DLMF 4.21.20

set trigonometric-exponentials

sine-as-exponentials:     sin(x) -> (exp(i*x) - exp(-i*x))/(2*i)                          from DLMF 4.14.1
cosine-as-exponentials:   cos(x) -> (exp(i*x) + exp(-i*x))/2                              from DLMF 4.14.2
tangent-as-quotient:      tan(x) -> sin(x)/cos(x)                                         from DLMF 4.14.4
cotangent-as-quotient:    cot(x) -> cos(x)/sin(x)                                         from DLMF 4.14.7
secant-as-reciprocal:     sec(x) -> 1/cos(x)                                              from DLMF 4.14.6
cosecant-as-reciprocal:   csc(x) -> 1/sin(x)                                              from DLMF 4.14.5

# Refuted:
# tan(x)^2 - sec(x)^2 -> 1: the left side is -1 everywhere.
# cot(x)^2 - csc(x)^2 -> 1: the left side is -1 everywhere.
# sin(x)^2 - 1 -> cos(x)^2: at x = 0 the left side is -1 and the right side 1.
# cos(x)^2 - 1 -> sin(x)^2: at x = pi/2 the left side is -1 and the right side 1.
# asin(sin(x)) -> x: at x = 2 the left side is pi - 2.
# acos(cos(x)) -> x: at x = -1 the left side is 1.
# atan(x) + atan(1/x) -> pi/2: at x = -1 the left side is -pi/2.

"""#),
  ]
}
