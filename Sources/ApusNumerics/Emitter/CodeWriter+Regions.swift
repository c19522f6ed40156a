// Jumps over the branches that are not taken.
//
// At both ends of a region nothing is in registers that is needed later: what is computed on one way only cannot be mistaken
// for something that is there on both.
extension CodeWriter {
  /// Ends and begins the regions whose border is before an instruction.
  mutating func passBorders(at index: Int) {
    while let last = openRegions.last, last.region.end == index {
      openRegions.removeLast()
      emptyRegisters()
      assembler.land(last.jump)
    }
    while nextRegion < model.regions.count, model.regions[nextRegion].start == index {
      let region = model.regions[nextRegion]
      nextRegion += 1
      emptyRegisters(except: region.mask)
      let mask = loaded(region.mask, pinned: [])
      assembler.testBits(of: mask)
      for register in 0..<model.registerCount { file.clear(register) }
      openRegions.append((region, assembler.jump(ifZero: region.isTaken)))
    }
  }

  /// Saves in the frame what is needed at the present place or later, and forgets what the registers hold.
  ///
  /// The mask may stay in its register, but is saved too if a later instruction needs it.
  private mutating func emptyRegisters(except mask: Operand? = nil) {
    let kept = mask.flatMap { register(of: $0) }
    for register in 0..<model.registerCount {
      guard let value = file.value(in: register) else { continue }
      if uses.next(value, after: place - 1) != NextUses.never { save(value) }
      if kept != UInt8(register) { file.clear(register) }
    }
  }
}
