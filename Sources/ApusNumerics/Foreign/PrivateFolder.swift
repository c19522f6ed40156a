#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A new folder for temporary files that nobody else can read or write.
struct PrivateFolder {
  private let name: String

  /// Where it is made: `TMPDIR`, or `/tmp`.
  static var parent: String {
    guard let value = getenv("TMPDIR"), value.pointee != 0 else { return "/tmp" }
    return String(cString: value)
  }

  init?() {
    var template = Array((Self.parent + "/apus-XXXXXX").utf8CString)
    guard let made = mkdtemp(&template) else { return nil }
    name = String(cString: made)
  }

  func path(_ file: String) -> String { name + "/" + file }

  /// Writes a file that is not there yet.
  func write(_ text: String, to file: String) -> Bool {
    let descriptor = open(path(file), O_WRONLY | O_CREAT | O_EXCL, 0o600)
    guard descriptor >= 0 else { return false }
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { break }
      bytes = bytes.dropFirst(count)
    }
    return close(descriptor) == 0 && bytes.isEmpty
  }

  private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    guard let bytes else { return 0 }
    #if canImport(Glibc)
      return Glibc.write(descriptor, bytes, count)
    #elseif canImport(Musl)
      return Musl.write(descriptor, bytes, count)
    #else
      return Darwin.write(descriptor, bytes, count)
    #endif
  }

  /// The first line of a file, of at most 400 bytes.
  func firstLine(of file: String) -> String {
    guard let stream = fopen(path(file), "r") else { return "" }
    defer { fclose(stream) }
    var bytes = [UInt8](repeating: 0, count: 400)
    let count = fread(&bytes, 1, bytes.count, stream)
    return String(decoding: bytes[..<count].prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }

  /// Removes the folder and the files that a compiler may have left.
  func remove() {
    for file in ["f.c", "f.so", "errors"] { unlink(path(file)) }
    rmdir(name)
  }
}

/// Runs a command without a shell.
enum Spawn {
  enum Outcome { case success, failure, missing }

  /// Waits until the command has ended; what it says goes into a file.
  static func run(_ command: String, _ arguments: [String], errorsTo path: String) -> Outcome {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    var argv: [UnsafeMutablePointer<CChar>?] = ([command] + arguments).map { strdup($0) }
    argv.append(nil)
    defer { for argument in argv { free(argument) } }
    var pid = pid_t()
    let error = posix_spawnp(&pid, command, &actions, nil, argv, environ)
    if error == ENOENT { return .missing }
    if error != 0 { return .failure }
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0 {
      if errno != EINTR { return .failure }
    }
    return status == 0 ? .success : .failure
  }
}
