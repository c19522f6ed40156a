#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A line on the terminal that tells how far a long run has come, written anew a few times a second and removed at the end.
///
/// It stands on standard error, and only where that is a terminal and the output goes elsewhere.
struct ProgressLine {
  private let total: Int?
  private let start = Clock.seconds
  private var shownAt: Double
  private var isShown = false
  private var bytes = 0
  private var rows = 0

  /// Nothing is shown in the first half second, and then not more often than this.
  private static let interval = 0.2

  /// A line for work on the bytes of a file; `nil` where it would be in the way.
  init?(descriptor: Int32) {
    var status = stat()
    let isFile = fstat(descriptor, &status) == 0 && (status.st_mode & S_IFMT) == S_IFREG
    self.init(total: isFile ? Int(status.st_size) : nil)
  }

  /// A line for so many rows.
  init?(rows: Int) { self.init(total: rows) }

  private init?(total: Int?) {
    guard Environment.isTerminal(STDERR_FILENO), !Environment.isTerminal(STDOUT_FILENO) else { return nil }
    self.total = total
    shownAt = start + 0.3
  }

  /// Counts what has been done.
  mutating func add(bytes: Int, rows: Int) {
    self.bytes += bytes
    self.rows += rows
    // The clock is looked at now and then.
    if self.rows & 1023 == 0 { show(done: self.bytes) }
  }

  /// Counts rows where they are the work.
  mutating func add(rows: Int) {
    self.rows += rows
    show(done: self.rows)
  }

  private mutating func show(done: Int) {
    let now = Clock.seconds
    guard now - shownAt >= Self.interval else { return }
    shownAt = now
    isShown = true
    let share = total.map { $0 > 0 ? "\(min(100, 100 * done / $0)) %, " : "" } ?? ""
    let rate = Int(Double(rows) / max(now - start, 1e-3))
    write("\r\(share)\(rows) rows, \(rate) a second\u{1B}[K")
  }

  /// Removes the line.
  mutating func clear() {
    if isShown { write("\r\u{1B}[K") }
    isShown = false
  }

  private func write(_ text: String) {
    var output = Output.error
    output.write(text)
    output.flush()
  }
}
