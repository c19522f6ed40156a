extension Literature {
  static let learning: [LiteratureRow] = [
    LiteratureRow(
      #"\mathrm{Attention}(Q,K,V) = \mathrm{softmax}\left(\frac{QK^T}{\sqrt{d_k}}\right)V"#,
      #"Attention(Q, K, V) = softmax(Q*transpose(K)/sqrt(d_k))*V"#),
    LiteratureRow(
      #"\operatorname{softmax}(x_i) = \frac{e^{x_i}}{\sum_j e^{x_j}}"#,
      #"! missing-bound"#),
    LiteratureRow(
      #"\sigma(z)_i = \frac{e^{z_i}}{\sum_{j=1}^K e^{z_j}}"#,
      #"! script-on-group"#),
    LiteratureRow(
      #"\sigma(x) = \frac{1}{1+e^{-x}}"#,
      #"sigma(x) = 1/(1 + exp(-x))"#),
    LiteratureRow(
      #"\tanh x = \frac{e^x-e^{-x}}{e^x+e^{-x}}"#,
      #"tanh(x) = (exp(x) - exp(-x))/(exp(x) + exp(-x))"#),
    LiteratureRow(
      #"\mathrm{ReLU}(x) = \max(0,x)"#,
      #"ReLU(x) = max(0, x)"#),
    LiteratureRow(
      #"f(x) = \begin{cases} x & \text{if } x > 0 \\ \alpha x & \text{otherwise} \end{cases}"#,
      #"f(x) = piecewise(x > 0, x, alpha*x)"#),
    LiteratureRow(
      #"\mathcal{L} = -\sum_{i=1}^{N} y_i\log\hat{y}_i"#,
      #"L_cal = -sum(y(i)*log(y_hat(i)), i, 1, N)"#),
    LiteratureRow(
      #"\mathcal{L} = -\frac{1}{N}\sum_{i=1}^{N}\left[y_i\log(p_i)+(1-y_i)\log(1-p_i)\right]"#,
      #"L_cal = -1/N*sum(y(i)*log(p(i)) + (1 - y(i))*log(1 - p(i)), i, 1, N)"#),
    LiteratureRow(
      #"J(\theta) = \frac{1}{2m}\sum_{i=1}^m\left(h_\theta(x^{(i)})-y^{(i)}\right)^2"#,
      #"J(theta) = 1/(2*m)*sum((h_theta(x(i)) - y(i))^2, i, 1, m)"#),
    LiteratureRow(
      #"\theta_{t+1} = \theta_t-\eta\nabla L(\theta_t)"#,
      #"! unexpected-symbol"#),
    LiteratureRow(
      #"\theta_j := \theta_j-\alpha\frac{\partial J}{\partial\theta_j}"#,
      #"definition(theta_j, theta_j - alpha*diff(J(theta_j), theta_j))"#),
    LiteratureRow(
      #"m_t = \beta_1m_{t-1}+(1-\beta_1)g_t"#,
      #"m_t = beta_1*m_t_minus_1 + (1 - beta_1)*g_t"#),
    LiteratureRow(
      #"v_t = \beta_2v_{t-1}+(1-\beta_2)g_t^2"#,
      #"v_t = beta_2*v_t_minus_1 + (1 - beta_2)*g_t^2"#),
    LiteratureRow(
      #"\hat{m}_t = \frac{m_t}{1-\beta_1^t}"#,
      #"m_hat_t = m_t/(1 - beta_1^t)"#),
    LiteratureRow(
      #"\theta_t = \theta_{t-1}-\frac{\alpha\hat{m}_t}{\sqrt{\hat{v}_t}+\epsilon}"#,
      #"theta_t = theta_t_minus_1 - alpha*m_hat_t/(sqrt(v_hat_t) + epsilon)"#),
    LiteratureRow(
      #"y = \mathbf{w}^T\mathbf{x}+b"#,
      #"y = transpose(w_bold)*x_bold + b"#),
    LiteratureRow(
      #"\hat{\beta} = (X^TX)^{-1}X^Ty"#,
      #"beta_hat = (transpose(X)*X)^(-1)*transpose(X)*y"#),
    LiteratureRow(
      #"\hat{\boldsymbol{\beta}} = (\mathbf{X}^\top\mathbf{X}+\lambda\mathbf{I})^{-1}\mathbf{X}^\top\mathbf{y}"#,
      #"beta_bold_hat = (transpose(X_bold)*X_bold + lambda_*I_bold)^(-1)*transpose(X_bold)*y_bold"#),
    LiteratureRow(
      #"\min_{w,b}\frac12\|w\|^2+C\sum_{i=1}^n\xi_i"#,
      #"! unsupported-operator"#),
    LiteratureRow(
      #"K(x,x') = \exp\left(-\frac{\|x-x'\|^2}{2\sigma^2}\right)"#,
      #"K(x, x_prime) = exp(-norm(x - x_prime)^2/(2*sigma^2))"#),
    LiteratureRow(
      #"k(x,y) = (x^Ty+c)^d"#,
      #"! ambiguous-superscript"#),
    LiteratureRow(
      #"D_{KL}(P\|Q) = \sum_x P(x)\log\frac{P(x)}{Q(x)}"#,
      #"! missing-bound"#),
    LiteratureRow(
      #"D_{\mathrm{KL}}(P\,\|\,Q) = \int_{-\infty}^{\infty}p(x)\log\frac{p(x)}{q(x)}\,dx"#,
      #"D_KL_P_given_Q = integral(p(x)*log(p(x)/q(x)), x, -oo, oo)"#),
    LiteratureRow(
      #"H(X) = -\sum_{i=1}^np(x_i)\log_2p(x_i)"#,
      #"H(X) = -sum(p(x(i))*log(p(x(i)), 2), i, 1, n)"#),
    LiteratureRow(
      #"I(X;Y) = H(X)-H(X|Y)"#,
      #"I(X, Y) = H_X - H_X_given_Y"#),
    LiteratureRow(
      #"f_t = \sigma(W_f[h_{t-1},x_t]+b_f)"#,
      #"! ambiguous-application"#),
    LiteratureRow(
      #"c_t = f_t\odot c_{t-1}+i_t\odot\tilde{c}_t"#,
      #"c_t = f_t*c_t_minus_1 + i_t*c_tilde_t"#),
    LiteratureRow(
      #"h_t = \tanh(W_hh_{t-1}+W_xx_t+b)"#,
      #"h_t = tanh(W_h*h_t_minus_1 + W_x*x_t + b)"#),
    LiteratureRow(
      #"\hat{y} = \frac{1}{1+\exp(-(\beta_0+\beta_1x))}"#,
      #"y_hat = 1/(1 + exp(-(beta_0 + beta_1*x)))"#),
    LiteratureRow(
      #"Q(s,a) \leftarrow Q(s,a)+\alpha[r+\gamma\max_{a'}Q(s',a')-Q(s,a)]"#,
      #"! unsupported-operator"#),
    LiteratureRow(
      #"V(s) = \max_a\sum_{s'}P(s'|s,a)\left[R(s,a,s')+\gamma V(s')\right]"#,
      #"! unsupported-operator"#),
    LiteratureRow(
      #"G_t = \sum_{k=0}^\infty\gamma^kR_{t+k+1}"#,
      #"G_t = sum(gamma_^k*R(t + k + 1), k, 0, oo)"#),
    LiteratureRow(
      #"\nabla_\theta J(\theta) = \mathbb{E}_{\pi_\theta}[\nabla_\theta\log\pi_\theta(a|s)Q(s,a)]"#,
      #"! unexpected-symbol"#),
    LiteratureRow(
      #"\mathrm{PE}_{(pos,2i)} = \sin\left(\frac{pos}{10000^{2i/d}}\right)"#,
      #"PE_pos_2i = sin(p*o*s/10000^(2*`i`/d))"#),
    LiteratureRow(
      #"\hat{x} = \frac{x-\mu}{\sqrt{\sigma^2+\epsilon}}"#,
      #"x_hat = (x - mu)/sqrt(sigma^2 + epsilon)"#),
    LiteratureRow(
      #"\mathrm{GELU}(x) = 0.5x\left(1+\tanh\left[\sqrt{2/\pi}\,(x+0.044715x^3)\right]\right)"#,
      #"GELU(x) = 0.5*x*(1 + tanh(sqrt(2/pi)*(x + 0.044715*x^3)))"#),
    LiteratureRow(
      #"F_1 = 2\cdot\frac{\text{precision}\cdot\text{recall}}{\text{precision}+\text{recall}}"#,
      #"F_1 = 2*(precision*recall/(precision + recall))"#),
    LiteratureRow(
      #"\text{MSE} = \frac{1}{n}\sum_{i=1}^n(y_i-\hat{y}_i)^2"#,
      #"MSE = 1/n*sum((y(i) - y_hat(i))^2, i, 1, n)"#),
    LiteratureRow(
      #"R^2 = 1-\frac{\sum_i(y_i-\hat{y}_i)^2}{\sum_i(y_i-\bar{y})^2}"#,
      #"! missing-bound"#),
    LiteratureRow(
      #"\text{IoU} = \frac{|A\cap B|}{|A\cup B|}"#,
      #"IoU = abs(intersection(A, B))/abs(union(A, B))"#),
    LiteratureRow(
      #"\cos\theta = \frac{\mathbf{a}\cdot\mathbf{b}}{\|\mathbf{a}\|\|\mathbf{b}\|}"#,
      #"cos(theta) = a_bold*b_bold/(norm(a_bold)*norm(b_bold))"#),
    LiteratureRow(
      #"x_t = \sqrt{\bar\alpha_t}x_0+\sqrt{1-\bar\alpha_t}\epsilon"#,
      #"x_t = sqrt(alpha_bar_t)*x_0 + sqrt(1 - alpha_bar_t)*epsilon"#),
    LiteratureRow(
      #"\hat{x}_{k|k-1} = F_k\hat{x}_{k-1|k-1}+B_ku_k"#,
      #"x_hat_k_given_k_minus_1 = F_k*x_hat_k_minus_1_given_k_minus_1 + B_k*u_k"#),
    LiteratureRow(
      #"P_{k|k-1} = F_kP_{k-1|k-1}F_k^T+Q_k"#,
      #"P_k_given_k_minus_1 = F_k*P_k_minus_1_given_k_minus_1*transpose(F_k) + Q_k"#),
    LiteratureRow(
      #"K_k = P_{k|k-1}H_k^T(H_kP_{k|k-1}H_k^T+R_k)^{-1}"#,
      #"K_k = P_k_given_k_minus_1*transpose(H_k)*(H_k*P_k_given_k_minus_1*transpose(H_k) + R_k)^(-1)"#),
    LiteratureRow(
      #"\hat{x}_{k|k} = \hat{x}_{k|k-1}+K_k(z_k-H_k\hat{x}_{k|k-1})"#,
      #"x_hat_k_given_k = x_hat_k_given_k_minus_1 + K_k*(z_k - H_k*x_hat_k_given_k_minus_1)"#),
    LiteratureRow(
      #"P_{k|k} = (I-K_kH_k)P_{k|k-1}"#,
      #"P_k_given_k = (`I` - K_k*H_k)*P_k_given_k_minus_1"#),
    LiteratureRow(
      #"p(\theta|x) = \frac{p(x|\theta)p(\theta)}{p(x)}"#,
      #"p_theta_given_x = p_x_given_theta*p_theta/p_x"#),
    LiteratureRow(
      #"P(A|B) = \frac{P(B|A)P(A)}{P(B)}"#,
      #"P_A_given_B = P_B_given_A*P_A/P_B"#),
    LiteratureRow(
      #"P(A\mid B) = \frac{P(B\mid A)\,P(A)}{P(B)}"#,
      #"P_A_given_B = P_B_given_A*P_A/P_B"#),
    LiteratureRow(
      #"P(A\cup B) = P(A)+P(B)-P(A\cap B)"#,
      #"P(union(A, B)) = P(A) + P(B) - P(intersection(A, B))"#),
    LiteratureRow(
      #"f(x) = \frac{1}{\sqrt{2\pi\sigma^2}}e^{-\frac{(x-\mu)^2}{2\sigma^2}}"#,
      #"f(x) = 1/sqrt(2*pi*sigma^2)*exp(-(x - mu)^2/(2*sigma^2))"#),
    LiteratureRow(
      #"f(x;\mu,\sigma) = \frac{1}{\sigma\sqrt{2\pi}}\exp\left(-\frac12\left(\frac{x-\mu}{\sigma}\right)^2\right)"#,
      #"f(x, mu, sigma) = 1/(sigma*sqrt(2*pi))*exp(-1/2*((x - mu)/sigma)^2)"#),
    LiteratureRow(
      #"f(x|\mu,\sigma^2) = \frac{1}{\sqrt{2\pi\sigma^2}}e^{-\frac{(x-\mu)^2}{2\sigma^2}}"#,
      #"f(x, mu, sigma^2) = 1/sqrt(2*pi*sigma^2)*exp(-(x - mu)^2/(2*sigma^2))"#),
    LiteratureRow(
      #"p(\mathbf{x}) = \frac{1}{(2\pi)^{k/2}|\boldsymbol{\Sigma}|^{1/2}}\exp\left(-\frac12(\mathbf{x}-\boldsymbol\mu)^T\boldsymbol\Sigma^{-1}(\mathbf{x}-\boldsymbol\mu)\right)"#,
      #"p(x_bold) = 1/((2*pi)^(k/2)*abs(Sigma_bold)^(1/2))*exp(-1/2*transpose(x_bold - mu_bold)*Sigma_bold^(-1)*(x_bold - mu_bold))"#
    ),
    LiteratureRow(
      #"P(X=k) = \binom{n}{k}p^k(1-p)^{n-k}"#,
      #"P_X_eq_k = binomial(n, k)*p^k*(1 - p)^(n - k)"#),
    LiteratureRow(
      #"P(X=k) = \frac{\lambda^ke^{-\lambda}}{k!}"#,
      #"P_X_eq_k = lambda_^k*exp(-lambda_)/k!"#),
    LiteratureRow(
      #"f(x) = \frac{x^{\alpha-1}(1-x)^{\beta-1}}{B(\alpha,\beta)}"#,
      #"f(x) = x^(alpha - 1)*(1 - x)^(beta_ - 1)/beta(alpha, beta_)"#),
    LiteratureRow(
      #"f(x) = \frac{\beta^\alpha}{\Gamma(\alpha)}x^{\alpha-1}e^{-\beta x}"#,
      #"f(x) = beta_^alpha/gamma(alpha)*x^(alpha - 1)*exp(-beta_*x)"#),
    LiteratureRow(
      #"f(x;k,\lambda) = \frac{k}{\lambda}\left(\frac{x}{\lambda}\right)^{k-1}e^{-(x/\lambda)^k}"#,
      #"f(x, k, lambda_) = k/lambda_*(x/lambda_)^(k - 1)*exp(-(x/lambda_)^k)"#),
    LiteratureRow(
      #"\bar{x} = \frac{1}{n}\sum_{i=1}^nx_i"#,
      #"x_bar = 1/n*sum(x(i), i, 1, n)"#),
    LiteratureRow(
      #"s^2 = \frac{1}{n-1}\sum_{i=1}^n(x_i-\bar{x})^2"#,
      #"s^2 = 1/(n - 1)*sum((x(i) - x_bar)^2, i, 1, n)"#),
    LiteratureRow(
      #"t = \frac{\bar{x}-\mu_0}{s/\sqrt{n}}"#,
      #"t = (x_bar - mu_0)/(s/sqrt(n))"#),
    LiteratureRow(
      #"z = \frac{x-\mu}{\sigma}"#,
      #"z = (x - mu)/sigma"#),
    LiteratureRow(
      #"r = \frac{\sum_{i=1}^n(x_i-\bar x)(y_i-\bar y)}{\sqrt{\sum_{i=1}^n(x_i-\bar x)^2}\sqrt{\sum_{i=1}^n(y_i-\bar y)^2}}"#,
      #"r = sum((x(i) - x_bar)*(y(i) - y_bar), i, 1, n)/(sqrt(sum((x(i) - x_bar)^2, i, 1, n))*sqrt(sum((y(i) - y_bar)^2, i, 1, n)))"#
    ),
    LiteratureRow(
      #"\operatorname{Var}(X) = E[X^2]-(E[X])^2"#,
      #"! ambiguous-application"#),
    LiteratureRow(
      #"\operatorname{Cov}(X,Y) = E[XY]-E[X]E[Y]"#,
      #"! ambiguous-application"#),
    LiteratureRow(
      #"\mathbb{E}[X] = \int_{-\infty}^\infty xf(x)\,dx"#,
      #"E_bb(X) = integral(x*f(x), x, -oo, oo)"#),
    LiteratureRow(
      #"F = \frac{MS_B}{MS_W}"#,
      "! ambiguous-name"),
    LiteratureRow(
      #"\mathrm{SE} = \frac{s}{\sqrt{n}}"#,
      #"SE = s/sqrt(n)"#),
    LiteratureRow(
      #"\mathrm{AIC} = 2k-2\ln\hat{L}"#,
      #"AIC = 2*k - 2*log(L_hat)"#),
    LiteratureRow(
      #"\mathrm{BIC} = k\ln n-2\ln\hat{L}"#,
      #"BIC = k*log(n) - 2*log(L_hat)"#),
    LiteratureRow(
      #"L(\theta) = \prod_{i=1}^nf(x_i;\theta)"#,
      #"L(theta) = productOver(f(x(i), theta), i, 1, n)"#),
    LiteratureRow(
      #"\ell(\mu,\sigma) = -\frac{n}{2}\ln(2\pi)-n\ln\sigma-\frac{1}{2\sigma^2}\sum_{i=1}^n(x_i-\mu)^2"#,
      #"ell(mu, sigma) = -n/2*log(2*pi) - n*log(sigma) - 1/(2*sigma^2)*sum((x(i) - mu)^2, i, 1, n)"#),
    LiteratureRow(
      #"\ln\left(\frac{p}{1-p}\right) = \beta_0+\beta_1x_1+\beta_2x_2"#,
      #"log(p/(1 - p)) = beta_0 + beta_1*x_1 + beta_2*x_2"#),
    LiteratureRow(
      #"h(t) = h_0(t)\exp(\beta_1x_1+\beta_2x_2)"#,
      #"h(t) = h_0(t)*exp(beta_1*x_1 + beta_2*x_2)"#),
    LiteratureRow(
      #"S(t) = e^{-\int_0^th(u)\,du}"#,
      #"S(t) = exp(-integral(h(u), u, 0, t))"#),
    LiteratureRow(
      #"\hat{S}(t) = \prod_{t_i\le t}\left(1-\frac{d_i}{n_i}\right)"#,
      #"! missing-bound"#),
    LiteratureRow(
      #"X_t = c+\sum_{i=1}^p\varphi_iX_{t-i}+\varepsilon_t"#,
      #"X_t = c + sum(varphi(i)*X(t - i), i, 1, p) + varepsilon_t"#),
    LiteratureRow(
      #"\sigma_t^2 = \omega+\alpha\varepsilon_{t-1}^2+\beta\sigma_{t-1}^2"#,
      #"sigma_t^2 = omega + alpha*varepsilon_t_minus_1^2 + beta_*sigma_t_minus_1^2"#),
    LiteratureRow(
      #"\varphi_X(t) = \operatorname{E}\left[e^{itX}\right]"#,
      #"varphi_X(t) = `E`(exp(I*t*X))"#),
    LiteratureRow(
      #"P(|X-\mu|\ge k\sigma)\le\frac{1}{k^2}"#,
      #"P_X_minus_mu_greaterequal_k_sigma <= 1/k^2"#),
    LiteratureRow(
      #"W_t\sim\mathcal{N}(0,t)"#,
      #"! unsupported-command"#),
    LiteratureRow(
      #"\hat\theta = \arg\max_\theta\sum_{i=1}^n\log p(x_i|\theta)"#,
      #"! unsupported-operator"#),
    LiteratureRow(
      #"\text{TPR} = \frac{TP}{TP+FN}"#,
      "! ambiguous-name"),
    LiteratureRow(
      #"\text{Accuracy} = \frac{TP+TN}{TP+TN+FP+FN}"#,
      "! ambiguous-name"),
    LiteratureRow(
      #"a^{(l)} = g(W^{(l)}a^{(l-1)}+b^{(l)})"#,
      #"! ambiguous-application"#),
    LiteratureRow(
      #"\delta^{(l)} = (W^{(l+1)})^T\delta^{(l+1)}\odot g'(z^{(l)})"#,
      #"! ambiguous-superscript"#),
    LiteratureRow(
      #"\frac{\partial L}{\partial w} = \frac{\partial L}{\partial a}\frac{\partial a}{\partial z}\frac{\partial z}{\partial w}"#,
      #"! chain-rule"#),
    LiteratureRow(
      #"\kappa = \frac{p_o-p_e}{1-p_e}"#,
      #"kappa = (p_o - p_e)/(1 - p_e)"#),
  ]
}
