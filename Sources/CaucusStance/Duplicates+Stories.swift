extension Duplicates {
    /// Which documents are known to be copies of each other: those that have a mark in common.
    package struct Stories: Sendable {
        /// By the document's number.
        private var marks: [Int: [UInt64]] = [:]

        /// Nothing is known yet.
        package init() {}

        /// Gives a document a mark; those that share one are copies. `nil` says nothing.
        package mutating func add(_ mark: String?, to document: Int) {
            guard let mark else { return }
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for byte in mark.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            marks[document, default: []].append(hash)
        }

        /// So many marks of a document are looked at: the smallest hashes, which copies have in common.
        private static let most = 8

        /// The marks of each document that shares one with another, a long quotation they both hold being one too.
        func sharing(
            _ candidates: [Candidate], _ long: [Int], _ groups: inout Groups
        ) -> [Int: [UInt64]] {
            var all = marks
            for i in long {
                let mark = candidates[groups.root(i)].fingerprint.exact
                all[candidates[i].document, default: []].append(mark)
            }
            var holders: [UInt64: Int] = [:]
            var shared: Set<UInt64> = []
            for (document, marks) in all {
                for mark in marks {
                    if let other = holders[mark], other != document { shared.insert(mark) }
                    holders[mark] = document
                }
            }
            return all.mapValues { marks in
                Array(Set(marks.filter(shared.contains)).sorted().prefix(Self.most))
            }
        }
    }

    /// Joins quotations of the same speaker that are equal, or equal but for a word, in documents that are copies.
    ///
    /// Each is looked up by every mark of its document and every way to leave one word out, so that the result does
    /// not depend on any order, and the work grows with the marks of single documents alone.
    static func joinNear(
        _ candidates: [Candidate], _ marks: [Int: [UInt64]], _ groups: inout Groups
    ) {
        struct Key: Hashable {
            var mark: UInt64
            var words: UInt64
        }
        var first: [Key: Int] = [:]
        for (i, candidate) in candidates.enumerated() where !candidate.fingerprint.near.isEmpty {
            for mark in marks[candidate.document] ?? [] {
                for words in candidate.fingerprint.near {
                    let key = Key(mark: mark, words: words)
                    if let other = first[key] { groups.join(other, i) } else { first[key] = i }
                }
            }
        }
    }
}
