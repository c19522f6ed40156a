import ApusTerms

/// What the passes before code generation work on: a hash-consed graph of n-ary sums with real weights, products with
/// integer exponents, and operations.
///
/// The operands of a form have smaller numbers than the form itself, so that a pass is a loop. Unlike canonical terms, sums
/// may stand in sums: that is how partial sums and factors are shared.
struct FormGraph {
  typealias ID = UInt32

  enum Kind: UInt8 { case input, constant, sum, product, apply, call }

  struct Header {
    var kind: Kind
    var opcode: Opcode
    var start: UInt32
    var count: UInt32
    /// Of a constant its value, of a sum its constant.
    var value: Double
    /// Of an input its operand, of a call the index of its function.
    var payload: UInt32
    var hash: UInt64
  }

  /// One operand with its weight in a sum, or its exponent in a product.
  struct Entry: Equatable {
    var id: ID
    var weight: Double
    @inline(__always) init(_ id: ID, _ weight: Double) { (self.id, self.weight) = (id, weight) }
  }

  private(set) var headers: [Header] = []
  private var entries: [Entry] = []
  private var table: [UInt32]
  /// The functions of calls.
  private(set) var functions: [Function] = []
  private var functionIndices: [Function: Int] = [:]

  init(capacity: Int = 256) {
    var slots = 256
    while slots < 2 * capacity { slots *= 2 }
    table = Array(repeating: 0, count: slots)
    headers.reserveCapacity(capacity)
    entries.reserveCapacity(3 * capacity)
  }

  var count: Int { headers.count }

  @inline(__always) func header(_ id: ID) -> Header { headers[Int(id)] }
  @inline(__always) func kind(_ id: ID) -> Kind { headers[Int(id)].kind }
  @inline(__always) func entry(_ header: Header, _ i: Int) -> Entry { entries[Int(header.start) + i] }

  /// The entries of a form, as a slice.
  @inline(__always) func entries(of id: ID) -> ArraySlice<Entry> {
    let header = headers[Int(id)]
    return entries[Int(header.start)..<Int(header.start + header.count)]
  }

  /// The value, if the form is a constant.
  func constantValue(_ id: ID) -> Double? { kind(id) == .constant ? headers[Int(id)].value : nil }

  /// The form as a multiple of another one.
  func scaled(_ id: ID) -> Entry {
    let header = headers[Int(id)]
    if header.kind == .sum, header.count == 1, header.value == 0 { return entries[Int(header.start)] }
    return Entry(id, 1)
  }

  // MARK: - Making

  mutating func input(_ operand: Operand) -> ID {
    intern(.input, payload: operand.raw, operands: [])
  }

  mutating func constant(_ value: Double) -> ID {
    // A zero without a sign: sums and products do not tell them apart, and neither does mathematics.
    intern(.constant, value: value == 0 ? 0 : value, operands: [])
  }

  mutating func apply(_ opcode: Opcode, _ operands: [ID]) -> ID {
    intern(.apply, opcode: opcode, operands: operands.map { Entry($0, 1) })
  }

  mutating func call(_ function: Function, _ operands: [ID]) -> ID {
    let index: Int
    if let known = functionIndices[function] {
      index = known
    } else {
      index = functions.count
      functions.append(function)
      functionIndices[function] = index
    }
    return intern(
      .call, opcode: .call, payload: UInt32(index), operands: operands.map { Entry($0, 1) })
  }

  /// constant + Σ weight·form: constants are folded, equal forms collected.
  mutating func sum(_ constant: Double, _ terms: [Entry]) -> ID {
    var constant = constant
    var kept: [Entry] = []
    kept.reserveCapacity(terms.count)
    for term in terms {
      let header = headers[Int(term.id)]
      if header.kind == .constant {
        constant += term.weight * header.value
      } else if header.kind == .sum, header.count == 1, header.value == 0 {
        let inner = entries[Int(header.start)]
        kept.append(Entry(inner.id, inner.weight * term.weight))
      } else {
        kept.append(term)
      }
    }
    Self.collect(&kept)
    if kept.isEmpty { return self.constant(constant) }
    if constant == 0, kept.count == 1, kept[0].weight == 1 { return kept[0].id }
    return intern(.sum, value: constant == 0 ? 0 : constant, operands: kept)
  }

