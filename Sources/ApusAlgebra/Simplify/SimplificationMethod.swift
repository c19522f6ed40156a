import ApusRewriting

/// What looks for the simpler form.
public struct SimplificationMethod: Sendable {
  enum Kind: Sendable {
    case rewriting
    case saturation(SaturationOptions)
  }

  let kind: Kind

  /// Rules applied one at a time, bottom-up, wherever they make the expression cheaper.
  public static let rewriting = SimplificationMethod(kind: .rewriting)

  /// All forms that the rules of the library reach are held in one graph, and the shortest is taken out of it.
  public static let saturation = SimplificationMethod.saturation(SaturationOptions(rules: .saturation))

  /// The method, given up when the closure says so; rewriting asks its caller instead.
  package func stopping(when isCancelled: @escaping @Sendable () -> Bool) -> SimplificationMethod {
    guard case .saturation(var options) = kind else { return self }
    options.isCancelled = isCancelled
    return .saturation(options)
  }

  /// All forms that the rules reach are held in one graph, and the cheapest is taken out of it.
  public static func saturation(_ options: SaturationOptions) -> SimplificationMethod {
    SimplificationMethod(kind: .saturation(options))
  }
}
