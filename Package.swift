// swift-tools-version: 6.2
// One target, one line.
// swift-format-ignore-file
import PackageDescription

// Swift 6 mode, explicit existentials, no leaking imports, no warnings: for every Swift target.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// A C shim: opaque types and `stdint.h` only in its public header, the library's own headers only in its `.c` files.
/// No unsafe flags: with them no other package could depend on a version of the library.
func shim(_ name: String, _ library: Target.Dependency) -> Target {
  .target(
    name: name, dependencies: [library], cSettings: [.enableWarning("all"), .enableWarning("extra"), .treatAllWarnings(as: .error)])
}

/// The release build of `zarlal` carries Swift's runtime and Foundation in itself: it starts in half the time, and the machine that cron runs
/// it on needs no Swift (docs/decisions/0011). The libraries are those that Foundation's own modules name when they are linked statically.
let standalone: [LinkerSetting] = [
  .unsafeFlags(
    ["-static-stdlib", "-lFoundation", "-lFoundationInternationalization", "-lFoundationEssentials", "-l_FoundationCollections", "-lCoreFoundation", "-l_FoundationCShims", "-l_FoundationICU", "-lstdc++"],
    .when(platforms: [.linux], configuration: .release))
]

let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "zarlal",
  products: [
    .executable(name: "zarlal", targets: ["zarlal"]),
    .library(name: "MongolianText", targets: ["MongolianText"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // Debian's libraries, found by pkg-config.
    .systemLibrary(name: "CLibICU", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
    .systemLibrary(name: "CLibArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibGumbo", pkgConfig: "gumbo", providers: [.apt(["libgumbo-dev"])]),
    .systemLibrary(name: "CLibCMark", pkgConfig: "libcmark-gfm", providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    shim("CICU", "CLibICU"),
    shim("CArchive", "CLibArchive"),
    shim("CXML", "CLibXML2"),
    shim("CGumbo", "CLibGumbo"),
    shim("CMarkdown", "CLibCMark"),
    shim("CCrypto", "CLibCrypto"),
    .target(name: "CLinux"),

    // The values everybody speaks in, and the ports.
    module("Publication", ["CCrypto"]),
    module("MongolianText", ["CICU"]),

    // The stages, in order.
    module("Ingest", ["Publication", "CICU", "CArchive", "CXML", "CGumbo", "CMarkdown", "Yams"]),
    module("Disclosure", ["Publication", "MongolianText"]),
    module("Normalization", ["Publication", "Disclosure", "MongolianText", "CICU"]),
    module("FanOut", ["Publication", "Normalization"]),
    module("Outlets", ["Publication"]),

    // The ledger, what is counted from it, and the world outside.
    module("LedgerSQLite", ["Publication", grdb, sqlite]),
    module("Statistics", ["Publication"]),
    module("Registers", ["Publication"]),
    module("AnnualReport", ["Publication"]),
    module("SystemEdges", ["Publication", "CICU", "CLinux"]),
    module("Pipeline", ["Publication", "MongolianText", "Ingest", "Disclosure", "Normalization", "FanOut", "Outlets", "LedgerSQLite", "Statistics", "Registers", "AnnualReport", "SystemEdges"]),

    .executableTarget(name: "zarlal", dependencies: ["Pipeline", "Publication", "MongolianText", arguments], swiftSettings: strict, linkerSettings: standalone),
    .executableTarget(name: "generate", swiftSettings: strict),
    .executableTarget(name: "textbench", dependencies: ["MongolianText", "TextBenchICU"], path: "Benchmarks/TextBench", swiftSettings: strict),
    .target(name: "TextBenchICU", dependencies: ["CLibICU"], path: "Benchmarks/TextBenchICU"),
    .executableTarget(name: "yeargen", dependencies: ["Publication"], path: "Benchmarks/YearGenerator", swiftSettings: strict),
    .executableTarget(name: "hostilegen", path: "Benchmarks/HostileGenerator", swiftSettings: strict),

    // Specification.
    .target(name: "TestSupport", dependencies: ["Publication", "CArchive"], path: "Tests/TestSupport", swiftSettings: strict),
    .target(name: "LedgerConformance", dependencies: ["Publication", "TestSupport"], path: "Tests/LedgerConformance", swiftSettings: strict),
    tests("ArchitectureTests", []),
    tests("PublicationTests", ["Publication", "TestSupport"]),
    tests("MongolianTextTests", ["MongolianText"]),
    tests("IngestTests", ["Ingest", "Disclosure", "Publication", "TestSupport"]),
    tests("DisclosureTests", ["Disclosure", "MongolianText", "Publication", "TestSupport"]),
    tests("NormalizationTests", ["Normalization", "Disclosure", "MongolianText", "Publication", "TestSupport"]),
    tests("FanOutTests", ["FanOut", "Normalization", "Disclosure", "MongolianText", "Outlets", "Publication", "TestSupport"]),
    tests("LedgerSQLiteTests", ["LedgerSQLite", grdb, "LedgerConformance", "Statistics", "Publication", "TestSupport"]),
    tests("RegistersTests", ["Registers", "LedgerConformance", "Publication", "TestSupport"]),
    tests("StatisticsTests", ["Statistics", "LedgerConformance", "Publication", "TestSupport"]),
    tests("AnnualReportTests", ["AnnualReport", "Publication"]),
    tests("PipelineTests", ["Pipeline", "AnnualReport", "Disclosure", "FanOut", "Ingest", "LedgerConformance", "MongolianText", "yeargen", "hostilegen", "Outlets", "SystemEdges", "Publication", "TestSupport"]),
  ]
)

// `ZARLAL_FUZZ=1` adds the targets of `Benchmarks/fuzz`, and instruments what they try. Without it nothing here is built.
if Context.environment["ZARLAL_FUZZ"] == "1" {
  let address = "-sanitize=address"
  let coverage = "-sanitize-coverage=edge,inline-8bit-counters,pc-table"
  for target in package.targets where target.name == "MongolianText" { target.swiftSettings = strict + [.unsafeFlags([address, coverage])] }
  // Formats have magic numbers and names: comparisons are worth watching there.
  for target in package.targets where ["Publication", "Ingest", "Disclosure"].contains(target.name) {
    target.swiftSettings = strict + [.unsafeFlags([address, coverage + ",trace-cmp"])]
  }
  for target in package.targets where ["CICU", "CArchive", "CXML", "CGumbo", "CMarkdown", "CCrypto"].contains(target.name) {
    target.cSettings = [.unsafeFlags(["-fsanitize=address,fuzzer-no-link"])]
  }
  package.targets += [
    .target(name: "FuzzDriver", path: "Benchmarks/FuzzDriver"),
    .executableTarget(name: "textfuzz", dependencies: ["MongolianText", "FuzzDriver"], path: "Benchmarks/FuzzTargets", exclude: ["mongolian.dict"], swiftSettings: strict + [.unsafeFlags(["-sanitize=address"])], linkerSettings: [.linkedLibrary("stdc++"), .unsafeFlags(["-sanitize=address", "-use-ld=lld"])]),
    .executableTarget(name: "ingestfuzz", dependencies: ["Ingest", "Disclosure", "Publication", "FuzzDriver"], path: "Benchmarks/IngestFuzz", exclude: ["ingest.dict"], swiftSettings: strict + [.unsafeFlags(["-sanitize=address"])], linkerSettings: [.linkedLibrary("stdc++"), .unsafeFlags(["-sanitize=address", "-use-ld=lld"])]),
  ]
}
