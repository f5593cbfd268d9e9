/// Reads passages one by one and counts in how many each term occurs.
struct TermCounter: ~Copyable {
    private let settings: FeatureSettings
    private let longestWords: Int
    private let shortestWords: Int
    private var reader: ChunkReader
    private var chunks: ChunkTable
    private var lastSeen = Buffer<Int32>(capacity: 1 << 10)
    private var heads: [Int32] = []
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
        heads.removeAll(keepingCapacity: true)
        forEachChunk(of: text) { p, count in
            let hash = ChunkTable.hash(p, count)
            let known = chunks.count
            let chunk = chunks.number(of: p, count, hash: hash)
            if chunk == known { read(p, count) }
            sequences.append(chunk: Int32(truncatingIfNeeded: chunk))
            if longestWords > 1 { joinWords(of: chunk, passage) }
            guard lastSeen[chunk] != passage else { return }
            lastSeen[chunk] = passage
            if shortestWords == 1 { use(terms.words(of: chunk), passage) }
            use(terms.characters(of: chunk), passage)
        }
        sequences.closePassage()
    }

    @inline(never)
    private mutating func read(_ p: UnsafePointer<UInt8>, _ count: Int) {
        var reader = ChunkReader()
        swap(&reader, &self.reader)
        reader.read(p, count) { key, p, count, _ in
            terms.append(characters: table.term(key, p, count))
        } word: { key, p, count, _ in
            terms.append(word: table.term(key, p, count))
        }
        swap(&reader, &self.reader)
        terms.closeChunk()
        lastSeen.append(-1)
    }

    /// Joins the words of the chunk to the n-grams that end before them.
    @inline(__always)
    private mutating func joinWords(of chunk: Int, _ passage: Int32) {
        for word in terms.words(of: chunk) {
            // heads[n] is the n-gram of n + 1 words that ends at the word before, longest last.
            let known = min(heads.count, longestWords - 1)
            var previous = word
            for n in 0..<known {
                let joined = table.term(head: heads[n], word: word)
                heads[n] = previous
                previous = joined
                if n + 2 >= shortestWords {
                    sequences.append(gram: joined)
                    use(joined, passage)
                }
            }
            if known < longestWords - 1 { heads.append(previous) }
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
