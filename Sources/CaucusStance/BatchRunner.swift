public import CaucusText

/// Works on a stream of documents on several cores, in order, with bounded memory.
///
/// Documents are taken in chunks of about a megabyte of text; a few chunks are in flight at a time, and
/// `commit` receives their results in the order of the stream, whatever the number of jobs.
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

    /// Applies `work` to everything `next` gives until it gives `nil`, and hands each chunk to `commit`.
    ///
    /// - Throws: what `commit` or `next` throws; chunks committed before stay committed.
    public func run<Output: Sendable>(
        next: () throws -> Document?, work: @escaping @Sendable (Document) -> Output,
        commit: ([Output]) throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: (Int, [Output]).self) { group in
            var finished: [Int: [Output]] = [:]
            var started = 0
            var committed = 0
            var ended = false
            while !ended || committed < started {
                if !ended, started - committed < jobs + 1 {
                    let chunk = try Self.chunk(next)
                    ended = chunk.isEmpty
                    guard !ended else { continue }
                    let number = started
                    group.addTask { (number, chunk.map(work)) }
                    started += 1
                    continue
                }
                guard let (number, chunk) = try await group.next() else { break }
                finished[number] = chunk
                while let chunk = finished.removeValue(forKey: committed) {
                    try commit(chunk)
                    committed += 1
                }
            }
        }
    }

    /// The next documents of the stream; empty at its end.
    private static func chunk(_ next: () throws -> Document?) rethrows -> [Document] {
        var chunk: [Document] = []
        var bytes = 0
        while bytes < chunkBytes, chunk.count < chunkDocuments, let document = try next() {
            bytes += document.text.utf8.count
            chunk.append(document)
        }
        return chunk
    }
}
