/// The line editor without its terminal: a state that keys change.
///
/// Everything the user sees follows from the state (see ``EditorLayout``), so a test is a list of keys.
struct LineEditor {
  /// What the loop around the editor has to do after a key.
  enum Effect: Equatable {
    /// Redraw.
    case none
    /// Evaluate this input.
    case submit(String)
    /// The line was given up with Ctrl-C.
    case abandon
    /// Ctrl-D on an empty line.
    case endOfInput
    /// Show these completions above the prompt.
    case list([String])
    case clearScreen, suspend, bell
  }

  /// A search through the history in progress.
  struct Search: Equatable {
    var query = ""
    /// The entry shown, as an index in the history.
    var match: Int?
    /// Whether nothing contains the query.
    var hasFailed = false
    /// The buffer to return to when the search is given up.
    var original: EditBuffer
  }

  private(set) var buffer = EditBuffer()
  private(set) var search: Search?
  var history = History()
  var completer = Completer()
  private var killed = ""
  private var lastKeyWasTab = false

  /// Takes a key.
  mutating func handle(_ key: Key) -> Effect {
    let wasTab = lastKeyWasTab
    lastKeyWasTab = key == .tab
    if search != nil, let effect = handleSearch(key) { return effect }
    switch key {
    case .text(let character): buffer.insert(String(character))
    case .paste(let text): buffer.insert(text)
    case .lineBreak: buffer.insert("\n")
    case .enter: return enter()
    case .tab: return complete(isRepeated: wasTab)
    case .control(let letter): return handleControl(letter)
    case .escape, .unknown: break
    default: edit(key)
    }
    return .none
  }

  /// Puts a line into the buffer, with the cursor at its end.
  mutating func load(_ text: String) { buffer = EditBuffer(text) }

  /// Puts the cursor behind the text, where it stands when the line is left.
  mutating func moveToEnd() { buffer.moveToEnd() }

  // MARK: Keys

  private mutating func edit(_ key: Key) {
    switch key {
    case .backspace: buffer.deleteLeft()
    case .delete: buffer.deleteRight()
    case .deleteWordLeft: killed = buffer.killWordLeft()
    case .deleteWordRight: killed = buffer.killWordRight()
    case .left: buffer.moveLeft()
    case .right: buffer.moveRight()
    case .wordLeft: buffer.moveWordLeft()
    case .wordRight: buffer.moveWordRight()
    case .home: buffer.moveToLineStart()
    case .end: buffer.moveToLineEnd()
    case .up: goUp()
    case .down: goDown()
    default: break
    }
  }

  private mutating func handleControl(_ letter: Character) -> Effect {
    switch letter {
    case "a": buffer.moveToLineStart()
    case "b": buffer.moveLeft()
    case "c": return abandon()
    case "d":
      if buffer.isEmpty { return .endOfInput }
      buffer.deleteRight()
    case "e": buffer.moveToLineEnd()
    case "f": buffer.moveRight()
    case "k": killed = buffer.killToLineEnd()
    case "l": return .clearScreen
    case "n": goDown()
    case "p": goUp()
    case "r": search = Search(original: buffer)
    case "t": buffer.transpose()
    case "u": killed = buffer.killToLineStart()
    case "w": killed = buffer.killSpacedWordLeft()
    case "y": buffer.insert(killed)
    case "z": return .suspend
    default: return .bell
    }
    return .none
  }

  /// Submits the input, or begins a new line while a bracket is open; a blank last line submits in any case.
  private mutating func enter() -> Effect {
    let lastLine = buffer.characters[((buffer.characters.lastIndex(of: "\n") ?? -1) + 1)...]
    let isLeaving = buffer.characters.contains("\n") && lastLine.allSatisfy(\.isWhitespace)
    if !isLeaving, !BracketScanner.openBrackets(in: buffer.characters).isEmpty {
      buffer.insert("\n")
      return .none
    }
    return submit()
  }

  private mutating func submit() -> Effect {
    buffer.moveToEnd()
    var text = buffer.text
    while text.last == "\n" { text.removeLast() }
    history.offer = nil
    history.append(text)
    buffer = EditBuffer()
    return .submit(text)
  }

  private mutating func abandon() -> Effect {
    history.leave()
    buffer = EditBuffer()
    return .abandon
  }

  private mutating func goUp() {
    if buffer.moveUp() { return }
    if let line = history.older(than: buffer.text) { load(line) }
  }

  private mutating func goDown() {
    if buffer.moveDown() { return }
    if let line = history.newer() { load(line) }
  }

  /// Takes the corrected line on an empty prompt; otherwise completes a name, and lists the names at the second press.
  private mutating func complete(isRepeated: Bool) -> Effect {
    if buffer.isEmpty, let offer = history.offer {
      load(offer)
      return .none
    }
    guard let completion = completer.completion(in: buffer) else { return .bell }
    let typed = String(buffer.characters[completion.range])
    if completion.insertion != typed {
      buffer.replace(completion.range, with: completion.insertion)
      return .none
    }
    guard completion.names.count > 1 else { return .none }
    return isRepeated ? .list(completion.names) : .bell
  }

  // MARK: History search

  /// Takes a key during a search; `nil` if the key ends the search and still has to act on the buffer.
  private mutating func handleSearch(_ key: Key) -> Effect? {
    guard var current = search else { return nil }
    switch key {
    case .text(let character):
      current.query.append(character)
      find(&current, before: (current.match ?? history.entries.count) + 1)
    case .backspace:
      _ = current.query.popLast()
      find(&current, before: history.entries.count)
    case .control("r"):
      find(&current, before: current.match ?? history.entries.count)
    case .control("c"), .control("g"):
      buffer = current.original
      search = nil
      return Effect.none
    case .escape:
      search = nil
      return Effect.none
    default:
      search = nil
      return nil
    }
    search = current
    return current.hasFailed ? .bell : Effect.none
  }

  private mutating func find(_ current: inout Search, before limit: Int) {
    guard let index = history.lastIndex(containing: current.query, before: limit) else {
      current.hasFailed = !current.query.isEmpty
      if current.query.isEmpty { current.match = nil }
      return
    }
    current.match = index
    current.hasFailed = false
    load(history.entries[index])
  }
}
