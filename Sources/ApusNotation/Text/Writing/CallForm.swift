import ApusTerms

/// How the text notation writes the call of a function.
enum CallForm {
  /// The name alone, of a constant.
  case constant
  /// Between the arguments, which bind at least as tightly as `operand`.
  case infix(StaticString, Precedence, operand: Precedence)
  case prefix(StaticString, operand: Precedence)
  case postfix(StaticString, operand: Precedence)
  case brackets(StaticString, StaticString)
  /// The verb `diff` with the orders that are not 1.
  case derivative
  /// The name with its arguments in parentheses.
  case call

  /// The form of a call node.
  init(_ layout: Layout, _ id: Int) {
    let function = layout.function(id)
    let count = Int(layout.nodes[id].count)
    self = .call
    guard !function.isUndefined else { return }
    if count == 0 {
      if function == .list || function == .set {
        self = function == .list ? .brackets("[", "]") : .brackets("{", "}")
      } else if function.arity.maximum == 0 || function.name == "true" || function.name == "false" {
        self = .constant
      }
      return
    }
    if let form = CallForm.named(function.name, count: count) { self = form }
    if function == .derivative, !CallForm.hasNumericOrders(layout, id, count) { self = .call }
  }

  /// How tightly the written call binds.
  var precedence: Precedence {
    switch self {
    case .constant, .brackets, .derivative, .call: .atom
    case .infix(_, let own, _): own
    case .prefix: .not
    case .postfix: .postfix
    }
  }

  private static func named(_ name: String, count: Int) -> CallForm? {
    if count == 2, let sign = relations[name] { return .infix(sign, .relation, operand: .sum) }
    switch (name, count) {
    case ("and", 2...): return .infix(" and ", .conjunction, operand: .not)
    case ("or", 2...): return .infix(" or ", .disjunction, operand: .conjunction)
    case ("not", 1): return .prefix("not ", operand: .not)
    case ("factorial", 1): return .postfix("!", operand: .atom)
    case ("list", _): return .brackets("[", "]")
    case ("set", _): return .brackets("{", "}")
    case ("tuple", 2...): return .brackets("(", ")")
    case ("derivative", 3...) where count % 2 == 1: return .derivative
    default: return nil
    }
  }

  private static let relations: [String: StaticString] = [
    "equal": " = ", "notEqual": " != ", "less": " < ", "lessEqual": " <= ", "greater": " > ",
    "greaterEqual": " >= ",
  ]

  /// Whether every order is a positive integer and every variable is not a number, so that `diff` reads it back.
  private static func hasNumericOrders(_ layout: Layout, _ id: Int, _ count: Int) -> Bool {
    stride(from: 1, to: count, by: 2).allSatisfy { index in
      let (variable, order) = (layout.part(index, of: id).id, layout.part(index + 1, of: id).id)
      guard layout.nodes[order].kind == .number, layout.nodes[variable].kind != .number else { return false }
      guard let value = layout.number(order).asInt else { return false }
      return value > 0
    }
  }
}
