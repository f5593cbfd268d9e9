import CaucusStance

/// Which documents tell one story: those that a repeated quotation links.
struct DocumentClusters {
    private var parents: [Int]
    private var positions: [String: Int] = [:]

    /// Joins the documents of each repeated quotation and of the one it repeats.
    init(_ documents: [DocumentSummary], _ quotations: [ScoredQuotation]) {
        for document in documents where positions[document.id] == nil {
            positions[document.id] = positions.count
        }
        for quotation in quotations where positions[quotation.documentID] == nil {
            positions[quotation.documentID] = positions.count
        }
        parents = Array(0..<positions.count)
        var documentOf: [String: String] = [:]
        for quotation in quotations { documentOf[quotation.id] = quotation.documentID }
        for quotation in quotations {
            guard let original = quotation.duplicateOf, let other = documentOf[original] else {
                continue
            }
            join(positions[quotation.documentID] ?? 0, positions[other] ?? 0)
        }
        for i in parents.indices { parents[i] = root(i) }
    }

    /// The number of the story that a document belongs to.
    func cluster(of document: String) -> Int { positions[document].map { parents[$0] } ?? -1 }

    private func root(_ i: Int) -> Int {
        var i = i
        while parents[i] != i { i = parents[i] }
        return i
    }

    private mutating func join(_ a: Int, _ b: Int) {
        let (x, y) = (root(a), root(b))
        parents[max(x, y)] = min(x, y)
    }
}
