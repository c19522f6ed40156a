// exp, log, sin and cos of vectors, for systems that have none: WIDTH reals a register, SUFFIX for the names, TARGET for the
// compiler. Every lane is computed alike, without branches; arguments beyond the range of a reduction are left to the scalar
// library. Errors are stated in Docs/Numerics.md and measured by the tests.
//
// Sources: W. J. Cody, W. Waite, Software Manual for the Elementary Functions, Prentice-Hall 1980 (reductions in parts);
// J.-M. Muller, Elementary Functions, 3rd edition, Birkhäuser 2016, doi:10.1007/978-1-4899-7983-4, chapters 11 and 14.

#undef SELECT
#define SELECT(mask, yes, no) ((V)(((M)(mask) & (M)(yes)) | (~(M)(mask) & (M)(no))))

typedef unsigned long long PASTE(Unsigned, SUFFIX) __attribute__((vector_size(8 * WIDTH)));

// What the sum of a and b lost by rounding (Knuth).
TARGET static inline V PASTE(lost, SUFFIX)(V a, V b, V sum) {
  const V right = sum - a;
  return (a - (sum - right)) + (b - right);
}

// The parts of the logarithm of 2: the first has 32 bits, so that multiples up to 2^20 are exact.
#undef LN2_HIGH
#define LN2_HIGH 0x1.62e42feep-1
#undef LN2_LOW
#define LN2_LOW 0x1.a39ef35793c76p-33

// e^x: x = k·log 2 + r with |r| <= log(2)/2, e^r by its series to r^13 with the first terms kept apart.
TARGET static V PASTE(own_exp, SUFFIX)(V x) {
  const V shift = PASTE(splat, SUFFIX)(0x1.8p52);
  // Beyond these the result is infinite or zero; NaN stays.
  const V most = PASTE(splat, SUFFIX)(0x1.62e42fefa39efp9), least = PASTE(splat, SUFFIX)(-0x1.74910d52d3052p9);
  V bounded = SELECT(x > most, most, x);
  bounded = SELECT(bounded < least, least, bounded);
  const V t = bounded * PASTE(splat, SUFFIX)(0x1.71547652b82fep0) + shift;
  const V k = t - shift;
  const V high = bounded - k * PASTE(splat, SUFFIX)(LN2_HIGH);
  const V low = k * PASTE(splat, SUFFIX)(LN2_LOW);
  const V r = high - low;
  // What r lost of the exact difference.
  const V lost = (high - r) - low;
  static const double c[] = {
    1.0 / 6227020800, 1.0 / 479001600, 1.0 / 39916800, 1.0 / 3628800, 1.0 / 362880, 1.0 / 40320, 1.0 / 5040,
    1.0 / 720, 1.0 / 120, 1.0 / 24, 1.0 / 6, 0.5,
  };
  V p = PASTE(splat, SUFFIX)(c[0]);
  for (int i = 1; i < 12; i++) p = p * r + c[i];
  const V e = 1.0 + (r + (p * (r * r) + lost));
  // 2^k in two steps, so that results below the normal range are rounded once.
  const M n = (M)t - (M)shift;
  const M half = n >> 1;
  const V first = (V)((half + 1023) << 52), second = (V)((n - half + 1023) << 52);
  V result = e * first * second;
  result = SELECT(x > most, PASTE(splat, SUFFIX)(INFINITY), result);
  return SELECT(x < least, PASTE(splat, SUFFIX)(0), result);
}

// log x: x = 2^k·m with m between √½ and √2; with f = m − 1 and s = f/(2 + f), log m = f − (f²/2 − s·(f²/2 + R(s²))).
TARGET static V PASTE(own_log, SUFFIX)(V x) {
  const V smallest = PASTE(splat, SUFFIX)(0x1p-1022);
  const M isSmall = (M)(x < smallest);
  const V scaled = SELECT(isSmall, x * 0x1p54, x);
  // Adding this to the bits carries into the exponent from √2 on.
  const M bits = (M)scaled + (0x3ff0000000000000LL - 0x3fe6a09e667f3bcdLL);
  const M exponent = (M)((PASTE(Unsigned, SUFFIX))bits >> 52) - 1023;
  const V m = (V)((bits & 0xFFFFFFFFFFFFFLL) + 0x3fe6a09e667f3bcdLL);
  // The exponent as a real: by the bits of 2^52 + 2^51 + n.
  const V shift = PASTE(splat, SUFFIX)(0x1.8p52);
  const V k = (V)(exponent + (M)shift) - shift - SELECT(isSmall, PASTE(splat, SUFFIX)(54), PASTE(splat, SUFFIX)(0));
  const V f = m - 1.0;
  const V s = f / (2.0 + f);
  const V z = s * s;
  static const double c[] = {2.0 / 23, 2.0 / 21, 2.0 / 19, 2.0 / 17, 2.0 / 15, 2.0 / 13, 2.0 / 11, 2.0 / 9, 2.0 / 7, 2.0 / 5, 2.0 / 3};
  V p = PASTE(splat, SUFFIX)(c[0]);
  for (int i = 1; i < 11; i++) p = p * z + c[i];
  const V square = 0.5 * f * f;
  const V rest = s * (square + p * z);
  V result = k * LN2_HIGH - ((square - (rest + k * LN2_LOW)) - f);
  const V zero = PASTE(splat, SUFFIX)(0);
  result = SELECT(x == zero, PASTE(splat, SUFFIX)(-INFINITY), result);
  result = SELECT(x == PASTE(splat, SUFFIX)(INFINITY), x, result);
  // Negative numbers and NaN.
  return SELECT((M)(x >= zero), result, PASTE(splat, SUFFIX)(NAN));
}

