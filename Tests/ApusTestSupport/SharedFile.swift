#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file of the folder `shared` beside the project, which holds data too large to copy. Tests that need one are enabled
/// only where it exists.
public struct SharedFile: Sendable {
  /// The path of the file.
  public let path: String

  /// Names the file, such as `data/bcr.net`.
  public init(_ name: String) {
    // From this file up past its folder, `Tests` and the project.
    let folders: [Substring] = #filePath.split(separator: "/").dropLast(4) + ["shared"]
    path = "/" + folders.joined(separator: "/") + "/" + name
  }

  /// Whether it is there.
  public var exists: Bool { access(path, R_OK) == 0 }

  /// Its bytes, none when it cannot be read.
  public var bytes: [UInt8] { Self.bytes(at: path) }

  /// The bytes of a file, none when it cannot be read.
  public static func bytes(at path: String) -> [UInt8] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var all: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { all += chunk[..<count] }
    return all
  }
}
