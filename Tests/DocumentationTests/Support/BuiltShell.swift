import Foundation

/// A shell whose path begins with the folder of the built command.
enum BuiltShell {
  /// The lines that a command prints on both streams; a status other than 0 is the last line, `[exit 1]`.
  static func lines(of command: String) throws -> [String] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "exec 2>&1\n" + command]
    process.currentDirectoryURL = Page.root
    process.environment = ["PATH": "\(folder):/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
    process.standardInput = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    var lines = output.components(separatedBy: "\n")
    if lines.last == "" { lines.removeLast() }
    return process.terminationStatus == 0 ? lines : lines + ["[exit \(process.terminationStatus)]"]
  }

  /// The folder of the test bundle, which is that of the command.
  private static let folder: String = {
    #if os(Linux)
      let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    #else
      let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
      let program = URL(fileURLWithPath: bundle?.bundlePath ?? CommandLine.arguments[0])
    #endif
    return program.deletingLastPathComponent().path
  }()
}
