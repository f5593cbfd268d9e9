import ArgumentParser
import Caucus
import Foundation

/// The command `caucus`: flags, progress, exit codes. No algorithms.
struct CaucusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "caucus",
        abstract:
            "Who is quoted, where does each speaker stand on a leader, and which words show it?",
        discussion: """
            Examples:
              caucus read articles/                                     how files are understood
              caucus extract article.txt                                quotations and speakers, as JSONL
              caucus train labels.jsonl -o model.safetensors            fit a stance model to your labels
              caucus evaluate model.safetensors held-out.jsonl          how well it does, with intervals
              caucus explain model.safetensors labels.jsonl --id a7     what adds up to an answer
              caucus score articles/ --target "Ada Example" --model model.safetensors --store run.sqlite
              caucus report run.sqlite -o report/                       report.html and the tables

            Data goes to standard output, everything else to standard error. Offsets are half-open Unicode code \
            points. Exit codes: 0 done, 1 gate not met, 64 usage, 65 bad input data, 66 input missing or \
            unreadable, 70 internal error, 73 output cannot be created, 74 I/O failure, 130 interrupted.
            """,
        version: Caucus.version,
        subcommands: [
            ReadCommand.self,
            ExtractCommand.self, TrainCommand.self, EvaluateCommand.self, CompareCommand.self,
            PredictCommand.self, ExplainCommand.self, ScoreCommand.self, ReportCommand.self,
            SampleCommand.self, LabelCommand.self, AgreeCommand.self, ImportCommand.self,
            ExportPromptsCommand.self, VerifyCommand.self, StoreCommand.self, InspectCommand.self,
        ])
}

@main
enum Main {
    static func main() async {
        // A closed pipe is an error of the write, which ends the command quietly, and no signal.
        signal(SIGPIPE, SIG_IGN)
        Caucus.endIdleThreads()
        do {
            var command = try CaucusCommand.parseAsRoot()
            // Before anything starts a thread: the command waits for signals.
            if let batch = command as? any SupervisedCommand, let code = try Supervisor.run(batch) {
                exit(code)
            }
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            end(with: error)
        }
    }

    /// Prints what went wrong in one line and exits with the code that the interface names for it.
    private static func end(with error: any Error) -> Never {
        if error is ClosedPipe { exit(0) }
        if let ended = error as? Ended { exit(ended.code) }
        if let failure = Failure(error) {
            Console.tell("caucus: \(failure.message)")
            exit(failure.code)
        }
        let code = CaucusCommand.exitCode(for: error)
        guard code == .validationFailure else { CaucusCommand.exit(withError: error) }
        let message = CaucusCommand.message(for: error).split(separator: "\n").first ?? "usage"
        let lowered = message.prefix(1).lowercased() + message.dropFirst()
        Console.tell("caucus: \(lowered) (see caucus --help)")
        exit(64)
    }
}
