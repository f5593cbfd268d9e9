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
        .target(name: "FuzzSupport", dependencies: ["CFuzzer"]),
        .executableTarget(
            name: "Fuzz",
            dependencies: ["FuzzSupport", .product(name: "Caucus", package: "caucus")]),
        // The C functions, called as a program in C calls the library that it is linked with.
        .executableTarget(
            name: "FuzzC",
            dependencies: ["FuzzSupport", .product(name: "CaucusC", package: "caucus")]),
    ]
)
