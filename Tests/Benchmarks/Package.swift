// swift-tools-version: 6.2
import PackageDescription

// A nested package, so that the house's own build leaves benchmarks alone:
// swift run -c release --package-path Tests/Benchmarks coverage
let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v26)],
    dependencies: [.package(name: "caucus", path: "../..")],
    targets: [
        .executableTarget(
            name: "coverage", dependencies: [.product(name: "Caucus", package: "caucus")],
            path: "Sources/CoverageBenchmark"),
        .executableTarget(
            name: "learning-parts", dependencies: [.product(name: "Caucus", package: "caucus")],
            path: "Sources/LearningBenchmark"),
    ]
)
