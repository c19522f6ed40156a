import Apus
import ApusTerms
import Testing

@Suite("Examples of the function table")
struct FunctionExampleTests {
  @Test("the example of a record is what the session answers", arguments: FunctionTable.standard.functions)
  func example(_ function: Function) throws {
    guard let example = function.example else { return }
    var session = Session()
    #expect(try session.evaluate(example.input).text == example.output)
  }

  @Test("every function of numbers or truth values has an example") func coverage() {
    for function in FunctionTable.standard.functions
    where function.kernels.ball != nil && function.form == .call {
      #expect(function.example != nil, "\(function.name)")
    }
  }
}
