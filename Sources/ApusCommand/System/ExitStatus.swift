#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How the command ends; the numbers are part of its interface.
enum ExitStatus: Int32 {
  /// Every input was answered.
  case success = 0
  /// At least one input failed, or `apus equal` says no.
  case failure = 1
  /// `apus equal` could not decide.
  case undecided = 2
  /// The command line is wrong.
  case usage = 64
  /// A file cannot be read.
  case noInput = 66
  /// Another program that is needed does not run.
  case unavailable = 69
  /// Apus itself failed.
  case internalError = 70
  /// Output cannot be written.
  case outputError = 74
  /// At least one input ran into the time limit.
  case timeLimit = 124
  /// Stopped by Ctrl-C.
  case interrupted = 130

  /// The code for a run in which both happened: the higher number is the more serious.
  func combined(with other: ExitStatus) -> ExitStatus { rawValue >= other.rawValue ? self : other }

  /// Ends the process at once, without waiting for an evaluation that still runs.
  func exitNow() -> Never { _exit(rawValue) }
}
