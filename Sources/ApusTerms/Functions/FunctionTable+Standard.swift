extension FunctionTable {
  /// The functions that Apus knows without being told.
  public static let standard = FunctionTable(
    [
      .add, .multiply, .subtract, .negate, .divide, .power,
      .equal, .notEqual, .less, .lessEqual, .greater, .greaterEqual, .approximately, .definition, .elementOf,
      .congruent, .and, .piecewise,
      .list, .set, .tuple, .interval, .union, .intersection,
      .derivative, .at, .integral, .sum, .productOver, .limit,
      .pi, .E, .infinity,
      .exp, .log, .abs, .re, .im, .arg, .conjugate,
    ])
}
