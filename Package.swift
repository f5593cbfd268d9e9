// swift-tools-version: 6.2
import PackageDescription

/// Every target builds in Swift 6 mode and treats warnings as errors.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

/// `make test` sets this: rooms are then optimized although they are built for testing, since their numeric tests take
/// a hundred times longer otherwise, and what only documents them is left out. Each is optimized as a whole, on two threads, since an
/// index store, where the tests are found, wants an object a file.
let isTested = Context.environment["CAUCUS_TESTED"] == "1"
let roomSettings: [SwiftSetting] =
    isTested
    ? settings
        + [
            .unsafeFlags([
                "-O", "-wmo", "-num-threads", "2", "-assert-config", "Debug", "-disable-batch-mode",
            ])
        ]
    : settings

/// C, which is not optimized for tests otherwise.
let loopSettings: [CSetting] = isTested ? [.unsafeFlags(["-O2"])] : []

/// One room of the house: a target whose arrows point down only.
func room(
    _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
    .target(
        name: name, dependencies: dependencies, exclude: exclude, swiftSettings: roomSettings)
}

/// The tests of one room, which see that room, what it stands on, and the promises.
func tests(
    _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: dependencies + ["CaucusTestSupport"],
        exclude: exclude, swiftSettings: settings)
}

/// `swift package generate-documentation`, whose tools would be built with everything else.
let documentation: [Package.Dependency] =
    isTested ? [] : [.package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0")]

let package = Package(
    name: "caucus",
    platforms: [.macOS(.v26)],
    products: [
        .library(name: "Caucus", targets: ["Caucus"]),
        .library(name: "CaucusC", type: .dynamic, targets: ["CaucusC"]),
        .executable(name: "caucus", targets: ["CaucusCLI"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ] + documentation,
    targets: [
        // 0: the door to OpenBLAS
        .systemLibrary(
            name: "CBLAS", pkgConfig: "openblas",
            providers: [.apt(["libopenblas-dev"]), .brew(["openblas"])]),
        // and to zlib, libbz2, libzstd, libxml2 and SQLite, for packed input, web pages, office files and the rows of a store
        .systemLibrary(
            name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        // libbz2 has no pkg-config file
        .systemLibrary(name: "CBZip2", providers: [.apt(["libbz2-dev"]), .brew(["bzip2"])]),
        .systemLibrary(
            name: "CZstd", pkgConfig: "libzstd",
            providers: [.apt(["libzstd-dev"]), .brew(["zstd"])]),
        .systemLibrary(
            name: "CLibXML", pkgConfig: "libxml-2.0",
            providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
        .systemLibrary(
            name: "CSQLite", pkgConfig: "sqlite3",
            providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),

        // and to the models in Models/ and the word lists of English, which the program carries
        .target(name: "CModels"),
        .target(name: "CEnglish"),

        // and to the loops of the encoder, which Swift has no instructions for
        .target(name: "CEncoder", cSettings: loopSettings),

        // 1: values
        room("CaucusText"),
        room("CaucusMatrix", ["CBLAS"]),

        // 2: what words are
        room("CaucusLanguage", ["CaucusText", "CEnglish"], exclude: ["English"]),

        // 3: neighbors that never import each other
        room("CaucusCorpus", ["CaucusText", "CZlib", "CBZip2", "CZstd", "CLibXML"]),
        room("CaucusQuotes", ["CaucusText", "CaucusLanguage"]),
        room("CaucusFeatures", ["CaucusText", "CaucusLanguage", "CaucusMatrix"]),
        room("CaucusLearning", ["CaucusMatrix"]),
        room("CaucusStatistics", ["CaucusMatrix"]),
        room("CaucusEncoder", ["CEncoder", "CaucusText", "CaucusMatrix"]),

        // 4: by which words an article means the leader, and what somebody does to them by speaking
        room("CaucusTarget", ["CaucusText", "CaucusLanguage", "CaucusQuotes"]),
        room(
            "CaucusActs",
            ["CaucusText", "CaucusLanguage", "CaucusQuotes", "CaucusFeatures", "CaucusTarget"]),

        // 5: a quotation and a target give a score
        room(
            "CaucusStance",
            [
                "CaucusText", "CaucusLanguage", "CaucusMatrix", "CaucusQuotes", "CaucusFeatures",
                "CaucusLearning", "CaucusStatistics", "CaucusEncoder", "CaucusTarget",
                "CaucusActs",
            ]),

        // 6: keep and tell
        room(
            "CaucusStore",
            [
                "CSQLite", "CaucusText", "CaucusQuotes", "CaucusTarget", "CaucusActs",
                "CaucusStance",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        room(
            "CaucusReport",
            [
                "CaucusText", "CaucusMatrix", "CaucusQuotes", "CaucusTarget", "CaucusActs",
                "CaucusStance", "CaucusStatistics",
                .product(name: "Mustache", package: "swift-mustache"),
            ]),

        // which quotations a person labels, what people said of them, and how far they agree
        room(
            "CaucusLabeling",
            [
                "CaucusText", "CaucusMatrix", "CaucusCorpus", "CaucusQuotes", "CaucusTarget",
                "CaucusStance", "CaucusStatistics", "CaucusReport",
            ]),

        // 7: one import
        room(
            "Caucus",
            [
                "CaucusText", "CaucusLanguage", "CaucusCorpus", "CaucusQuotes", "CaucusFeatures",
                "CaucusLearning", "CaucusMatrix", "CaucusStatistics", "CaucusEncoder",
                "CaucusTarget", "CaucusActs", "CaucusStance",
                "CaucusStore", "CaucusReport", "CaucusLabeling", "CModels",
                .product(name: "Yams", package: "Yams"),
            ]),

        // the page on which people label, served to this machine alone: the command's door to FlyingFox
        room(
            "CaucusLabelServer",
            [
                "CaucusText", "CaucusCorpus", "CaucusStance", "CaucusLabeling",
                .product(name: "FlyingFox", package: "FlyingFox"),
                .product(name: "FlyingSocks", package: "FlyingFox"),
            ]),

        // 8: doors; the header of the first is checked against its Swift by the compiler
        .target(name: "CCaucus"),
        room("CaucusC", ["Caucus", "CaucusMatrix", "CCaucus"]),
        .executableTarget(
            name: "CaucusCLI",
            dependencies: [
                "Caucus", "CaucusLabelServer",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: roomSettings),

        // what the two programs that fit share
        .target(name: "FitSupport", path: "Tests/FitSupport", swiftSettings: roomSettings),

        // `make attribution-weights`: fits the weights that CaucusQuotes holds; not part of the house
        .executableTarget(
            name: "FitAttribution",
            dependencies: [
                "CaucusText", "CaucusMatrix", "CaucusCorpus", "CaucusQuotes", "CaucusLearning",
                "FitSupport",
            ],
            path: "Tests/FitAttribution", swiftSettings: roomSettings),

        // `make models`: fits the gates and the stance model to judged quotations; not part of the house
        .executableTarget(
            name: "FitModels",
            dependencies: [
                "CaucusText", "CaucusMatrix", "CaucusCorpus", "CaucusFeatures", "CaucusLearning",
                "CaucusTarget", "CaucusActs", "CaucusStance", "CaucusEncoder", "Caucus",
                "FitSupport",
            ],
            path: "Tests/FitModels", swiftSettings: roomSettings),

        // tests, room by room
        .target(
            name: "CaucusTestSupport",
            dependencies: [
                "CaucusText", "CaucusMatrix", "CaucusQuotes", "CaucusFeatures", "CaucusLearning",
                "CaucusEncoder",
            ],
            path: "Tests/CaucusTestSupport", swiftSettings: roomSettings),
        tests("CaucusText", ["CaucusText"]),
        tests("CaucusLanguage", ["CaucusLanguage", "CaucusText"]),
        tests("CaucusMatrix", ["CaucusMatrix"]),
        tests(
            "CaucusCorpus",
            ["CaucusCorpus", "CaucusMatrix", "CaucusText", "CZlib", "CBZip2", "CZstd"]),
        tests("CaucusQuotes", ["CaucusQuotes", "CaucusLanguage", "CaucusText"]),
        tests(
            "CaucusEncoder", ["CaucusEncoder", "CEncoder", "CaucusMatrix", "CaucusText"],
            exclude: ["Tiny"]),
        tests("CaucusFeatures", ["CaucusFeatures", "CaucusText", "CaucusMatrix"]),
        tests("CaucusLearning", ["CaucusLearning", "CaucusMatrix"]),
        tests("CaucusStatistics", ["CaucusStatistics", "CaucusMatrix"]),
        tests(
            "CaucusStance",
            [
                "CaucusStance", "CaucusText", "CaucusLanguage", "CaucusFeatures", "CaucusQuotes",
                "CaucusLearning", "CaucusMatrix", "CaucusStatistics", "CaucusTarget", "CaucusActs",
                "CaucusEncoder",
            ]),
        tests(
            "CaucusTarget", ["CaucusTarget", "CaucusLanguage", "CaucusQuotes", "CaucusText"]),
        tests(
            "CaucusActs",
            [
                "CaucusActs", "CaucusTarget", "CaucusLanguage", "CaucusQuotes", "CaucusFeatures",
                "CaucusText",
            ]),
        tests(
            "CaucusStore",
            [
                "CaucusStore", "CaucusTarget", "CaucusActs", "CaucusStance", "CaucusQuotes",
                "CaucusText",
            ]),
        tests(
            "CaucusReport",
            [
                "CaucusReport", "CaucusTarget", "CaucusActs", "CaucusStance", "CaucusQuotes",
                "CaucusText",
            ]),
        tests(
            "CaucusLabeling",
            [
                "CaucusLabeling", "CaucusCorpus", "CaucusStance", "CaucusStatistics",
                "CaucusQuotes",
                "CaucusText",
            ]),
        tests("Pipeline", ["Caucus", "CaucusMatrix"], exclude: ["Golden"]),
        tests("Command", ["Caucus", "CaucusCLI", "CaucusLabelServer"]),
        tests("CaucusC", ["CaucusC", "CCaucus"]),
        tests("FitAttribution", ["FitAttribution", "FitSupport", "CaucusQuotes"]),
    ]
)
