/// A language in which programs are written out.
public enum SourceLanguage: String, Sendable, CaseIterable {
  /// C99 with `math.h`: `void f(const double *x, const double *p, double *y)`.
  case c
  /// Swift: `func f(_ x: UnsafePointer<Double>, _ p: UnsafePointer<Double>, _ y: UnsafeMutablePointer<Double>)`.
  case swift
  /// Python with NumPy: `f(x, p)` gives a list; elements may be arrays of points.
  case numpy
  /// Python with JAX: the same, for differentiation and accelerators.
  case jax
  /// Julia: `f!(y, x, p)`.
  case julia
  /// MATLAB or Octave: `y = f(x, p)`.
  case matlab
  /// Stan: `vector f(vector x, vector p)` in a block of functions.
  case stan
}
