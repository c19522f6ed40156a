import ApusNotation
import ArgumentParser

/// `apus bench`.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Times workloads and checks their results.",
    discussion: "Only figures of one run on an idle machine can be compared; the minimum is the one to use.")

  @Argument(help: ArgumentHelp("What the names of the workloads begin with.", valueName: "name"))
  var names: [String] = []

  @Flag(help: "Print one JSON object a workload.")
  var jsonl = false

  @Flag(help: "Print the names of the workloads and nothing else.")
  var list = false

  @Flag(help: "Measure what operations cost on this machine, and print the table for apus simplify --cycles.")
  var calibrate = false

  @Option(help: "The most repetitions.")
  var repetitions = 7

  @Option(help: "The seconds after which no further repetition begins.")
  var target = 4.0

  func validate() throws {
    if calibrate && CycleCalibration.isMeaningless {
      throw ValidationError("--calibrate needs a build with optimisation: swift build -c release.")
    }
    if repetitions < 1 { throw ValidationError("At least one repetition is needed.") }
    for name in names where Benchmarks.named([name]).isEmpty {
      throw ValidationError("No workload begins with '\(name)'; apus bench --list names them.")
    }
  }

  func run() throws {
    var output = Output.standard
    if calibrate {
      output.write(CycleCalibration().table().text)
      output.flush()
      return
    }
    var status = ExitStatus.success
    let runner = BenchmarkRunner(repetitions: repetitions, targetSeconds: target)
    for benchmark in Benchmarks.named(names) {
      if list {
        output.writeLine(benchmark.name)
        continue
      }
      let row = runner.row(for: benchmark)
      output.writeLine(jsonl ? row.json.description : row.text)
      if !row.isValid { status = .failure }
    }
    try status.throwUnlessSuccess()
  }
}
