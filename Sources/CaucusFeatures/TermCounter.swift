/// A run of characters, where it was read.
struct FoundRun {
    var key: UInt64
    var start: UnsafePointer<UInt8>
    var count: Int
}

/// Reads passages one by one and counts in how many each term occurs.
///
/// The passages are first split into chunks; then the terms of each distinct chunk are found, once;
/// then words are joined; then terms are counted, passage by passage. Each step runs over one kind of
/// table, which the caches then hold.
struct TermCounter: ~Copyable {
    private let longestWords: Int
    private let shortestWords: Int
    /// Whether n-grams of words that occur once need not become terms.
    private let dropsSingles: Bool
    private var reader: ChunkReader
    private var chunks: ChunkTable
    private var text = LowercasePassage()
    private var words = Buffer<Int32>()
    private var heads = Buffer<Int32>()
    private var found = Buffer<FoundRun>()
    /// What ``TermTable/touched(_:)`` read; kept, so that the reading is not optimized away.
    private(set) var touched: UInt64 = 0
    /// The distinct terms.
    var table: TermTable
    /// The terms of each distinct chunk.
    var terms = ChunkTerms()
    /// The passages.
    var sequences = ChunkSequences()

    /// A counter that has seen nothing.
    ///
    /// - Parameter isAlone: whether no other counter's terms are to be joined with these.
    init(_ settings: FeatureSettings, expectedBytes: Int, isAlone: Bool) {
        longestWords = settings.words?.longest ?? 0
        shortestWords = settings.words?.shortest ?? 1
        dropsSingles = isAlone && settings.minimumDocuments > 1
        reader = ChunkReader(settings)
        chunks = ChunkTable(expected: min(expectedBytes / 48, 1 << 18))
        let expected = min(expectedBytes / 16, 1 << 20)
        table = TermTable(
            expected: expected, pairs: longestWords > 1 ? min(expectedBytes / 12, 1 << 20) : 0)
    }

    /// Reads one more passage.
    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        touched ^= text.read(bytes, touching: chunks)
        for n in 0..<text.chunks.count {
            let chunk = chunks.number(of: text.chunks[n])
            sequences.append(chunk: Int32(truncatingIfNeeded: chunk))
        }
        sequences.closePassageChunks()
    }

    /// Finds the terms of the passages that were read; the most frequent chunks give the first ones.
    mutating func finish() {
        var reader = ChunkReader()
        swap(&reader, &self.reader)
        for chunk in sequences.sortChunks(count: chunks.count) { read(Int(chunk), &reader) }
        for passage in 0..<sequences.count {
            if longestWords > 1 { joinWords(passage) }
            sequences.closePassageGrams()
        }
        if shortestWords > 1 { terms.dropWords() }
    }

    /// Finds the terms of a chunk.
    ///
    /// The table is far larger than the caches: all slots are touched before the first is looked at,
    /// so that their ways through memory overlap.
    private mutating func read(_ chunk: Int, _ reader: inout ChunkReader) {
        found.removeAll()
        let (start, count) = chunks.padded(chunk)
        reader.read(start, count) { key, p, count, _ in
            found.append(FoundRun(key: key, start: p, count: count))
            touched ^= table.touched(key)
        } word: { key, p, count, _ in
            terms.append(word: table.term(key, p, count))
        } end: {
            for n in 0..<found.count {
                let run = found[n]
                terms.append(characters: table.term(run.key, run.start, run.count))
            }
        }
        terms.closeChunk()
    }

    /// Joins the words of a passage to n-grams, the pairs first, then what is one word longer.
    private mutating func joinWords(_ passage: Int) {
        words.removeAll()
        for chunk in sequences.chunks(of: passage) {
            let more = terms.words(of: Int(chunk))
            for word in more { words.append(word) }
        }
        guard words.count > 1 else { return }
        heads.removeAll()
        heads.append(words.base, words.count)
        for n in 2...max(longestWords, 2) where n <= words.count {
            // heads[i] is the n-gram, of one word less, that ends at word i.
            for i in (n - 1)..<words.count {
                touched ^= table.touched(head: heads[i - 1], word: words[i])
            }
            if n == longestWords, dropsSingles, sequences.hasPlaces {
                joinLast(n)
                continue
            }
            for i in ((n - 1)..<words.count).reversed() {
                let joined = table.term(head: heads[i - 1], word: words[i])
                heads[i] = joined
                if n >= shortestWords { sequences.append(gram: joined) }
            }
        }
    }

    /// Joins the longest n-grams, of which those that occur once stay nameless.
    @inline(__always)
    private mutating func joinLast(_ n: Int) {
        for i in ((n - 1)..<words.count).reversed() {
            let sight = table.term(
                head: heads[i - 1], word: words[i], place: sequences.nextPlace)
            if sight.first >= 0 { sequences.name(gram: sight.term, at: sight.first) }
            sequences.append(gram: sight.term)
        }
    }
}
