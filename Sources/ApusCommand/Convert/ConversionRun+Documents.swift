import ApusNotation

extension ConversionRun {
  /// Converts the formulas of a document; what all of them show together decides how each is read.
  mutating func convertDocument(_ file: FileBytes, _ markup: DocumentMarkup, name: String) {
    hasDocument = true
    let shares = settings.sharesContext ?? true
    let context = shares ? sharedContext(of: file, markup) : nil
    var reader = DocumentReader(file, markup, settings.macros)
    var count = 0
    while let (formula, macros) = reader.next() {
      count += 1
      let place = Place(name: name, line: formula.line, formula: formula)
      var task = ConversionTask(id: .integer(count), input: formula.source, place: place, layout: .document)
      task.macros = macros
      task.context = context
      add(task)
    }
    if !shares { documentFormulas += count }
    notes += reader.notes(name)
    if count == 0 {
      report(
        Diagnostic(
          "no-formula", "there is no formula in \(name)",
          help: [
            "formulas stand between $…$, \\[…\\] or in environments; --layout lines reads every line as one"
          ]),
        .failure)
    }
  }

  /// What the formulas of a document show, found on all threads; nothing beyond itself where there is but one.
  private mutating func sharedContext(of file: FileBytes, _ markup: DocumentMarkup) -> SharedContext? {
    let options = settings.converter.assumptions.options
    let pool = OrderedPool<[(String, LaTeXMacroTable)], LaTeXDocumentContext>(jobs: settings.jobs) {
      formulas in
      var context = LaTeXDocumentContext()
      var options = options
      for (source, macros) in formulas {
        options.macros = macros
        context.add(source, options: options)
      }
      return context
    }
    defer { pool.close() }
    var whole = LaTeXDocumentContext()
    let known = documentFormulas
    var reader = DocumentReader(file, markup, settings.macros)
    var batch: [(String, LaTeXMacroTable)] = []
    while let (formula, macros) = reader.next() {
      documentFormulas += 1
      batch.append((formula.source, macros))
      guard batch.count >= 256 else { continue }
      for part in pool.submit(batch) { whole.add(part) }
      batch = []
    }
    if documentFormulas == known + 1 { return nil }
    for part in pool.submit(batch) + pool.finish() { whole.add(part) }
    return SharedContext(whole)
  }
}

/// Walks through the formulas of a document with the macros that hold for each.
struct DocumentReader {
  private let file: FileBytes
  private var scanner: DocumentScanner
  private var macros: LaTeXMacroTable
  private var released = 0
  /// The lines of definitions that cannot be read, with the first mistake.
  private var unread: (count: Int, line: Int, mistake: Diagnostic)?
  private var inclusions: [(name: String, line: Int)] = []

  init(_ file: FileBytes, _ markup: DocumentMarkup, _ macros: LaTeXMacroTable) {
    self.file = file
    self.macros = macros
    scanner = DocumentScanner(file.bytes, markup: markup)
  }

  /// The next formula with its macros.
  mutating func next() -> (DocumentFormula, LaTeXMacroTable)? {
    while let item = scanner.next() {
      switch item {
      case .formula(let formula):
        if LaTeXDefinitions.fill(formula.source) {
          define(formula.source, formula.line)
          continue
        }
        if scanner.offset - released > 32 << 20 {
          released = scanner.offset
          file.release(before: released)
        }
        return (formula, macros)
      case .definition(let source, let line): define(source, line)
      case .inclusion(let name, let line): inclusions.append((name, line))
      }
    }
    return nil
  }

  private mutating func define(_ source: String, _ line: Int) {
    do throws(Diagnostic) {
      try macros.define(source)
    } catch {
      unread = (1 + (unread?.count ?? 0), unread?.line ?? line, unread?.mistake ?? error)
    }
  }

  /// What a person should know of the document.
  func notes(_ name: String) -> [String] {
    var notes: [String] = []
    if let first = inclusions.first {
      let rest = inclusions.count == 1 ? "" : " and \(inclusions.count - 1) more"
      notes.append(
        "\(name):\(first.line): the file '\(first.name)'\(rest) is not part of this one; give it too")
    }
    if let unread {
      let rest = unread.count == 1 ? "" : " and \(unread.count - 1) more"
      notes.append("\(name):\(unread.line): this definition\(rest) cannot be used: \(unread.mistake.message)")
    }
    return notes
  }
}
