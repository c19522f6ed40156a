import ApusNotation
import Foundation

/// Runs Python programs in one process and compares their values with references.
struct PythonRunner {
  /// One program with the value it must have.
  struct Job {
    /// What failures are reported under.
    var name: String
    var code: String
    /// Values of the symbols by name.
    var point: [String: Double] = [:]
    /// Whether "not a number" is no answer rather than a wrong one.
    var mayBeUndefined = false
    /// A Python expression in the names of mpmath and of the point; a list for several values.
    var reference: String
  }

  /// Why no Python runs here; `nil` when it does.
  static let obstacle: String? = {
    do {
      let answer = try run(["-c", "import sympy, numpy, scipy; print(sympy.__version__)"], input: "")
      return answer.isEmpty ? "python3 has no SymPy, NumPy and SciPy" : nil
    } catch {
      return "python3 does not run: \(error)"
    }
  }()

  /// The jobs whose values differ, with what came out.
  static func failures(of jobs: [Job]) throws -> [String] {
    var requests: [JSONValue] = []
    for job in jobs {
      var object = JSONObject()
      object["name"] = .string(job.name)
      object["code"] = .string(job.code)
      object["mayBeUndefined"] = .bool(job.mayBeUndefined)
      object["reference"] = .string(job.reference)
      var point = JSONObject()
      for (name, value) in job.point.sorted(by: { $0.key < $1.key }) { point[name] = .double(value) }
      object["point"] = .object(point)
      requests.append(.object(object))
    }
    let answer = try run(["-c", script], input: JSONValue.array(requests).description)
    return answer.split(separator: "\n").map(String.init)
  }

  /// What Python prints, given arguments and standard input.
  static func run(_ arguments: [String], input: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let (source, sink) = (Pipe(), Pipe())
    process.standardInput = source
    process.standardOutput = sink
    try process.run()
    DispatchQueue.global().async {
      source.fileHandleForWriting.write(Data(input.utf8))
      source.fileHandleForWriting.closeFile()
    }
    let output = sink.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }

  /// Prints a line for every job that fails. Unknown functions f, g, … are 2 sin(x + y/3 + …) + 3 there.
  private static let script = #"""
    import ast, inspect, json, sys, warnings, resource
    import sympy as sp, mpmath as mp
    from sympy.core.function import AppliedUndef
    warnings.simplefilter('error')
    import numpy
    sys.setrecursionlimit(5000)

    def test_function(*args):
        return 2*sp.sin(sum(a/(2*i + 1) for i, a in enumerate(args))) + 3

    def run(code):
        tree = ast.parse(code)
        space = {}
        last = tree.body[-1]
        if isinstance(last, ast.Expr):
            exec(compile(ast.Module(tree.body[:-1], []), '<code>', 'exec'), space)
            return eval(compile(ast.Expression(last.value), '<code>', 'eval'), space)
        exec(compile(tree, '<code>', 'exec'), space)
        return space[last.name]

    def concrete(e):
        if isinstance(e, sp.Basic):
            e = e.replace(lambda q: isinstance(q, AppliedUndef), lambda q: test_function(*q.args))
        return e

    def flat(v, point):
        if isinstance(v, (list, tuple, sp.Tuple)):
            return [y for x in v for y in flat(x, point)]
        if isinstance(v, sp.MatrixBase) or hasattr(v, 'tolist'):
            v = v.tolist()
            return flat(v, point)
        if isinstance(v, sp.Rel):
            if v.rel_op in ('==', '='): return flat([v.lhs, v.rhs], point)
            return [complex(bool(v.subs(point).doit()))]
        if isinstance(v, (bool, int, float, complex)): return [complex(v)]
        if isinstance(v, sp.logic.boolalg.Boolean) and not isinstance(v, sp.Symbol): return [complex(bool(v.subs(point)))]
        if isinstance(v, sp.Basic):
            if isinstance(v, sp.Set): return flat(sorted(v, key=sp.default_sort_key), point)
            v = concrete(v)
            if isinstance(v, sp.Limit): v = v.doit()
            v = v.subs(point).doit()
            return [complex(sp.N(v, 20))]
        return [complex(v)]

    for job in json.load(sys.stdin):
        try:
            numpy.seterr(all='ignore' if job['mayBeUndefined'] else 'warn')
            value = run(job['code'])
            if callable(value) and not isinstance(value, sp.Basic):
                names = list(inspect.signature(value).parameters)
                point = job['point']
                if len(names) == 1 and len(point) == 1: point = {names[0].rstrip('_'): list(point.values())[0]}
                point = {k: int(v) if v == int(v) else v for k, v in point.items()}
                got = flat(value(*[point[n.rstrip('_')] for n in names]), {})
            else:
                point = {sp.Symbol(k): sp.Rational(repr(x)) for k, x in job['point'].items()}
                got = flat(value, point)
            space = {k: getattr(mp, k) for k in dir(mp)}
            space.update({k + '_' if k in space or k == 'lambda' else k: mp.mpf(repr(x)) for k, x in job['point'].items()})
            space['f'] = lambda *a: 2*mp.sin(sum(x/(2*i + 1) for i, x in enumerate(a))) + 3
            want = eval(job['reference'], space)
            want = [complex(w) for w in (want if isinstance(want, list) else [want])]
            # Random terms may be ill-conditioned, such as sqrt(abs(sin(pi))).
            tolerance = 1e-7 if job['mayBeUndefined'] else 1e-9
            if job['mayBeUndefined'] and any(g != g for g in got): continue
            if len(got) != len(want) or any(abs(g - w) > tolerance*max(1, abs(w)) for g, w in zip(got, want)):
                print(job['name'], 'gives', got, 'instead of', want, '|', job['code'].replace('\n', '; '))
        except Exception as error:
            if job['mayBeUndefined'] and (job['name'].startswith('math') or isinstance(error, ZeroDivisionError)): continue
            print(job['name'], 'fails:', type(error).__name__, str(error)[:200].replace('\n', ' '), '|',
                  job['code'].replace('\n', '; ')[:600])
    """#
}
