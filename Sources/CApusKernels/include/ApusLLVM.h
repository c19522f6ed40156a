// LLVM as a compiler, from its library if the system has one: nothing is linked, so that none is needed.
#ifndef APUS_LLVM_H
#define APUS_LLVM_H

#include <stddef.h>
#include <stdint.h>

typedef struct ApusLLVM ApusLLVM;

// The newest version of the library that is there, of those that are known; 0 if none is.
int apus_llvm_version(void);

// Whether that version is there.
int apus_llvm_has_version(int version);

// Compiles the text of a module with the functions `scalar` and `batch`, and gives their addresses, 0 for a function that it does
// not have. On failure the result is null, and the message says why.
ApusLLVM *apus_llvm_compile(
  int version, const char *text, size_t length, int optimization, uint64_t *scalar, uint64_t *batch, char *message,
  size_t messageSize);

void apus_llvm_dispose(ApusLLVM *compiled);

#endif
