// swift-tools-version: 6.2
import Foundation
import PackageDescription

// FLINT 2 (Debian 12) keeps Arb in a library of its own; from FLINT 3 on it is part of FLINT.
let arbIsSeparate = FileManager.default.fileExists(atPath: "/usr/include/arb.h")
let arbLinkage: [LinkerSetting] = arbIsSeparate ? [.linkedLibrary("flint-arb")] : []

// From SUNDIALS 7 on what its libraries have in common is a library of its own.
let sundialsCoreIsSeparate = FileManager.default.fileExists(atPath: "/usr/include/sundials/sundials_core.h")
let sundialsLinkage: [LinkerSetting] =
  sundialsCoreIsSeparate ? [.linkedLibrary("sundials_core", .when(traits: ["Simulation"]))] : []

// Debian ships no flint.pc, and naming one there prints a warning on every build; Homebrew needs it.
#if os(macOS)
  let flintPkgConfig: String? = "flint"
#else
  let flintPkgConfig: String? = nil
#endif

// On Linux the released command carries the Swift runtime, where the toolchain at hand has it as archives: calls into a shared one
// take a third of the time of reading and writing formulas, and the command then runs without a toolchain.
#if os(Linux)
  let manifestLibrary = (try? String(contentsOfFile: "/proc/self/maps", encoding: .utf8))?
    .split(separator: "\n").first { $0.hasSuffix("/libPackageDescription.so") }?.split(separator: " ").last
  let archives = manifestLibrary?.components(separatedBy: "/swift/pm/")[0].appending("/swift_static/linux/")
  let runtimeIsArchived =
    ["libswiftCore.a", "lib_FoundationCShims.a", "lib_FoundationCollections.a", "static-stdlib-args.lnk"]
    .allSatisfy { FileManager.default.fileExists(atPath: (archives ?? "") + $0) }
#else
  let runtimeIsArchived = false
#endif
let swiftRuntimeLinkage: [LinkerSetting] =
  runtimeIsArchived
  ? [
    .unsafeFlags(
      ["-static-stdlib", "-use-ld=lld", "-l_FoundationCShims", "-l_FoundationCollections"],
      .when(configuration: .release))
  ] : []

