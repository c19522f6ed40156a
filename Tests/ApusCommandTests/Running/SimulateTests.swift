import ApusNotation
import ApusSimulation
import Testing

/// A becomes B with rate k.
private let decay = """
  begin parameters
    1 k 0.5
    2 a0 4
  end parameters
  begin species
    1 A() a0
    2 B() 0
  end species
  begin reactions
    1 1 2 k #decay
  end reactions
  begin groups
    1 All 1,2
  end groups
  """

/// `apus simulate -` with a model on standard input.
private func simulate(_ arguments: String, model: String = decay) -> BuiltCommand.Outcome {
  BuiltCommand.run(["simulate", "-"] + arguments.split(separator: " ").map(String.init), input: model)
}

@Suite("apus simulate")
struct SimulateTests {
  @Test("without a solver says how to get one", .enabled(if: !InitialValueProblem.hasSolver))
  func unavailable() throws {
    let outcome = simulate("--until 1")
    #expect(outcome.status == 69 && outcome.text == "")
    #expect(outcome.errorText.contains("error[simulation-unavailable]"))
    #expect(outcome.errorText.contains("--traits Simulation"))
    let record = try JSONValue(parsing: try #require(simulate("--until 1 --output jsonl").lines.first))
    #expect(record["ok"] == false && record["error"]?["code"] == "simulation-unavailable")
  }

  @Test(
    "a command line that makes no sense is refused",
    arguments: [
      "", "--until 0", "--until x", "--until 1 --save-at 1", "--save-at 2,1", "--save-at 1,,2",
      "--save-at -1",
      "--until 1 --points 1", "--save-at 1 --points 3", "--until 1 --set k", "--until 1 --set k=x",
      "--until 1 --rtol 0", "--until 1 --max-steps 0", "--until 1 --solver magic", "--until 1 --output xml",
    ])
  func usage(_ arguments: String) {
    #expect(simulate(arguments).status == 64)
  }

  @Test("a file that cannot be read is an error")
  func missingFile() {
    #expect(BuiltCommand.run(["simulate", "/no/such.net", "--until", "1"]).status == 66)
  }
}

@Suite(
  "apus simulate with a solver",
  .enabled(if: InitialValueProblem.hasSolver, "built without the trait Simulation"))
struct SolvingSimulateTests {
  /// The numbers of a table, without the line of names.
  private static func table(_ outcome: BuiltCommand.Outcome) -> [[Double]] {
    outcome.lines.dropFirst().map { $0.split(separator: ",").map { Double($0) ?? .nan } }
  }

  @Test("writes the times asked for, groups before species")
  func csv() {
    let outcome = simulate("--until 2 --points 3")
    #expect(outcome.status == 0 && outcome.errorText == "")
    #expect(outcome.lines.first == "time,All,S1,S2")
    let table = Self.table(outcome)
    #expect(table.map { $0[0] } == [0, 1, 2])
    #expect(table[0] == [0, 4, 4, 0])
    #expect(abs(table[1][2] - 4 * 0.606_530_659_7) < 1e-5 && abs(table[2][1] - 4) < 1e-5)
    #expect(simulate("--save-at 0,0.25,1e3 --columns groups").lines.first == "time,All")
    #expect(Self.table(simulate("--save-at 0.25 --columns species")).map(\.count) == [3])
  }

  @Test("every solver gives the same within the tolerances", arguments: ["sparse", "dense", "krylov"])
  func solvers(_ name: String) {
    let table = Self.table(simulate("--save-at 2 --rtol 1e-9 --atol 1e-12 --solver \(name)"))
    #expect(table.count == 1 && abs(table[0][2] - 4 * 0.367_879_441_171_442) < 1e-7)
  }

  @Test("parameters given in terms of one that is set follow")
  func set() {
    #expect(Self.table(simulate("--save-at 0 --set a0=7"))[0] == [0, 7, 7, 0])
    let wrong = simulate("--save-at 0 --set a00=7")
    #expect(wrong.status == 1 && wrong.errorText.contains("did you mean 'a0'"))
  }

  @Test("writes JSON lines, statistics among them")
  func jsonLines() throws {
    let outcome = simulate("--save-at 0,1 --output jsonl --statistics")
    let records = try outcome.lines.map { try JSONValue(parsing: $0) }
    #expect(records.count == 3 && records.allSatisfy { $0["ok"] == true })
    #expect(records[0]["time"] == .double(0) && records[0]["species"]?["S1"] == .double(4))
    #expect(records[0]["groups"]?["All"] == .double(4))
    #expect(records[2]["statistics"]?["steps"] != nil)
    #expect(simulate("--save-at 1 --statistics").errorText.contains(" steps, "))
  }

  @Test("a failure is an error after the lines that are right")
  func failure() throws {
    // A makes two of itself faster and faster: 1/(1/4 − t/2) ends at time 1/2.
    let growth = decay.replacing("1 1 2 k", with: "1 1,1 1,1,1 k")
    let outcome = simulate("--save-at 0.25,1 --columns species", model: growth)
    #expect(outcome.status == 1 && outcome.lines.count == 2)
    #expect(outcome.errorText.hasPrefix("error["))
    let lines = simulate("--save-at 0.25,1 --output jsonl", model: growth).lines
    #expect(try JSONValue(parsing: try #require(lines.last))["ok"] == false)
    let few = simulate("--save-at 100 --max-steps 3")
    #expect(few.status == 1 && few.errorText.contains("error[too-many-steps]"))
    #expect(few.errorText.contains("--max-steps"))
  }

  @Test("a mistake in the model has its place")
  func mistake() {
    let outcome = simulate("--until 1", model: decay.replacing("1 1 2 k", with: "1 1 5 k"))
    #expect(outcome.status == 1 && outcome.errorText.hasPrefix("<stdin>:10:"))
    let missing = simulate("--until 1", model: decay.replacing("0.5", with: "log(-1)"))
    #expect(missing.status == 1 && missing.errorText.contains("error[model-value]"))
  }
}
