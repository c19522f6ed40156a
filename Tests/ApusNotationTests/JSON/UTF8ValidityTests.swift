import ApusNotation
import ApusTestSupport
import Testing

@Suite struct UTF8ValidityTests {
  @Test(
    "the first byte that starts no well-formed sequence is found",
    arguments: [
      ([0x61, 0xFF], 1), ([0xC0, 0x80], 0), ([0xC1, 0xBF], 0), ([0x80], 0), ([0x61, 0xC3], 1),
      ([0xE0, 0x9F, 0xBF], 0), ([0xED, 0xA0, 0x80], 0), ([0xE2, 0x82], 0), ([0xF0, 0x8F, 0xBF, 0xBF], 0),
      ([0xF4, 0x90, 0x80, 0x80], 0), ([0xF5, 0x80, 0x80, 0x80], 0),
      ([0xF0, 0x9F, 0x8D, 0x8E, 0xF0, 0x9F], 4),
      ([0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37, 0x38, 0x39, 0x80], 9),
    ] as [([UInt8], Int)])
  func invalid(bytes: [UInt8], offset: Int) {
    #expect(UTF8Validity.firstInvalidOffset(in: bytes) == offset)
  }

  @Test(
    "well-formed text has no invalid byte",
    arguments: ["", "abcdefgh", "é", "∑_{k=1}^{∞} 🍎", "\u{0}\u{10FFFF}\u{D7FF}\u{E000}"])
  func valid(text: String) {
    #expect(UTF8Validity.firstInvalidOffset(in: Array(text.utf8)) == nil)
  }

  @Test("random bytes are judged as the standard library judges them", arguments: [5, 6])
  func agreement(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let leads: [UInt8] = [0x41, 0xC3, 0xE0, 0xE2, 0xED, 0xF0, 0xF4, 0xFF]
    for _ in 0..<2000 {
      var bytes = [leads[Int.random(in: leads.indices, using: &random)]]
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        bytes.append(UInt8.random(in: 0x70...0xCF, using: &random))
      }
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      #expect((UTF8Validity.firstInvalidOffset(in: bytes) == nil) == isValid)
    }
  }
}
