#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Work on a thread of its own that its caller can stop waiting for.
///
/// A loop that polls for cancellation ends by itself, but a call into a number library does not; the prompt must come back
/// in either case. Work that was given up runs on, on its own copies of everything, until it ends or the process does.
final class DetachedRun<Value: Sendable>: @unchecked Sendable {
  // `value` is only touched with `mutex` held, `work` only by the new thread; the rest is constant.
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var value: Value?
  private let work: @Sendable () -> Value

  /// Starts the work on a thread with a stack of the given size.
  init(stackBytes: Int = 512 << 20, _ work: @escaping @Sendable () -> Value) {
    self.work = work
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
    if !SystemThread.start(stackBytes: stackBytes, { self.finish(self.work()) }) { finish(work()) }
  }

  deinit {
    pthread_mutex_destroy(mutex)
    pthread_cond_destroy(condition)
    mutex.deallocate()
    condition.deallocate()
  }

  /// Waits for the value; asks every few milliseconds whether to give up, and then returns `nil`.
  func wait(unless givesUp: () -> Bool) -> Value? {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while value == nil {
      if givesUp() { return nil }
      var end = timespec()
      clock_gettime(CLOCK_REALTIME, &end)
      end.tv_nsec += 5_000_000
      if end.tv_nsec >= 1_000_000_000 {
        end.tv_nsec -= 1_000_000_000
        end.tv_sec += 1
      }
      pthread_cond_timedwait(condition, mutex, &end)
    }
    return value
  }

  private func finish(_ result: Value) {
    pthread_mutex_lock(mutex)
    value = result
    pthread_cond_signal(condition)
    pthread_mutex_unlock(mutex)
  }
}