  /// Π form^exponent, of forms that are not constant; exponents are integers.
  mutating func product(_ factors: [Entry]) -> ID {
    var kept: [Entry] = []
    kept.reserveCapacity(factors.count)
    for factor in factors {
      let header = headers[Int(factor.id)]
      if header.kind == .product {
        for inner in entries(of: factor.id) {
          kept.append(Entry(inner.id, inner.weight * factor.weight))
        }
      } else {
        kept.append(factor)
      }
    }
    Self.collect(&kept)
    if kept.isEmpty { return constant(1) }
    if kept.count == 1, kept[0].weight == 1 { return kept[0].id }
    return intern(.product, operands: kept)
  }

  /// A product whose products among the factors stay as they are.
  mutating func nestedProduct(_ factors: [Entry]) -> ID {
    var kept = factors
    Self.collect(&kept)
    if kept.count == 1, kept[0].weight == 1 { return kept[0].id }
    return intern(.product, operands: kept)
  }

  /// Sorts by form and adds the weights of equal forms.
  private static func collect(_ entries: inout [Entry]) {
    var isSorted = true
    for i in entries.indices.dropFirst() where entries[i].id <= entries[i - 1].id {
      isSorted = false
      break
    }
    if !isSorted {
      entries.sort { $0.id < $1.id }
      var kept = 0
      for i in entries.indices {
        if kept > 0, entries[kept - 1].id == entries[i].id {
          entries[kept - 1].weight += entries[i].weight
        } else {
          entries[kept] = entries[i]
          kept += 1
        }
      }
      entries.removeLast(entries.count - kept)
    }
    entries.removeAll { $0.weight == 0 }
  }

  // MARK: - The hash table

  private mutating func intern(
    _ kind: Kind, opcode: Opcode = .add, value: Double = 0, payload: UInt32 = 0, operands: [Entry]
  ) -> ID {
    var hash = Self.mix(
      UInt64(kind.rawValue) << 40 | UInt64(opcode.rawValue) << 32 | UInt64(payload), value.bitPattern)
    for operand in operands {
      hash = Self.mix(hash ^ UInt64(operand.id), operand.weight.bitPattern)
    }
    if 2 * (headers.count + 1) > table.count { growTable() }
    let mask = table.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while table[slot] != 0 {
      let id = table[slot] - 1
      let other = headers[Int(id)]
      if other.hash == hash, other.kind == kind, other.opcode == opcode, other.payload == payload,
        other.value.bitPattern == value.bitPattern, haveSameEntries(other, operands)
      {
        return id
      }
      slot = (slot + 1) & mask
    }
    let id = ID(headers.count)
    headers.append(
      Header(
        kind: kind, opcode: opcode, start: UInt32(entries.count), count: UInt32(operands.count),
        value: value, payload: payload, hash: hash))
    entries.append(contentsOf: operands)
    table[slot] = id + 1
    return id
  }

  private func haveSameEntries(_ header: Header, _ operands: [Entry]) -> Bool {
    guard Int(header.count) == operands.count else { return false }
    for i in operands.indices where entries[Int(header.start) + i] != operands[i] { return false }
    return true
  }

  @inline(__always) private static func mix(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    var z = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
    z ^= z >> 29
    z = z &* 0xBF58_476D_1CE4_E5B9
    return z ^ (z >> 32)
  }

  private mutating func growTable() {
    let mask = table.count * 2 - 1
    table = Array(repeating: 0, count: mask + 1)
    for id in headers.indices {
      var slot = Int(truncatingIfNeeded: headers[id].hash) & mask
      while table[slot] != 0 { slot = (slot + 1) & mask }
      table[slot] = UInt32(id + 1)
    }
  }
}
