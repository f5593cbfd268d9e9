import Caucus

/// The texts of the articles that drawn quotations are in, as they were scored.
struct DrawnArticles {
    private var texts: [String: String] = [:]

    /// Reads the articles at `paths`, which may be none, and keeps those of `rows`.
    ///
    /// - Throws: where one of them is not the text that was scored, or none is there.
    init(
        _ rows: [SampleFrame.Row], _ paths: [String], _ reading: DocumentOptions, in store: Store
    ) throws {
        guard !paths.isEmpty else { return }
        let hashes = Dictionary(
            rows.map { ($0.quotation.documentID, $0.document?.hash) },
            uniquingKeysWith: { a, _ in a })
        var input = try DocumentInput(
            paths, reading, .quietly, known: try StoredIdentities(store))
        while let document = try input.next() {
            guard let hash = hashes[document.id] else { continue }
            guard hash == DocumentSummary(document).hash else {
                throw Failure(
                    65, "\(paths[0]): \(document.id) has changed since it was scored")
            }
            texts[document.id] = document.text
        }
        try input.finish()
        let missing = hashes.keys.filter { texts[$0] == nil }.sorted()
        if let first = missing.first {
            throw Failure(
                65,
                "\(paths[0]): found no article \(first)"
                    + (missing.count > 1 ? " and \(missing.count - 1) more" : "")
                    + ", expected those that were scored")
        }
    }

    /// The text of an article, or `nil` where none were read.
    subscript(_ document: String) -> String? { texts[document] }
}
