// What can be wrong with models and their integration.
extension Explanation {
  static let simulations = [
    Explanation(
      "simulation-unavailable",
      "Apus was built without a solver for time integration, which needs SUNDIALS: Docs/Simulation.md says how to install it and to build."
    ),
    Explanation(
      "invalid-simulation", "What is asked of the solver makes no sense, such as times that do not ascend."),
    Explanation(
      "model-value", "A parameter or an initial amount of the model has no finite real value."),
    Explanation(
      "too-many-steps",
      "The solver took as many steps as it may before it reached the end. Allow more with --max-steps, or more error with --rtol and --atol."
    ),
    Explanation(
      "tolerances-too-small",
      "The tolerances ask for more digits than machine numbers have: allow more error with --rtol and --atol."
    ),
    Explanation(
      "step-too-short",
      "However short the step, its error is larger than the tolerances allow: the solution may have a singularity or a jump at this time."
    ),
    Explanation(
      "no-convergence",
      "The equations of a step could not be solved however short it was. The solution may have a singularity at this time; with the solver krylov, another solver may help."
    ),
    Explanation(
      "linear-solver-failed",
      "The linear equations of a step could not be solved, which another solver may do."),
    Explanation(
      "derivative-not-finite",
      "The right-hand sides are infinite or undefined near the state that was reached, as after a division by zero."
    ),
    Explanation("solver-failed", "SUNDIALS reports a mistake that should not happen, in its own words."),
  ]
}
