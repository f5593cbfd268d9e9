public import CaucusMatrix

/// A vectorizer that knows its columns.
public struct FittedVectorizer: Sendable {
    /// How passages become rows.
    public let settings: FeatureSettings
    let vocabulary: Vocabulary
    let scales: [Float]

    /// The number of columns.
    public var columns: Int { vocabulary.count }

    init(_ settings: FeatureSettings, _ vocabulary: Vocabulary) {
        self.init(settings, vocabulary, scales: vocabulary.scales(settings))
    }

    init(_ settings: FeatureSettings, _ vocabulary: Vocabulary, scales: [Float]) {
        self.settings = settings
        self.vocabulary = vocabulary
        self.scales = scales
    }

    /// The term of a column: words joined by a space, or characters with a space at a word's edge.
    public func name(ofColumn column: Int) -> String {
        precondition(column >= 0 && column < columns, "column \(column) of \(columns)")
        return String(decoding: vocabulary.name(of: column), as: UTF8.self)
    }

    /// Whether a column is a run of characters rather than words.
    public func isCharacters(column: Int) -> Bool {
        TermKey.kind(vocabulary.keys[column]) == .characters
    }

    /// The rows of `passages`; terms without a column are left out.
    ///
    /// - Complexity: O(bytes of the passages).
    public func rows(for passages: [Passage]) -> SparseMatrix {
        let reader = Held(TermReader(self))
        for passage in passages { passage.withBytes(settings) { reader.value.add($0) } }
        return reader.value.sequences.rows(
            settings, reader.value.terms, columns: columns, scales: scales,
            bound: reader.value.sequences.bound(reader.value.terms))
    }
}

/// Reads passages one by one and finds the columns of their terms.
struct TermReader: ~Copyable {
    /// A word as it stands in `letters`.
    private struct Word {
        var key: UInt64
        var start: Int
        var count: Int
    }

    private let vocabulary: Vocabulary
    private let lengths: FeatureSettings.Lengths
    private var reader: ChunkReader
    private var chunks = ChunkTable()
    private var letters = Buffer<UInt8>()
    private var pending = Buffer<ChunkTable.Found>()
    private var words = Buffer<Word>()
    private var firstWords = Buffer<Int>()
    private var passage = Buffer<Word>()
    private var heads = Buffer<UInt64>()
    private(set) var touched: UInt64 = 0
    /// The columns of each distinct chunk.
    var terms = ChunkTerms()
    /// The passages.
    var sequences = ChunkSequences()

    init(_ vectorizer: FittedVectorizer) {
        vocabulary = vectorizer.vocabulary
        lengths = vectorizer.settings.words ?? .init(1, 1)
        reader = ChunkReader(vectorizer.settings)
        firstWords.append(0)
    }

    /// Finds the columns of one more passage.
    mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
        passage.removeAll()
        pending.removeAll()
        forEachChunk(of: text) { p, count in
            let found = ChunkTable.Found(p, count)
            touched ^= chunks.touched(found)
            pending.append(found)
        }
        for n in 0..<pending.count {
            let found = pending[n]
            let known = chunks.count
            let chunk = chunks.number(of: found)
            if chunk == known { read(found.start, found.count) }
            sequences.append(chunk: Int32(truncatingIfNeeded: chunk))
            guard lengths.longest > 1 else { continue }
            for n in firstWords[chunk]..<firstWords[chunk + 1] { passage.append(words[n]) }
        }
        if lengths.longest > 1 { joinWords() }
        sequences.closePassage()
    }

    @inline(never)
    private mutating func read(_ p: UnsafePointer<UInt8>, _ count: Int) {
        var reader = ChunkReader()
        swap(&reader, &self.reader)
        reader.read(p, count) { key, p, count, _ in
            let column = vocabulary.column(key, p, count)
            if column >= 0 { terms.append(characters: column) }
        } word: { key, p, count, _ in
            if lengths.shortest == 1 {
                let column = vocabulary.column(key, p, count)
                if column >= 0 { terms.append(word: column) }
            }
            words.append(Word(key: key, start: letters.count, count: count))
            letters.append(p, count)
        }
        swap(&reader, &self.reader)
        terms.closeChunk()
        firstWords.append(words.count)
    }

    /// Looks up the n-grams of words of the passage, the pairs first, as ``TermCounter`` does.
    private mutating func joinWords() {
        heads.removeAll()
        for i in 0..<passage.count { heads.append(passage[i].key) }
        guard passage.count > 1 else { return }
        for n in 2...max(lengths.longest, 2) where n <= passage.count {
            for i in ((n - 1)..<passage.count).reversed() {
                heads[i] = TermKey.key(head: heads[i - 1], word: passage[i].key)
                touched ^= vocabulary.touched(heads[i])
            }
            guard n >= lengths.shortest else { continue }
            for i in ((n - 1)..<passage.count).reversed() {
                let column = vocabulary.column(heads[i]) { isJoined($0, (i - n + 1)...i) }
                if column >= 0 { sequences.append(gram: column) }
            }
        }
    }

    /// Whether `name` is the words at `places`, joined by spaces.
    private func isJoined(_ name: UnsafeBufferPointer<UInt8>, _ places: ClosedRange<Int>) -> Bool {
        var place = 0
        for n in places {
            let word = passage[n]
            if place > 0 {
                guard place < name.count, name[place] == 0x20 else { return false }
                place += 1
            }
            guard name.count - place >= word.count else { return false }
            for i in 0..<word.count where name[place + i] != letters[word.start + i] {
                return false
            }
            place += word.count
        }
        return place == name.count
    }
}
