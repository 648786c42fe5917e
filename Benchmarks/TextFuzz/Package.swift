// swift-tools-version: 6.2
import PackageDescription

// Coverage-guided fuzzing of MongolianText with libFuzzer and AddressSanitizer; see README.md.
let sanitized: [SwiftSetting] = [
  .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"), .unsafeFlags(["-sanitize=fuzzer,address"]),
]

let package = Package(
  name: "TextFuzz",
  targets: [
    .systemLibrary(name: "CLibICU", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
    .target(name: "CICU", dependencies: ["CLibICU"]),
    .target(name: "MongolianText", dependencies: ["CICU"], swiftSettings: sanitized),
    .target(name: "CFuzzDriver"),
    .executableTarget(
      name: "TextFuzz", dependencies: ["MongolianText", "CFuzzDriver"],
      swiftSettings: [.swiftLanguageMode(.v6), .unsafeFlags(["-sanitize=address"])],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])]),
  ]
)
