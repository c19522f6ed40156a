/// The version of the command.
enum Version {
  /// The version, as `apus --version` prints it.
  static let current = "0.1.0"
}
