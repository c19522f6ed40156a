#if Simulation
  import CSUNDIALS

  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Darwin)
    import Darwin
  #endif

  /// One integration by CVODE: owns what SUNDIALS allocates for it.
  final class CVODESolver {
    private let callbacks: SolverCallbacks
    private let options: IntegrationOptions
    private var context: SUNContext?
    private var solver: UnsafeMutableRawPointer?
    private var state: N_Vector?
    /// The state at a time within the last step.
    private var interpolated: N_Vector?
    private var weights: N_Vector?
    private var matrix: SUNMatrix?
    private var linearSolver: SUNLinearSolver?
    private var fixedPoint: SUNNonlinearSolver?
    private var messageTarget = UnsafeMutablePointer<apus_message_target>.allocate(capacity: 1)

    /// Integrates a problem through times that have been checked.
    static func integrate(
      _ problem: InitialValueProblem, through times: [Double], _ options: IntegrationOptions,
      until isCancelled: () -> Bool, _ onStep: (Double, Int) -> Void,
      _ body: (Double, UnsafeBufferPointer<Double>) -> Void
    ) throws(IntegrationError) -> IntegrationStatistics {
      let start = times.prefix { $0 == problem.startTime }.count
      problem.initialState.withUnsafeBufferPointer { state in
        for _ in 0..<start { body(problem.startTime, state) }
        // Without equations there is nothing to integrate.
        if problem.count == 0 { for time in times[start...] { body(time, state) } }
      }
      guard let end = times.last, end > problem.startTime, problem.count > 0 else { return .init() }
      let result: Result<IntegrationStatistics, IntegrationError> =
        withoutActuallyEscaping(isCancelled) { isCancelled in
          do throws(IntegrationError) {
            let solver = try CVODESolver(problem, options, until: isCancelled)
            try solver.start(end: end)
            try solver.advance(through: times[start...], end: end, onStep, body)
            return .success(solver.statistics)
          } catch {
            return .failure(error)
          }
        }
      return try result.get()
    }

    private init(
      _ problem: InitialValueProblem, _ options: IntegrationOptions, until isCancelled: @escaping () -> Bool
    ) throws(IntegrationError) {
      let kind = Self.solver(of: problem, options)
      let pattern = kind == .sparse ? problem.jacobian.map { SparsePattern($0) } : nil
      callbacks = SolverCallbacks(problem, pattern, until: isCancelled)
      self.options = options
      let count = sunindextype(problem.count)
      guard apus_make_context(&context) == 0, let context else { throw IntegrationError(.outOfMemory) }
      state = N_VNew_Serial(count, context)
      interpolated = N_VNew_Serial(count, context)
      solver = CVodeCreate(options.method == .bdf ? CV_BDF : CV_ADAMS, context)
      guard let state, interpolated != nil, let solver, let values = N_VGetArrayPointer(state) else {
        throw IntegrationError(.outOfMemory)
      }
      for (i, value) in problem.initialState.enumerated() { values[i] = value }
      let data = Unmanaged.passUnretained(callbacks).toOpaque()
      messageTarget.initialize(to: apus_message_target(handler: keepMessage, data: data))
      try check(apus_handle_messages(context, solver, messageTarget))
      try check(CVodeInit(solver, computeSidesForSolver, problem.startTime, state))
      try check(CVodeSetUserData(solver, data))
      try check(CVodeSStolerances(solver, options.relativeTolerance, options.absoluteTolerance))
      if pattern != nil, problem.jacobian?.values == nil {
        weights = N_VNew_Serial(count, context)
        (callbacks.solver, callbacks.weights) = (solver, weights)
      }
      try makeLinearSolver(kind, pattern, count, context)
    }

    deinit {
      CVodeFree(&solver)
      if let linearSolver { SUNLinSolFree(linearSolver) }
      if let fixedPoint { SUNNonlinSolFree(fixedPoint) }
      if let matrix { SUNMatDestroy(matrix) }
      if let state { N_VDestroy(state) }
      if let interpolated { N_VDestroy(interpolated) }
      if let weights { N_VDestroy(weights) }
      SUNContext_Free(&context)
      messageTarget.deallocate()
    }

    private static func solver(
      of problem: InitialValueProblem, _ options: IntegrationOptions
    ) -> IntegrationOptions.Solver {
      guard options.solver == .automatic else { return options.solver }
      return problem.jacobian == nil ? .dense : .sparse
    }

    private func makeLinearSolver(
      _ kind: IntegrationOptions.Solver, _ pattern: SparsePattern?, _ count: sunindextype,
      _ context: SUNContext
    ) throws(IntegrationError) {
      switch kind {
      case .sparse, .automatic:
        matrix = SUNSparseMatrix(count, count, sunindextype(pattern?.count ?? 0), CSR_MAT, context)
        guard let matrix, let pattern, pattern.prepare(matrix) != nil else {
          throw IntegrationError(.outOfMemory)
        }
        linearSolver = SUNLinSol_KLU(state, matrix, context)
        // I − γJ has a heavy diagonal, for which an ordering of A + Aᵀ fills in less than one of the columns, the default.
        if let linearSolver { try check(SUNLinSol_KLUSetOrdering(linearSolver, 0)) }
      case .dense:
        matrix = SUNDenseMatrix(count, count, context)
        guard let matrix else { throw IntegrationError(.outOfMemory) }
        linearSolver = SUNLinSol_Dense(state, matrix, context)
      case .krylov:
        linearSolver = SUNLinSol_SPGMR(state, Int32(SUN_PREC_NONE), Self.krylovDimension, context)
      case .fixedPoint:
        fixedPoint = SUNNonlinSol_FixedPoint(state, 0, context)
        guard let fixedPoint else { throw IntegrationError(.outOfMemory) }
        return try check(CVodeSetNonlinearSolver(solver, fixedPoint))
      }
      guard let linearSolver else { throw IntegrationError(.outOfMemory) }
      try check(CVodeSetLinearSolver(solver, linearSolver, matrix))
      if pattern != nil { try check(CVodeSetJacFn(solver, computeMatrixForSolver)) }
    }

    /// How many directions GMRES keeps.
    private static var krylovDimension: Int32 { 20 }

    private func start(end: Double) throws(IntegrationError) {
      try check(CVodeSetStopTime(solver, end))
      if let step = options.maximumStep { try check(CVodeSetMaxStep(solver, step)) }
      if let step = options.initialStep { try check(CVodeSetInitStep(solver, step)) }
      // Steps that do not advance the time are counted here, and are an error; the solver would only warn.
      try check(CVodeSetMaxHnilWarns(solver, -1))
    }

    // MARK: - Steps

    private func advance(
      through times: ArraySlice<Double>, end: Double, _ onStep: (Double, Int) -> Void,
      _ body: (Double, UnsafeBufferPointer<Double>) -> Void
    ) throws(IntegrationError) {
      var time = callbacks.problem.startTime
      var next = times.startIndex
      var stepCount = 0
      var stalledCount = 0
      while next < times.endIndex {
        if callbacks.isCancelled() { throw IntegrationError(.cancelled, time: time) }
        if stepCount == options.maximumStepCount {
          throw IntegrationError(.tooManySteps(stepCount), time: time)
        }
        let previous = time
        try check(CVode(solver, end, state, &time, CV_ONE_STEP), at: previous)
        stepCount += 1
        stalledCount = time > previous ? 0 : stalledCount + 1
        if stalledCount > Self.stalledLimit { throw IntegrationError(.stepTooShort, time: time) }
        onStep(time, stepCount)
        while next < times.endIndex, times[next] <= time {
          try report(times[next], reached: time, body)
          next += 1
        }
      }
    }

    /// How many steps in succession may be too short to change the time.
    private static var stalledLimit: Int { 10 }

    /// Hands over the state at a time within the last step.
    private func report(
      _ time: Double, reached: Double, _ body: (Double, UnsafeBufferPointer<Double>) -> Void
    ) throws(IntegrationError) {
      if time < reached { try check(CVodeGetDky(solver, time, 0, interpolated), at: reached) }
      let vector = time < reached ? interpolated : state
      guard let values = N_VGetArrayPointer(vector) else { throw IntegrationError(.outOfMemory) }
      let count = callbacks.problem.count
      guard SolverCallbacks.areFinite(values, count) else {
        throw IntegrationError(.notFinite, time: time)
      }
      body(time, UnsafeBufferPointer(start: values, count: count))
    }

    // MARK: - Statistics and errors

    private var statistics: IntegrationStatistics {
      var result = IntegrationStatistics()
      func read(_ function: (UnsafeMutableRawPointer?, UnsafeMutablePointer<Int>?) -> Int32) -> Int {
        var value = 0
        return function(solver, &value) == CV_SUCCESS ? value : 0
      }
      result.steps = read(CVodeGetNumSteps)
      result.evaluations = read(CVodeGetNumRhsEvals)
      result.differenceEvaluations = read(CVodeGetNumLinRhsEvals) + callbacks.differenceEvaluations
      result.jacobians = read(CVodeGetNumJacEvals)
      result.factorizations = matrix == nil ? 0 : read(CVodeGetNumLinSolvSetups)
      result.nonlinearIterations = read(CVodeGetNumNonlinSolvIters)
      result.linearIterations = read(CVodeGetNumLinIters)
      result.convergenceFailures = read(CVodeGetNumStepSolveFails)
      result.errorTestFailures = read(CVodeGetNumErrTestFails)
      var order: Int32 = 0
      if CVodeGetLastOrder(solver, &order) == CV_SUCCESS { result.lastOrder = Int(order) }
      _ = CVodeGetLastStep(solver, &result.lastStep)
      return result
    }

    private func check(_ flag: Int32, at time: Double? = nil) throws(IntegrationError) {
      if flag >= 0 { return }
      throw IntegrationError(reason(of: flag), time: time, flag: Self.name(of: flag))
    }

    private func reason(of flag: Int32) -> IntegrationError.Reason {
      if callbacks.wasCancelled { return .cancelled }
      switch flag {
      case CV_TOO_MUCH_ACC: return .tolerancesTooSmall
      case CV_ERR_FAILURE: return .stepTooShort
      case CV_CONV_FAILURE: return callbacks.matrixIsNotFinite ? .notFinite : .noConvergence
      case CV_RHSFUNC_FAIL, CV_FIRST_RHSFUNC_ERR, CV_REPTD_RHSFUNC_ERR, CV_UNREC_RHSFUNC_ERR:
        return .notFinite
      case CV_LINIT_FAIL, CV_LSETUP_FAIL, CV_LSOLVE_FAIL: return .linearSolverFailed
      case CV_MEM_FAIL: return .outOfMemory
      case CV_TOO_CLOSE: return .invalidArgument("the end is too close to the start")
      case CV_ILL_INPUT: return .invalidArgument("the solver refuses the problem: \(callbacks.message)")
      default: return .solverFailed("the solver failed: \(callbacks.message)")
      }
    }

    private static func name(of flag: Int32) -> String? {
      guard let name = CVodeGetReturnFlagName(Int(flag)) else { return nil }
      defer { free(name) }
      return String(cString: name)
    }
  }
#endif
