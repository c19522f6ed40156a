/// An immutable program of 32-bit words.
///
/// `@unchecked Sendable`: the words are written once, before the initialiser returns, and never again.
final class CodeBlock: @unchecked Sendable {
  let words: UnsafePointer<UInt32>
  let count: Int

  init(_ source: [UInt32]) {
    let memory = UnsafeMutablePointer<UInt32>.allocate(capacity: max(source.count, 1))
    for (i, word) in source.enumerated() { memory[i] = word }
    words = UnsafePointer(memory)
    count = source.count
  }

  deinit {
    words.deallocate()
  }
}
