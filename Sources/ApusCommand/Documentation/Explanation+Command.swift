// What can be wrong around the mathematics: limits, files, and the JSON lines protocol.
extension Explanation {
  /// Limits.
  static let limits = [
    Explanation(
      "timeout", "The answer took longer than --timeout allows. The input may be right: allow more time."),
    Explanation("cancelled", "The evaluation was stopped with Ctrl-C."),
    Explanation("too-large", "The input or the answer is larger than is computed."),
    Explanation("number-too-large", "The number would have more digits than are computed."),
    Explanation(
      "not-expressible", "The notation to write has no words for this. Another may have; SymPy has the most."),
    Explanation(
      "no-value", "This input is a statement without a value, such as the definition of a function."),
    Explanation("unreadable-file", "The system does not let the file be read."),
    Explanation(
      "malformed-cycle-table",
      "A table of cycles has lines of a name and a positive whole number, as apus bench --calibrate prints it."
    ),
  ]

  /// Conversions of documents, and their check.
  static let conversions = [
    Explanation(
      "no-formula",
      "The document holds no formula between delimiters. Perhaps it is a list of formulas: --layout lines reads every line."
    ),
    Explanation(
      "invalid-assumption",
      "--assume takes 'f: function', 'y: function of x', 'e: symbol', 'e: constant', \"': name\", '/: factor', 'T: transpose', "
        + "'\\log: base 10', comparisons with 0 and facts such as real(x) or n: integer, separated by semicolons."
    ),
    Explanation("not-verifiable", "--verify runs the answers in Python, so they have to be Python."),
    Explanation(
      "python-failed",
      "--verify needs a python3 with SymPy, or with NumPy and SciPy. Install them, or name another Python with --python."
    ),
    Explanation(
      "verification-failed",
      "The answer was run in Python and had other values than the formula as it was read. The answer is not given."
    ),
  ]

  /// The protocol and the prompt.
  static let protocols = [
    Explanation(
      "invalid-json", "The line begins like a JSON object and is none.", #"{"input": "x",}"#,
      #"{"input": "x"}"#),
    Explanation(
      "invalid-sympy",
      "The program is no Python of the kind that 'apus convert --to sympy' writes: imports from sympy, symbols, and one expression; nothing of it is run."
    ),
    Explanation(
      "invalid-mathjson", "The JSON is well formed and is no expression in MathJSON, as the library reads it."
    ),
    Explanation(
      "invalid-request", "A request has an optional 'id' and an 'input', which is a string.",
      #"{"id": 1, "text": "x"}"#,
      #"{"id": 1, "input": "x"}"#),
    Explanation(
      "duplicate-key", "A JSON object names a key twice, so that it is not plain which value counts."),
    Explanation(
      "lone-surrogate",
      "A \\u escape is half of a surrogate pair. Characters outside the basic plane need both halves.",
      #""\ud83c""#, #""\ud83c\udf4e""#),
    Explanation(
      "unknown-prompt-command", "A line that begins with a colon is a command of the prompt.", ":tiem",
      ":time"),
    Explanation("unknown-code", "There is no such error code."),
  ]
}
