// Execution of numeric programs, a block of points at a time, and the vector mathematics of the system.
#ifndef APUS_KERNELS_H
#define APUS_KERNELS_H

#include <stddef.h>
#include <stdint.h>
#include "ApusLLVM.h"
#include "ApusOpaque.h"

// The operations, in the order of `Opcode`, and four that only blocks have.
enum {
  APUS_ADD, APUS_SUBTRACT, APUS_MULTIPLY, APUS_DIVIDE,
  APUS_NEGATE, APUS_ABSOLUTE, APUS_SQUARE_ROOT, APUS_FLOOR, APUS_CEILING, APUS_ROUND, APUS_TRUNCATE,
  APUS_LESS, APUS_LESS_EQUAL, APUS_EQUAL, APUS_UNEQUAL, APUS_AND, APUS_OR, APUS_SELECT,
  APUS_MULTIPLY_ADD, APUS_MULTIPLY_SUBTRACT, APUS_NEGATED_MULTIPLY_ADD,
  APUS_EXP, APUS_EXP2, APUS_EXPM1, APUS_LOG, APUS_LOG2, APUS_LOG10, APUS_LOG1P,
  APUS_SIN, APUS_COS, APUS_TAN, APUS_ASIN, APUS_ACOS, APUS_ATAN,
  APUS_SINH, APUS_COSH, APUS_TANH, APUS_ASINH, APUS_ACOSH, APUS_ATANH,
  APUS_CBRT, APUS_ERF, APUS_ERFC, APUS_GAMMA, APUS_LOG_GAMMA,
  APUS_POWER, APUS_ATAN2, APUS_HYPOT, APUS_CALL,
  APUS_LOAD, APUS_STORE, APUS_SPLAT, APUS_SKIP
};

// Which operands are one number for all points instead of a block.
enum { APUS_BLOCKS, APUS_RIGHT_UNIFORM, APUS_LEFT_UNIFORM };

// The instruction sets that the kernels exist for.
enum { APUS_BASELINE, APUS_AVX2, APUS_AVX512 };

typedef struct {
  uint16_t opcode;
  uint16_t form;
  // Slots, or indices of uniform values, variables or outputs.
  uint32_t a, b, c, result;
} ApusBlockInstruction;

// Called for a function that has no opcode, with the block instruction and the slots; `count` values are wanted.
typedef void (*ApusBlockCall)(void *context, const ApusBlockInstruction *instruction, double *slots, size_t count);

typedef struct {
  const ApusBlockInstruction *instructions;
  size_t instructionCount;
  // How many points a block has: a multiple of 8.
  size_t blockSize;
  ApusBlockCall call;
  void *context;
} ApusBlockProgram;

// The best instruction set of this computer.
int apus_instruction_set(void);

// Runs the program for the points 0 ..< count: `inputs` and `outputs` are columns, `slots` has room for a block a slot and
// is aligned to 64 bytes.
void apus_run_blocks(
  int instructionSet, const ApusBlockProgram *program, const double *const *inputs, double *const *outputs,
  const double *uniforms, double *slots, size_t count);

// The function of one or two machine reals behind an opcode; null for operations that are no library function.
typedef double (*ApusUnary)(double);
typedef double (*ApusBinary)(double, double);
ApusUnary apus_unary_function(int opcode);
ApusBinary apus_binary_function(int opcode);

// The same on vectors of 2, 4 or 8 reals in vector registers, right to 4 ulp; null where the system has none.
void *apus_vector_function(int opcode, int width);

// Makes code that was just written visible to the processor.
void apus_clear_instruction_cache(void *memory, size_t size);

// Our own exp, log, sin and cos of `count` numbers, a multiple of 8, at addresses that are multiples of 64: what blocks use where the
// system has no vector mathematics. 0 for other functions.
int apus_own_function(int instructionSet, int opcode, const double *arguments, double *results, size_t count);

// Turns the use of the system's vector mathematics off or on again for the calling thread: for tests of what is done without.
void apus_set_vector_mathematics(int isUsed);

#endif
