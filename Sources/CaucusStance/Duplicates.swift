package import CaucusQuotes

/// Finds quotations that are printed again: by another outlet (wire copy), or in the same article.
///
/// Two quotations are the same where one speaker says the same words in two documents. The same words are those
/// that agree without case, accents, marks and white space, or whose triples of words agree to at least three fifths: an
/// editor cut a clause or changed a word. Fewer than eight words are too common to tell a copy; they are one where
/// the two documents are known to be copies: their texts are the same, or they share a longer quotation. There one
/// word may differ. In one article any repeated words are the same, and so are four words and more that another
/// quotation of the speaker contains: a pull quote.
///
/// The original is the first of its kind that would count alone, or the first where none would: the date decides, the
/// document and the place, whatever the order of the rows. Quotations that do not speak of the target are neither
/// copies nor originals, so that no quotation is lost to one.
public enum Duplicates {
    /// Fewer words than this are too common to call a copy, unless the documents are known to be copies.
    static let leastWords = 8
    /// The share of triples that two copies have in common at least.
    static let leastShare = 0.6

    /// What is asked of one quotation.
    package struct Candidate: Sendable {
        /// Tells documents apart.
        package var document: Int
        let fingerprint: Fingerprint
        /// Tells speakers apart.
        let speaker: Int
        /// Whether it counts, unless it is a copy.
        let isAnswered: Bool

        /// A candidate, or `nil` where the quotation has no words.
        package init?(document: Int, speaker: String, text: String, isAnswered: Bool = true) {
            guard let fingerprint = Fingerprint(text, speaker: speaker) else { return nil }
            self.document = document
            self.fingerprint = fingerprint
            self.speaker = speaker.hashValue
            self.isAnswered = isAnswered
        }

        /// What it has in common with each quotation of another document that ``copies(of:stories:text:)`` may compare it
        /// with, unless the two documents share their text: documents that no link joins can be looked at apart.
        package var links: [UInt64] { fingerprint.links }
    }

    /// What a candidate repeats.
    package struct Copy: Sendable, Equatable {
        /// The position of the original.
        package var original: Int
        /// Whether it is in the same document.
        package var isSameDocument: Bool
    }

    /// What tells speakers apart here: copies bring a speaker along whom a document names by one word only.
    package static func key(of speaker: Speaker) -> String {
        SpeakerKey.id(of: speaker, in: "")
    }

    /// The rows with ``QuotationScore/duplicateOf`` and ``QuotationScore/status`` set where they repeat another one.
    ///
    /// - Complexity: O(bytes of the quotations + n log n).
    public static func marked(
        _ quotations: [ScoredQuotation], documents: [DocumentSummary]
    ) -> [ScoredQuotation] {
        var numbers: [String: Int] = [:]
        func number(of document: String) -> Int {
            let number = numbers[document] ?? numbers.count
            numbers[document] = number
            return number
        }
        var candidates: [Candidate] = []
        var rows: [Int] = []
        // What does not speak of the target counts nowhere.
        for i in earliestFirst(quotations, documents)
        where quotations[i].mention != .none && quotations[i].status != .nested {
            let quotation = quotations[i]
            guard let speaker = quotation.speaker,
                let candidate = Candidate(
                    document: number(of: quotation.documentID),
                    speaker: key(of: speaker) + quotation.target, text: quotation.text,
                    isAnswered: quotation.status.isAnswered)
            else { continue }
            candidates.append(candidate)
            rows.append(i)
        }
        var stories = Stories()
        for document in documents {
            stories.add(document.textHash, to: number(of: document.id))
        }
        var marked = quotations
        let copies = copies(of: candidates, stories: stories) { quotations[rows[$0]].text }
        for (row, copy) in zip(rows, copies) {
            marked[row].duplicateOf = copy.map { quotations[rows[$0.original]].id }
            guard marked[row].status.isAnswered else { continue }
            marked[row].status = copy.map { $0.isSameDocument ? .repeated : .reprint } ?? .counted
        }
        return marked
    }

