/// Tells which documents the runs of a store are not done with.
struct UnfinishedDocuments {
    /// Documents of which at least one run is not done with each.
    struct Chunk: Sendable {
        var documents: [Document] = []
        /// For each run the numbers of the documents that it is done with.
        var done: [Set<Int>]

        /// Whether a run is not done with a document.
        func isOpen(document: Int, run: Int) -> Bool { !done[run].contains(document) }
    }

    /// How many documents each run was done with before.
    private(set) var known: [Int]
    private let runs: [RunDescription]
    private let store: Store
    /// Whether a run held nothing when it was begun: nothing can be known then.
    private let isNew: [Bool]

    init(_ runs: [RunDescription], in store: Store) throws {
        self.runs = runs
        self.store = store
        known = runs.map { _ in 0 }
        isNew = try runs.map { try store.isEmpty(run: $0.id) }
    }

    /// Those of `documents` that are not done.
    ///
    /// - Complexity: O(bytes) for the hashes, and a look into the store a document and run; nothing where all
    ///   runs are new.
    mutating func of(_ documents: [Document]) throws -> Chunk {
        let none = runs.map { _ in Set<Int>() }
        guard isNew.contains(false) else { return Chunk(documents: documents, done: none) }
        let hashes = documents.map { (id: $0.id, hash: DocumentSummary($0).hash) }
        var done = none
        for (k, run) in runs.enumerated() where !isNew[k] {
            done[k] = Set(documents.indices)
            for i in try store.unfinished(hashes, run: run.id) { done[k].remove(i) }
            known[k] += done[k].count
        }
        let open = documents.indices.filter { i in !done.allSatisfy { $0.contains(i) } }
        return Chunk(
            documents: open.map { documents[$0] },
            done: done.map { done in Set(open.indices.filter { done.contains(open[$0]) }) })
    }
}
