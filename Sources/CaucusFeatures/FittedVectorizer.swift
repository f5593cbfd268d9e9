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
        var reader = TermReader(self)
        for passage in passages { passage.withBytes(settings) { reader.add($0) } }
        return reader.sequences.rows(
            settings, reader.terms, columns: columns, scales: scales,
            bound: reader.sequences.bound(reader.terms))
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
    private var words: [Word] = []
    private var firstWords: [Int] = [0]
    private var recent: [Word] = []
    /// The columns of each distinct chunk.
    var terms = ChunkTerms()
    /// The passages.
    var sequences = ChunkSequences()

    init(_ vectorizer: FittedVectorizer) {
        vocabulary = vectorizer.vocabulary
        lengths = vectorizer.settings.words ?? .init(1, 1)
        reader = ChunkReader(vectorizer.settings)
    }

    /// Finds the columns of one more passage.
    mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
        recent.removeAll(keepingCapacity: true)
        forEachChunk(of: text) { p, count in
            let known = chunks.count
            let chunk = chunks.number(of: p, count, hash: ChunkTable.hash(p, count))
            if chunk == known { read(p, count) }
            sequences.append(chunk: Int32(truncatingIfNeeded: chunk))
            guard lengths.longest > 1 else { return }
            for n in firstWords[chunk]..<firstWords[chunk + 1] { joinWord(words[n]) }
        }
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

    private mutating func joinWord(_ word: Word) {
        if recent.count == lengths.longest { recent.removeFirst() }
        recent.append(word)
        guard recent.count > 1 else { return }
        for first in 0..<(recent.count - 1) where recent.count - first >= lengths.shortest {
            var key = recent[first].key
            for next in recent[(first + 1)...] { key = TermKey.key(head: key, word: next.key) }
            let column = vocabulary.column(key) { isJoined($0, first) }
            if column >= 0 { sequences.append(gram: column) }
        }
    }

    /// Whether `name` is the recent words from `first` on, joined by spaces.
    private func isJoined(_ name: ArraySlice<UInt8>, _ first: Int) -> Bool {
        var place = name.startIndex
        for word in recent[first...] {
            if place > name.startIndex {
                guard place < name.endIndex, name[place] == 0x20 else { return false }
                place += 1
            }
            guard name.endIndex - place >= word.count else { return false }
            for i in 0..<word.count where name[place + i] != letters[word.start + i] {
                return false
            }
            place += word.count
        }
        return place == name.endIndex
    }
}
