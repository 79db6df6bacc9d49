// swift-tools-version: 6.2
import PackageDescription

let shared: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

/// A target of our own: a folder of `Sources` that answers one question.
func room(_ name: String, imports: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: imports, swiftSettings: shared)
}

/// The tests of one room.
func tests(of name: String, imports: [Target.Dependency] = [], fixtures: [String] = []) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: [.init(stringLiteral: name)] + imports, exclude: fixtures, swiftSettings: shared)
}

let package = Package(
    name: "marsad",
    dependencies: [.package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")],
    targets: [
        .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .target(name: "CRE2", linkerSettings: [.linkedLibrary("re2")]),
        room("Diagnostics"),
        room("YAML", imports: ["CLibYAML", "Diagnostics"]),
        room("Articles"),
        room("Analysis", imports: ["Articles"]),
        room("Rules", imports: ["Analysis", "Articles", "CRE2", "Diagnostics", "YAML"]),
        room("Alerts", imports: ["Analysis", "Articles", "Rules"]),
        .executableTarget(
            name: "marsad",
            dependencies: [
                "Alerts", "Analysis", "Articles", "Diagnostics", "Rules", "YAML",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: shared),
        .executableTarget(name: "marsad-bench", dependencies: ["Analysis", "Articles", "Rules"], swiftSettings: shared),
        tests(of: "Diagnostics"),
        tests(of: "YAML", imports: ["Diagnostics"]),
        tests(of: "Articles"),
        tests(of: "Analysis", imports: ["Articles"]),
        tests(
            of: "Rules", imports: ["Analysis", "Articles", "Diagnostics", "YAML"], fixtures: ["Golden", "Linted", "Malformed", "SmallCore"]),
        tests(of: "Alerts", imports: ["Analysis", "Articles", "Diagnostics", "Rules"]),
    ],
    cxxLanguageStandard: .cxx17
)

// Compiled with the fuzzer's counters, by `.ci/fuzz` alone.
if Context.environment["MARSAD_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "marsad-fuzz", dependencies: ["Analysis", "Articles", "Diagnostics", "Rules"], exclude: ["rules.dict"],
            swiftSettings: shared))
}
