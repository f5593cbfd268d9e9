public import CaucusText

/// Scores a stream of documents on several cores, in order, with bounded memory.
///
/// Documents are taken in chunks of about a megabyte of text; a few chunks are in flight at a time, and
/// `commit` receives them in the order of the stream, whatever the number of jobs.
public struct BatchScorer: Sendable {
    private let scorer: DocumentScorer
    private let jobs: Int

    /// Creates a batch scorer that keeps `jobs` chunks in flight.
    ///
    /// - Precondition: `jobs > 0`.
    public init(scorer: DocumentScorer, jobs: Int) {
        precondition(jobs > 0, "found \(jobs) jobs, expected at least 1")
        self.scorer = scorer
        self.jobs = jobs
    }

    private static let chunkBytes = 1_000_000
    private static let chunkDocuments = 1_000

    /// Scores everything `next` gives until it gives `nil`, and hands each chunk to `commit`.
    ///
    /// - Throws: what `commit` or `next` throws; chunks committed before stay committed.
    public func run(
        next: () throws -> Document?, commit: ([ScoredDocument]) throws -> Void
    ) async throws {
        let scorer = scorer
        try await withThrowingTaskGroup(of: (Int, [ScoredDocument]).self) { group in
            var finished: [Int: [ScoredDocument]] = [:]
            var started = 0
            var committed = 0
            func settle() async throws {
                guard let (number, chunk) = try await group.next() else { return }
                finished[number] = chunk
                while let chunk = finished.removeValue(forKey: committed) {
                    try commit(chunk)
                    committed += 1
                }
            }
            while let chunk = try Self.chunk(next) {
                while started - committed >= jobs + 1 { try await settle() }
                let number = started
                group.addTask { (number, chunk.map(scorer.scored)) }
                started += 1
            }
            while committed < started { try await settle() }
        }
    }

    private static func chunk(_ next: () throws -> Document?) rethrows -> [Document]? {
        var chunk: [Document] = []
        var bytes = 0
        while bytes < chunkBytes, chunk.count < chunkDocuments, let document = try next() {
            bytes += document.text.utf8.count
            chunk.append(document)
        }
        return chunk.isEmpty ? nil : chunk
    }
}
