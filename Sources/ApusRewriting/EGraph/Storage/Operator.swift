/// An operator of a user-defined language: a 32-bit id that carries the shape of its nodes in its low bits.
///
/// Operators come from a ``TermLanguage``; ids are dense and given in the order of declaration.
public struct Operator: Hashable, Sendable, Comparable {
  let code: UInt32

  init(code: UInt32) {
    self.code = code
  }

  init(index: Int, shape: Shape) {
    code = UInt32(index) << Self.shapeBits | shape.rawValue
  }

  static let shapeBits: UInt32 = 3
  static let shapeMask: UInt32 = 7

  var index: Int { Int(code >> Self.shapeBits) }
  var shape: Shape { Shape(rawValue: code & Self.shapeMask) ?? .leaf }

  /// The order of declaration.
  public static func < (lhs: Operator, rhs: Operator) -> Bool { lhs.code < rhs.code }

  /// How a node keeps what belongs to its operator.
  enum Shape: UInt32 {
    /// No children; 64 bits of payload.
    case leaf = 0
    /// One child in the record.
    case unary = 1
    /// Two children in the record.
    case binary = 2
    /// Children in the child arena.
    case spilled = 3
    /// Pairs of a class and a coefficient in the child arena, sorted by class.
    case weighted = 4
  }
}

/// An equivalence class of an ``EGraph``: the id of any of its nodes stands for it.
public struct ClassID: Hashable, Sendable, Comparable {
  let raw: UInt32

  init(_ raw: UInt32) {
    self.raw = raw
  }

  /// The order of creation.
  public static func < (lhs: ClassID, rhs: ClassID) -> Bool { lhs.raw < rhs.raw }
}

/// A node: 16 bytes, four to a cache line.
struct NodeRecord: BitwiseCopyable {
  /// ``Operator/code``, with ``deadBit`` in a node that turned out a duplicate of another.
  var op: UInt32
  /// First child, offset in the child arena, or high half of the payload.
  var c0: UInt32
  /// Second child, number of words in the child arena, or low half of the payload.
  var c1: UInt32
  /// The round in which the row (operator, children, class) last changed.
  var stamp: UInt32

  static let deadBit: UInt32 = 1 << 31

  var isDead: Bool { op & Self.deadBit != 0 }
  var payload: UInt64 { UInt64(c0) << 32 | UInt64(c1) }
}

/// The id that stands for no class and no node.
let none = UInt32.max
