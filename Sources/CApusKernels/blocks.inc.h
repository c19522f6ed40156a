// The kernels for one instruction set: WIDTH reals a register, SUFFIX for the names, TARGET for the compiler.
#define PASTE2(a, b) a##_##b
#define PASTE(a, b) PASTE2(a, b)
#define V PASTE(Vector, SUFFIX)
#define M PASTE(Mask, SUFFIX)

typedef double V __attribute__((vector_size(8 * WIDTH)));
typedef long long M __attribute__((vector_size(8 * WIDTH)));

TARGET static inline V PASTE(splat, SUFFIX)(double x) {
  V v;
  for (int i = 0; i < WIDTH; i++) v[i] = x;
  return v;
}

TARGET static inline V PASTE(vsqrt, SUFFIX)(V x) { return __builtin_elementwise_sqrt(x); }
TARGET static inline V PASTE(vfloor, SUFFIX)(V x) { return __builtin_elementwise_floor(x); }
TARGET static inline V PASTE(vceil, SUFFIX)(V x) { return __builtin_elementwise_ceil(x); }
TARGET static inline V PASTE(vround, SUFFIX)(V x) { return __builtin_elementwise_rint(x); }
TARGET static inline V PASTE(vtrunc, SUFFIX)(V x) { return __builtin_elementwise_trunc(x); }

// r = a OP b for blocks and uniform operands; the loops run over whole registers, slots are padded.
#define ARITHMETIC(OPCODE, OP) \
  case OPCODE: \
    if (in->form == APUS_BLOCKS) { \
      for (size_t i = 0; i < n; i++) r[i] = a[i] OP b[i]; \
    } else if (in->form == APUS_RIGHT_UNIFORM) { \
      const V u = PASTE(splat, SUFFIX)(uniforms[in->b]); \
      for (size_t i = 0; i < n; i++) r[i] = a[i] OP u; \
    } else { \
      const V u = PASTE(splat, SUFFIX)(uniforms[in->a]); \
      for (size_t i = 0; i < n; i++) r[i] = u OP b[i]; \
    } \
    break;

#define EACH(OPCODE, EXPRESSION) \
  case OPCODE: \
    for (size_t i = 0; i < n; i++) r[i] = EXPRESSION; \
    break;

#define MASK(OPCODE, EXPRESSION) \
  case OPCODE: \
    for (size_t i = 0; i < n; i++) ((M *)r)[i] = EXPRESSION; \
    break;

#include "functions.inc.h"

// One call of a function on vectors.
#ifdef REGISTER
TARGET static inline V PASTE(call1, SUFFIX)(void *function, V x) {
  register V a REGISTER(0) = x;
  __asm__ volatile(CALL_FUNCTION : "+x"(a) : [function] "r"(function) : "xmm1", CLOBBERED);
  return a;
}
TARGET static inline V PASTE(call2, SUFFIX)(void *function, V x, V y) {
  register V a REGISTER(0) = x;
  register V b REGISTER(1) = y;
  __asm__ volatile(CALL_FUNCTION : "+x"(a), "+x"(b) : [function] "r"(function) : CLOBBERED);
  return a;
}
#else
static inline V PASTE(call1, SUFFIX)(void *function, V x) { return ((V(*)(V))function)(x); }
static inline V PASTE(call2, SUFFIX)(void *function, V x, V y) { return ((V(*)(V, V))function)(x, y); }
#endif

TARGET static void PASTE(unary, SUFFIX)(int opcode, const V *a, V *r, size_t n) {
  void *vector = apus_vector_function(opcode, WIDTH);
  if (vector) {
    for (size_t i = 0; i < n; i++) r[i] = PASTE(call1, SUFFIX)(vector, a[i]);
    return;
  }
  if (PASTE(own, SUFFIX)(opcode, a, r, n)) return;
  ApusUnary scalar = apus_unary_function(opcode);
  for (size_t i = 0; i < n * WIDTH; i++) ((double *)r)[i] = scalar(((const double *)a)[i]);
}

TARGET static void PASTE(binary, SUFFIX)(int opcode, const V *a, const V *b, V *r, size_t n) {
  void *vector = apus_vector_function(opcode, WIDTH);
  if (vector) {
    for (size_t i = 0; i < n; i++) r[i] = PASTE(call2, SUFFIX)(vector, a[i], b[i]);
    return;
  }
  ApusBinary scalar = apus_binary_function(opcode);
  for (size_t i = 0; i < n * WIDTH; i++) {
    ((double *)r)[i] = scalar(((const double *)a)[i], ((const double *)b)[i]);
  }
}

