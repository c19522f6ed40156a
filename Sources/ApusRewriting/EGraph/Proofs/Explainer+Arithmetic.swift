import ApusNumbers

/// What was looked into and what was made while arithmetic was done.
struct ArithmeticEvents {
  /// A sum, product or call that was made.
  struct Making {
    var kind: ProofJournal.Event
    var inputs: [(given: UInt32, canonical: UInt32, weight: UInt32)]
    /// The operator of a call.
    var op: UInt32
    var returned: UInt32
    var node: UInt32
  }

  /// For classes, the nodes that were taken to stand for them, and whether their children were looked at.
  private(set) var choices: [(id: UInt32, node: UInt32, opens: Bool)] = []
  private(set) var makings: [Making] = []
  /// The places of the makings that returned a class, ascending.
  private var places: [UInt32: [Int]] = [:]

  init(_ words: [UInt32]) {
    var at = 0
    while at < words.count, let kind = ProofJournal.Event(rawValue: words[at]) {
      if kind == .choice || kind == .opening {
        choices.append((words[at + 1], words[at + 2], kind == .opening))
        at += 3
        continue
      }
      let count = Int(words[at + 1])
      var inputs: [(given: UInt32, canonical: UInt32, weight: UInt32)] = []
      for i in 0..<count {
        inputs.append((words[at + 2 + 3 * i], words[at + 3 + 3 * i], words[at + 4 + 3 * i]))
      }
      at += 2 + 3 * count
      makings.append(
        .init(kind: kind, inputs: inputs, op: words[at], returned: words[at + 1], node: words[at + 2]))
      at += 3
    }
    for (place, making) in makings.enumerated() { places[making.returned, default: []].append(place) }
  }

  /// Which of several choices for one class comes first.
  enum Preference: CaseIterable {
    case lastOpened, firstOpened, lastClosed
  }

  /// The choices in an order.
  func choices(_ preference: Preference) -> [(id: UInt32, node: UInt32, opens: Bool)] {
    let (opened, closed) = (choices.filter(\.opens), choices.filter { !$0.opens })
    return switch preference {
    case .lastOpened: opened.reversed() + closed.reversed()
    case .firstOpened: opened + closed
    case .lastClosed: closed.reversed() + opened.reversed()
    }
  }

  /// Whether a class was an input of something that was made.
  func isInput(_ id: UInt32) -> Bool {
    makings.contains { making in making.inputs.contains { $0.given == id } }
  }

  /// The last making before a place that returned a class.
  func place(returning id: UInt32, before place: Int) -> Int? {
    places[id]?.last { $0 < place }
  }
}

extension Explainer {
  /// A node whose parts are looked into equals, by the laws of arithmetic, what was made of it.
  mutating func arithmetic(_ at: Int, _ graph: borrowing EGraph) -> Int? {
    let (from, to) = (graph.journal.entries[at + 1], graph.journal.entries[at + 2])
    let end = at + Int(graph.journal.entries[at] >> ProofJournal.kindBits)
    let events = ArithmeticEvents((at + 3..<end).map { graph.journal.entries[$0] })
    let place = events.makings.lastIndex { $0.returned == to || $0.node == to }
    guard let made = place.map({ made($0, events, graph) }) ?? same(to, graph) else { return nil }
    let last = place.map { prove(events.makings[$0].node, to, graph) } ?? made
    // A class may have been looked into in one place and left alone in another, or in several ways.
    for preference in ArithmeticEvents.Preference.allCases {
      guard let opened = opened(from, events, graph, 0, preference),
        let law = add(.arithmetic(conclusion(opened).right, conclusion(made).left))
      else { continue }
      return chain([opened, law, made] + (place == nil ? [] : [last]))
    }
    return nil
  }

  /// That the term of a node is one in which nodes stand for its parts as they were chosen.
  private mutating func opened(
    _ node: UInt32, _ events: ArithmeticEvents, _ graph: borrowing EGraph, _ level: Int,
    _ preference: ArithmeticEvents.Preference
  ) -> Int? {
    if level > 4 || graph.operatorOfOrigin(node).shape == .leaf { return same(node, graph) }
    var parts: [Int?] = []
    for child in graph.childrenOfOrigin(node) {
      parts.append(openedPart(child, node, events, graph, level, preference))
    }
    return operands(shape(ofNode: node, graph), parts)
  }

  private mutating func openedPart(
    _ child: UInt32, _ parent: UInt32, _ events: ArithmeticEvents, _ graph: borrowing EGraph, _ level: Int,
    _ preference: ArithmeticEvents.Preference
  ) -> Int? {
    let root = graph.find(child)
    let choices = events.choices(preference).filter { graph.find($0.id) == root && $0.node != parent }
    for (_, node, opens) in choices {
      guard let step = prove(child, node, graph) else { continue }
      if !opens { return step }
      guard let inner = opened(node, events, graph, level + 1, preference) else { continue }
      return chain([step, inner])
    }
    return same(child, graph)
  }

  /// That what was made of its inputs, which were made before it, is the term of a node.
  mutating func made(_ place: Int, _ events: ArithmeticEvents, _ graph: borrowing EGraph) -> Int? {
    var known: [Int: Int] = [:]
    return made(place, events, graph, &known)
  }

  /// - Parameter known: the steps by place, since what was made may be an input of several.
  private mutating func made(
    _ place: Int, _ events: ArithmeticEvents, _ graph: borrowing EGraph, _ known: inout [Int: Int]
  ) -> Int? {
    if let step = known[place] { return step }
    guard enter() else { return nil }
    defer { leave() }
    let making = events.makings[place]
    var parts: [Int?] = []
    for input in making.inputs {
      if let earlier = events.place(returning: input.given, before: place) {
        let inner = made(earlier, events, graph, &known)
        parts.append(chain([inner, prove(events.makings[earlier].node, input.canonical, graph)]))
      } else {
        parts.append(prove(input.given, input.canonical, graph))
      }
    }
    let weights = making.inputs.map { graph.rationals[$0.weight] }
    let step: Int?
    switch making.kind {
    case .sum: step = operands(.sum(weights), parts)
    case .product: step = operands(.product(weights), parts)
    default: step = operands(terms.shape(Operator(code: making.op), weights: [], in: graph), parts)
    }
    guard let step, let end = same(making.node, graph) else { return nil }
    let whole = conclusion(step).right == conclusion(end).left ? step : joined(step, making, end, graph)
    known[place] = whole
    return whole
  }

  /// The same when the node was there before, with other terms for its children.
  private mutating func joined(
    _ step: Int, _ making: ArithmeticEvents.Making, _ end: Int, _ graph: borrowing EGraph
  ) -> Int? {
    let children = graph.childrenOfOrigin(making.node)
    guard children.count == making.inputs.count, graph.operatorOfOrigin(making.node).shape != .weighted else {
      return chain([step, add(.arithmetic(conclusion(step).right, conclusion(end).left))])
    }
    var parts: [Int?] = []
    for (input, child) in zip(making.inputs, children) { parts.append(prove(input.canonical, child, graph)) }
    return chain([step, operands(shape(ofNode: making.node, graph), parts)])
  }

  /// That what was made last for a node is its term.
  mutating func reached(_ node: UInt32, _ events: inout ArithmeticEvents, _ graph: borrowing EGraph) -> Int? {
    guard let place = events.makings.lastIndex(where: { $0.node == node }) else { return same(node, graph) }
    return made(place, events, graph)
  }
}
