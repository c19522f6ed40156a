import Testing

@testable import ApusCommand

/// The expected numbers are those of CPython 3.11's `random.Random(seed)`.
@Suite struct MersenneTwisterTests {
  struct Expectation: Sendable, CustomTestStringConvertible {
    var seed: UInt64
    var words: [UInt32]
    var small: [Int]
    var large: [Int]
    var bits53: UInt64
    var bits64: UInt64
    var bit: UInt64
    var unit: Double
    var distant: UInt32
    var testDescription: String { "seed \(seed)" }
  }

  static let expectations = [
    Expectation(
      seed: 0, words: [3_626_764_237, 1_654_615_998, 3_255_389_356], small: [8, -89, -33, 31, 25],
      large: [913_899_456_057, 392_888_992_260], bits53: 8_031_363_715_860_095,
      bits64: 4_029_557_120_079_369_747,
      bit: 1, unit: 0.13927370519815263, distant: 4_044_372_346),
    Expectation(
      seed: 7, words: [1_390_851_128, 4_071_050_724, 647_892_279], small: [2, 67, -87, -81, 38],
      large: [399_836_243_985, 62_632_597_597], bits53: 4_570_574_959_566_228,
      bits64: 691_672_907_343_361_484,
      bit: 0, unit: 0.4336456836623859, distant: 3_934_367_075),
    Expectation(
      seed: 4_294_967_295, words: [2_728_839_433, 2_661_025_012, 872_737_089], small: [-44, 56, 34, -25, 55],
      large: [740_371_256_580, 960_735_102_413], bits53: 8_008_760_568_075_785,
      bits64: 6_550_165_881_716_448_867,
      bit: 1, unit: 0.4972250566664509, distant: 2_683_349_068),
    Expectation(
      seed: 1_099_511_627_781, words: [2_166_296_868, 2_220_160_828, 1_153_647_273],
      small: [70, -92, 36, 95, 95],
      large: [51_073_807_467, 86_609_996_458], bits53: 7_352_948_777_056_213,
      bits64: 4_408_315_310_332_220_559,
      bit: 1, unit: 0.6535097933316045, distant: 1_359_273_998),
  ]

  @Test("the numbers are Python's", arguments: expectations)
  func numbers(expected: Expectation) {
    var random = MersenneTwister(seed: expected.seed)
    #expect((0..<3).map { _ in random.next32() } == expected.words)
    #expect((0..<5).map { _ in random.integer(in: -99...99) } == expected.small)
    #expect((0..<2).map { _ in random.integer(in: 0...1_000_000_000_000) } == expected.large)
    #expect(random.bits(53) == expected.bits53)
    #expect(random.bits(64) == expected.bits64)
    #expect(random.bits(1) == expected.bit)
    #expect(random.unit() == expected.unit)
    for _ in 0..<2000 { _ = random.next32() }
    #expect(random.next32() == expected.distant)
  }
}
