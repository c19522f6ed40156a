// Through the modules, so that the declarations of GMP and MPFR have one owner each.
#include "../CGMP/shim.h"
#include "../CMPFR/shim.h"
// FLINT 3 keeps every header, Arb included, in <flint/…>; FLINT 2 leaves Arb's beside it.
#include <flint/flint.h>
#include <flint/fmpz.h>
#include <flint/fmpq.h>
#include <flint/fmpz_mpoly.h>
#include <flint/fmpq_mpoly.h>
#include <flint/fmpz_mpoly_factor.h>
#include <flint/fmpq_mpoly_factor.h>
#if __has_include(<flint/acb_hypgeom.h>)
#include <flint/arb.h>
#include <flint/acb.h>
#include <flint/acb_hypgeom.h>
#include <flint/acb_elliptic.h>
#include <flint/acb_dirichlet.h>
#include <flint/arb_hypgeom.h>
#include <flint/acb_modular.h>
#include <flint/bernoulli.h>
#include <flint/arith.h>
#else
#include <arb.h>
#include <acb.h>
#include <arb_hypgeom.h>
#include <acb_hypgeom.h>
#include <acb_elliptic.h>
#include <acb_dirichlet.h>
#include <acb_modular.h>
#include <bernoulli.h>
#include <flint/arith.h>
#endif
