import CaucusTestSupport
import Foundation
import Testing

/// Runs the built `caucus` as a user would.
struct CommandRunner {
    /// What a run gave.
    struct Outcome {
        var code: Int32
        var output: String
        var messages: String
    }

    /// A folder of its own for each runner; removed by ``remove()``.
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("caucus-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func remove() {
        try? FileManager.default.removeItem(at: folder)
    }

    /// A path in the folder.
    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    /// Writes a file in the folder and gives its path.
    func file(_ name: String, _ bytes: [UInt8]) throws -> String {
        let url = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
        return url.path
    }

    func file(_ name: String, _ text: String) throws -> String { try file(name, Array(text.utf8)) }

    /// The built program, beside the program that runs the tests.
    private static var program: URL {
        get throws {
            let tests = URL(fileURLWithPath: ProcessInfo.processInfo.arguments[0])
            var folder = tests.deletingLastPathComponent()
            while folder.path != "/" {
                let candidate = folder.appendingPathComponent("caucus")
                if FileManager.default.isExecutableFile(atPath: candidate.path) {
                    var isDirectory: ObjCBool = false
                    _ = FileManager.default.fileExists(
                        atPath: candidate.path, isDirectory: &isDirectory)
                    if !isDirectory.boolValue { return candidate }
                }
                folder.deleteLastPathComponent()
            }
            return try #require(nil, "no program caucus beside \(tests.path)")
        }
    }

    /// Runs the program with the folder as its working directory; what `environment` holds is set besides.
    func run(
        _ arguments: [String], input: String? = nil, environment: [String: String] = [:]
    ) throws -> Outcome {
        try run(Self.program, arguments, input: input, environment: environment)
    }

    /// Runs a line of a shell, where `caucus` is the program.
    func shell(_ line: String) throws -> Outcome {
        let path = try Self.program.deletingLastPathComponent().path
        let rest = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        return try run(
            URL(fileURLWithPath: "/bin/sh"), ["-c", line], environment: ["PATH": path + ":" + rest])
    }

    private func run(
        _ program: URL, _ arguments: [String], input: String? = nil,
        environment: [String: String]
    ) throws -> Outcome {
        var file = FileHandle.nullDevice
        if let input {
            let url = folder.appendingPathComponent("stdin-\(UUID().uuidString)")
            try Data(input.utf8).write(to: url)
            file = try FileHandle(forReadingFrom: url)
        }
        return try RunningCommand(
            program, arguments, in: folder, input: file, environment: environment
        ).outcome()
    }

    /// Starts the program, with a pipe as its standard input.
    func start(
        _ arguments: [String], environment: [String: String] = [:]
    ) throws -> RunningCommand {
        try RunningCommand(
            Self.program, arguments, in: folder, input: Pipe(), environment: environment)
    }

    /// A path in the sample corpus.
    static func sample(_ name: String) -> String {
        SharedPaths.root.appendingPathComponent("Corpus/sample/\(name)").path
    }
}
