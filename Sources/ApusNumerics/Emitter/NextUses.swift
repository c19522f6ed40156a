/// When each value is needed next, for the choice of what leaves the registers.
struct NextUses {
  /// The places of the uses of value v, ascending, from `starts[v]` to `starts[v + 1]`.
  private var starts: [Int32]
  private var places: [Int32]
  /// Where the uses that are still to come begin.
  private var cursors: [Int32]

  /// A place behind all instructions.
  static let never = Int32.max

  init(_ model: CodeModel) {
    let numbering = model.numbering
    starts = Array(repeating: 0, count: numbering.count + 1)
    let program = model.program
    for index in model.instructions {
      for operand in model.operands(of: program.instructions[index]) {
        starts[numbering.index(of: operand) + 1] += 1
      }
    }
    for value in 0..<numbering.count { starts[value + 1] += starts[value] }
    cursors = Array(starts.dropLast())
    places = Array(repeating: 0, count: Int(starts[numbering.count]))
    for (place, index) in model.instructions.enumerated() {
      for operand in model.operands(of: program.instructions[index]) {
        let value = numbering.index(of: operand)
        places[Int(cursors[value])] = Int32(place)
        cursors[value] += 1
      }
    }
    cursors = Array(starts.dropLast())
  }

  /// The first use of the value after a place.
  @inline(__always) mutating func next(_ value: Int, after place: Int32) -> Int32 {
    var cursor = cursors[value]
    let end = starts[value + 1]
    while cursor < end, places[Int(cursor)] <= place { cursor += 1 }
    cursors[value] = cursor
    return cursor < end ? places[Int(cursor)] : Self.never
  }
}
