import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a team of threads shares.
///
/// `@unchecked Sendable`: `body` is written by the thread that holds `isBusy`, before the parts are announced in `parts`, and read
/// by a thread that has taken a part of the same announcement; no other body is written before all parts are done.
final class TeamState: @unchecked Sendable {
  /// The most parts of one announcement.
  static let largestCount = 0xFFFF

  private let isBusy = Atomic<Bool>(false)
  private let isStopped = Atomic<Bool>(false)
  /// The number of the announcement, its parts, and the next part to take: 32, 16 and 16 bits. One word, so that nobody takes a
  /// part of an announcement that he has not seen.
  private let parts = Atomic<UInt64>(0)
  private let doneCount = Atomic<Int>(0)
  private let sleeperCount = Atomic<Int>(0)
  private var body: ((Int) -> Void)?
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  // MARK: - The thread that has work

  /// Reserves the team; false if it is in use.
  func begin() -> Bool {
    isBusy.compareExchange(expected: false, desired: true, ordering: .acquiring).exchanged
  }

  func announce(_ count: Int, _ body: @escaping (Int) -> Void) {
    self.body = body
    doneCount.store(0, ordering: .relaxed)
    let number = (parts.load(ordering: .relaxed) >> 32) &+ 1
    parts.store(number << 32 | UInt64(count) << 16, ordering: .sequentiallyConsistent)
    if sleeperCount.load(ordering: .sequentiallyConsistent) > 0 { wake() }
  }

  /// Does parts until none is left.
  func work() {
    while let part = take() {
      body?(part)
      doneCount.add(1, ordering: .acquiringAndReleasing)
    }
  }

  /// Waits until all parts are done.
  func finish(_ count: Int) {
    var waits = 0
    while doneCount.load(ordering: .acquiring) < count {
      waits += 1
      if waits > Self.patience { sched_yield() }
    }
    body = nil
  }

  func end() { isBusy.store(false, ordering: .releasing) }

  func stop() {
    isStopped.store(true, ordering: .sequentiallyConsistent)
    wake()
  }

  private func wake() {
    pthread_mutex_lock(mutex)
    pthread_cond_broadcast(condition)
    pthread_mutex_unlock(mutex)
  }

  // MARK: - The threads that serve

  /// How often a thread looks for work before it sleeps: some tens of microseconds.
  private static let patience = 20_000

  /// Takes the next part, if there is one.
  private func take() -> Int? {
    var word = parts.load(ordering: .acquiring)
    while word & 0xFFFF < (word >> 16) & 0xFFFF {
      let (exchanged, original) = parts.compareExchange(
        expected: word, desired: word + 1, ordering: .acquiringAndReleasing)
      if exchanged { return Int(word & 0xFFFF) }
      word = original
    }
    return nil
  }

  private var hasWork: Bool {
    let word = parts.load(ordering: .sequentiallyConsistent)
    return word & 0xFFFF < (word >> 16) & 0xFFFF
  }

  /// Does parts of whatever is announced until the team ends.
  func serve() {
    var waits = 0
    while !isStopped.load(ordering: .sequentiallyConsistent) {
      if hasWork {
        work()
        waits = 0
        continue
      }
      waits += 1
      if waits < Self.patience { continue }
      pthread_mutex_lock(mutex)
      sleeperCount.add(1, ordering: .sequentiallyConsistent)
      while !hasWork, !isStopped.load(ordering: .sequentiallyConsistent) {
        pthread_cond_wait(condition, mutex)
      }
      sleeperCount.subtract(1, ordering: .sequentiallyConsistent)
      pthread_mutex_unlock(mutex)
      waits = 0
    }
  }
}
