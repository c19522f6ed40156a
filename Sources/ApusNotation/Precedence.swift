/// How tightly the operators of infix notations bind, loosest first: the one table of the text reader and of all infix writers.
///
/// ```
/// a := b      definition          a + b, a - b    sum
/// a or b      disjunction         -a              negation (as loose as a sum where an operand may start one)
/// a and b     conjunction         a*b, a/b        product
/// not a       not                 a^b             power, right associative
/// a = b < c   relation            a!              postfix
/// ```
package enum Precedence: UInt8, Comparable, Sendable {
  case definition = 1
  case binding
  case disjunction
  case conjunction
  case not
  case relation
  case sum
  case negation
  case product
  case signedFactor
  case power
  case root
  case postfix
  case atom

  package static func < (a: Precedence, b: Precedence) -> Bool { a.rawValue < b.rawValue }
}
