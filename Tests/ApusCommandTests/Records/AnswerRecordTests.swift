import ApusNotation
import Testing

@testable import ApusCommand

@Suite struct AnswerRecordTests {
  private func text(_ record: AnswerRecord) -> String { String(decoding: record.line, as: UTF8.self) }

  @Test("an answer is one line with everything that is known")
  func answer() {
    let response = Response(
      text: "x**2",
      symbols: [.init(source: "\\alpha", identifier: "alpha"), .init(source: "x", identifier: "x")],
      assumptions: ["x is real"], warnings: ["w"])
    let record = AnswerRecord(id: 7, input: "x^2", result: .success(response), milliseconds: 0.12345)
    #expect(
      text(record) == #"{"v":1,"id":7,"input":"x^2","ok":true,"result":{"text":"x**2"},"#
        + #""symbols":{"\\alpha":"alpha","x":"x"},"assumptions":["x is real"],"warnings":["w"],"ms":0.123}"#
        + "\n")
  }

  @Test("an error has its place in bytes, lines and scalars, and its fixes")
  func failure() {
    let diagnostic = Diagnostic(
      "unclosed-paren", "this '(' is never closed", at: SourceRange(6, 7),
      fixIts: [FixIt(SourceRange(8, 8), insert: ")")])
    let record = AnswerRecord(id: "q", input: "é\n漢(x", result: .failure(diagnostic), milliseconds: 1)
    #expect(
      text(record) == #"{"v":1,"id":"q","input":"é\n漢(x","ok":false,"error":{"code":"unclosed-paren","#
        + #""message":"this '(' is never closed","span":[6,7],"line":2,"column":2,"#
        + #""fixits":[{"span":[8,8],"insert":")"}]},"ms":1.0}"# + "\n")
  }

  @Test("an error without a place has no span")
  func failureWithoutPlace() {
    let record = AnswerRecord(
      id: nil, input: "x", result: .failure(Diagnostic("timeout", "no answer", help: ["h"])), milliseconds: 0)
    #expect(
      text(record) == #"{"v":1,"id":null,"input":"x","ok":false,"#
        + #""error":{"code":"timeout","message":"no answer","fixits":[],"help":["h"]},"ms":0.0}"# + "\n")
  }
}
