// swift-tools-version: 6.2
import PackageDescription

// A nested package, so that the house's own build leaves the fuzzers alone. `Tests/Fuzz/run` builds it, once
// with libFuzzer and the address sanitizer and once plain, and says how.
let package = Package(
    name: "fuzz",
    platforms: [.macOS(.v26)],
    dependencies: [.package(name: "caucus", path: "../..")],
    targets: [
        // The declaration of libFuzzer's driver.
        .target(name: "CFuzzer"),
        .executableTarget(
            name: "Fuzz", dependencies: ["CFuzzer", .product(name: "Caucus", package: "caucus")]),
    ]
)
