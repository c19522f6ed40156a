#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "CApusKernels.h"
#include <math.h>
#include <stdio.h>
#if defined(__linux__)
#include <dlfcn.h>
#include <pthread.h>
#endif

static double apus_log_gamma(double x) {
#if defined(__GLIBC__) || defined(__APPLE__)
  int sign;
  return lgamma_r(x, &sign);
#else
  return lgamma(x);
#endif
}

ApusUnary apus_unary_function(int opcode) {
  switch (opcode) {
  case APUS_EXP: return exp;
  case APUS_EXP2: return exp2;
  case APUS_EXPM1: return expm1;
  case APUS_LOG: return log;
  case APUS_LOG2: return log2;
  case APUS_LOG10: return log10;
  case APUS_LOG1P: return log1p;
  case APUS_SIN: return sin;
  case APUS_COS: return cos;
  case APUS_TAN: return tan;
  case APUS_ASIN: return asin;
  case APUS_ACOS: return acos;
  case APUS_ATAN: return atan;
  case APUS_SINH: return sinh;
  case APUS_COSH: return cosh;
  case APUS_TANH: return tanh;
  case APUS_ASINH: return asinh;
  case APUS_ACOSH: return acosh;
  case APUS_ATANH: return atanh;
  case APUS_CBRT: return cbrt;
  case APUS_ERF: return erf;
  case APUS_ERFC: return erfc;
  case APUS_GAMMA: return tgamma;
  case APUS_LOG_GAMMA: return apus_log_gamma;
  default: return NULL;
  }
}

ApusBinary apus_binary_function(int opcode) {
  switch (opcode) {
  case APUS_POWER: return pow;
  case APUS_ATAN2: return atan2;
  case APUS_HYPOT: return hypot;
  default: return NULL;
  }
}

void apus_clear_instruction_cache(void *memory, size_t size) {
  __builtin___clear_cache((char *)memory, (char *)memory + size);
}

static _Thread_local int isVectorMathematicsUsed = 1;

void apus_set_vector_mathematics(int isUsed) { isVectorMathematicsUsed = isUsed; }

#if defined(__linux__) && defined(__x86_64__)

// What libmvec calls the functions; those it does not have are missing.
static const char *const vectorNames[APUS_CALL] = {
  [APUS_EXP] = "v_exp", [APUS_EXP2] = "v_exp2", [APUS_EXPM1] = "v_expm1", [APUS_LOG] = "v_log",
  [APUS_LOG2] = "v_log2", [APUS_LOG10] = "v_log10", [APUS_LOG1P] = "v_log1p", [APUS_SIN] = "v_sin",
  [APUS_COS] = "v_cos", [APUS_TAN] = "v_tan", [APUS_ASIN] = "v_asin", [APUS_ACOS] = "v_acos",
  [APUS_ATAN] = "v_atan", [APUS_SINH] = "v_sinh", [APUS_COSH] = "v_cosh", [APUS_TANH] = "v_tanh",
  [APUS_ASINH] = "v_asinh", [APUS_ACOSH] = "v_acosh", [APUS_ATANH] = "v_atanh", [APUS_CBRT] = "v_cbrt",
  [APUS_ERF] = "v_erf", [APUS_ERFC] = "v_erfc", [APUS_POWER] = "vv_pow", [APUS_ATAN2] = "vv_atan2",
  [APUS_HYPOT] = "vv_hypot",
};

static void *vectorFunctions[3][APUS_CALL];
static pthread_once_t vectorFunctionsOnce = PTHREAD_ONCE_INIT;

static void findVectorFunctions(void) {
  void *library = dlopen("libmvec.so.1", RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
  static const char *const prefixes[3] = {"_ZGVbN2", "_ZGVdN4", "_ZGVeN8"};
  for (int set = 0; set < 3; set++) {
    for (int opcode = 0; opcode < APUS_CALL; opcode++) {
      if (!vectorNames[opcode]) continue;
      char name[32];
      snprintf(name, sizeof name, "%s%s", prefixes[set], vectorNames[opcode]);
      vectorFunctions[set][opcode] = dlsym(library, name);
    }
  }
}

void *apus_vector_function(int opcode, int width) {
  if (opcode < 0 || opcode >= APUS_CALL || !isVectorMathematicsUsed) return NULL;
  pthread_once(&vectorFunctionsOnce, findVectorFunctions);
  return vectorFunctions[width == 8 ? 2 : width == 4 ? 1 : 0][opcode];
}

#elif defined(__aarch64__)

void *apus_own_vector_function(int opcode);

void *apus_vector_function(int opcode, int width) {
  return width == 2 && isVectorMathematicsUsed ? apus_own_vector_function(opcode) : NULL;
}

#else

void *apus_vector_function(int opcode, int width) {
  (void)opcode;
  (void)width;
  return NULL;
}

#endif
