/// A run of characters, where it was read.
private struct FoundRun {
    var key: UInt64
    var start: UnsafePointer<UInt8>
    var count: Int
}

/// Reads passages one by one and counts in how many each term occurs.
struct TermCounter: ~Copyable {
    private let settings: FeatureSettings
    private let longestWords: Int
    private let shortestWords: Int
    private var reader: ChunkReader
    private var chunks: ChunkTable
    private var lastSeen = Buffer<Int32>(capacity: 1 << 10)
    private var pending = Buffer<ChunkTable.Found>()
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

    init(_ settings: FeatureSettings, expectedBytes: Int) {
        self.settings = settings
        longestWords = settings.words?.longest ?? 0
        shortestWords = settings.words?.shortest ?? 1
        reader = ChunkReader(settings)
        chunks = ChunkTable(expected: min(max(expectedBytes / 64, 256), 1 << 18))
        table = TermTable(expected: min(max(expectedBytes / 8, 1 << 12), 1 << 20))
    }

    /// Counts the terms of one more passage.
    mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
        let passage = Int32(sequences.count)
        words.removeAll()
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
            if longestWords > 1 {
                let more = terms.words(of: chunk)
                if let base = more.baseAddress { words.append(base, more.count) }
            }
            guard lastSeen[chunk] != passage else { continue }
            lastSeen[chunk] = passage
            if shortestWords == 1 { use(terms.words(of: chunk), passage) }
            use(terms.characters(of: chunk), passage)
        }
        if longestWords > 1 { joinWords(passage) }
        sequences.closePassage()
    }

    /// Finds the terms of a chunk seen for the first time.
    ///
    /// The table is far larger than the caches: all slots are touched before the first is looked at,
    /// so that their ways through memory overlap.
    @inline(never)
    private mutating func read(_ p: UnsafePointer<UInt8>, _ count: Int) {
        var reader = ChunkReader()
        swap(&reader, &self.reader)
        found.removeAll()
        reader.read(p, count) { key, p, count, _ in
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
        swap(&reader, &self.reader)
        terms.closeChunk()
        lastSeen.append(-1)
    }

    /// Joins the words of the passage to n-grams, the pairs first, then what is one word longer.
    private mutating func joinWords(_ passage: Int32) {
        heads.removeAll()
        heads.append(words.base, words.count)
        guard words.count > 1 else { return }
        for n in 2...max(longestWords, 2) where n <= words.count {
            // heads[i] is the n-gram, of one word less, that ends at word i.
            for i in (n - 1)..<words.count {
                touched ^= table.touched(head: heads[i - 1], word: words[i])
            }
            for i in ((n - 1)..<words.count).reversed() {
                let joined = table.term(head: heads[i - 1], word: words[i])
                heads[i] = joined
                if n >= shortestWords {
                    sequences.append(gram: joined)
                    use(joined, passage)
                }
            }
        }
    }

    @inline(__always)
    private func use(_ term: Int32, _ passage: Int32) {
        let use = table.uses[Int(term)]
        let isNew: Int32 = use.last != passage ? 1 : 0
        table.uses[Int(term)] = TermTable.Use(last: passage, documents: use.documents &+ isNew)
    }

    @inline(__always)
    private func use(_ terms: UnsafeBufferPointer<Int32>, _ passage: Int32) {
        let uses = table.uses.base
        for term in terms {
            let use = uses[Int(term)]
            let isNew: Int32 = use.last != passage ? 1 : 0
            uses[Int(term)] = TermTable.Use(last: passage, documents: use.documents &+ isNew)
        }
    }
}
