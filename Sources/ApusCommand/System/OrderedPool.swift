#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Threads that work on inputs side by side and give the outputs back in the order of the inputs.
///
/// At most a few inputs a thread are under way at a time, so that a long stream takes bounded memory. A single input is worked
/// on by the caller: threads start with the second.
final class OrderedPool<Input: Sendable, Output: Sendable>: @unchecked Sendable {
  // Everything below `mutex` is only touched with it held; the rest is constant, or only touched by the caller's thread.
  private let jobs: Int
  private let work: @Sendable (Input) -> Output
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let workCondition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private let doneCondition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var queue: [(number: Int, input: Input)] = []
  private var done: [Int: Output] = [:]
  private var isClosed = false
  private var handedOver = 0
  private var givenBack = 0
  private var held: Input?
  private var isStarted = false

  /// Creates a pool of `jobs` threads; with one, the caller does all the work.
  init(jobs: Int, _ work: @escaping @Sendable (Input) -> Output) {
    self.jobs = max(1, jobs)
    self.work = work
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(workCondition, nil)
    pthread_cond_init(doneCondition, nil)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    pthread_cond_destroy(workCondition)
    pthread_cond_destroy(doneCondition)
    mutex.deallocate()
    workCondition.deallocate()
    doneCondition.deallocate()
  }

  /// Hands over an input; the outputs that are next in order and complete.
  func submit(_ input: Input) -> [Output] {
    if jobs == 1 { return [work(input)] }
    if !isStarted, held == nil {
      held = input
      return []
    }
    if !isStarted { start() }
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    if let first = held {
      held = nil
      enqueue(first)
    }
    enqueue(input)
    return collect(leaving: jobs * 3)
  }

  /// All outputs that are still missing, in order.
  func finish() -> [Output] {
    if let only = held {
      held = nil
      return [work(only)]
    }
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return collect(leaving: 0)
  }

  /// Lets the threads end.
  func close() {
    pthread_mutex_lock(mutex)
    isClosed = true
    pthread_cond_broadcast(workCondition)
    pthread_mutex_unlock(mutex)
  }

  // MARK: The caller's side, with the mutex held

  private func enqueue(_ input: Input) {
    queue.append((handedOver, input))
    handedOver += 1
    pthread_cond_signal(workCondition)
  }

  /// The outputs next in order; waits until at most `rest` inputs are under way.
  private func collect(leaving rest: Int) -> [Output] {
    var outputs: [Output] = []
    while givenBack < handedOver {
      if let next = done.removeValue(forKey: givenBack) {
        outputs.append(next)
        givenBack += 1
      } else if handedOver - givenBack > rest {
        pthread_cond_wait(doneCondition, mutex)
      } else {
        break
      }
    }
    return outputs
  }

  // MARK: Threads

  private func start() {
    isStarted = true
    var started = 0
    for _ in 0..<jobs where SystemThread.start(stackBytes: 64 << 20, { self.serve() }) { started += 1 }
    // Without any thread the queue would never be served.
    if started == 0 {
      precondition(SystemThread.start(stackBytes: 1 << 20) { self.serve() }, "no thread starts")
    }
  }

  private func serve() {
    pthread_mutex_lock(mutex)
    while true {
      while queue.isEmpty, !isClosed { pthread_cond_wait(workCondition, mutex) }
      if queue.isEmpty { break }
      let (number, input) = queue.removeFirst()
      pthread_mutex_unlock(mutex)
      let output = work(input)
      pthread_mutex_lock(mutex)
      done[number] = output
      pthread_cond_signal(doneCondition)
    }
    pthread_mutex_unlock(mutex)
  }
}
