#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs parts of a computation on threads of their own.
enum WorkerThreads {
  /// Calls the closure for each part and waits for all; the calling thread does the first part, and those for which no
  /// thread is to be had.
  static func run(_ parts: Int, _ body: (Int) -> Void) {
    withoutActuallyEscaping(body) { body in
      let works = (1..<parts).map { Work(part: $0, body: body) }
      var threads: [pthread_t] = []
      var missed: [Work] = []
      for work in works {
        if let thread = start(work) { threads.append(thread) } else { missed.append(work) }
      }
      body(0)
      for work in missed { work.body(work.part) }
      for thread in threads { pthread_join(thread, nil) }
      withExtendedLifetime(works) {}
    }
  }

  private static func start(_ work: Work) -> pthread_t? {
    let argument = Unmanaged.passUnretained(work).toOpaque()
    #if canImport(Darwin)
      var thread: pthread_t?
      return pthread_create(&thread, nil, runWork, argument) == 0 ? thread : nil
    #else
      var thread = pthread_t()
      return pthread_create(&thread, nil, runWork, argument) == 0 ? thread : nil
    #endif
  }
}

private final class Work {
  let part: Int
  let body: (Int) -> Void
  init(part: Int, body: @escaping (Int) -> Void) { (self.part, self.body) = (part, body) }
}

#if canImport(Darwin)
  private func runWork(_ work: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    let work = Unmanaged<Work>.fromOpaque(work).takeUnretainedValue()
    work.body(work.part)
    return nil
  }
#else
  private func runWork(_ work: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let work else { return nil }
    let opened = Unmanaged<Work>.fromOpaque(work).takeUnretainedValue()
    opened.body(opened.part)
    return nil
  }
#endif
