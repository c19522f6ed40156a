import Testing

@testable import ApusCommand

@Suite struct LineEditorTests {
  /// An editor after typing `keys`: characters stand for themselves, `‹name›` for other keys.
  private func editor(_ keys: String, history: [String] = [], names: [String] = []) -> LineEditor {
    var editor = LineEditor()
    editor.history = History(history)
    editor.completer = Completer(names.map { Completer.Candidate(name: $0) })
    for key in Key.list(keys) { _ = editor.handle(key) }
    return editor
  }

  @Test(
    "keys give the text with the cursor shown as |",
    arguments: [
      ("abc", "abc|"), ("abc‹left›‹left›x", "ax|bc"), ("abc‹home›x‹end›y", "xabcy|"),
      ("abc‹^a›‹^f›‹^b›‹^e›z", "abcz|"), ("abc‹backspace›", "ab|"), ("‹backspace›", "|"),
      ("abc‹left›‹delete›", "ab|"), ("abc‹delete›", "abc|"), ("abc‹home›‹^d›", "|bc"),
      ("sin(x) + y‹alt-b›‹alt-b›", "sin(|x) + y"), ("sin(x)‹home›‹alt-f›", "sin|(x)"),
      ("a b c‹^w›", "a b |"), ("a + bc‹^w›‹^w›", "a |"), ("abc def‹alt-backspace›", "abc |"),
      ("abc def‹home›‹alt-d›", "| def"), ("abc‹left›‹^k›", "ab|"), ("abc‹left›‹^u›", "|c"),
      ("abc‹^u›‹^y›‹^y›", "abcabc|"), ("ab cd‹^w›‹home›‹^y›", "cd|ab "), ("ab‹^t›", "ba|"),
      ("abc‹left›‹^t›", "acb|"),
      ("x²+√3‹left›‹backspace›", "x²+|3"), ("e\u{301}‹backspace›", "|"), ("ae\u{301}‹left›", "a|e\u{301}"),
      ("漢字‹left›x", "漢x|字"), ("👩‍👩‍👧‍👦‹left›a", "a|👩‍👩‍👧‍👦"), ("ab‹^c›", "|"), ("a‹unknown›‹escape›b", "ab|"),
    ])
  func editing(keys: String, expected: String) {
    #expect(editor(keys).marked == expected)
  }

  @Test("a combining mark typed by itself joins the character before it")
  func combiningMark() {
    var editor = editor("ae")
    _ = editor.handle(.text("\u{301}"))
    #expect(editor.buffer.characters.count == 2)
    #expect(editor.marked == "ae\u{301}|")
  }

  @Test(
    "Enter submits when no bracket is open",
    arguments: [
      ("1+1‹enter›", "1+1"), ("f(x‹enter›)‹enter›", "f(x\n)"), ("f(x‹enter›‹enter›", "f(x"),
      ("[1,‹enter›2,‹enter›3]‹enter›", "[1,\n2,\n3]"), ("x)‹enter›", "x)"), ("(x]‹enter›", "(x]"),
      ("1 # (‹enter›", "1 # ("), ("a‹alt-enter›b‹enter›", "a\nb"), ("ab‹left›‹enter›", "ab"), ("‹enter›", ""),
    ])
  func submission(keys: String, expected: String) {
    var editor = LineEditor()
    var submitted: [String] = []
    for key in Key.list(keys) {
      if case .submit(let text) = editor.handle(key) { submitted.append(text) }
    }
    #expect(submitted == [expected])
    #expect(editor.buffer.isEmpty)
  }

  @Test("an open bracket keeps the input going")
  func openBracket() {
    #expect(editor("f(x‹enter›").marked == "f(x\n|")
  }

  @Test(
    "the arrow keys walk through the history and come back to the draft",
    arguments: [
      ("‹up›", "second|"), ("‹up›‹up›", "first|"), ("‹up›‹up›‹up›", "first|"), ("‹up›‹up›‹down›", "second|"),
      ("dra‹up›‹down›", "dra|"), ("‹down›", "|"), ("‹^p›‹^p›‹^n›", "second|"),
      ("‹up›x‹enter›‹up›", "secondx|"),
      ("‹up›‹enter›‹up›‹up›", "first|"), ("a‹enter›‹up›‹up›", "second|"),
      ("dra‹up›‹^c›‹down›‹up›", "second|"),
    ])
  func history(keys: String, expected: String) {
    #expect(editor(keys, history: ["first", "second"]).marked == expected)
  }

  @Test("the arrow keys move between the lines of one input before they reach the history")
  func linesOfOneInput() {
    #expect(editor("f(abc‹enter›de‹up›", history: ["old"]).marked == "f(|abc\nde")
    #expect(editor("f(abc‹enter›de‹up›‹up›", history: ["old"]).marked == "old|")
    #expect(editor("f(a‹enter›bcdef‹up›‹end›‹down›", history: ["old"]).marked == "f(a\nbcd|ef")
  }

  @Test("blank lines and repetitions are not kept in the history")
  func historyEntries() {
    #expect(editor("a‹enter›a‹enter› ‹enter›b‹enter›").history.entries == ["a", "b"])
  }

  @Test(
    "Ctrl-R searches the history backwards",
    arguments: [
      ("‹^r›sin", "sin(y)|"), ("‹^r›sin‹^r›", "sin(x)|"), ("‹^r›sin‹^r›‹^r›", "sin(x)|"), ("‹^r›q", "|"),
      ("‹^r›sinx‹backspace›", "sin(y)|"), ("dra‹^r›cos‹^g›", "dra|"), ("dra‹^r›cos‹^c›", "dra|"),
      ("‹^r›cos‹escape›!", "cos(x)!|"), ("‹^r›cos‹left›!", "cos(x!|)"), ("‹^r›(x)", "cos(x)|"),
    ])
  func search(keys: String, expected: String) {
    #expect(editor(keys, history: ["sin(x)", "sin(y)", "cos(x)"]).marked == expected)
  }

