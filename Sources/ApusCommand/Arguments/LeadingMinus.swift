/// Formulas of `apus convert` that begin with a minus sign, which the argument parser would take for options.
enum LeadingMinus {
  /// The options of the command that take a value.
  static let valued: Set<String> = [
    "--from", "--to", "-e", "--expression", "--file", "--layout", "--assume", "--macros", "--context",
    "--line-width",
    "--python", "--jobs", "--timeout", "--color",
  ]

  /// The arguments with all formulas and files behind `--`, if one of them begins with a minus sign; `nil` if none does.
  static func separated(_ arguments: [String]) -> [String]? {
    guard arguments.first == "convert" else { return nil }
    var options: [String] = []
    var inputs: [String] = []
    var hasMinus = false
    var rest = arguments.dropFirst()
    while let argument = rest.popFirst() {
      if argument == "--" {
        inputs += rest
        break
      }
      if valued.contains(argument), let value = rest.popFirst() {
        options += [argument, value]
      } else if argument.hasPrefix("-"), argument != "-", !FastArguments.isExpression(argument) {
        options.append(argument)
      } else {
        hasMinus = hasMinus || argument.hasPrefix("-") && argument != "-"
        inputs.append(argument)
      }
    }
    return hasMinus ? ["convert"] + options + ["--"] + inputs : nil
  }
}
