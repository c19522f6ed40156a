import ApusRewriting
import Testing

@Suite("Stop reasons") struct StopReasonTests {
  @Test("the names of stop reasons are those of the command line") func names() {
    let names = StopReason.allCases.map(\.rawValue).joined(separator: " ")
    #expect(names == "saturated iteration-limit node-limit time-limit goal contradiction cancelled")
  }
}
