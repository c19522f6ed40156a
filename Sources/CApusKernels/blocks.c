#include "CApusKernels.h"
#include <math.h>
#include <string.h>

// Every operation is one IEEE operation a point, so nothing may be contracted.
#pragma STDC FP_CONTRACT OFF

// The compiler passes vectors that are wider than those of the whole file in memory, whatever the attributes of a function are,
// while the system's functions take them in registers: hence these calls by hand, with a stack below the red zone.
#define CALLED_REGISTERS \
  "rax", "rcx", "rdx", "rsi", "rdi", "r8", "r9", "r10", "r11", "r12", "memory", "cc", \
  "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", "xmm7", "xmm8", "xmm9", "xmm10", "xmm11", "xmm12", "xmm13", "xmm14", "xmm15"
#define CALLED_WIDE_REGISTERS \
  "xmm16", "xmm17", "xmm18", "xmm19", "xmm20", "xmm21", "xmm22", "xmm23", "xmm24", "xmm25", "xmm26", "xmm27", \
  "xmm28", "xmm29", "xmm30", "xmm31", "k0", "k1", "k2", "k3", "k4", "k5", "k6", "k7"
#define CALL_FUNCTION \
  "movq %%rsp, %%r12\n\tsubq $128, %%rsp\n\tandq $-64, %%rsp\n\tcall *%[function]\n\tmovq %%r12, %%rsp"

#define WIDTH 2
#define SUFFIX baseline
#define TARGET
#include "blocks.inc.h"
#undef WIDTH
#undef SUFFIX
#undef TARGET

#if defined(__x86_64__)
#define WIDTH 4
#define REGISTER(n) __asm__("ymm" #n)
#define CLOBBERED CALLED_REGISTERS
#define SUFFIX avx2
#define TARGET __attribute__((target("avx2,fma")))
#include "blocks.inc.h"
#undef WIDTH
#undef SUFFIX
#undef TARGET
#undef REGISTER
#undef CLOBBERED

#define WIDTH 8
#define REGISTER(n) __asm__("zmm" #n)
#define CLOBBERED CALLED_REGISTERS, CALLED_WIDE_REGISTERS
#define SUFFIX avx512
#define TARGET __attribute__((target("avx512f,avx512dq,avx512vl")))
#include "blocks.inc.h"
#undef WIDTH
#undef SUFFIX
#undef TARGET
#endif

int apus_instruction_set(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("fma") && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl"))
    return APUS_AVX512;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return APUS_AVX2;
#endif
  return APUS_BASELINE;
}

void apus_run_blocks(
  int instructionSet, const ApusBlockProgram *program, const double *const *inputs, double *const *outputs,
  const double *uniforms, double *slots, size_t count) {
#if defined(__x86_64__)
  if (instructionSet == APUS_AVX512) return run_avx512(program, inputs, outputs, uniforms, slots, count);
  if (instructionSet == APUS_AVX2) return run_avx2(program, inputs, outputs, uniforms, slots, count);
#endif
  (void)instructionSet;
  run_baseline(program, inputs, outputs, uniforms, slots, count);
}

int apus_own_function(int instructionSet, int opcode, const double *arguments, double *results, size_t count) {
#if defined(__x86_64__)
  if (instructionSet == APUS_AVX512)
    return own_avx512(opcode, (const Vector_avx512 *)arguments, (Vector_avx512 *)results, count / 8);
  if (instructionSet == APUS_AVX2)
    return own_avx2(opcode, (const Vector_avx2 *)arguments, (Vector_avx2 *)results, count / 4);
#endif
  (void)instructionSet;
  return own_baseline(opcode, (const Vector_baseline *)arguments, (Vector_baseline *)results, count / 2);
}

#if defined(__aarch64__)
// Vectors of two reals are passed in registers here, so that machine code can call these.
static Vector_baseline called_exp(Vector_baseline x) { return own_exp_baseline(x); }
static Vector_baseline called_log(Vector_baseline x) { return own_log_baseline(x); }
static Vector_baseline called_sin(Vector_baseline x) {
  Vector_baseline y;
  own_baseline(APUS_SIN, &x, &y, 1);
  return y;
}
static Vector_baseline called_cos(Vector_baseline x) {
  Vector_baseline y;
  own_baseline(APUS_COS, &x, &y, 1);
  return y;
}

void *apus_own_vector_function(int opcode) {
  switch (opcode) {
  case APUS_EXP: return (void *)called_exp;
  case APUS_LOG: return (void *)called_log;
  case APUS_SIN: return (void *)called_sin;
  case APUS_COS: return (void *)called_cos;
  default: return NULL;
  }
}
#endif
