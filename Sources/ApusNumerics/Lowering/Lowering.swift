import ApusTerms

/// How much is done to make a program fast.
public enum Optimization: Sendable, CaseIterable {
  /// Products are multiplied out in every place where they stand, as the expressions say: a measure for the others.
  case none
  /// Equal subexpressions are computed once.
  case sharing
  /// Common factors are taken out, partial sums and products are shared, where that makes the program cheaper.
  ///
  /// Sums are then added in another order, so that results may differ by rounding from those of `sharing`.
  case full
}

/// Makes programs of expressions.
enum Lowering {
  /// The program that computes the expressions.
  ///
  /// - Complexity: near-linear in the number of distinct nodes.
  static func program(
    _ expressions: [Expr], variables: [Symbol], parameters: [Symbol], optimization: Optimization
  ) throws(CompileError) -> Program {
    var workspace = Workspace(capacity: 1024)
    let outputs = inserted(expressions, into: &workspace)
    return try program(
      workspace, outputs, variables: variables, parameters: parameters, optimization: optimization)
  }

  /// The canonical terms of the expressions.
  private static func inserted(
    _ expressions: [Expr], into workspace: inout Workspace
  ) -> [Workspace.Ref] {
    var refs: [Expr: Workspace.Ref] = [:]
    var outputs: [Workspace.Ref] = []
    outputs.reserveCapacity(expressions.count)
    for expression in expressions {
      if let known = refs[expression] {
        outputs.append(known)
        continue
      }
      let canonical = expression.flags.contains(.hasOpaque) ? expression.canonical() : expression
      let ref = workspace.insert(canonical)
      refs[expression] = ref
      outputs.append(ref)
    }
    return outputs
  }

  /// The program that keeps constants as they are; those that are no machine numbers are inputs behind the parameters.
  ///
  /// - Complexity: near-linear in the number of distinct nodes.
  static func exactProgram(
    _ expressions: [Expr], variables: [Symbol], parameters: [Symbol]
  ) throws(CompileError) -> (program: Program, constants: [ExactConstant]) {
    var workspace = Workspace(capacity: 1024)
    let outputs = inserted(expressions, into: &workspace)
    let inputs = try Self.inputs(variables, parameters)
    var builder = FormBuilder(workspace, inputs: inputs, exact: ExactConstants(behind: parameters.count))
    let forms = try builder.forms(of: outputs)
    let program = try FormEmission.program(
      builder.graph, forms, variables: variables, parameters: parameters, foldsConstants: false)
    return (program, builder.exact?.constants ?? [])
  }

  /// The program of terms of a workspace.
  static func program(
    _ workspace: consuming Workspace, _ outputs: [Workspace.Ref], variables: [Symbol],
    parameters: [Symbol], optimization: Optimization
  ) throws(CompileError) -> Program {
    let inputs = try Self.inputs(variables, parameters)
    var builder = FormBuilder(workspace, inputs: inputs)
    var forms = try builder.forms(of: outputs)
    let graph = builder.graph
    func program(_ graph: FormGraph, _ forms: [FormGraph.ID]) throws(CompileError) -> Program {
      try FormEmission.program(graph, forms, variables: variables, parameters: parameters)
    }
    switch optimization {
    case .none:
      return try FormEmission.program(
        graph, forms, variables: variables, parameters: parameters, sharesResults: false)
    case .sharing: return try program(graph, forms)
    case .full:
      let shared = try program(graph, forms)
      let optimized = optimized(graph, &forms)
      let factored = try program(optimized, forms)
      return factored.cost < shared.cost ? factored : shared
    }
  }

  /// The passes one after another.
  private static func optimized(_ graph: FormGraph, _ forms: inout [FormGraph.ID]) -> FormGraph {
    var factoring = Factoring()
    let factored = graph.rebuilt(by: &factoring, &forms)
    var sums = PartialSums(factored, forms)
    let summed = factored.rebuilt(by: &sums, &forms)
    var products = PartialProducts(summed, forms)
    let multiplied = summed.rebuilt(by: &products, &forms)
    var signs = SignFolding(multiplied, forms)
    return multiplied.rebuilt(by: &signs, &forms)
  }

  private static func inputs(
    _ variables: [Symbol], _ parameters: [Symbol]
  ) throws(CompileError) -> [Symbol: Operand] {
    guard variables.count < Operand.limit, parameters.count < Operand.limit else { throw .tooLarge }
    var inputs: [Symbol: Operand] = [:]
    for (i, symbol) in variables.enumerated() {
      if inputs.updateValue(Operand(.variable, i), forKey: symbol) != nil {
        throw .duplicateVariable(symbol.name)
      }
    }
    for (i, symbol) in parameters.enumerated() {
      if inputs.updateValue(Operand(.parameter, i), forKey: symbol) != nil {
        throw .duplicateVariable(symbol.name)
      }
    }
    return inputs
  }
}
