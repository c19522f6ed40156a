import ApusTestSupport
import Testing

@testable import ApusCommand

@Suite struct KeyDecoderTests {
  @Test(
    "bytes are decoded",
    arguments: [
      ("a1(", [.text("a"), .text("1"), .text("(")]), ("é漢🍎", [.text("é"), .text("漢"), .text("🍎")]),
      ("\r\n\t\u{7F}\u{8}", [.enter, .enter, .tab, .backspace, .backspace]),
      ("\u{1}\u{3}\u{1A}", [.control("a"), .control("c"), .control("z")]), ("\0", [.unknown]),
      ("\u{1B}[A\u{1B}[B\u{1B}[C\u{1B}[D", [.up, .down, .right, .left]),
      ("\u{1B}OA\u{1B}OH\u{1B}OF", [.up, .home, .end]),
      ("\u{1B}[H\u{1B}[F\u{1B}[1~\u{1B}[4~\u{1B}[7~\u{1B}[8~", [.home, .end, .home, .end, .home, .end]),
      ("\u{1B}[3~\u{1B}[3;5~", [.delete, .deleteWordRight]),
      ("\u{1B}[1;5C\u{1B}[1;5D\u{1B}[1;3C\u{1B}[1;2D", [.wordRight, .wordLeft, .wordRight, .left]),
      (
        "\u{1B}b\u{1B}f\u{1B}d\u{1B}\u{7F}\u{1B}\r",
        [.wordLeft, .wordRight, .deleteWordRight, .deleteWordLeft, .lineBreak]
      ),
      ("\u{1B}[5~\u{1B}[99;1x\u{1B}x", [.unknown, .unknown, .unknown]), ("\u{1B}\u{1B}[A", [.escape, .up]),
    ] as [(String, [Key])])
  func keys(text: String, expected: [Key]) {
    var decoder = KeyDecoder()
    #expect(decoder.feed(Array(text.utf8)) == expected)
    #expect(!decoder.isPending)
  }

  @Test(
    "a paste arrives as one block with plain line ends",
    arguments: [
      ("a\r\nb\rc\nd", "a\nb\nc\nd"), ("x\ty\u{1}\u{1B}[Az", "x y[Az"), ("é🍎", "é🍎"), ("", ""),
    ])
  func paste(text: String, expected: String) {
    var decoder = KeyDecoder()
    let keys = decoder.feed(Array("1\u{1B}[200~\(text)\u{1B}[201~2".utf8))
    #expect(keys == [.text("1"), .paste(expected), .text("2")])
  }

  @Test("a lone escape key waits for more and is taken as such when flushed")
  func escapeKey() {
    var decoder = KeyDecoder()
    #expect(decoder.feed([0x1B]).isEmpty)
    #expect(decoder.isPending)
    #expect(decoder.flush() == [.escape])
    #expect(!decoder.isPending)
    #expect(decoder.feed([0x1B, 0x5B]).isEmpty)
    #expect(decoder.flush() == [.escape, .text("[")])
    #expect(decoder.flush().isEmpty)
  }

  @Test("a paste in progress is not flushed")
  func unfinishedPaste() {
    var decoder = KeyDecoder()
    #expect(decoder.feed(Array("\u{1B}[200~ab".utf8)).isEmpty)
    #expect(!decoder.isPending)
    #expect(decoder.flush().isEmpty)
    #expect(decoder.feed(Array("c\u{1B}[201~".utf8)) == [.paste("abc")])
  }

  @Test(
    "bytes that are no UTF-8 are passed over",
    arguments: [
      ([0xFF, 0x61], 0), ([0xC3, 0x61], 0), ([0xE2, 0x82, 0x61], 0), ([0xC0, 0x80, 0x61], 0),
      ([0xED, 0xA0, 0x80, 0x61], 0),
    ]
      as [([UInt8], Int)])
  func invalidBytes(bytes: [UInt8], _: Int) {
    var decoder = KeyDecoder()
    let keys = decoder.feed(bytes)
    #expect(keys.last == .text("a"))
    #expect(keys.dropLast().allSatisfy { $0 == .unknown })
  }

  @Test("the cut into reads does not matter", arguments: [1, 2, 3, 4, 5])
  func chunks(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces = [
      "a", "é", "🍎", "\r", "\u{1B}[A", "\u{1B}OH", "\u{1B}[1;5C", "\u{1B}[200~p\r\nq🍎\u{1B}[201~", "\u{1}",
      "\u{1B}b",
    ]
    let bytes = (0..<40).flatMap { _ in Array(pieces[Int.random(in: pieces.indices, using: &random)].utf8) }
    var whole = KeyDecoder()
    let expected = whole.feed(bytes)
    var decoder = KeyDecoder()
    var keys: [Key] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Int.random(in: 1...4, using: &random)
      keys += decoder.feed(rest.prefix(count))
      rest = rest.dropFirst(count)
    }
    #expect(keys == expected)
  }

  @Test("no bytes make the decoder fail", arguments: [7, 8])
  func noise(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var decoder = KeyDecoder()
    for _ in 0..<3000 {
      _ = decoder.feed([UInt8.random(in: 0...255, using: &random)])
      if Int.random(in: 0..<20, using: &random) == 0 { _ = decoder.flush() }
    }
  }
}
