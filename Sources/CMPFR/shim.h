// Through the module, so that GMP's declarations have one owner and clang does not make a second copy of them.
#include "../CGMP/shim.h"
#include <mpfr.h>
