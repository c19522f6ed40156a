/// The next region, and those that are being written with the place of their jump.
struct RegionBorders {
  var next = 0
  var open: [(region: LazyRegion, jump: Int)] = []
}

/// Writers that jump over the branches that are not taken.
///
/// At both ends of a region nothing is in registers that is needed later: what is computed on one way only cannot be mistaken
/// for something that is there on both.
protocol RegionWriting: RegisterAllocation {
  var borders: RegionBorders { get set }
  /// Writes a jump that is taken if the bits of a register are all zero, or not; gives its place.
  mutating func jump(ifZero: Bool, _ register: UInt8) -> Int
  /// Lets a jump lead here.
  mutating func land(_ jump: Int)
}

extension RegionWriting {
  /// Ends and begins the regions whose border is before an instruction.
  mutating func passBorders(at index: Int) {
    while let last = borders.open.last, last.region.end == index {
      borders.open.removeLast()
      emptyRegisters()
      land(last.jump)
    }
    while borders.next < model.regions.count, model.regions[borders.next].start == index {
      let region = model.regions[borders.next]
      borders.next += 1
      emptyRegisters(except: region.mask)
      let mask = loaded(region.mask, pinned: [])
      for register in 0..<registerCount { file.clear(register) }
      borders.open.append((region, jump(ifZero: region.isTaken, mask)))
    }
  }

  /// Saves in the frame what is needed at the present place or later, and forgets what the registers hold.
  ///
  /// The mask may stay in its register, but is saved too if a later instruction needs it.
  private mutating func emptyRegisters(except mask: Operand? = nil) {
    let kept = mask.flatMap { register(of: $0) }
    for register in 0..<registerCount {
      guard let value = file.value(in: register) else { continue }
      if uses.next(value, after: place - 1) != NextUses.never { save(value) }
      if kept != UInt8(register) { file.clear(register) }
    }
  }
}

extension CodeWriter: RegionWriting {
  mutating func jump(ifZero: Bool, _ register: UInt8) -> Int {
    assembler.testBits(of: register)
    return assembler.jump(ifZero: ifZero)
  }

  mutating func land(_ jump: Int) { assembler.land(jump) }
}