    /// The positions of the rows in the order in which they may be originals; what has no date comes last.
    private static func earliestFirst(
        _ quotations: [ScoredQuotation], _ documents: [DocumentSummary]
    ) -> [Int] {
        let dates = Dictionary(
            documents.map { ($0.id, $0.published ?? "9999") }, uniquingKeysWith: { a, _ in a })
        let keys = quotations.map { dates[$0.documentID] ?? "9999" }
        return quotations.indices.sorted { i, j in
            let (a, b) = (quotations[i], quotations[j])
            return (keys[i], a.documentID, a.start, a.end, i)
                < (keys[j], b.documentID, b.start, b.end, j)
        }
    }

    /// What each candidate repeats, or `nil`; the candidates come the earliest first, those of a document together.
    /// `stories` are the documents known to be copies, beside those that share a long quotation; `text` gives the words
    /// of one.
    ///
    /// - Complexity: O(n log n), and the words of those that are alike; some 200 bytes a candidate.
    package static func copies(
        of candidates: [Candidate], stories: Stories = Stories(), text: (Int) throws -> String
    ) rethrows -> [Copy?] {
        var groups = Groups(candidates.count)
        let long = candidates.indices.filter { candidates[$0].fingerprint.isLong }
        joinExact(candidates, long, &groups)
        try joinAlike(candidates, long, text, &groups)
        joinNear(candidates, stories.sharing(candidates, long, &groups), &groups)
        let repeats = try joinRepeated(candidates, text, &groups)
        var first: [Int: Int] = [:]
        for isAnswered in [true, false] {
            for i in candidates.indices where candidates[i].isAnswered == isAnswered {
                let group = groups.root(i)
                if first[group] == nil { first[group] = i }
            }
        }
        return candidates.indices.map { i in
            guard let original = first[groups.root(i)], original != i else { return nil }
            let isSame = candidates[original].document == candidates[i].document
            // In one article two sentences that are only alike are two.
            return isSame && !repeats.contains(i) && !repeats.contains(original)
                ? nil : Copy(original: original, isSameDocument: isSame)
        }
    }

    private static func joinExact(
        _ candidates: [Candidate], _ long: [Int], _ groups: inout Groups
    ) {
        var first: [UInt64: Int] = [:]
        for i in long {
            let key = candidates[i].fingerprint.exact
            if let other = first[key] { groups.join(other, i) } else { first[key] = i }
        }
    }

    /// How many unlike quotations of one band each other one is compared with.
    private static let comparisons = 8

    /// Joins those that share a band of their signature and, looked at, most of their words.
    private static func joinAlike(
        _ candidates: [Candidate], _ long: [Int], _ text: (Int) throws -> String,
        _ groups: inout Groups
    ) rethrows {
        // Of the same words one stands for all.
        let distinct = long.filter { groups.root($0) == $0 }
        for band in 0..<Fingerprint.bands {
            var keys = distinct.enumerated().map { place, i in
                (key: candidates[i].fingerprint.band(band), place: place)
            }
            keys.sort { ($0.key, $0.place) < ($1.key, $1.place) }
            var start = 0
            while start < keys.count {
                var end = start + 1
                while end < keys.count, keys[end].key == keys[start].key { end += 1 }
                if end - start > 1 {
                    let members = keys[start..<end].map { distinct[$0.place] }
                    try join(members, text, &groups)
                }
                start = end
            }
        }
    }

    /// Compares the members of one bucket with the first few that are unlike each other.
    private static func join(
        _ members: [Int], _ text: (Int) throws -> String, _ groups: inout Groups
    ) rethrows {
        var leaders: [(member: Int, triples: [UInt64])] = []
        for member in members {
            if leaders.contains(where: { groups.root($0.member) == groups.root(member) }) {
                continue
            }
            let triples = Fingerprint.triples(of: try text(member))
            if let leader = leaders.first(where: {
                Fingerprint.share($0.triples, triples) >= leastShare
            }) {
                groups.join(leader.member, member)
            } else if leaders.count < comparisons {
                leaders.append((member, triples))
            }
        }
    }

    /// Groups of positions that grow together.
    struct Groups {
        private var parent: [Int]

        init(_ count: Int) { parent = Array(0..<count) }

        mutating func root(_ i: Int) -> Int {
            var i = i
            while parent[i] != i {
                parent[i] = parent[parent[i]]
                i = parent[i]
            }
            return i
        }

        mutating func join(_ a: Int, _ b: Int) {
            let (a, b) = (root(a), root(b))
            if a != b { parent[b] = a }
        }
    }
}
