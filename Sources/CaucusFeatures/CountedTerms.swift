import CaucusMatrix
import Dispatch

/// The terms of all passages, counted by one or more counters that each read a part of them.
struct CountedTerms {
    private let settings: FeatureSettings
    private let documents: Int
    private let parts: [Held<TermCounter>]
    private let drafts: [Held<DraftRows>]
    /// How many numbers each part can store.
    private let bounds: [Int]

    /// A part is not made smaller: parts find the terms they share once each, and then have to be joined,
    /// which at 16 MB cost half as much processor time again as one part.
    static let smallestPart = 1 << 24

    /// Reads the passages; `jobs` parts at once, if they are many.
    init(
        _ passages: [Passage], _ settings: FeatureSettings, jobs: Int,
        smallestPart: Int = Self.smallestPart
    ) {
        self.settings = settings
        documents = passages.count
        let ranges = Self.ranges(passages, jobs: jobs, smallest: smallestPart)
        let parts = ranges.map { range in
            let bytes = passages[range].reduce(0) { $0 + $1.text.utf8.count }
            return Held(
                TermCounter(settings, expectedBytes: bytes, isAlone: ranges.count == 1))
        }
        Self.forEach(parts.count) { n in
            for passage in passages[ranges[n]] {
                passage.withBytes(settings) { parts[n].value.add($0) }
            }
            parts[n].value.finish()
        }
        self.parts = parts
        drafts = parts.map { Held(DraftRows(terms: $0.value.table.count)) }
        bounds = parts.map { $0.value.sequences.bound($0.value.terms) }
    }

    /// Runs `body` for each part, at the same time where there are several.
    private static func forEach(_ count: Int, _ body: @Sendable (Int) -> Void) {
        if count == 1 { return body(0) }
        DispatchQueue.concurrentPerform(iterations: count, execute: body)
    }

    /// Splits the passages into parts of about as many bytes.
    private static func ranges(
        _ passages: [Passage], jobs: Int, smallest: Int
    ) -> [Range<Int>] {
        let bytes = passages.reduce(0) { $0 + $1.text.utf8.count }
        let count = max(1, min(jobs, bytes / max(smallest, 1)))
        var ranges: [Range<Int>] = []
        var (start, read) = (0, 0)
        for i in passages.indices where ranges.count < count - 1 {
            read += passages[i].text.utf8.count
            guard read >= bytes * (ranges.count + 1) / count else { continue }
            ranges.append(start..<(i + 1))
            start = i + 1
        }
        return ranges + [start..<passages.count]
    }

    /// The vectorizer over the terms that enough and not too many passages share, and the rows.
    func fitted() throws(FeatureError) -> (vectorizer: FittedVectorizer, rows: SparseMatrix) {
        let bound = bounds.reduce(0, +)
        var starts = [Int](repeating: 0, count: documents + 1)
        var values: [Float] = []
        var outcome: Result<FittedVectorizer, FeatureError>?
        let indices = [Int32](unsafeUninitializedCapacity: bound) { indices, written in
            values = [Float](unsafeUninitializedCapacity: bound) { values, valuesWritten in
                guard let i = indices.baseAddress, let v = values.baseAddress else { return }
                let target = RowTarget(indices: i, values: v, capacity: bound)
                outcome = fit(target, &starts)
                valuesWritten = starts[documents]
            }
            written = starts[documents]
        }
        let vectorizer = try (outcome ?? .failure(emptyVocabulary)).get()
        let rows = SparseMatrix(
            trusting: vectorizer.columns, rowStarts: starts, indices: indices, values: values)
        return (vectorizer, rows)
    }

    private var emptyVocabulary: FeatureError {
        .emptyVocabulary(documents: documents, minimumDocuments: settings.minimumDocuments)
    }

    /// Drafts the rows, chooses the columns and finishes the rows.
    private func fit(
        _ target: RowTarget, _ starts: inout [Int]
    ) -> Result<FittedVectorizer, FeatureError> {
        var offsets = [0]
        for bound in bounds { offsets.append(offsets[offsets.count - 1] + bound) }
        Self.forEach(parts.count) { [parts, drafts, settings, offsets] n in
            drafts[n].value.begin(target.dropFirst(offsets[n]))
            parts[n].value.sequences.draft(
                settings, parts[n].value.terms, into: &drafts[n].value)
        }
        let (frequencies, places) = joined()
        let (kept, order) = selection(frequencies)
        guard !kept.isEmpty else { return .failure(emptyVocabulary) }
        let (vocabulary, columns) = vocabulary(kept, order, frequencies)
        let vectorizer = FittedVectorizer(settings, vocabulary)
        let ends = finish(columns, places, vectorizer.scales)
        close(ends, offsets, target, &starts)
        return .success(vectorizer)
    }

