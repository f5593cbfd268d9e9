public import CaucusText
import Dispatch

/// Works on a stream on several cores, in order, with bounded memory.
///
/// The stream comes in chunks of about a megabyte; as many are at work as there are jobs, the next one waits
/// for a free core, and `commit` receives the results in the order of the stream, whatever the number of jobs.
public struct BatchRunner: Sendable {
    private let jobs: Int

    /// Creates a runner that keeps `jobs` chunks at work.
    ///
    /// - Precondition: `jobs > 0`.
    public init(jobs: Int) {
        precondition(jobs > 0, "found \(jobs) jobs, expected at least 1")
        self.jobs = jobs
    }

    private static let chunkBytes = 1_000_000
    private static let chunkDocuments = 1_000

    /// Applies `work` to every document that `next` gives until it gives `nil`, and hands each chunk to
    /// `commit`.
    ///
    /// - Throws: what `commit` or `next` throws; chunks committed before stay committed.
    public func run<Output: Sendable>(
        next: () throws -> Document?, work: @escaping @Sendable (Document) -> Output,
        commit: ([Output]) throws -> Void
    ) async throws {
        try await run(
            chunks: {
                let chunk = try Self.documents(next)
                return chunk.isEmpty ? nil : chunk
            },
            work: { chunk in chunk.map(work) }, commit: commit)
    }

    /// Applies `work` to every chunk that `next` gives until it gives `nil`, and hands each result to `commit`.
    ///
    /// At most `2 · jobs + 2` chunks are held at a time: those at work, those that wait for an earlier one,
    /// and the next one.
    ///
    /// - Throws: what `commit` or `next` throws; chunks committed before stay committed.
    public func run<Input: Sendable, Output: Sendable>(
        chunks next: () throws -> Input?, work: @escaping @Sendable (Input) -> Output,
        commit: (Output) throws -> Void
    ) async throws {
        guard jobs > 1 else {
            while let chunk = try next() { try commit(work(chunk)) }
            return
        }
        // Each worker has a chunk and another one waiting, so that none runs dry while this task commits or reads.
        // The workers are threads of their own: a commit that waits for the disk holds up none of them.
        let most = 2 * jobs
        let limit = 2 * jobs + 1
        let workers = (0..<jobs).map { DispatchQueue(label: "caucus.worker.\($0)") }
        try await withThrowingTaskGroup(of: (Int, Output).self) { group in
            var finished: [Int: Output] = [:]
            var ready: Input?
            var ended = false
            var (started, running, committed) = (0, 0, 0)
            while true {
                // First every worker gets work, then what is done is committed, then the next chunk is read.
                while running < most, started - committed < limit {
                    if ready == nil, !ended { ready = try next() }
                    guard let chunk = ready else {
                        ended = true
                        break
                    }
                    ready = nil
                    let number = started
                    let worker = workers[number % jobs]
                    group.addTask {
                        await withCheckedContinuation { done in
                            worker.async { done.resume(returning: (number, work(chunk))) }
                        }
                    }
                    started += 1
                    running += 1
                }
                if let output = finished.removeValue(forKey: committed) {
                    try commit(output)
                    committed += 1
                    continue
                }
                if ready == nil, !ended {
                    ready = try next()
                    ended = ready == nil
                }
                guard running > 0, let (number, output) = try await group.next() else { break }
                finished[number] = output
                running -= 1
            }
        }
    }

    /// The bytes of a chunk whose documents take an encoder seconds rather than milliseconds: cores would run dry at the end.
    package static let slowChunkBytes = 40_000

    /// The next documents of the stream, about a megabyte unless told otherwise; empty at its end.
    package static func documents(
        _ next: () throws -> Document?, bytes most: Int? = nil
    ) rethrows -> [Document] {
        var chunk: [Document] = []
        var bytes = 0
        while bytes < most ?? chunkBytes, chunk.count < chunkDocuments, let document = try next() {
            bytes += document.text.utf8.count
            chunk.append(document)
        }
        return chunk
    }
}
