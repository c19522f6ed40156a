import Apus
import ApusNotation
import Testing

@testable import ApusCommand

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Counts its inputs; `wait` ends when interrupted, `hang` never does.
private struct Counter: Responder {
  var count = 0

  mutating func response(to input: String, until cancellation: Cancellation) throws(Diagnostic) -> Response {
    count += 1
    switch input {
    case "wait":
      while !cancellation.isCancelled { usleep(100) }
      throw Diagnostic("cancelled", "stopped")
    case "hang":
      while true { usleep(1000) }
    case "fail": throw Diagnostic("bad", "bad")
    default: return Response(text: "\(input) \(count)")
    }
  }
}

@Suite(.serialized) struct BoundedResponderTests {
  @Test("answers and failures pass through, and state is kept", arguments: [nil, 60] as [Double?])
  func passing(timeLimit: Double?) {
    var responder = BoundedResponder(Counter(), timeLimit: timeLimit)
    #expect(responder.result(for: "a") == .success(Response(text: "a 1")))
    #expect(responder.result(for: "fail") == .failure(Diagnostic("bad", "bad")))
    #expect(responder.result(for: "b") == .success(Response(text: "b 3")))
  }

  @Test("an evaluation past its time is given up and changes nothing", arguments: ["wait", "hang"])
  func timeLimit(input: String) {
    var responder = BoundedResponder(Counter(), timeLimit: 0.02)
    guard case .failure(let diagnostic) = responder.result(for: input) else { return #expect(Bool(false)) }
    #expect(diagnostic.code == "timeout")
    #expect(diagnostic.message == "no answer within 20 ms")
    #expect(responder.source.count == 0)
    responder.timeLimit = nil
    #expect(responder.result(for: "a") == .success(Response(text: "a 1")))
  }

  @Test("Ctrl-C gives up an evaluation, whether it listens or not", arguments: ["wait", "hang"])
  func interruption(input: String) {
    var responder = BoundedResponder(Counter(), isInterruptible: true)
    Signals.interrupt.store(true, ordering: .relaxed)
    defer { Signals.interrupt.store(false, ordering: .relaxed) }
    guard case .failure(let diagnostic) = responder.result(for: input) else { return #expect(Bool(false)) }
    #expect(diagnostic.code == "cancelled")
    #expect(diagnostic.message.hasPrefix("interrupted after "))
    #expect(responder.source.count == 0)
  }
}

@Suite struct DetachedRunTests {
  @Test("the value of the work comes back")
  func value() {
    let run = DetachedRun { (1...100).reduce(0, +) }
    #expect(run.wait { false } == 5050)
  }

  @Test("the stack is deep")
  func deepStack() {
    @Sendable func depth(_ n: Int) -> Int { n == 0 ? 0 : 1 + depth(n - 1) }
    let run = DetachedRun { depth(200_000) }
    #expect(run.wait { false } == 200_000)
  }

  @Test("waiting can be given up while the work goes on")
  func givingUp() {
    let run = DetachedRun { () -> Int in
      while true { usleep(1000) }
    }
    #expect(run.wait { true } == nil)
  }
}
