// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "tenure",
    products: [
        .executable(name: "tenure", targets: ["tenure"]),
        // For `make fuzz` only.
        .library(name: "fuzzing", type: .static, targets: ["Fuzzing"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        // For the tests only: the Graph that runs here.
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ],
    targets: [
        // From the ground up: a module knows only those above it in this list.
        .target(name: "Model", swiftSettings: settings),
        .target(name: "Access", dependencies: ["Model"], swiftSettings: settings),
        .target(
            name: "Store",
            dependencies: [
                "Model", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: settings),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "CSimdjson", linkerSettings: [.linkedLibrary("simdjson")]),
        .target(name: "JSONText", dependencies: ["CSimdjson", "CZlib"], swiftSettings: settings),
        .target(name: "TableText", swiftSettings: settings),
        .systemLibrary(name: "CLibArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .target(name: "Archives", dependencies: ["CLibArchive"], swiftSettings: settings),
        .target(
            name: "GraphImport", dependencies: ["Model", "Store", "JSONText", "TableText", "Archives"],
            swiftSettings: settings),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .target(name: "GraphSchema", dependencies: ["GraphImport", "CLibXML2"], swiftSettings: settings),
        .target(
            name: "GraphClient",
            dependencies: [
                "Model", "CZlib", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ],
            swiftSettings: settings,
            // What FoundationNetworking needs where it is linked statically.
            linkerSettings: [.linkedLibrary("curl", .when(platforms: [.linux]))]),
        .target(name: "Resolution", dependencies: ["Model", "Access", "Store"], swiftSettings: settings),
        .systemLibrary(
            name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .executableTarget(name: "EmbedTool", swiftSettings: settings),
        .plugin(name: "EmbedResources", capability: .buildTool(), dependencies: ["EmbedTool"]),
        .target(
            name: "Reports",
            dependencies: [
                "Model", "Access", "Store", "Resolution", "CLibXML2", "CXLSXWriter", "CZlib", "Yams",
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            exclude: ["Catalogue"],
            swiftSettings: settings,
            plugins: ["EmbedResources"]),
        .target(
            name: "Nightly",
            dependencies: [
                "Model", "Store", "GraphImport", "GraphClient", "Resolution", "Reports",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "tenure",
            dependencies: [
                "Model", "Access", "Archives", "Store", "GraphImport", "GraphSchema", "GraphClient",
                "Resolution",
                "Reports", "Nightly",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),

        .testTarget(
            name: "JSONTextTests", dependencies: ["JSONText", "CZlib", "TestKit"], swiftSettings: settings),
        .testTarget(name: "TableTextTests", dependencies: ["TableText"], swiftSettings: settings),
        .testTarget(name: "ModelTests", dependencies: ["Model"], swiftSettings: settings),
        .testTarget(name: "AccessTests", dependencies: ["Access", "Model"], swiftSettings: settings),
        .target(
            name: "TestKit", dependencies: ["Model", "Store"], path: "Tests/TestKit", swiftSettings: settings),
        .testTarget(
            name: "StoreTests",
            dependencies: ["Store", "Model", "TestKit", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: settings),
        .testTarget(
            name: "GraphImportTests",
            dependencies: ["GraphImport", "JSONText", "Resolution", "Store", "Model", "TestKit"],
            swiftSettings: settings),
        .testTarget(
            name: "GraphSchemaTests", dependencies: ["GraphSchema", "GraphImport", "TestKit"],
            swiftSettings: settings),
        .target(
            name: "GraphServer",
            dependencies: [
                "CZlib", .product(name: "FlyingFox", package: "FlyingFox"),
                .product(name: "FlyingSocks", package: "FlyingFox"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ],
            path: "Tests/GraphServer", swiftSettings: settings),
        .executableTarget(
            name: "graph-server", dependencies: ["GraphServer"], path: "Tests/GraphServerTool",
            swiftSettings: settings),
        .testTarget(
            name: "GraphClientTests",
            dependencies: [
                "GraphClient", "GraphServer", "GraphImport", "Store", "Resolution", "Model", "TestKit",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ],
            swiftSettings: settings),
        .target(
            name: "Fuzzing", dependencies: ["GraphImport", "GraphSchema", "Store", "Model"],
            path: "Tests/Fuzzing",
            exclude: ["fuzz", "seeds"], swiftSettings: settings),
        .testTarget(name: "ArchitectureTests", swiftSettings: settings),
        .testTarget(
            name: "ReportsTests",
            dependencies: ["Reports", "Model", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)
