import Testing

@testable import ApusCommand

@Suite struct DurationTextTests {
  @Test(
    "durations are read",
    arguments: [
      ("2", 2), ("2s", 2), ("1.5s", 1.5), ("300ms", 0.3), ("2m", 120), ("2min", 120), ("1h", 3600),
      (".5", 0.5),
    ])
  func reading(text: String, seconds: Double) {
    #expect(DurationText.seconds(in: text) == seconds)
  }

  @Test(
    "what is no positive duration is refused",
    arguments: ["", "s", "0", "-1", "1.2.3", "2 s", "2x", "inf", "1e3", "٣"])
  func refusal(text: String) {
    #expect(DurationText.seconds(in: text) == nil)
  }

  @Test(
    "durations are shown with three digits",
    arguments: [
      (0.000_001_5, "1.5 µs"), (0.000_999_4, "999 µs"), (0.000_999_6, "1 ms"), (0.0123, "12.3 ms"),
      (0.9994, "999 ms"),
      (0.9996, "1 s"), (1.234, "1.23 s"), (9.996, "10 s"), (59.96, "60 s"), (1234.5, "1235 s"), (0, "0 µs"),
    ])
  func showing(seconds: Double, text: String) {
    #expect(DurationText.text(of: seconds) == text)
  }
}
