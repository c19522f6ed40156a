extension TermStore where Self: ~Copyable {
  /// Sorts runs by hash.
  ///
  /// Content hashes are uniform, so that long lists are dealt into as many buckets as there are runs and come out nearly
  /// sorted; an insertion sort finishes them, as it does short lists, which are nearly sorted from the start.
  ///
  /// - Complexity: linear, expected.
  func sortRuns(_ runs: UnsafeMutableBufferPointer<Run<Ref>>, _ used: Int) {
    if used > 24 {
      if isSorted(runs, used) { return }
      dealIntoBuckets(runs, used)
    }
    if !insertionSort(runs, used, limit: 16 * used + 400) {
      // Few distinct hashes in one bucket, many times each: rare, and quadratic above.
      var slice = UnsafeMutableBufferPointer(rebasing: runs[..<used])
      slice.sort { $0.hash < $1.hash }
    }
  }

  private func isSorted(_ runs: UnsafeMutableBufferPointer<Run<Ref>>, _ used: Int) -> Bool {
    for i in 1..<used where runs[i].hash < runs[i - 1].hash { return false }
    return true
  }

  /// Moves each run to the bucket that the leading bits of its hash name.
  private func dealIntoBuckets(_ runs: UnsafeMutableBufferPointer<Run<Ref>>, _ used: Int) {
    let bits = Int.bitWidth - (used - 1).leadingZeroBitCount
    let shift = UInt64(64 - bits)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 1 << bits) { starts in
      starts.initialize(repeating: 0)
      for i in 0..<used { starts[Int(runs[i].hash &>> shift)] &+= 1 }
      var total: UInt32 = 0
      for bucket in 0..<starts.count { (starts[bucket], total) = (total, total &+ starts[bucket]) }
      withUnsafeTemporaryAllocation(of: Run<Ref>.self, capacity: used) { dealt in
        for i in 0..<used {
          let bucket = Int(runs[i].hash &>> shift)
          (dealt.baseAddress.unsafelyUnwrapped + Int(starts[bucket])).moveInitialize(
            from: runs.baseAddress.unsafelyUnwrapped + i, count: 1)
          starts[bucket] &+= 1
        }
        runs.baseAddress.unsafelyUnwrapped.moveInitialize(
          from: dealt.baseAddress.unsafelyUnwrapped, count: used)
      }
    }
  }

  /// Sorts unless that takes more than `limit` moves.
  private func insertionSort(
    _ runs: UnsafeMutableBufferPointer<Run<Ref>>, _ used: Int, limit: Int
  ) -> Bool {
    var moves = 0
    var i = 1
    while i < used {
      if runs[i].hash < runs[i - 1].hash {
        let run = runs[i]
        var j = i
        while j > 0, run.hash < runs[j - 1].hash {
          runs[j] = runs[j - 1]
          j -= 1
        }
        runs[j] = run
        moves += i - j
        if moves > limit { return false }
      }
      i += 1
    }
    return true
  }
}
