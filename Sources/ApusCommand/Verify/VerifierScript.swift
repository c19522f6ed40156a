/// The program that evaluates answers in Python: a request a line in, a list of results a line out, in order.
enum VerifierScript {
  static let text = #"""
    import ast, inspect, json, os, resource, signal, sys, warnings
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    out = os.fdopen(os.dup(1), 'w', buffering=1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    def tell(x):
        out.write(json.dumps(x) + '\n')
        out.flush()
    target = sys.argv[1]
    limit = float(sys.argv[2])
    try:
        import math
        if target == 'sympy':
            import sympy as sp
            from sympy.core.function import AppliedUndef
        if target == 'numpy':
            import numpy as np
            import scipy.special
    except Exception as x:
        tell({'error': '%s: %s' % (type(x).__name__, x)})
        sys.exit(1)
    warnings.simplefilter('ignore')
    sys.setrecursionlimit(5000)
    try:
        resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except Exception:
        pass
    class Late(BaseException): pass
    class Skip(Exception): pass
    def late(*a): raise Late()
    signal.signal(signal.SIGALRM, late)

    def run(code):
        tree = ast.parse(code)
        space = {'__name__': 'answer'}
        last = tree.body[-1] if tree.body else None
        if isinstance(last, ast.Expr):
            exec(compile(ast.Module(tree.body[:-1], []), '<answer>', 'exec'), space)
            return eval(compile(ast.Expression(last.value), '<answer>', 'eval'), space)
        exec(compile(tree, '<answer>', 'exec'), space)
        return [space[x.name] for x in tree.body if isinstance(x, ast.FunctionDef)]

    # SymPy objects
    # Exact fractions in exponents would be factored at length.
    def at(n): return sp.Integer(n//1024) if n % 1024 == 0 else sp.Float(sp.Rational(n, 1024), 50)

    class Condition:
        def __init__(self, x): self.x = x
        def value(self, p): return condition(self.x, p)

    def condition(x, p):
        b = sp.logic.boolalg
        if x == sp.true or x == sp.false: return bool(x)
        if isinstance(x, sp.Symbol): return p[x.name] % 2 == 1
        if isinstance(x, sp.Not): return not condition(x.args[0], p)
        if isinstance(x, sp.And): return all([condition(a, p) for a in x.args])
        if isinstance(x, sp.Or): return any([condition(a, p) for a in x.args])
        if isinstance(x, sp.Implies): return not condition(x.args[0], p) or condition(x.args[1], p)
        if isinstance(x, sp.Equivalent): return len(set(condition(a, p) for a in x.args)) == 1
        if isinstance(x, sp.Xor): return sum(condition(a, p) for a in x.args) % 2 == 1
        if isinstance(x, sp.Rel):
            a, b = (number(plain(s).subs({q: at(p[q.name]) for q in s.free_symbols})) for s in (x.lhs, x.rhs))
            if a is None or b is None or a[1] or b[1]: raise Skip('a condition is not certain')
            if x.rel_op == '==': return a == b
            if x.rel_op == '!=': return a != b
            return {'<': a < b, '<=': a <= b, '>': a > b, '>=': a >= b}[x.rel_op]
        raise Skip('of its conditions')

    def test_function(name, args):
        angle = sp.Rational(sum(name.encode()) % 17, 10)
        for i, a in enumerate(args): angle += a/(2*i + 1)
        return 3 + 2*sp.sin(angle)

    def finite(bound):
        if bound == sp.oo: return sp.Rational(11, 2)
        if bound == -sp.oo: return sp.Rational(-21, 4)
        return bound

    def functional(e):
        R = sp.Rational
        if isinstance(e, sp.Limit):
            body, x, point, side = e.args
            f = lambda t: body.xreplace({x: t})
            s = 0 if point.has(sp.oo, -sp.oo) else {'+': 1, '-': -1}.get(str(side), 0)
            return R(17, 10)*f(R(7, 20)) + R(3, 10)*f(R(13, 20)) + R(6, 5)*finite(point) + R(1, 2)*s
        body = e.function
        for l in e.limits:
            x, bounds = l[0], [finite(b) for b in l[1:]]
            f = lambda t: body.xreplace({x: t})
            if isinstance(e, sp.Integral):
                v = R(3, 2)*f(R(7, 20)) + R(4, 5)*f(R(13, 20))
                if not bounds: body = v + R(2, 5)*x
                elif len(bounds) == 2: body = v + R(7, 10)*bounds[0] - R(9, 10)*bounds[1]
                else: raise Skip('an integral has one bound')
            elif isinstance(e, sp.Sum):
                body = R(13, 10)*f(sp.Integer(2)) + R(7, 5)*f(sp.Integer(3)) + R(3, 5)*bounds[0] + R(11, 10)*bounds[1]
            else:
                body = R(9, 10)*f(sp.Integer(2)) + R(6, 5)*f(sp.Integer(3)) + R(4, 5)*bounds[0] - R(13, 10)*bounds[1]
        return body

    def plain(e):
        """A scalar without unknown functions, derivatives, integrals, sums and limits."""
        if not isinstance(e, sp.Basic): return sp.sympify(e)
        for _ in range(8):
            if not e.has(AppliedUndef): break
            e = e.replace(lambda q: isinstance(q, AppliedUndef) and not any(a.has(AppliedUndef) for a in q.args),
                          lambda q: test_function(q.func.__name__, q.args))
        kinds = (sp.Derivative, sp.Subs, sp.Integral, sp.Sum, sp.Product, sp.Limit)
        if e.has(*kinds):
            e = e.replace(lambda q: isinstance(q, kinds),
                          lambda q: q.doit() if isinstance(q, (sp.Derivative, sp.Subs)) else functional(q))
        return e

    # By identity, since an interval can equal the reals.
    number_sets = {} if target != 'sympy' else {id(s): name for s, name in (
        (sp.S.Naturals0, 'naturals'), (sp.S.Naturals, 'positiveIntegers'), (sp.S.Integers, 'integers'),
        (sp.S.Rationals, 'rationals'), (sp.S.Reals, 'reals'), (sp.S.Complexes, 'complexes'))}

    def outline(x, items, members):
        if isinstance(x, (list, tuple, sp.Tuple)):
            for y in x: outline(y, items, members)
        elif isinstance(x, sp.Rel):
            items.append(x.rel_op)
            outline(x.lhs, items, members)
            outline(x.rhs, items, members)
        elif isinstance(x, sp.MatrixBase):
            for y in x: outline(y, items, members)
        elif isinstance(x, sp.Contains):
            items.append('in')
            for y in x.args: outline(y, items, members)
        elif isinstance(x, sp.Set) and id(x) in number_sets and not members:
            items.append('set ' + number_sets[id(x)])
        elif isinstance(x, sp.FiniteSet) and not members:
            items.append('set %d' % len(x.args))
            items += [sum(plain(y)**k for y in x.args) for k in (1, 2, 3)]
        elif isinstance(x, sp.Interval) and not members:
            items.append('interval ' + ' '.join('open' if o else 'closed' for o in (x.left_open, x.right_open)))
            items += [finite(plain(x.start)), finite(plain(x.end))]
        elif isinstance(x, sp.Set):
            probes = [sp.Rational(k, 2) for k in range(-12, 13)]
            found = [x.contains(p) for p in probes]
            if any(m not in (sp.true, sp.false) for m in found): raise Skip('the members of a set are not certain')
            items.append('members ' + ''.join('1' if m == sp.true else '0' for m in found))
        elif isinstance(x, sp.logic.boolalg.Boolean) and not isinstance(x, sp.Symbol):
            items.append(Condition(x))
        else:
            items.append(plain(x))
        return items

    def number(e):
        v = sp.N(e, 25)
        if not v.is_number or v.has(sp.nan, sp.zoo, sp.oo, -sp.oo): return None
        c = complex(v)
        return [c.real, c.imag] if c == c and abs(c) != math.inf else None

    def symbolic(value, points, members):
        items = outline(value, [], members)
        rows = []
        for p in points:
            row = []
            for e in items:
                if isinstance(e, str):
                    row.append(e)
                    continue
                if isinstance(e, Condition):
                    row.append(e.value(p))
                    continue
                e = e.subs({s: at(p[s.name]) for s in e.free_symbols if s.name in p})
                if isinstance(e, sp.MatrixBase): raise Skip('a matrix takes part')
                v = number(e)
                if v is None:
                    row = None
                    break
                row.append(v)
            rows.append(row)
        return rows

    # Functions of numbers
    def flat(v):
        if isinstance(v, (tuple, list)): return [y for x in v for y in flat(x)]
        if hasattr(v, 'tolist'):
            w = v.tolist()
            return flat(w) if isinstance(w, list) else flat(w)
        if isinstance(v, bool): return [v]
        c = complex(v)
        return [[c.real, c.imag] if c == c and abs(c) != math.inf else None]

    def numeric(functions, points, truths):
        rows = []
        for p in points:
            row = []
            try:
                for f in functions:
                    names = list(inspect.signature(f).parameters)
                    missing = [n for n in names if n not in p]
                    if missing: raise NameError('no value for ' + missing[0])
                    value = lambda n: p[n] % 2 == 1 if n in truths else p[n]//1024 if p[n] % 1024 == 0 else p[n]/1024
                    row += flat(f(*[value(n) for n in names]))
                rows.append(None if any(x is None for x in row) else row)
            except (ValueError, OverflowError, ZeroDivisionError) as x:
                rows.append('Python says: %s' % x)
        return rows

    def answer(job):
        value = run(job['code'])
        if job['numeric']: return {'values': numeric(value, job['points'], job['truths'])}
        return {'values': symbolic(value, job['points'], job['members'])}

    tell({'ready': sys.version.split()[0]})
    for line in sys.stdin:
        for job in json.loads(line):
            signal.setitimer(signal.ITIMER_REAL, limit)
            try:
                result = answer(job)
            except Late: result = {'skip': 'Python needs more than %g s' % limit}
            except Skip as x: result = {'skip': str(x)}
            except (MemoryError, RecursionError) as x: result = {'skip': 'Python says: ' + type(x).__name__}
            except Exception as x: result = {'error': '%s: %s' % (type(x).__name__, str(x)[:200])}
            signal.setitimer(signal.ITIMER_REAL, 0)
            tell(result)
    """#
}