// Copies `count` values and repeats the last one up to whole registers.
static void PASTE(load, SUFFIX)(double *slot, const double *values, size_t count) {
  memcpy(slot, values, count * sizeof(double));
  for (size_t i = count; i % WIDTH; i++) slot[i] = values[count - 1];
}

// Whether the mask holds at all points, or at none.
static int PASTE(agree, SUFFIX)(const uint64_t *mask, size_t count, int holds) {
  for (size_t i = 0; i < count; i++) {
    if ((mask[i] != 0) != holds) return 0;
  }
  return 1;
}

TARGET static void PASTE(block, SUFFIX)(
  const ApusBlockProgram *program, const double *const *inputs, double *const *outputs, const double *uniforms,
  double *slots, size_t first, size_t count) {
  const size_t size = program->blockSize, n = (count + WIDTH - 1) / WIDTH;
  const ApusBlockInstruction *in = program->instructions;
  for (const ApusBlockInstruction *end = in + program->instructionCount; in < end; in++) {
    V *r = (V *)(slots + in->result * size);
    // Operands that are no slots are not read through these.
    const V *a = (const V *)(slots + in->a * size);
    const V *b = (const V *)(slots + in->b * size);
    const V *c = (const V *)(slots + in->c * size);
    switch (in->opcode) {
      ARITHMETIC(APUS_ADD, +)
      ARITHMETIC(APUS_SUBTRACT, -)
      ARITHMETIC(APUS_MULTIPLY, *)
      ARITHMETIC(APUS_DIVIDE, /)
      EACH(APUS_NEGATE, -a[i])
      EACH(APUS_ABSOLUTE, (V)((M)a[i] & 0x7FFFFFFFFFFFFFFFLL))
      EACH(APUS_SQUARE_ROOT, PASTE(vsqrt, SUFFIX)(a[i]))
      EACH(APUS_FLOOR, PASTE(vfloor, SUFFIX)(a[i]))
      EACH(APUS_CEILING, PASTE(vceil, SUFFIX)(a[i]))
      EACH(APUS_ROUND, PASTE(vround, SUFFIX)(a[i]))
      EACH(APUS_TRUNCATE, PASTE(vtrunc, SUFFIX)(a[i]))
      MASK(APUS_LESS, (M)(a[i] < b[i]))
      MASK(APUS_LESS_EQUAL, (M)(a[i] <= b[i]))
      MASK(APUS_EQUAL, (M)(a[i] == b[i]))
      MASK(APUS_UNEQUAL, (M)(a[i] < b[i]) | (M)(b[i] < a[i]))
      MASK(APUS_AND, (M)a[i] & (M)b[i])
      MASK(APUS_OR, (M)a[i] | (M)b[i])
      MASK(APUS_SELECT, ((M)a[i] & (M)b[i]) | (~(M)a[i] & (M)c[i]))
      EACH(APUS_MULTIPLY_ADD, __builtin_elementwise_fma(a[i], b[i], c[i]))
      EACH(APUS_MULTIPLY_SUBTRACT, __builtin_elementwise_fma(a[i], b[i], -c[i]))
      EACH(APUS_NEGATED_MULTIPLY_ADD, __builtin_elementwise_fma(-a[i], b[i], c[i]))
    case APUS_POWER:
    case APUS_ATAN2:
    case APUS_HYPOT: PASTE(binary, SUFFIX)(in->opcode, a, b, r, n); break;
    case APUS_CALL: program->call(program->context, in, slots, count); break;
    case APUS_LOAD: PASTE(load, SUFFIX)((double *)r, inputs[in->a] + first, count); break;
    case APUS_STORE: memcpy(outputs[in->b] + first, a, count * sizeof(double)); break;
    case APUS_SKIP:
      // Passes over b instructions whose results no point of the block takes: where the mask in slot a holds at none, or with
      // form 1 where it holds at all.
      if (PASTE(agree, SUFFIX)((const uint64_t *)a, count, in->form)) in += in->b;
      break;
    case APUS_SPLAT: {
      const V u = PASTE(splat, SUFFIX)(uniforms[in->a]);
      for (size_t i = 0; i < n; i++) r[i] = u;
      break;
    }
    default: PASTE(unary, SUFFIX)(in->opcode, a, r, n); break;
    }
  }
}

static void PASTE(run, SUFFIX)(
  const ApusBlockProgram *program, const double *const *inputs, double *const *outputs, const double *uniforms,
  double *slots, size_t count) {
  for (size_t first = 0; first < count; first += program->blockSize) {
    const size_t left = count - first;
    PASTE(block, SUFFIX)(
      program, inputs, outputs, uniforms, slots, first, left < program->blockSize ? left : program->blockSize);
  }
}

#undef EACH
#undef MASK
#undef ARITHMETIC
#undef V
#undef M
#undef PASTE
#undef PASTE2