let package = Package(
  name: "Apus",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Apus", targets: ["Apus"]),
    .library(name: "ApusSimulation", targets: ["ApusSimulation"]),
    .executable(name: "apus", targets: ["ApusExecutable"]),
  ],
  traits: [
    .trait(
      name: "Simulation",
      description: "Time integration of models with SUNDIALS and KLU, which have to be installed.")
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
  ],
  targets: [
    // System libraries
    .systemLibrary(name: "CGMP", pkgConfig: "gmp", providers: [.apt(["libgmp-dev"]), .brew(["gmp"])]),
    .systemLibrary(name: "CMPFR", pkgConfig: "mpfr", providers: [.apt(["libmpfr-dev"]), .brew(["mpfr"])]),
    .systemLibrary(
      name: "CFLINT", pkgConfig: flintPkgConfig,
      providers: [.apt(["libflint-dev", "libflint-arb-dev"]), .brew(["flint"])]),
    // Only used with the trait Simulation.
    .systemLibrary(
      name: "CSUNDIALS",
      providers: [.apt(["libsundials-dev", "libsuitesparse-dev"]), .brew(["sundials", "suite-sparse"])]),

    // The layers, lowest first: a target imports only what stands above it here.
    .target(
      name: "ApusNumbers",
      dependencies: ["CGMP", "CMPFR", "CFLINT", .product(name: "Numerics", package: "swift-numerics")],
      linkerSettings: arbLinkage),
    .target(
      name: "ApusTerms",
      dependencies: ["ApusNumbers", .product(name: "Numerics", package: "swift-numerics")]),
    .target(name: "ApusNotation", dependencies: ["ApusNumbers", "ApusTerms"]),
    // Beside notation: programs of numbers, and the kernels that run them.
    .target(name: "CApusKernels"),
    .target(
      name: "ApusNumerics",
      dependencies: [
        "CApusKernels", "ApusNumbers", "ApusTerms", .product(name: "Numerics", package: "swift-numerics"),
      ]),
    .target(name: "ApusRewriting", dependencies: ["ApusNumbers", "ApusTerms", "ApusNotation"]),
    // The files of Rules/ as text.
    .target(name: "ApusRules"),
    .target(
      name: "ApusAlgebra",
      dependencies: [
        "CFLINT", "ApusNumbers", "ApusTerms", "ApusNumerics", "ApusNotation", "ApusRewriting", "ApusRules",
      ]),
    .target(
      name: "Apus",
      dependencies: [
        "ApusNumbers", "ApusTerms", "ApusNumerics", "ApusNotation", "ApusRewriting", "ApusAlgebra",
      ]),
    // Beside the sessions: models in time.
    .target(
      name: "ApusSimulation",
      dependencies: [
        .target(name: "CSUNDIALS", condition: .when(traits: ["Simulation"])),
        "ApusTerms", "ApusNumerics", "ApusNotation", "ApusAlgebra",
      ],
      linkerSettings: sundialsLinkage),
    .target(
      name: "ApusCommand",
      dependencies: [
        "CApusKernels", "ApusNumbers", "ApusTerms", "ApusNumerics", "ApusNotation", "ApusRewriting",
        "ApusRules",
        "ApusAlgebra", "ApusSimulation", "Apus",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Numerics", package: "swift-numerics"),
      ]),
    // The command as a program; apart, so that how it is linked does not concern the tests.
    .executableTarget(
      name: "ApusExecutable", dependencies: ["ApusCommand"], linkerSettings: swiftRuntimeLinkage),

    // Tests
    .target(name: "ApusTestSupport", path: "Tests/ApusTestSupport"),
    .testTarget(name: "ApusNumbersTests", dependencies: ["ApusNumbers", "ApusTestSupport"]),
    .testTarget(name: "ApusTermsTests", dependencies: ["ApusNumbers", "ApusTerms", "ApusTestSupport"]),
    .testTarget(
      name: "ApusNotationTests",
      dependencies: ["ApusNumbers", "ApusTerms", "ApusNotation", "ApusTestSupport"]),
    .testTarget(
      name: "ApusNumericsTests",
      dependencies: [
        "CApusKernels", "ApusNumbers", "ApusTerms", "ApusNumerics", "ApusTestSupport",
        .product(name: "Numerics", package: "swift-numerics"),
      ]),
    .testTarget(
      name: "ApusRewritingTests",
      dependencies: ["ApusNumbers", "ApusTerms", "ApusNotation", "ApusRewriting", "ApusTestSupport"]),
    .testTarget(
      name: "ApusAlgebraTests",
      dependencies: [
        "ApusNumbers", "ApusTerms", "ApusNumerics", "ApusNotation", "ApusRewriting", "ApusRules",
        "ApusAlgebra", "ApusTestSupport",
      ]),
    .testTarget(name: "ApusRulesTests", dependencies: ["ApusRules", "ApusNotation", "ApusRewriting"]),
    .testTarget(
      name: "ApusSimulationTests",
      dependencies: [
        "ApusTerms", "ApusNumerics", "ApusNotation", "ApusAlgebra", "ApusSimulation", "ApusTestSupport",
        .product(name: "Numerics", package: "swift-numerics"),
      ]),
    .testTarget(name: "ApusTests", dependencies: ["Apus", "ApusTestSupport"]),
    .testTarget(
      name: "ApusCommandTests",
      dependencies: [
        "ApusNotation", "ApusSimulation", "Apus", "ApusCommand", "ApusTestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    // Runs every example of the README and of Docs, with the command where an example has it.
    .testTarget(
      name: "DocumentationTests",
      dependencies: [
        "ApusNumbers", "ApusTerms", "ApusNumerics", "ApusRewriting", "ApusAlgebra", "ApusSimulation", "Apus",
        "ApusCommand", .product(name: "Numerics", package: "swift-numerics"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
