import ApusNumbers
import ApusTerms
import Testing

@Suite("The function table")
struct FunctionTableTests {
  static let functions = FunctionTable.standard.functions

  @Test("there are more than 170 functions, none twice") func size() {
    #expect(Self.functions.count > 170)
    #expect(Set(Self.functions.map(\.name)).count == Self.functions.count)
  }

  @Test("no alias hides a name or another alias") func aliases() {
    var owners: [String: String] = [:]
    for function in Self.functions {
      for name in [function.name] + function.aliases {
        #expect(owners[name] == nil, "\(name) belongs to \(owners[name] ?? "") and \(function.name)")
        owners[name] = function.name
      }
    }
    for (name, owner) in owners { #expect(FunctionTable.standard[name]?.name == owner) }
  }

  @Test(
    "every record has a sentence, a source, LaTeX and named parameters", arguments: functions)
  func isComplete(_ function: Function) {
    #expect(!function.summary.isEmpty && !function.summary.hasSuffix("."))
    #expect(!function.source.isEmpty)
    #expect(function.notation.latex != nil)
    let most = function.arity.maximum ?? function.parameters.count
    #expect(function.parameters.count <= most && function.parameters.count >= function.arity.minimum)
  }

  @Test("partial derivatives are given for each argument", arguments: functions)
  func partialsHaveOneEntryAnArgument(_ function: Function) {
    let most = function.arity.maximum ?? function.arity.minimum + 2
    for count in function.arity.minimum...most {
      let arguments = (0..<count).map { Expr.symbol("x\($0)") }
      for partials in [function.partials, function.realPartials] {
        if let partials { #expect(partials(arguments).count == count, "\(function.name)") }
      }
    }
  }

  @Test("a function that is added replaces one of its name, and only that") func insertion() {
    var table = FunctionTable.standard
    table.insert(Function("W", aliases: ["w"], summary: "not Lambert's"))
    #expect(table["W"]?.summary == "not Lambert's" && table["lambertw"]?.name == "lambertw")
    #expect(table.functions.count == FunctionTable.standard.functions.count + 1)
    table.insert(Function("lambertw", summary: "without aliases"))
    #expect(table["LambertW"] == nil && table["lambertw"]?.summary == "without aliases")
    #expect(table.functions.count == FunctionTable.standard.functions.count + 1)
  }
}
