import ApusRewriting
import Testing

@testable import ApusCommand

@Suite("The calibration of cycles") struct CycleCalibrationTests {
  @Test("everything that the standard table names is measured, and the table can be read back") func names() {
    let table = CycleCalibration(repetitions: 1).table()
    #expect(table.costs.keys.sorted() == CycleTable.standard.costs.keys.sorted())
    #expect(table.costs.values.allSatisfy { $0 > 0 })
    #expect(CycleTable(text: table.text) == table)
  }
}
