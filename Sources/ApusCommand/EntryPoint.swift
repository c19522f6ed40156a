#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The command `apus`.
package enum EntryPoint {
  /// Runs the command with the arguments of the process, and ends the process.
  package static func main() {
    FailureReport.install()
    let names = RootCommand.subcommandNames
    guard let options = FastArguments.options(from: arguments, subcommands: names) else {
      let words = Array(CommandLine.arguments.dropFirst())
      return RootCommand.main(LeadingMinus.separated(words) ?? words)
    }
    // Everything is flushed, and an evaluation that was given up may still run: no library needs to say good-bye.
    options.run().exitNow()
  }

  /// The arguments as they came, which need not be UTF-8.
  private static var arguments: [[UInt8]] {
    (1..<max(1, Int(CommandLine.argc))).compactMap { index in
      guard let argument = CommandLine.unsafeArgv[index] else { return nil }
      return Array(UnsafeRawBufferPointer(start: argument, count: strlen(argument)))
    }
  }
}
