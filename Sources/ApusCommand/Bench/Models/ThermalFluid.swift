import ApusNumbers
import ApusTerms

/// Water that flows through an insulated pipe: advection, diffusion and exchange with a wall of two layers, in N segments with four
/// temperatures each.
///
/// Source: the workload ThermalFluid of SciMLBenchmarks. The properties of water are polynomials in the temperature in °C, fitted to
/// tabulated values between 0 and 150 °C at low pressure.
struct ThermalFluid {
  /// The number of segments.
  let count: Int

  private static let length = 470.0
  private static let diameter = 0.3127
  private static let thicknesses = [0.0056, 0.058]
  private static let conductivities = [50, 0.04]
  private static let heatCapacities = [500.0, 1200]
  private static let densities = [7800.0, 40]
  private static let massFlow = 2.75
  private static let roughness = 1e-4
  /// The temperature at which the coefficients of the flow are taken.
  private static let lumped = 20.0

  /// The temperatures of the water, then those of the wall, segment by segment.
  var variables: [Symbol] {
    (1...count).map { Symbol("T\($0)") } + (1...count).flatMap { i in (1...3).map { Symbol("W\(i)_\($0)") } }
  }

  /// The only parameter: the time in seconds.
  static let time = Symbol("t")

  private func number(_ value: Double) -> Expr { Expr(Number.double(value)) }

  private func polynomial(_ coefficients: [Double], _ x: Expr) -> Expr {
    coefficients.reversed().reduce(0) { $0 * x + number($1) }
  }

  private func density(_ x: Expr) -> Expr {
    polynomial([999.82, 0.038146, -0.0067101, 2.8407e-05, -6.6086e-08], x)
  }
  private func viscosity(_ x: Expr) -> Expr {
    1e-6 * polynomial([1.7864, -0.055929, 0.001047, -1.1158e-05, 6.0942e-08, -1.3104e-10], x)
  }
  private func conductivity(_ x: Expr) -> Expr {
    polynomial([0.56026, 0.0021988, -1.1743e-05, 1.655e-08], x)
  }
  private func prandtl(_ x: Expr) -> Expr {
    polynomial([13.394, -0.46431, 0.0090595, -9.8388e-05, 5.4284e-07, -1.1744e-09], x)
  }
  private func volumetricCapacity(_ x: Expr) -> Expr {
    1e6 * polynomial([4.2159, -0.0028347, 5.1726e-05, -8.095e-07, 5.1764e-09, -1.1735e-11], x)
  }

  // MARK: - The flow

  private var inlet: Expr {
    .call(.piecewise, [.call(.greater, [Expr(Self.time), 43_200]), 68, 12])
  }

  private var velocity: Expr {
    number(Self.massFlow) / (density(inlet) * number(.pi * Self.diameter * Self.diameter / 4))
  }

  private func reynolds(_ temperature: Expr) -> Expr {
    0.1 + number(Self.diameter) * .abs(velocity) / viscosity(temperature)
  }

  /// Churchill's friction factor.
  private func friction(_ reynolds: Expr) -> Expr {
    let inner = .exp(number(0.9) * .log(7 / reynolds)) + number(0.27 * Self.roughness / Self.diameter)
    let first = (number(-2.457) * .log(inner)) ** 16
    let second = (37_530 / reynolds) ** 16
    let bracket = (8 / reynolds) ** 12 + (first + second) ** (Expr(-3) / 2)
    return 8 * bracket ** (Expr(1) / 12)
  }

  private func nusselt(_ reynolds: Expr, _ prandtl: Expr) -> Expr {
    let r = reynolds / 1000
    let transitional = polynomial([316.08, -427.45, 212.13, -45.158, 3.5239], r)
    let f = friction(reynolds) / 8
    let turbulent =
      f * (reynolds - 1000) * prandtl / (1 + number(12.7) * .sqrt(f) * (prandtl ** (Expr(2) / 3) - 1))
    return .call(
      .piecewise,
      [
        .call(.lessEqual, [reynolds, 2300]), number(3.66), .call(.lessEqual, [reynolds, 3100]), transitional,
        turbulent,
      ])
  }

  private func dispersion(_ temperature: Expr) -> Expr {
    let u = velocity
    let reynolds = reynolds(temperature)
    let laminar = number(Self.diameter * Self.diameter / 4 / 48 / 0.14e-6) * u ** 2
    let turbulent = number(Self.diameter) * u * (number(1.17e9) * reynolds ** (Expr(-5) / 2) + number(0.41))
    return .call(.piecewise, [.call(.less, [reynolds, 1000]), laminar, turbulent])
  }

  // MARK: - Equations

  /// The derivatives with respect to time, in the order of the variables.
  var equations: [Expr] {
    let segment = number(Self.length / Double(count))
    let lumped = number(Self.lumped)
    let reynolds = reynolds(lumped)
    let exchange =
      nusselt(reynolds, prandtl(lumped)) * conductivity(lumped) * number(.pi) * segment
    let (transport, spread) = (velocity / segment, dispersion(lumped) / segment ** 2)
    let t = (1...count).map { Expr.symbol("T\($0)") }
    let w = (1...count).map { i in (1...3).map { Expr.symbol("W\(i)_\($0)") } }
    let area = number(.pi * Self.diameter * Self.diameter / 4)
    let heat = (0..<count).map { (w[$0][0] - t[$0]) * exchange }
    let water = (0..<count).map { i in
      flow(t, i, transport, spread) + heat[i] / (segment * area * volumetricCapacity(t[i]))
    }
    return water + (0..<count).flatMap { wall(w[$0], heat[$0], segment) }
  }

  private func flow(_ t: [Expr], _ i: Int, _ transport: Expr, _ spread: Expr) -> Expr {
    let upwind = [Expr(-1) / 8, Expr(-3) / 8, Expr(-3) / 8]
    let rest = Expr(7) / 8
    if i == 0 { return transport * (inlet - t[0]) + spread * (t[1] - t[0]) }
    if i == count - 1 { return (transport + spread) * (t[i - 1] - t[i]) }
    let before = i == 1 ? inlet : t[i - 2]
    let advection = upwind[0] * before + rest * t[i - 1] + upwind[1] * t[i] + upwind[2] * t[i + 1]
    return transport * advection + spread * (t[i - 1] - 2 * t[i] + t[i + 1])
  }

  private func wall(_ w: [Expr], _ heat: Expr, _ segment: Expr) -> [Expr] {
    var diameters = [Self.diameter]
    for thickness in Self.thicknesses { diameters.append((diameters.last ?? 0) + 2 * thickness) }
    let conductances = (0..<2).map {
      number(2 * .pi * Self.conductivities[$0] / Double.log(diameters[$0 + 1] / diameters[$0])) * segment
    }
    let halves = (0..<2).map { j in
      let ring = diameters[j + 1] * diameters[j + 1] - diameters[j] * diameters[j]
      return number(.pi / 8 * ring * Self.heatCapacities[j] * Self.densities[j]) * segment
    }
    let (inner, outer) = (conductances[0] * (w[0] - w[1]), conductances[1] * (w[1] - w[2]))
    let loss = number(5 * .pi * diameters[2]) * segment * (w[2] - 18)
    return [
      (-heat - inner) / halves[0], (inner - outer) / (halves[0] + halves[1]), (outer - loss) / halves[1],
    ]
  }
}
