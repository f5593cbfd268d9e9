import Foundation
import Testing

/// The built program at work.
struct RunningCommand {
    let process = Process()
    let outputPath: URL
    private let messagesPath: URL

    /// Starts it; `input` is a file or a pipe.
    init(
        _ program: URL, _ arguments: [String], in folder: URL, input: Any,
        environment: [String: String]
    ) throws {
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        outputPath = folder.appendingPathComponent("stdout-\(UUID().uuidString)")
        messagesPath = folder.appendingPathComponent("stderr-\(UUID().uuidString)")
        for url in [outputPath, messagesPath] { try Data().write(to: url) }
        process.standardOutput = try FileHandle(forWritingTo: outputPath)
        process.standardError = try FileHandle(forWritingTo: messagesPath)
        process.standardInput = input
        try process.run()
    }

    /// Where its standard input is written, where that is a pipe.
    var input: FileHandle {
        get throws { try #require(process.standardInput as? Pipe).fileHandleForWriting }
    }

    /// Waits for its end and gives what it wrote.
    func outcome() throws -> CommandRunner.Outcome {
        process.waitUntilExit()
        try #require(process.terminationReason == .exit, "ended by signal")
        let outcome = CommandRunner.Outcome(
            code: process.terminationStatus,
            output: String(decoding: try Data(contentsOf: outputPath), as: UTF8.self),
            messages: String(decoding: try Data(contentsOf: messagesPath), as: UTF8.self))
        for url in [outputPath, messagesPath] { try FileManager.default.removeItem(at: url) }
        return outcome
    }

    /// The process that does its work, once it is there.
    func worker() -> pid_t? {
        for _ in 0..<500 {
            let folders = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
            for number in folders.compactMap({ pid_t($0) })
            where stat(of: number)?.parent == process.processIdentifier {
                return number
            }
            usleep(10_000)
        }
        return nil
    }

    /// How long a process has kept a processor busy.
    func processorSeconds(of number: pid_t) -> Double {
        (stat(of: number)?.ticks).map { Double($0) / Double(sysconf(Int32(_SC_CLK_TCK))) }
            ?? .infinity
    }

    /// The numbers behind the name of the program in `/proc/PID/stat`.
    private func stat(of number: pid_t) -> (parent: pid_t, ticks: Int)? {
        guard let line = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8),
            let name = line.lastIndex(of: ")")
        else { return nil }
        let fields = line[name...].split(separator: " ")
        guard fields.count > 13, let parent = pid_t(fields[2]), let user = Int(fields[12]),
            let system = Int(fields[13])
        else { return nil }
        return (parent, user + system)
    }
}
