extension Literature {
  static let mathematics: [LiteratureRow] = [
    LiteratureRow(
      #"e^{i\pi}+1 = 0"#,
      #"exp(I*pi) + 1 = 0"#),
    LiteratureRow(
      #"\int_{-\infty}^\infty e^{-x^2}\,dx = \sqrt\pi"#,
      #"integral(exp(-x^2), x, -oo, oo) = sqrt(pi)"#),
    LiteratureRow(
      #"\Gamma(z) = \int_0^\infty t^{z-1}e^{-t}\,dt"#,
      #"gamma(z) = integral(t^(z - 1)*exp(-t), t, 0, oo)"#),
    LiteratureRow(
      #"B(x,y) = \int_0^1t^{x-1}(1-t)^{y-1}dt = \frac{\Gamma(x)\Gamma(y)}{\Gamma(x+y)}"#,
      #"beta(x, y) = integral(t^(x - 1)*(1 - t)^(y - 1), t, 0, 1) and integral(t^(x - 1)*(1 - t)^(y - 1), t, 0, 1) = gamma(x)*gamma(y)/gamma(x + y)"#
    ),
    LiteratureRow(
      #"\operatorname{erf}(x) = \frac{2}{\sqrt\pi}\int_0^xe^{-t^2}\,dt"#,
      #"erf_(x) = 2/sqrt(pi)*integral(exp(-t^2), t, 0, x)"#),
    LiteratureRow(
      #"\zeta(2) = \frac{\pi^2}{6}"#,
      #"zeta(2) = pi^2/6"#),
    LiteratureRow(
      #"\hat{f}(\xi) = \int_{-\infty}^\infty f(x)e^{-2\pi ix\xi}\,dx"#,
      #"f_hat(xi) = integral(f(x)*exp(-2*pi*I*x*xi), x, -oo, oo)"#),
    LiteratureRow(
      #"F(s) = \int_0^\infty f(t)e^{-st}\,dt"#,
      #"F(s) = integral(f(t)*exp(-s*t), t, 0, oo)"#),
    LiteratureRow(
      #"f(x) = \frac{a_0}{2}+\sum_{n=1}^\infty\left(a_n\cos nx+b_n\sin nx\right)"#,
      #"f(x) = a(0)/2 + sum(a(n)*cos(n*x) + b(n)*sin(n*x), n, 1, oo)"#),
    LiteratureRow(
      #"a_n = \frac{1}{\pi}\int_{-\pi}^\pi f(x)\cos(nx)\,dx"#,
      #"a_n = 1/pi*integral(f(x)*cos(n*x), x, -pi, pi)"#),
    LiteratureRow(
      #"e^x = \sum_{n=0}^\infty\frac{x^n}{n!}"#,
      #"exp(x) = sum(x^n/n!, n, 0, oo)"#),
    LiteratureRow(
      #"\sin x = \sum_{n=0}^\infty\frac{(-1)^n}{(2n+1)!}x^{2n+1}"#,
      #"sin(x) = sum((-1)^n/(2*n + 1)!*x^(2*n + 1), n, 0, oo)"#),
    LiteratureRow(
      #"(a+b)^n = \sum_{k=0}^n\binom{n}{k}a^{n-k}b^k"#,
      #"(a + b)^n = sum(binomial(n, k)*a^(n - k)*b^k, k, 0, n)"#),
    LiteratureRow(
      #"f(x) = \sum_{n=0}^\infty\frac{f^{(n)}(a)}{n!}(x-a)^n"#,
      #"f(x) = sum(derivative(f(a), a, n)/n!*(x - a)^n, n, 0, oo)"#),
    LiteratureRow(
      #"f'(x) = \lim_{h\to0}\frac{f(x+h)-f(x)}{h}"#,
      #"diff(f(x), x) = limit((f(x + h) - f(x))/h, h, 0)"#),
    LiteratureRow(
      #"\int_a^bf(x)\,dx = F(b)-F(a)"#,
      #"integral(f(x), x, a, b) = F(b) - F(a)"#),
    LiteratureRow(
      #"\frac{d}{dx}\int_a^xf(t)\,dt = f(x)"#,
      #"diff(integral(f(t), t, a, x), x) = f(x)"#),
    LiteratureRow(
      #"\frac{d}{dx}[f(g(x))] = f'(g(x))g'(x)"#,
      #"diff(f(g(x)), x) = at(diff(f(x), x), x, g(x))*diff(g(x), x)"#),
    LiteratureRow(
      #"(fg)' = f'g+fg'"#,
      #"! unclear-prime"#),
    LiteratureRow(
      #"\left(\frac{f}{g}\right)' = \frac{f'g-fg'}{g^2}"#,
      #"! unclear-prime"#),
    LiteratureRow(
      #"x_{n+1} = x_n-\frac{f(x_n)}{f'(x_n)}"#,
      #"x_n_plus_1 = x_n - f(x_n)/diff(f(x_n), x_n)"#),
    LiteratureRow(
      #"\phi = \frac{1+\sqrt5}{2}"#,
      #"phi = (1 + sqrt(5))/2"#),
    LiteratureRow(
      #"F_n = \frac{\phi^n-\psi^n}{\sqrt5}"#,
      #"F_n = (phi^n - psi^n)/sqrt(5)"#),
    LiteratureRow(
      #"F_n = F_{n-1}+F_{n-2}"#,
      #"F_n = F_n_minus_1 + F_n_minus_2"#),
    LiteratureRow(
      #"n! \approx \sqrt{2\pi n}\left(\frac{n}{e}\right)^n"#,
      #"approximately(n!, sqrt(2*pi*n)*(n/E)^n)"#),
    LiteratureRow(
      #"\lim_{n\to\infty}\left(1+\frac1n\right)^n = e"#,
      #"limit((1 + 1/n)^n, n, oo) = E"#),
    LiteratureRow(
      #"\sum_{n=1}^\infty\frac{1}{n^2} = \frac{\pi^2}{6}"#,
      #"sum(1/n^2, n, 1, oo) = pi^2/6"#),
    LiteratureRow(
      #"\prod_{p}\frac{1}{1-p^{-s}} = \zeta(s)"#,
      #"! missing-bound"#),
    LiteratureRow(
      #"\cos^2\theta+\sin^2\theta = 1"#,
      #"cos(theta)^2 + sin(theta)^2 = 1"#),
    LiteratureRow(
      #"\sin(\alpha\pm\beta) = \sin\alpha\cos\beta\pm\cos\alpha\sin\beta"#,
      #"sin(plusMinus(alpha, beta_)) = plusMinus(sin(alpha)*cos(beta_), cos(alpha)*sin(beta_))"#),
    LiteratureRow(
      #"\cos 2\theta = 2\cos^2\theta-1"#,
      #"cos(2*theta) = 2*cos(theta)^2 - 1"#),
    LiteratureRow(
      #"c^2 = a^2+b^2-2ab\cos C"#,
      #"c^2 = a^2 + b^2 - 2*a*b*cos(C)"#),
    LiteratureRow(
      #"\frac{a}{\sin A} = \frac{b}{\sin B} = \frac{c}{\sin C}"#,
      #"a/sin(A) = b/sin(B) and b/sin(B) = c/sin(C)"#),
    LiteratureRow(
      #"\tan\frac{\theta}{2} = \frac{1-\cos\theta}{\sin\theta}"#,
      #"tan(theta/2) = (1 - cos(theta))/sin(theta)"#),
    LiteratureRow(
      #"\log_b(xy) = \log_bx+\log_by"#,
      #"log(x*y, b) = log(x, b) + log(y, b)"#),
    LiteratureRow(
      #"\left|\sum_{i=1}^nx_iy_i\right|^2\le\sum_{i=1}^nx_i^2\sum_{i=1}^ny_i^2"#,
      #"abs(sum(x(i)*y(i), i, 1, n))^2 <= sum(x(i)^2*sum(y(i)^2, i, 1, n), i, 1, n)"#),
    LiteratureRow(
      #"|x+y|\le|x|+|y|"#,
      #"abs(x + y) <= abs(x) + abs(y)"#),
    LiteratureRow(
      #"||x|-|y||\le|x-y|"#,
      #"abs(abs(x) - abs(y)) <= abs(x - y)"#),
    LiteratureRow(
      #"x\equiv a\pmod n"#,
      #"congruent(x, a, n)"#),
    LiteratureRow(
      #"a^{p-1}\equiv1\pmod p"#,
      #"congruent(a^(p - 1), 1, p)"#),
    LiteratureRow(
      #"\det(A-\lambda I) = 0"#,
      #"det(A - lambda_*`I`) = 0"#),
    LiteratureRow(
      #"A = PDP^{-1}"#,
      #"A = P*D*P^(-1)"#),
    LiteratureRow(
      #"\begin{pmatrix}\cos\theta&-\sin\theta\\\sin\theta&\cos\theta\end{pmatrix}\begin{pmatrix}x\\y\end{pmatrix}"#,
      #"[[cos(theta), -sin(theta)], [sin(theta), cos(theta)]]*[[x], [y]]"#),
    LiteratureRow(
      #"\begin{vmatrix}a&b\\c&d\end{vmatrix} = ad-bc"#,
      #"det([[a, b], [c, d]]) = a*d - b*c"#),
    LiteratureRow(
      #"A = \begin{bmatrix}1&2&3\\4&5&6\\7&8&9\end{bmatrix}"#,
      #"A = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]"#),
    LiteratureRow(
      #"\left[\begin{array}{cc|c}1&2&3\\4&5&6\end{array}\right]"#,
      #"[[1, 2, 3], [4, 5, 6]]"#),
    LiteratureRow(
      #"\mathrm{tr}(AB) = \mathrm{tr}(BA)"#,
      #"trace(A*B) = trace(B*A)"#),
    LiteratureRow(
      #"y''+p(x)y'+q(x)y = g(x)"#,
      #"diff(y(x), x, 2) + p(x)*diff(y(x), x) + q(x)*y(x) = g(x)"#),
    LiteratureRow(
      #"x^2y''+xy'+(x^2-n^2)y = 0"#,
      #"x^2*diff(y(x), x, 2) + x*diff(y(x), x) + (x^2 - n^2)*y(x) = 0"#),
    LiteratureRow(
      #"(1-x^2)\frac{d^2y}{dx^2}-2x\frac{dy}{dx}+n(n+1)y = 0"#,
      #"(1 - x^2)*diff(y(x), x, 2) - 2*x*diff(y(x), x) + n*(n + 1)*y(x) = 0"#),
    LiteratureRow(
      #"\frac{d}{dx}\left[(1-x^2)\frac{dy}{dx}\right]+n(n+1)y = 0"#,
      #"diff((1 - x^2)*diff(y(x), x), x) + n*(n + 1)*y(x) = 0"#),
    LiteratureRow(
      #"P_n(x) = \frac{1}{2^nn!}\frac{d^n}{dx^n}(x^2-1)^n"#,
      #"P_n(x) = 1/(2^n*n!)*derivative((x^2 - 1)^n, x, n)"#),
    LiteratureRow(
      #"H_n(x) = (-1)^ne^{x^2}\frac{d^n}{dx^n}e^{-x^2}"#,
      #"H_n(x) = (-1)^n*exp(x^2)*derivative(exp(-x^2), x, n)"#),
    LiteratureRow(
      #"J_n(x) = \frac{1}{\pi}\int_0^\pi\cos(n\tau-x\sin\tau)\,d\tau"#,
      #"J_n(x) = 1/pi*integral(cos(n*tau - x*sin(tau)), tau, 0, pi)"#),
    LiteratureRow(
      #"\frac{\partial^2u}{\partial x^2}+\frac{\partial^2u}{\partial y^2} = 0"#,
      #"diff(u(x, y), x, 2) + diff(u(x, y), y, 2) = 0"#),
    LiteratureRow(
      #"u_{xx}+u_{yy} = 0"#,
      #"diff(u(x, y), x, 2) + diff(u(x, y), y, 2) = 0"#),
    LiteratureRow(
      #"\oint_C\frac{f(z)}{z-a}\,dz = 2\pi if(a)"#,
      #"! unsupported-domain"#),
    LiteratureRow(
      #"\iint_D(x^2+y^2)\,dA"#,
      #"! unsupported-domain"#),
    LiteratureRow(
      #"\int_0^{2\pi}\int_0^Rr\,dr\,d\theta = \pi R^2"#,
      #"integral(integral(r, r, 0, R), theta, 0, 2*pi) = pi*R^2"#),
    LiteratureRow(
      #"\int_0^1\int_0^{1-x}xy\,dy\,dx"#,
      #"integral(integral(x*y, y, 0, 1 - x), x, 0, 1)"#),
    LiteratureRow(
      #"\iiint xyz\,dx\,dy\,dz"#,
      #"integral(integral(integral(x*y*z, x), y), z)"#),
    LiteratureRow(
      #"\int_0^\infty\frac{\sin x}{x}\,dx = \frac\pi2"#,
      #"integral(sin(x)/x, x, 0, oo) = pi/2"#),
    LiteratureRow(
      #"\int\frac{dx}{1+x^2} = \arctan x+C"#,
      #"integral(1/(1 + x^2), x) = atan(x) + C"#),
    LiteratureRow(
      #"\int\sec^2x\,dx = \tan x+C"#,
      #"integral(sec(x)^2, x) = tan(x) + C"#),
    LiteratureRow(
      #"\lim_{x\to0^-}\frac{|x|}{x} = -1"#,
      #"limit(abs(x)/x, x, 0, -1) = -1"#),
    LiteratureRow(
      #"\lim_{x\to\infty}\frac{\ln x}{x} = 0"#,
      #"limit(log(x)/x, x, oo) = 0"#),
    LiteratureRow(
      #"\gamma = \lim_{n\to\infty}\left(\sum_{k=1}^n\frac1k-\ln n\right)"#,
      #"gamma_ = limit(sum(1/k, k, 1, n) - log(n), n, oo)"#),
    LiteratureRow(
      #"\mathbb{P}(X\in A)"#,
      #"P_bb_X_elementof_A"#),
    LiteratureRow(
      #"A\cup B = \{x : x\in A\text{ or }x\in B\}"#,
      #"! unsupported-set"#),
    LiteratureRow(
      #"x\in[0,1)\cup(2,3]"#,
      #"elementOf(x, union(interval(0, 1, false, true), interval(2, 3, true, false)))"#),
    LiteratureRow(
      #"\forall x\in\mathbb{R},\ x^2\ge0"#,
      #"! unsupported-command"#),
    LiteratureRow(
      #"\{x\in\mathbb{R}\mid x>0\}"#,
      #"! unsupported-set"#),
    LiteratureRow(
      #"z = re^{i\theta} = r(\cos\theta+i\sin\theta)"#,
      #"z = r*exp(I*theta) and r*exp(I*theta) = r*(cos(theta) + I*sin(theta))"#),
    LiteratureRow(
      #"\bar z = a-bi"#,
      #"z_bar = a - b*I"#),
    LiteratureRow(
      #"|z| = \sqrt{z\bar z}"#,
      #"abs(z) = sqrt(z*conjugate(z))"#),
    LiteratureRow(
      #"\Re(z) = \frac{z+\bar z}{2}"#,
      #"re(z) = (z + conjugate(z))/2"#),
    LiteratureRow(
      #"\operatorname{Im}(z) = \frac{z-\bar z}{2i}"#,
      #"im(z) = (z - conjugate(z))/(2*I)"#),
    LiteratureRow(
      #"x = \cfrac{1}{1+\cfrac{1}{1+x}}"#,
      #"x = 1/(1 + 1/(1 + x))"#),
    LiteratureRow(
      #"\sqrt[n]{a^m} = a^{m/n}"#,
      #"root(a^m, n) = a^(m/n)"#),
    LiteratureRow(
      #"n!! = n(n-2)!!"#,
      #"doubleFactorial(n) = n*doubleFactorial(n - 2)"#),
    LiteratureRow(
      #"\left\lfloor\frac{n}{2}\right\rfloor+\left\lceil\frac{n}{2}\right\rceil = n"#,
      #"floor(n/2) + ceiling(n/2) = n"#),
    LiteratureRow(
      #"|A\cup B| = |A|+|B|-|A\cap B|"#,
      #"abs(union(A, B)) = abs(A) + abs(B) - abs(intersection(A, B))"#),
    LiteratureRow(
      #"y = mx+b"#,
      #"y = m*x + b"#),
    LiteratureRow(
      #"ax^2+bx+c = 0"#,
      #"a*x^2 + b*x + c = 0"#),
    LiteratureRow(
      #"x = \frac{-b\pm\sqrt{b^2-4ac}}{2a}"#,
      #"x = plusMinus(-b, sqrt(b^2 - 4*a*c))/(2*a)"#),
    LiteratureRow(
      #"V = \frac43\pi r^3"#,
      #"V = 4/3*pi*r^3"#),
    LiteratureRow(
      #"d = \sqrt{(x_2-x_1)^2+(y_2-y_1)^2}"#,
      #"d = sqrt((x_2 - x_1)^2 + (y_2 - y_1)^2)"#),
    LiteratureRow(
      #"\frac{x^2}{a^2}+\frac{y^2}{b^2} = 1"#,
      #"x^2/a^2 + y^2/b^2 = 1"#),
    LiteratureRow(
      #"K = \frac{f''}{(1+f'^2)^{3/2}}"#,
      #"! unclear-prime"#),
    LiteratureRow(
      #"\kappa = \frac{|y''|}{(1+y'^2)^{3/2}}"#,
      #"! unclear-prime"#),
    LiteratureRow(
      #"s = \int_a^b\sqrt{1+\left(\frac{dy}{dx}\right)^2}\,dx"#,
      #"s = integral(sqrt(1 + diff(y(x), x)^2), x, a, b)"#),
    LiteratureRow(
      #"\nabla f = \left(\frac{\partial f}{\partial x},\frac{\partial f}{\partial y}\right)"#,
      #"! unexpected-symbol"#),
    LiteratureRow(
      #"k_1 = hf(t_n,y_n)"#,
      #"k_1 = h*f(t_n, y_n)"#),
    LiteratureRow(
      #"k_2 = hf\left(t_n+\frac h2,y_n+\frac{k_1}{2}\right)"#,
      #"k_2 = h*f(t_n + h/2, y_n + k_1/2)"#),
    LiteratureRow(
      #"y_{n+1} = y_n+\frac16(k_1+2k_2+2k_3+k_4)"#,
      #"y_n_plus_1 = y_n + 1/6*(k_1 + 2*k_2 + 2*k_3 + k_4)"#),
    LiteratureRow(
      #"\int_a^bf(x)\,dx\approx\frac{h}{3}\left[f(x_0)+4f(x_1)+f(x_2)\right]"#,
      #"approximately(integral(f(x), x, a, b), h/3*(f(x_0) + 4*f(x_1) + f(x_2)))"#),
    LiteratureRow(
      #"u_i^{n+1} = u_i^n+\frac{\alpha\Delta t}{\Delta x^2}(u_{i+1}^n-2u_i^n+u_{i-1}^n)"#,
      #"u_i^(n + 1) = u_i^n + alpha*Delta_t/Delta_x^2*(u_i_plus_1^n - 2*u_i^n + u_i_minus_1^n)"#),
    LiteratureRow(
      #"x\in A\iff x\notin B"#,
      #"equivalent(elementOf(x, A), not elementOf(x, B))"#),
    LiteratureRow(
      #"\neg(P\land Q)\iff\neg P\lor\neg Q"#,
      #"equivalent(not (P and Q), not P or not Q)"#),
    LiteratureRow(
      #"\operatorname{sinc}(x) = \frac{\sin\pi x}{\pi x}"#,
      #"sinc_(x) = sin(pi*x)/(pi*x)"#),
    LiteratureRow(
      #"\delta_{ij} = \begin{cases}1&i=j\\0&i\ne j\end{cases}"#,
      #"delta_ij = piecewise(`i` = j, 1, `i` != j, 0)"#),
    LiteratureRow(
      #"|x| = \begin{cases}x,&x\ge0,\\-x,&x<0.\end{cases}"#,
      #"abs(x) = piecewise(x >= 0, x, x < 0, -x)"#),
    LiteratureRow(
      #"\Phi(x) = \frac{1}{\sqrt{2\pi}}\int_{-\infty}^xe^{-t^2/2}\,dt"#,
      #"Phi(x) = 1/sqrt(2*pi)*integral(exp(-t^2/2), t, -oo, x)"#),
    LiteratureRow(
      #"W(x)e^{W(x)} = x"#,
      #"`W`(x)*exp(`W`(x)) = x"#),
    LiteratureRow(
      #"\mathrm{Li}_s(z) = \sum_{k=1}^\infty\frac{z^k}{k^s}"#,
      #"Li_s(z) = sum(z^k/k^s, k, 1, oo)"#),
    LiteratureRow(
      #"H_n = \sum_{k=1}^n\frac1k"#,
      #"H_n = sum(1/k, k, 1, n)"#),
    LiteratureRow(
      #"{}_2F_1(a,b;c;z) = \sum_{n=0}^\infty\frac{(a)_n(b)_n}{(c)_n}\frac{z^n}{n!}"#,
      #"! prescript"#),
    LiteratureRow(
      #"\mathrm{Ai}(x) = \frac1\pi\int_0^\infty\cos\left(\frac{t^3}{3}+xt\right)dt"#,
      #"`Ai`(x) = 1/pi*integral(cos(t^3/3 + x*t), t, 0, oo)"#),
  ]
}
