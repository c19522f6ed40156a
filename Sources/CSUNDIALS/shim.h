#pragma once
#include <sundials/sundials_config.h>
#include <sundials/sundials_types.h>
// KLU belongs to SuiteSparse, whose headers Debian keeps in a folder that is not searched; SUNDIALS leaves out its own
// include when it has been seen.
#if __has_include(<suitesparse/klu.h>)
#include <suitesparse/klu.h>
#endif
#include <cvode/cvode.h>
#include <cvode/cvode_ls.h>
#include <nvector/nvector_serial.h>
#include <sunlinsol/sunlinsol_dense.h>
#include <sunlinsol/sunlinsol_klu.h>
#include <sunlinsol/sunlinsol_spgmr.h>
#include <sunmatrix/sunmatrix_dense.h>
#include <sunmatrix/sunmatrix_sparse.h>
#include <sunnonlinsol/sunnonlinsol_fixedpoint.h>

#if !defined(SUNDIALS_INT64_T) || !defined(SUNDIALS_DOUBLE_PRECISION)
#error "SUNDIALS has to be built with 64-bit indices and double precision"
#endif

// What differs between SUNDIALS 6 and 7. Messages are not printed: they go to a handler, as text.

typedef void (*apus_message_handler)(int flag, const char *message, void *data);

typedef struct {
  apus_message_handler handler;
  void *data;
} apus_message_target;

static inline int apus_make_context(SUNContext *context) {
#if SUNDIALS_VERSION_MAJOR >= 7
  return SUNContext_Create(SUN_COMM_NULL, context);
#else
  return SUNContext_Create(NULL, context);
#endif
}

#if SUNDIALS_VERSION_MAJOR >= 7
static inline void apus_forward_message(int line, const char *function, const char *file, const char *message,
                                        SUNErrCode code, void *data, SUNContext context) {
  (void)line, (void)function, (void)file, (void)context;
  apus_message_target *target = data;
  target->handler(code, message ? message : "", target->data);
}
#else
static inline void apus_forward_message(int code, const char *module, const char *function, char *message,
                                        void *data) {
  (void)module, (void)function;
  apus_message_target *target = data;
  target->handler(code, message ? message : "", target->data);
}
#endif

/* The target has to live as long as the solver. */
static inline int apus_handle_messages(SUNContext context, void *solver, apus_message_target *target) {
#if SUNDIALS_VERSION_MAJOR >= 7
  (void)solver;
  SUNContext_ClearErrHandlers(context);
  return SUNContext_PushErrHandler(context, apus_forward_message, target);
#else
  (void)context;
  return CVodeSetErrHandlerFn(solver, apus_forward_message, target);
#endif
}
