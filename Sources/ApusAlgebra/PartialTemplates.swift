import ApusTerms

/// The partial derivatives of functions as terms with slots for the arguments, each made once.
struct PartialTemplates {
  typealias Ref = Workspace.Ref

  let facts: Facts
  private var templates: [Workspace.Head: [Ref?]] = [:]
  private var slots: [Ref] = []

  init(_ facts: Facts) { self.facts = facts }

  /// The partial derivatives with respect to each argument, still with slots; empty where none is known.
  mutating func partials(
    of head: Workspace.Head, _ arguments: [Ref], in workspace: inout Workspace
  ) -> [Ref?] {
    // A variadic function may have different partial derivatives for each number of arguments.
    let function = workspace.function(head)
    let isFixed = function.arity.maximum == function.arity.minimum
    if isFixed, let known = templates[head] { return known }
    var partials = function.partials
    if partials == nil, let real = function.realPartials, areReal(arguments, workspace) { partials = real }
    guard let partials else { return [] }
    let slotExprs = (0..<arguments.count).map { Expr.symbol("\u{F8FF}\($0)") }
    while slots.count < slotExprs.count { slots.append(workspace.insert(slotExprs[slots.count])) }
    let made = partials(slotExprs).map { $0.map { workspace.insert($0) } }
    if isFixed, function.partials != nil { templates[head] = made }
    return made
  }

  private func areReal(_ arguments: [Ref], _ workspace: borrowing Workspace) -> Bool {
    for argument in arguments where facts.isReal(workspace.expr(argument)) != .true { return false }
    return true
  }

  /// The template with its slots filled; templates are a few nodes deep.
  func instantiated(_ template: Ref, _ arguments: [Ref], in workspace: inout Workspace) -> Ref {
    workspace.filling(template, slots, with: arguments)
  }
}
