import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("apus convert: interrupts and the progress line", .serialized)
struct ConversionInterruptTests {
  @Test("Ctrl-C prints the summary of what was printed before it, and ends with 130")
  func summary() {
    var child = Child(["convert", "--summary"].map { Array($0.utf8) })
    child.send(Array("x^2\n".utf8))
    while !child.readLine().hasPrefix("x**2") {}
    child.send(Array("x^\n".utf8))
    child.send(Array("y\n".utf8))
    while !child.readLine().hasPrefix("y = ") {}
    kill(child.identifier, SIGINT)
    let outcome = child.finish()
    #expect(outcome.status == 130)
    #expect(outcome.errorText.contains("interrupted after"))
    #expect(outcome.errorText.contains("1 refused"))
  }

  @Test("without a summary Ctrl-C prints nothing more")
  func silence() {
    var child = Child(["convert", "--jsonl"].map { Array($0.utf8) })
    child.send(Array("{\"input\": \"x\"}\n".utf8))
    _ = child.readLine()
    kill(child.identifier, SIGINT)
    let outcome = child.finish()
    #expect(outcome.status == 130)
    #expect(outcome.errorText.isEmpty)
  }

  @Test("a run to its end prints the summary once")
  func once() {
    let outcome = BuiltCommand.run(["convert", "--summary"], input: "x\ny\n")
    #expect(outcome.status == 0)
    #expect(outcome.errorText == "2 formulas: 2 converted, 0 refused\n")
  }

  @Test("a terminal shows how far a conversion is, and the summary takes the place of that line")
  func progress() {
    let terminal = PseudoTerminal(
      ["-c", "exec apus convert --summary > /dev/null"], program: "/bin/sh")
    var line: String?
    // The line comes with the first formula that is answered half a second after the start.
    for _ in 0..<40 where line == nil {
      terminal.type("x^2\n")
      line = terminal.wait(for: " a second", seconds: 1)
    }
    #expect(line?.contains("formula") == true)
    terminal.press(3)
    #expect(terminal.wait(for: "interrupted after") != nil)
    #expect(terminal.wait(for: "0 refused") != nil)
    #expect(terminal.finish() == 130)
    #expect(terminal.transcript.contains("\r\u{1B}[Kinterrupted after"))
  }
}
