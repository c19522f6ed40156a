/// The live nodes by operator, and by class and operator, as offsets into flat lists; rebuilt once a round.
struct NodeIndex: ~Copyable {
  /// Nodes by operator, then by id.
  var byOperator = Arena<UInt32>()
  /// Where the nodes of the operator with an index begin, one more at the end.
  var operatorStart = Arena<UInt32>()
  /// Nodes by class, then by operator, then by id.
  var byClass = Arena<UInt32>()
  /// Where the nodes of the class with an id begin, one more at the end.
  var classStart = Arena<UInt32>()

  var byteCount: Int {
    byOperator.byteCount + operatorStart.byteCount + byClass.byteCount + classStart.byteCount
  }
}

extension EGraph {
  /// Sorts the live nodes by counting, and stamps those whose class changed.
  mutating func buildIndex() {
    let count = nodes.count
    countNodes()
    let visible = Int(index.operatorStart[language.operatorCount])
    index.byOperator.resize(to: visible)
    index.byClass.resize(to: visible)
    let nodes = nodes.base
    let roots = roots.base
    let operatorStart = index.operatorStart.base
    let byOperator = index.byOperator.base
    for i in 0..<count where !nodes[i].isDead && isVisible(i) {
      let op = Int(nodes[i].op >> Operator.shapeBits)
      byOperator[Int(operatorStart[op])] = UInt32(truncatingIfNeeded: i)
      operatorStart[op] += 1
    }
    let classStart = index.classStart.base
    let byClass = index.byClass.base
    for i in 0..<visible {
      let node = byOperator[i]
      let root = Int(roots[Int(node)])
      byClass[Int(classStart[root])] = node
      classStart[root] += 1
    }
    // Filling moved each start to the start of the next one; move them back.
    shiftBack(operatorStart, language.operatorCount)
    shiftBack(classStart, count)
  }

  /// Counts the live nodes of each operator and class into the starts of the index.
  private mutating func countNodes() {
    let count = nodes.count
    let operators = language.operatorCount
    index.operatorStart.resize(to: operators + 1)
    index.classStart.resize(to: count + 1)
    let operatorStart = index.operatorStart.base
    let classStart = index.classStart.base
    operatorStart.update(repeating: 0, count: operators + 1)
    classStart.update(repeating: 0, count: count + 1)
    let nodes = nodes.base
    let forest = forest.base
    let roots = roots.base
    for i in 0..<count {
      let root = find(UInt32(truncatingIfNeeded: i))
      forest[i] = root
      if nodes[i].isDead { continue }
      if roots[i] != root {
        roots[i] = root
        nodes[i].stamp = now
      }
      if !isVisible(i) { continue }
      operatorStart[Int(nodes[i].op >> Operator.shapeBits)] += 1
      classStart[Int(root)] += 1
    }
    accumulate(operatorStart, operators)
    accumulate(classStart, count)
  }

  private func accumulate(_ starts: UnsafeMutablePointer<UInt32>, _ count: Int) {
    var sum: UInt32 = 0
    for i in 0...count {
      let size = starts[i]
      starts[i] = sum
      sum += size
    }
  }

  private func shiftBack(_ starts: UnsafeMutablePointer<UInt32>, _ count: Int) {
    for i in stride(from: count, to: 0, by: -1) { starts[i] = starts[i - 1] }
    starts[0] = 0
  }
}
