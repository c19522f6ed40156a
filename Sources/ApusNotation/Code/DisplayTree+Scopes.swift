extension DisplayTree {
  /// The nodes inside the bodies of sums, products and values at a point, by id.
  var scopedNodes: [Bool] {
    var isScoped = [Bool](filledWith: false, count: layout.nodes.count)
    for id in stride(from: root, through: 0, by: -1) {
      let form = self[id]
      switch form {
      case .accumulation(_, let body, _), .evaluation(let body, _, _): isScoped[body] = true
      default: break
      }
      if isScoped[id] { form.forEachPart { isScoped[$0] = true } }
    }
    return isScoped
  }
}
