import Testing

@testable import ApusCommand

/// The prompt at a real terminal.
@Suite(.serialized) struct PromptTests {
  @Test("the prompt answers, and Ctrl-D leaves with exit code 0")
  func answer() {
    let terminal = PseudoTerminal()
    #expect(terminal.wait(for: "apus> ") != nil)
    terminal.type("1/2 + 1/3\r")
    #expect(terminal.wait(for: "\n5/6\n") != nil)
    #expect(terminal.wait(for: "apus> ") != nil)
    terminal.press(4)
    #expect(terminal.finish() == 0)
  }

  @Test("what was typed ahead is not lost")
  func typeAhead() {
    let terminal = PseudoTerminal()
    terminal.type("1+1\r2+2\r3+3\r:quit\r")
    for answer in ["\n2\n", "\n4\n", "\n6\n"] { #expect(terminal.wait(for: answer) != nil) }
    #expect(terminal.finish() == 0)
  }

  @Test("the up-arrow brings the last line back for editing")
  func history() {
    let terminal = PseudoTerminal()
    #expect(terminal.wait(for: "apus> ") != nil)
    terminal.type("20+1\r")
    #expect(terminal.wait(for: "\n21\napus> ") != nil)
    terminal.type("\u{1B}[A0\r")
    #expect(terminal.wait(for: "\n30\n") != nil)
    terminal.type("quit\r")
    #expect(terminal.finish() == 0)
  }

  @Test("a line with an open bracket goes on with the bracket in the prompt")
  func severalLines() {
    let terminal = PseudoTerminal()
    #expect(terminal.wait(for: "apus> ") != nil)
    terminal.type("2*(3 +\r")
    #expect(terminal.wait(for: "(... ") != nil)
    terminal.type("4)\r")
    #expect(terminal.wait(for: "\n14\n") != nil)
    terminal.press(4)
    #expect(terminal.finish() == 0)
  }

  @Test("a pasted block of several inputs is shown whole and answered in turn")
  func paste() {
    let terminal = PseudoTerminal()
    #expect(terminal.wait(for: "apus> ") != nil)
    terminal.type("\u{1B}[200~a := 5\r\na + 1\u{1B}[201~")
    #expect(terminal.wait(for: "... a + 1") != nil)
    terminal.type("\r")
    #expect(terminal.wait(for: "\n6\n") != nil)
    terminal.press(4)
    #expect(terminal.finish() == 0)
  }

  @Test("Ctrl-C gives up the line")
  func abandonedLine() {
    let terminal = PseudoTerminal()
    #expect(terminal.wait(for: "apus> ") != nil)
    terminal.type("1 + (")
    #expect(terminal.wait(for: "1 + (") != nil)
    terminal.press(3)
    #expect(terminal.wait(for: "^C\napus> ") != nil)
    terminal.type("7\r")
    #expect(terminal.wait(for: "\n7\n") != nil)
    terminal.press(4)
    #expect(terminal.finish() == 0)
  }

  @Test("Ctrl-C stops an evaluation, says how long it ran, and leaves the session as it was")
  func interruption() {
    let terminal = PseudoTerminal()
    #expect(terminal.wait(for: "apus> ") != nil)
    terminal.type("\u{1B}[200~\(JSONLinesTests.fibonacci)\nf(90)\u{1B}[201~\r")
    #expect(terminal.wait(for: "f(90)\n") != nil)
    #expect(terminal.wait(for: "f(1) := 1\n") != nil)
    terminal.press(3)
    #expect(terminal.wait(for: "error[cancelled]: interrupted") != nil)
    #expect(terminal.wait(for: "apus> ") != nil)
    terminal.type("f(10)\r")
    #expect(terminal.wait(for: "\n55\n") != nil)
    terminal.press(4)
    #expect(terminal.finish() == 0)
  }

  @Test("help on names and codes, the time of answers, and unknown commands")
  func help() {
    let terminal = PseudoTerminal()
    #expect(terminal.wait(for: "apus> ") != nil)
    terminal.type("?sin\r")
    #expect(terminal.wait(for: "sin(z)") != nil)
    terminal.type("?unclosed-paren\r")
    #expect(terminal.wait(for: "A parenthesis is opened and never closed.") != nil)
    terminal.type(":time\r1+1\r")
    #expect(terminal.wait(for: "\n2\n(") != nil)
    terminal.type(":tmie\r")
    #expect(terminal.wait(for: "error[unknown-prompt-command]: there is no command ':tmie'") != nil)
    terminal.type(":help\r")
    #expect(terminal.wait(for: "Ctrl-D leaves") != nil)
    terminal.press(4)
    #expect(terminal.finish() == 0)
  }

  @Test("Tab completes the names of functions and of the session")
  func completion() {
    let terminal = PseudoTerminal()
    #expect(terminal.wait(for: "apus> ") != nil)
    terminal.type("velocity := 3\r")
    #expect(terminal.wait(for: "\napus> ") != nil)
    terminal.type("veloc\t + 1\r")
    #expect(terminal.wait(for: "\n4\n") != nil)
    terminal.type("arcsi\t\u{15}co\t\t")
    #expect(terminal.wait(for: "cosh") != nil)
    terminal.press(3)
    terminal.press(4)
    #expect(terminal.finish() == 0)
  }

  @Test("after an error Tab brings the corrected line")
  func correction() {
    let terminal = PseudoTerminal()
    #expect(terminal.wait(for: "apus> ") != nil)
    terminal.type("(1 + 2]\r")
    #expect(terminal.wait(for: "error[") != nil)
    #expect(terminal.wait(for: "apus> ") != nil)
    terminal.type("\t\r")
    #expect(terminal.wait(for: "\n3\n") != nil)
    terminal.press(4)
    #expect(terminal.finish() == 0)
  }

  @Test("a request to end the process is followed, with the terminal put back")
  func termination() {
    let terminal = PseudoTerminal()
    #expect(terminal.wait(for: "apus> ") != nil)
    terminal.signal(15)
    #expect(terminal.finish() == 0)
    #expect(terminal.transcript.hasSuffix("\u{1B}[?2004l"))
  }

  @Test("the prompt fits itself to a new size of the terminal")
  func resize() {
    let terminal = PseudoTerminal(columns: 80)
    #expect(terminal.wait(for: "apus> ") != nil)
    terminal.type("1234567890+1234567890")
    #expect(terminal.wait(for: "1234567890+1234567890") != nil)
    terminal.resize(columns: 20, rows: 24)
    #expect(terminal.wait(for: "apus> 1234567890+123\n4567890") != nil)
    terminal.type("\r")
    #expect(terminal.wait(for: "\n2469135780\n") != nil)
    terminal.press(4)
    #expect(terminal.finish() == 0)
  }

  @Test("a dumb terminal gets a prompt without control sequences")
  func dumbTerminal() {
    let terminal = PseudoTerminal(environment: ["TERM=dumb"])
    #expect(terminal.wait(for: "apus> ") != nil)
    terminal.type("1+1\r")
    #expect(terminal.wait(for: "\n2\n") != nil)
    terminal.press(4)
    #expect(terminal.finish() == 0)
    #expect(!terminal.transcript.contains("\u{1B}"))
  }

  @Test(
    "colour is used on a terminal, and not if NO_COLOR is set",
    arguments: [("", true), ("NO_COLOR=1", false)])
  func colour(variable: String, isColored: Bool) {
    let terminal = PseudoTerminal(environment: ["TERM=xterm", variable].filter { !$0.isEmpty })
    #expect(terminal.wait(for: "apus> ") != nil)
    terminal.press(4)
    #expect(terminal.finish() == 0)
    #expect(terminal.transcript.contains("\u{1B}[0;1;36m") == isColored)
  }
}
