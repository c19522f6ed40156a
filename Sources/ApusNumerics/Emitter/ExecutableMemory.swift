import CApusKernels

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Machine code in memory of its own, which is never writable and executable at once.
final class ExecutableMemory: Sendable {
  private let address: UInt
  private let byteCount: Int

  /// Copies the code; `nil` when the system grants no executable memory.
  init?(_ code: [UInt8]) {
    #if (arch(x86_64) || arch(arm64)) && !canImport(Darwin)
      let page = Int(sysconf(Int32(_SC_PAGESIZE)))
      guard page > 0, !code.isEmpty else { return nil }
      let size = (code.count + page - 1) / page * page
      let memory = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
      guard let memory, memory != UnsafeMutableRawPointer(bitPattern: -1) else { return nil }
      code.withUnsafeBytes {
        memory.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(memory), byteCount: code.count)
      }
      guard mprotect(memory, size, PROT_READ | PROT_EXEC) == 0 else {
        munmap(memory, size)
        return nil
      }
      // Where instructions have a cache of their own, it may hold what was here before.
      apus_clear_instruction_cache(memory, size)
      address = UInt(bitPattern: memory)
      byteCount = size
    #else
      return nil
    #endif
  }

  deinit { munmap(UnsafeMutableRawPointer(bitPattern: address), byteCount) }

  /// The place of the code at an offset.
  func pointer(at offset: Int) -> UnsafeRawPointer? { UnsafeRawPointer(bitPattern: address + UInt(offset)) }
}
