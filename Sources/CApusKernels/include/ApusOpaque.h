#ifndef APUS_OPAQUE_H
#define APUS_OPAQUE_H

/// The number itself, of which the compiler knows nothing; it stays in its register.
///
/// What is computed between two of these is neither left out nor made one operation on vectors, so that it can be timed.
static inline double apus_opaque(double x) {
#if defined(__x86_64__)
  __asm__ volatile("" : "+x"(x));
#elif defined(__aarch64__)
  __asm__ volatile("" : "+w"(x));
#else
  __asm__ volatile("" : "+m"(x));
#endif
  return x;
}

#endif