// Up to this magnitude the reduction by multiples of π/2 is accurate.
#undef LARGEST_ANGLE
#define LARGEST_ANGLE 0x1p19

// sin x, or cos x: x = k·π/2 + r with π/2 in three parts of 33 bits, so that the products with k are exact, and a rest.
TARGET static inline V PASTE(own_angle, SUFFIX)(V x, int isCosine) {
  const V shift = PASTE(splat, SUFFIX)(0x1.8p52);
  const V t = x * PASTE(splat, SUFFIX)(0x1.45f306dc9c883p-1) + shift;
  const V k = t - shift;
  const V first = x - k * 0x1.921fb544p0;
  const V product2 = k * -0x1.0b4611a6p-34, second = first + product2;
  const V product3 = k * -0x1.3198a2ep-69, third = second + product3;
  const V rest = k * -0x1.b839a252049c1p-104
    + (PASTE(lost, SUFFIX)(first, product2, second) + PASTE(lost, SUFFIX)(second, product3, third));
  const V r = third + rest;
  const V lost = PASTE(lost, SUFFIX)(third, rest, r);
  const V z = r * r;
  static const double sines[] = {
    -1.0 / 355687428096000, 1.0 / 1307674368000, -1.0 / 6227020800, 1.0 / 39916800, -1.0 / 362880, 1.0 / 5040, -1.0 / 120,
  };
  static const double cosines[] = {
    1.0 / 20922789888000, -1.0 / 87178291200, 1.0 / 479001600, -1.0 / 3628800, 1.0 / 40320, -1.0 / 720, 1.0 / 24,
  };
  V p = PASTE(splat, SUFFIX)(sines[0]), q = PASTE(splat, SUFFIX)(cosines[0]);
  for (int i = 1; i < 7; i++) p = p * z + sines[i];
  for (int i = 1; i < 7; i++) q = q * z + cosines[i];
  // sin(r + lost) and cos(r + lost), the first terms apart.
  const V cube = z * r;
  const V sine = r - ((z * (0.5 * lost + cube * p) - lost) + cube * (1.0 / 6));
  const V half = 0.5 * z;
  const V one = 1.0 - half;
  const V cosine = one + (((1.0 - one) - half) + (z * (z * q) - r * lost));
  M n = (M)t - (M)shift;
  if (isCosine) n = n + 1;
  const V value = SELECT(-(n & 1), cosine, sine);
  const V signedValue = (V)((M)value ^ ((n & 2) << 62));
  return signedValue;
}

TARGET static V PASTE(own_sin, SUFFIX)(V x) {
  const V y = PASTE(own_angle, SUFFIX)(x, 0);
  // The sine of −0 is −0.
  return SELECT((M)(x == 0.0), x, y);
}

TARGET static V PASTE(own_cos, SUFFIX)(V x) { return PASTE(own_angle, SUFFIX)(x, 1); }

// The function on n vectors, if there is one of our own.
TARGET static int PASTE(own, SUFFIX)(int opcode, const V *a, V *r, size_t n) {
  switch (opcode) {
  case APUS_EXP:
    for (size_t i = 0; i < n; i++) r[i] = PASTE(own_exp, SUFFIX)(a[i]);
    return 1;
  case APUS_LOG:
    for (size_t i = 0; i < n; i++) r[i] = PASTE(own_log, SUFFIX)(a[i]);
    return 1;
  case APUS_SIN:
  case APUS_COS:
    for (size_t i = 0; i < n; i++) {
      const V x = a[i];
      V y = opcode == APUS_SIN ? PASTE(own_sin, SUFFIX)(x) : PASTE(own_cos, SUFFIX)(x);
      for (int lane = 0; lane < WIDTH; lane++) {
        if (!(fabs(x[lane]) <= LARGEST_ANGLE)) y[lane] = opcode == APUS_SIN ? sin(x[lane]) : cos(x[lane]);
      }
      r[i] = y;
    }
    return 1;
  default: return 0;
  }
}
