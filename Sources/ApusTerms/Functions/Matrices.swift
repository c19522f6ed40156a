import ApusNumbers

// Functions of matrices, which are lists of rows: the verbs compute them, the records serve readers and writers.
extension Function {
  /// The transpose.
  public static let transpose = Function(
    "transpose", parameters: ["A": .any], summary: "the transpose of a matrix",
    notation: FunctionNotation(
      latex: "#1^{\\mathsf{T}}", sympy: "transpose", numpy: "np.transpose", mathML: "transpose"),
    laws: FunctionLaws(inverse: "transpose", leftInverse: "transpose"), source: "DLMF 1.2.27")
  /// The conjugate transpose.
  public static let adjoint = Function(
    "adjoint", aliases: ["Dagger"], parameters: ["A": .any], summary: "the conjugate transpose of a matrix",
    notation: FunctionNotation(
      latex: "#1^{\\dagger}", sympy: "adjoint", numpy: "np.conj(np.transpose(#1))"),
    laws: FunctionLaws(inverse: "adjoint", leftInverse: "adjoint"), source: "DLMF 1.2.28")
  /// The determinant.
  public static let det = Function(
    "det", aliases: ["determinant"], parameters: ["A": .any], summary: "the determinant of a square matrix",
    notation: FunctionNotation(
      latex: "\\det", sympy: "det", numpy: "np.linalg.det", mathML: "determinant"),
    source: "DLMF 1.3.1")
  /// The trace.
  public static let trace = Function(
    "trace", aliases: ["tr"], parameters: ["A": .any], summary: "the trace of a square matrix",
    notation: FunctionNotation(latex: "\\operatorname{tr}", sympy: "trace", numpy: "np.trace"),
    source: "DLMF 1.2.72")
  /// The norm.
  public static let norm = Function(
    "norm", parameters: ["v": .any],
    summary: "the Euclidean norm of a vector, the absolute value of a number",
    notation: FunctionNotation(
      latex: "\\left\\|#1\\right\\|", sympy: "#1.norm()", numpy: "np.linalg.norm"),
    source: "DLMF 1.2.46")
  /// The scalar product.
  public static let dot = Function(
    "dot", parameters: ["u": .any, "v": .any], summary: "the scalar product of two vectors",
    notation: FunctionNotation(
      latex: "#1 \\cdot #2", sympy: "#1.dot(#2)", numpy: "np.dot", mathML: "scalarproduct"),
    source: "DLMF 1.6.2")
  /// The vector product.
  public static let cross = Function(
    "cross", parameters: ["u": .any, "v": .any], summary: "the vector product in three dimensions",
    notation: FunctionNotation(
      latex: "#1 \\times #2", sympy: "#1.cross(#2)", numpy: "np.cross", mathML: "vectorproduct"),
    source: "DLMF 1.6.9")
}
