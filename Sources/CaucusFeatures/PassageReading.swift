package import CaucusMatrix
@_spi(HashTable) import CaucusText

/// Passages that were read once: their rows, and where in their texts the features stand.
package struct PassageReading: Sendable {
    /// A place in a passage's text where a feature was seen.
    package struct Place: Sendable, BitwiseCopyable {
        /// The place of the feature among the numbers of its row.
        package var cell: Int32
        /// Where the feature stands, in UTF-8 bytes of the text.
        package var start: Int32
        package var end: Int32
        /// Its part of the feature; the parts of a feature sum to at most 1.
        package var share: Double
    }

    /// One row a passage.
    package var rows: SparseMatrix
    private var places: [Place]
    /// Where the places of each passage start; last, where those of the last one end.
    private var starts: [Int]

    init(rows: SparseMatrix, places: [Place], starts: [Int]) {
        self.rows = rows
        self.places = places
        self.starts = starts
    }

    /// The places of a passage, those of one kind of feature in reading order.
    package func places(ofPassage i: Int) -> ArraySlice<Place> { places[starts[i]..<starts[i + 1]] }
}

extension FittedFeatures {
    /// Whether these features and those of `other` are looked for in the same way, so that one reading of a text
    /// does for both (``reading(of:also:)``).
    package func readsLike(_ other: FittedFeatures) -> Bool {
        guard terms == nil, other.terms == nil, let stance, let more = other.stance else {
            return false
        }
        // What a vocabulary does not hold is left out: facts that these features know do not part the two.
        return [stance.settings, stance.settings.withoutFacts].contains(more.settings)
            && stance.lexicon.isSame(as: more.lexicon)
    }

    /// The reading of `passages` (``reading(of:)``), and their rows by the columns of `other`, from one reading of
    /// their texts.
    ///
    /// - Precondition: ``readsLike(_:)`` holds.
    package func reading(
        of passages: [Passage], also other: FittedFeatures
    ) -> (reading: PassageReading, rows: SparseMatrix) {
        guard let stance, let more = other.stance else {
            preconditionFailure("found features of other kinds, expected those of the words around")
        }
        var writer = StanceRowWriter(more.vocabulary)
        let reading = stance.reading(of: passages) { writer.add($0) }
        return (reading, writer.matrix())
    }

    /// The rows of `passages` (``rows(for:)``) with the places of their features (``occurrences(in:)``).
    ///
    /// - Complexity: O(bytes of the passages); with terms among the features, without the speed of
    ///   ``rows(for:)``.
    package func reading(of passages: [Passage]) -> PassageReading {
        if terms == nil, let stance { return stance.reading(of: passages) }
        let rows = rows(for: passages)
        var places: [PassageReading.Place] = []
        var starts = [0]
        for (i, passage) in passages.enumerated() {
            let range = rows.range(ofRow: i)
            var cells: [Int: Int32] = [:]
            for (cell, column) in rows.indices[range].enumerated() {
                cells[Int(column)] = Int32(truncatingIfNeeded: cell)
            }
            for occurrence in occurrences(in: passage) {
                guard let cell = cells[occurrence.column] else { continue }
                places.append(
                    .init(
                        cell: cell, start: Int32(truncatingIfNeeded: occurrence.span.start),
                        end: Int32(truncatingIfNeeded: occurrence.span.end),
                        share: occurrence.share))
            }
            starts.append(places.count)
        }
        return PassageReading(rows: rows, places: places, starts: starts)
    }
}

extension FittedStanceVectorizer {
    /// The rows of `passages` with the places of their features; see ``FittedFeatures/reading(of:)``.
    ///
    /// `also` is given what was seen in each passage.
    func reading(
        of passages: [Passage], also: ([StanceEntry]) -> Void = { _ in }
    ) -> PassageReading {
        var reader = StanceReader(settings, lexicon: lexicon)
        var writer = StanceRowWriter(vocabulary)
        var places: [PassageReading.Place] = []
        var starts = [0]
        for passage in passages {
            reader.read(passage)
            writer.add(reader.entries)
            also(reader.entries)
            for (i, entry) in reader.entries.enumerated() where entry.token >= 0 {
                guard let part = writer.part(ofEntry: i, entry) else { continue }
                let token = reader.tokens[Int(entry.token)]
                let share = entry.other >= 0 ? part.share / 2 : part.share
                places.append(
                    .init(cell: part.cell, start: token.start, end: token.end, share: share))
                guard entry.other >= 0 else { continue }
                let other = reader.tokens[Int(entry.other)]
                places.append(
                    .init(cell: part.cell, start: other.start, end: other.end, share: share))
            }
            starts.append(places.count)
        }
        return PassageReading(rows: writer.matrix(), places: places, starts: starts)
    }
}

extension ValenceLexicon {
    /// Whether the two say the same of every word.
    ///
    /// - Complexity: O(1) for two copies of one lexicon, else O(words).
    func isSame(as other: ValenceLexicon) -> Bool {
        exact == other.exact && openings == other.openings
            && openingLengths == other.openingLengths
    }
}