    /// In how many passages each term of the first part, which learns those of the others, occurs; and
    /// for the terms of each other part, the terms of the first one.
    private func joined() -> (frequencies: [Int32], places: [[Int32]]) {
        let places = parts.dropFirst().map { parts[0].value.table.absorb($0.value.table) }
        let draft = drafts[0]
        let own = draft.value.termCount
        var frequencies = [Int32](repeating: 0, count: parts[0].value.table.count)
        for term in 0..<own { frequencies[term] = draft.value.documents(of: term) }
        for (n, places) in places.enumerated() {
            for (term, place) in places.enumerated() {
                frequencies[Int(place)] += drafts[n + 1].value.documents(of: term)
            }
        }
        return (frequencies, places)
    }

    /// The terms that become columns, and the order of their columns.
    private func selection(_ frequencies: [Int32]) -> (kept: [Int32], order: [Int32]) {
        let most = Double(documents) * settings.maximumShare
        let least = settings.minimumDocuments
        let kept = frequencies.indices.lazy
            .filter { Int(frequencies[$0]) >= least && Double(frequencies[$0]) <= most }
            .map { Int32($0) }
        let terms = Array(kept)
        let keys = parts[0].value.table.keys.base
        let order = ColumnOrder.order(
            keys: terms.map { keys[Int($0)] }, frequencies: terms.map { frequencies[Int($0)] }
        ) { a, b in
            parts[0].value.table.name(of: Int(terms[a])).lexicographicallyPrecedes(
                parts[0].value.table.name(of: Int(terms[b])))
        }
        return (terms, order)
    }

    /// The vocabulary of the terms `kept`, and the column of every term, -1 where it has none.
    private func vocabulary(
        _ kept: [Int32], _ order: [Int32], _ frequencies: [Int32]
    ) -> (Vocabulary, [Int32]) {
        let keys = parts[0].value.table.keys.base
        var columns = [Int32](repeating: -1, count: frequencies.count)
        for (column, place) in order.enumerated() {
            columns[Int(kept[Int(place)])] = Int32(column)
        }
        // Names stand in the order of the terms, as they are read there.
        var names = Buffer<UInt8>(capacity: kept.count * 4)
        var ranges = [Vocabulary.NameRange](repeating: .init(), count: kept.count)
        let first = parts[0]
        for term in kept where !TermKey.isExact(keys[Int(term)]) {
            let start = names.count
            first.value.table.appendName(of: Int(term), to: &names)
            ranges[Int(columns[Int(term)])] = .init(start: start, end: names.count)
        }
        let terms = order.map { Int(kept[Int($0)]) }
        let vocabulary = Vocabulary(
            names: names.array, ranges: ranges, keys: terms.map { keys[$0] },
            documentFrequencies: terms.map { frequencies[$0] }, documents: documents)
        return (vocabulary, columns)
    }

    /// Finishes the rows of each part; where each block of it ends.
    private func finish(
        _ columns: [Int32], _ places: [[Int32]], _ scales: [Float]
    ) -> [[Int]] {
        let weights = CountWeights(settings)
        let maps = parts.indices.map { n in
            let own =
                n == 0
                ? columns.prefix(drafts[0].value.termCount)
                : places[n - 1].map { columns[Int($0)] }[...]
            return own.map { column in
                DraftRows.Column(number: column, scale: column < 0 ? 0 : scales[Int(column)])
            }
        }
        let ends = parts.map { _ in Held(Buffer<Int>()) }
        Self.forEach(parts.count) { [drafts] n in
            maps[n].withUnsafeBufferPointer { map in
                guard let map = map.baseAddress else { return }
                drafts[n].value.finish(map, weights) { ends[n].value.append($0) }
            }
        }
        return ends.map { $0.value.array }
    }

    /// Moves the rows of the parts together and notes where each row ends.
    private func close(
        _ ends: [[Int]], _ offsets: [Int], _ target: RowTarget, _ starts: inout [Int]
    ) {
        let blocks = settings.blocks
        var (row, place) = (0, 0)
        for (n, ends) in ends.enumerated() {
            let count = ends.last ?? 0
            let from = target.dropFirst(offsets[n])
            let to = target.dropFirst(place)
            if place != offsets[n] {
                to.indices.update(from: from.indices, count: count)
                to.values.update(from: from.values, count: count)
            }
            for end in stride(from: blocks - 1, to: ends.count, by: blocks) {
                row += 1
                starts[row] = place + ends[end]
            }
            place += count
        }
    }
}
