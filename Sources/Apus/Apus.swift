// The umbrella: one import brings expressions, their notations, algebra and sessions.
@_exported import ApusAlgebra
@_exported import ApusNotation
@_exported import ApusNumbers
@_exported import ApusNumerics
@_exported import ApusTerms
