import Synchronization

/// Reads passages, finds the columns of their terms and remembers those of every chunk.
struct TermReader: ~Copyable {
    /// A word as it stands in `letters`.
    struct Word {
        var key: UInt64
        var start: Int
        var count: Int
    }

    private let lookUp: TermLookUp
    private let lengths: FeatureSettings.Lengths
    private var reader: ChunkReader
    private var chunks = ChunkTable(expected: 1 << 12)
    private var text = LowercasePassage()
    private var letters = Buffer<UInt8>()
    private var words = Buffer<Word>()
    private var firstWords = Buffer<Int>()
    private var passage = Buffer<Word>()
    private var heads = Buffer<UInt64>()
    private var runs = Buffer<FoundRun>()
    private(set) var touched: UInt64 = 0
    /// What makes rows of the columns.
    var rows: DraftRows
    private let columns: [DraftRows.Column]
    private let weights: CountWeights
    /// The columns of each distinct chunk.
    var terms = ChunkTerms()
    /// The passages.
    var sequences = ChunkSequences()

    /// Whether what is remembered has grown beyond some tens of megabytes.
    var isFull: Bool { chunks.count > 1 << 18 || chunks.byteCount > 1 << 22 }

    init(_ vectorizer: FittedVectorizer) {
        lookUp = vectorizer.vocabulary.lookUp
        lengths = vectorizer.settings.words ?? .init(1, 1)
        reader = ChunkReader(vectorizer.settings)
        rows = DraftRows(terms: vectorizer.columns)
        columns = vectorizer.scales.enumerated().map {
            DraftRows.Column(number: Int32($0), scale: $1)
        }
        weights = CountWeights(vectorizer.settings)
        firstWords.append(0)
    }

    /// Reads one more passage.
    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        let known = chunks.count
        touched ^= text.read(bytes, touching: chunks)
        for n in 0..<text.chunks.count {
            let chunk = chunks.number(of: text.chunks[n])
            sequences.append(chunk: Int32(truncatingIfNeeded: chunk))
        }
        sequences.closePassageChunks()
        for chunk in known..<chunks.count { read(chunk) }
        if lengths.longest > 1 { joinWords() }
        sequences.closePassageGrams()
    }

    /// Writes the rows of the passages, and after the first of `starts` where each ends.
    mutating func write(
        _ settings: FeatureSettings, _ target: RowTarget, _ starts: UnsafeMutablePointer<Int>
    ) {
        rows.begin(target)
        sequences.draft(settings, terms, into: &rows)
        let blocks = settings.blocks
        var block = 0
        columns.withUnsafeBufferPointer { columns in
            guard let base = columns.baseAddress else { return }
            rows.finish(base, weights) { end in
                starts[block / blocks + 1] = end
                block += 1
            }
        }
    }

    /// Finds the columns of a chunk that is new.
    private mutating func read(_ chunk: Int) {
        let (start, count) = chunks.padded(chunk)
        runs.removeAll()
        var reader = ChunkReader()
        swap(&reader, &self.reader)
        reader.read(start, count) { key, p, count, _ in
            runs.append(FoundRun(key: key, start: p, count: count))
            touched ^= lookUp.touched(key)
        } word: { key, p, count, _ in
            if lengths.shortest == 1 {
                let column = lookUp.column(key, p, count)
                if column >= 0 { terms.append(word: column) }
            }
            words.append(Word(key: key, start: letters.count, count: count))
            letters.append(p, count)
        } end: {
            for n in 0..<runs.count {
                let column = lookUp.column(runs[n].key, runs[n].start, runs[n].count)
                if column >= 0 { terms.append(characters: column) }
            }
        }
        swap(&reader, &self.reader)
        terms.closeChunk()
        firstWords.append(words.count)
    }

    /// Looks up the n-grams of words of the passage, the pairs first, as ``TermCounter`` does.
    private mutating func joinWords() {
        passage.removeAll()
        heads.removeAll()
        for chunk in sequences.chunks(of: sequences.count - 1) {
            for n in firstWords[Int(chunk)]..<firstWords[Int(chunk) + 1] {
                passage.append(words[n])
                heads.append(words[n].key)
            }
        }
        guard passage.count > 1 else { return }
        for n in 2...max(lengths.longest, 2) where n <= passage.count {
            for i in ((n - 1)..<passage.count).reversed() {
                heads[i] = TermKey.key(head: heads[i - 1], word: passage[i].key)
                touched ^= lookUp.touched(heads[i])
            }
            guard n >= lengths.shortest else { continue }
            for i in ((n - 1)..<passage.count).reversed() {
                let column = lookUp.column(heads[i]) { isJoined($0, (i - n + 1)...i) }
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

/// The readers of one vectorizer that nobody is using: what they remember serves the next batch.
final class ReaderPool: Sendable {
    private let readers = Mutex<[Held<TermReader>]>([])

    /// A reader that nobody else has.
    func take(_ vectorizer: FittedVectorizer) -> Held<TermReader> {
        readers.withLock { $0.popLast() } ?? Held(TermReader(vectorizer))
    }

    /// Gives a reader back, its passages done with.
    func give(_ reader: Held<TermReader>) {
        reader.value.sequences.removeAll()
        guard !reader.value.isFull else { return }
        readers.withLock { $0.append(reader) }
    }
}
