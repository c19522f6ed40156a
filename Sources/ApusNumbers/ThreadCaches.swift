import CFLINT
import CMPFR

/// The constants and tables that FLINT and MPFR keep for the thread that computes.
package enum ThreadCaches {
  /// Frees them; to be called at the end of a thread that has computed with balls or floats.
  package static func release() {
    flint_cleanup()
    mpfr_free_cache()
  }
}
