import ArgumentParser
import Caucus

/// A command that reads a batch of documents or examples: none of them may end it, so a worker does the work.
protocol SupervisedCommand: ParsableCommand {
    /// The paths of what is read.
    var inputs: [String] { get }
    /// How much one document may take.
    var bounds: BoundOptions { get }
    /// Whether this call reads a batch at all.
    var isSupervised: Bool { get }
    /// Whether standard output is where the results go.
    var printsResults: Bool { get }
    /// Whether a folder of the moment is needed.
    var needsScratch: Bool { get }
    /// How many cores are used.
    var batch: BatchOptions { get }
}

extension SupervisedCommand {
    var isSupervised: Bool { true }
    var printsResults: Bool { false }
    var needsScratch: Bool { false }
}

/// How much one document may take before it is left out.
struct BoundOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Leave a document out that takes longer, with a diagnostic; 0 for no bound.",
            valueName: "seconds"))
    var documentSeconds: Double = 60

    @Option(
        help: ArgumentHelp(
            "Leave a document out that takes more memory than this; 0 for no bound.",
            valueName: "MB"))
    var documentMemory: Int = 2000

    func validate() throws {
        guard documentSeconds >= 0, documentSeconds < 1e9 else {
            throw ValidationError(
                "--document-seconds \(documentSeconds): expected 0 or more, below 1e9")
        }
        guard documentMemory >= 0, documentMemory < 1 << 40 else {
            throw ValidationError("--document-memory \(documentMemory): expected 0 or more")
        }
    }
}

/// What is told of documents at work in this process.
enum DocumentsAtWork {
    /// The worker that this process is, or nothing.
    static var watch: any DocumentWatch { Worker.current ?? NoWatch() }
}