  @Test("Enter during a search submits the line found")
  func searchSubmit() {
    var editor = editor("‹^r›sin", history: ["sin(x)", "cos(x)"])
    #expect(editor.handle(.enter) == .submit("sin(x)"))
    #expect(editor.search == nil)
  }

  @Test("a failing search says so and finds again after backspace")
  func searchFailure() {
    var editor = editor("‹^r›sin", history: ["sin(x)"])
    #expect(editor.handle(.text("z")) == .bell)
    #expect(editor.search?.hasFailed == true)
    #expect(editor.handle(.backspace) == .none)
    #expect(editor.search?.hasFailed == false)
  }

  @Test("the corrected line is offered by Tab and by the up-arrow, before the line that failed")
  func correction() {
    var editor = LineEditor()
    editor.history = History(["1+1", "sin(x"])
    editor.history.offer = "sin(x)"
    var other = editor
    _ = editor.handle(.tab)
    #expect(editor.marked == "sin(x)|")
    _ = other.handle(.up)
    #expect(other.marked == "sin(x)|")
    _ = other.handle(.up)
    #expect(other.marked == "sin(x|")
    _ = other.handle(.up)
    #expect(other.marked == "1+1|")
    for _ in 0..<3 { _ = other.handle(.down) }
    #expect(other.marked == "|")
    #expect(other.handle(.enter) == .submit(""))
    #expect(other.history.offer == nil)
  }

  @Test(
    "Tab completes names",
    arguments: [
      ("si‹tab›", "sin|"), ("sinh‹tab›", "sinh|"), ("2*fac‹tab›", "2*factor|"), ("q‹tab›", "q|"),
      ("‹tab›", "|"),
      ("PI‹tab›", "pi|"), ("2p‹tab›", "2pi|"), (":q‹tab›", ":quit|"), ("x:q‹tab›", "x:q|"),
      ("(si+1)‹left›‹left›‹left›‹tab›", "(sin|+1)"),
    ])
  func completion(keys: String, expected: String) {
    let names = ["sin", "sinh", "factor", "factorial", "pi", ":quit"]
    #expect(editor(keys, names: names).marked == expected)
  }

  @Test("a second Tab lists the names")
  func completionList() {
    var editor = editor("sin‹tab›", names: ["sin", "sinh", "cos"])
    #expect(editor.handle(.tab) == .list(["sin", "sinh"]))
    _ = editor.handle(.text("h"))
    #expect(editor.handle(.tab) == .none)
  }

  @Test("the suffix of the only match is inserted once")
  func completionSuffix() {
    var editor = LineEditor()
    editor.completer = Completer([Completer.Candidate(name: "cosh", suffix: "(")])
    for key in Key.list("cos‹tab›") { _ = editor.handle(key) }
    #expect(editor.marked == "cosh(|")
    for key in Key.list("‹^u›cos(x)‹left›‹left›‹left›‹tab›") { _ = editor.handle(key) }
    #expect(editor.marked == "cosh|(x)")
  }

  @Test("a pasted block is one input, whatever brackets it leaves open")
  func paste() {
    var editor = LineEditor()
    #expect(editor.handle(.paste("a := 1\nb := (\n2)")) == .none)
    #expect(editor.marked == "a := 1\nb := (\n2)|")
    #expect(editor.handle(.enter) == .submit("a := 1\nb := (\n2)"))
  }

  @Test("control keys ask the loop for what only it can do")
  func effects() {
    var editor = LineEditor()
    #expect(editor.handle(.control("d")) == .endOfInput)
    #expect(editor.handle(.control("l")) == .clearScreen)
    #expect(editor.handle(.control("z")) == .suspend)
    #expect(editor.handle(.control("q")) == .bell)
    #expect(editor.handle(.control("c")) == .abandon)
  }
}

extension LineEditor {
  /// The text with `|` at the cursor.
  fileprivate var marked: String {
    String(buffer.characters[..<buffer.cursor]) + "|" + String(buffer.characters[buffer.cursor...])
  }
}

extension Key {
  /// The keys in a text where `‹name›` names a key: `‹^a›`, `‹left›`, `‹alt-b›`.
  static func list(_ text: String) -> [Key] {
    var keys: [Key] = []
    var rest = Substring(text)
    while let character = rest.popFirst() {
      guard character == "‹", let end = rest.firstIndex(of: "›") else {
        keys.append(.text(character))
        continue
      }
      keys.append(named(String(rest[..<end])))
      rest = rest[rest.index(after: end)...]
    }
    return keys
  }

  private static func named(_ name: String) -> Key {
    switch name {
    case "enter": return .enter
    case "alt-enter": return .lineBreak
    case "tab": return .tab
    case "escape": return .escape
    case "backspace": return .backspace
    case "delete": return .delete
    case "alt-backspace": return .deleteWordLeft
    case "alt-d": return .deleteWordRight
    case "left": return .left
    case "right": return .right
    case "up": return .up
    case "down": return .down
    case "home": return .home
    case "end": return .end
    case "alt-b": return .wordLeft
    case "alt-f": return .wordRight
    default: return name.hasPrefix("^") ? .control(name.last ?? "?") : .unknown
    }
  }
}
