import Foundation

/// A Python that imports scikit-learn, where there is one.
enum ScikitLearnPeer {
    /// `CAUCUS_PYTHON`, or `python3`; `nil` where neither imports scikit-learn.
    static let python: String? = {
        let candidates = [ProcessInfo.processInfo.environment["CAUCUS_PYTHON"], "python3"]
        return candidates.compactMap(\.self).first { name in
            (try? run(name, ["-c", "import sklearn"]))?.code == 0
        }
    }()

    static let need: String = "needs a Python that imports scikit-learn; set CAUCUS_PYTHON"

    /// A script's exit code and standard output.
    static func run(_ name: String, _ arguments: [String]) throws -> (code: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [name] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }

    /// What a script prints as JSON, `input` lying in a file whose path is its first argument.
    static func answer<Answer: Decodable>(
        _ script: String, input: String, _ arguments: [String] = [], as: Answer.Type
    ) throws -> Answer? {
        guard let python else { return nil }
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("caucus-\(UUID().uuidString)")
        try Data(input.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let result = try run(python, ["-c", script, file.path] + arguments)
        guard result.code == 0 else { return nil }
        return try JSONDecoder().decode(Answer.self, from: Data(result.output.utf8))
    }
}
