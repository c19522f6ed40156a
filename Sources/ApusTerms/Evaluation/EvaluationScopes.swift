/// Which bound variables occur free in each node of a workspace, and which of them have a value at the moment.
///
/// A node inside the body of a sum is evaluated only while its variable has a value; without that rule nested sums would
/// be evaluated once more for each sum that they stand in.
struct EvaluationScopes {
  /// The bit of each bound variable, by node.
  private var bits: [Int: Int] = [:]
  /// The free bound variables of each node: `width` words a node.
  private var free: [UInt64] = []
  private var width = 0
  private var assigned: [UInt64] = []
  /// Results of `dependents`, by variable and body.
  private var known: [[Int]: [Int]] = [:]

  /// Whether no variable is bound, so that every node may be evaluated.
  private(set) var isTrivial = true

  init() {}

  /// Looks at all nodes up to the root.
  init(_ workspace: borrowing Workspace, upTo root: Int) {
    for index in 0...root {
      guard let (_, variable) = Self.binder(workspace, index), bits[variable] == nil else { continue }
      bits[variable] = bits.count
    }
    if bits.isEmpty { return }
    isTrivial = false
    width = (bits.count + 63) / 64
    assigned = Array(repeating: 0, count: width)
    free = Array(repeating: 0, count: width * (root + 1))
    for index in 0...root { collect(workspace, index) }
  }

  /// How a node binds a variable, and the node of the variable.
  private static func binder(_ workspace: borrowing Workspace, _ index: Int) -> (
    binder: Binder, variable: Int
  )? {
    let ref = workspace.ref(at: index)
    guard workspace.kind(ref) == .call, workspace.flags(ref).contains(.hasBinder),
      let binder = workspace.function(workspace.head(ref)).binder, workspace.count(ref) >= binder.minimumCount
    else { return nil }
    let variable = workspace.child(ref, binder.variable)
    guard !variable.isInline, workspace.kind(variable) == .symbol else { return nil }
    return (binder, variable.index)
  }

  private mutating func collect(_ workspace: borrowing Workspace, _ index: Int) {
    if let bit = bits[index] { free[index * width + bit / 64] |= 1 << UInt64(bit % 64) }
    let ref = workspace.ref(at: index)
    let binding = Self.binder(workspace, index)
    for i in 0..<workspace.count(ref) {
      let child = workspace.child(ref, i)
      if child.isInline || i == binding?.binder.variable { continue }
      let bound = binding.flatMap { $0.binder.scope.contains(i) ? bits[$0.variable] : nil }
      for word in 0..<width {
        var mask = free[child.index * width + word]
        if let bound, bound / 64 == word { mask &= ~(1 << UInt64(bound % 64)) }
        free[index * width + word] |= mask
      }
    }
  }

  // MARK: - Assignment

  /// Notes that a symbol has a value; whether it had one before.
  @discardableResult
  mutating func assign(_ variable: Int) -> Bool {
    guard let bit = bits[variable] else { return true }
    let mask = UInt64(1) << UInt64(bit % 64)
    defer { assigned[bit / 64] |= mask }
    return assigned[bit / 64] & mask != 0
  }

  /// Notes that a symbol has no value any more.
  mutating func retract(_ variable: Int) {
    if let bit = bits[variable] { assigned[bit / 64] &= ~(1 << UInt64(bit % 64)) }
  }

  /// Whether all bound variables that occur free in the node have values.
  func isClosed(_ index: Int) -> Bool {
    for word in 0..<width where free[index * width + word] & ~assigned[word] != 0 { return false }
    return true
  }

  // MARK: - Dependence

  /// The nodes of the body whose values change with the variable, children first.
  mutating func dependents(
    on variable: Int, in body: Workspace.Ref, _ workspace: borrowing Workspace
  ) -> [Int] {
    guard !body.isInline, body.index > variable, let bit = bits[variable] else { return [] }
    if let nodes = known[[variable, body.index]] { return nodes }
    var nodes: Set<Int> = []
    var pending = [body.index]
    while let index = pending.popLast() {
      guard index != variable, depends(index, on: bit), nodes.insert(index).inserted else { continue }
      let ref = workspace.ref(at: index)
      let binding = Self.binder(workspace, index)
      for i in 0..<workspace.count(ref) {
        let child = workspace.child(ref, i)
        // What an inner binder of the same variable binds is another variable.
        let isShadowed = binding.map { $0.variable == variable && $0.binder.scope.contains(i) } ?? false
        if !child.isInline, !isShadowed { pending.append(child.index) }
      }
    }
    let sorted = nodes.sorted()
    known[[variable, body.index]] = sorted
    return sorted
  }

  private func depends(_ index: Int, on bit: Int) -> Bool {
    free[index * width + bit / 64] & (1 << UInt64(bit % 64)) != 0
  }
}
