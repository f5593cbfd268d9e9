/// For each distinct chunk, its runs of characters and its words, as numbers.
struct ChunkTerms: ~Copyable {
    private(set) var characters = Buffer<Int32>(capacity: 1 << 12)
    private var characterStarts = Buffer<Int>(capacity: 1 << 10)
    private(set) var words = Buffer<Int32>(capacity: 1 << 10)
    private var wordStarts = Buffer<Int>(capacity: 1 << 10)

    init() {
        characterStarts.append(0)
        wordStarts.append(0)
    }

    /// Appends a run of characters to the chunk that is being read.
    @inline(__always)
    mutating func append(characters term: Int32) { characters.append(term) }

    /// Appends a word to the chunk that is being read.
    @inline(__always)
    mutating func append(word term: Int32) { words.append(term) }

    /// Ends the chunk that is being read.
    mutating func closeChunk() {
        characterStarts.append(characters.count)
        wordStarts.append(words.count)
    }

    /// The runs of characters of a chunk.
    @inline(__always)
    func characters(of chunk: Int) -> UnsafeBufferPointer<Int32> {
        let start = characterStarts[chunk]
        return UnsafeBufferPointer(
            start: characters.base + start, count: characterStarts[chunk + 1] - start)
    }

    /// The words of a chunk, in order.
    @inline(__always)
    func words(of chunk: Int) -> UnsafeBufferPointer<Int32> {
        let start = wordStarts[chunk]
        return UnsafeBufferPointer(start: words.base + start, count: wordStarts[chunk + 1] - start)
    }

    /// Replaces each number by its place in `map`, and drops those whose place is negative.
    mutating func renumber(by map: UnsafePointer<Int32>) {
        Self.renumber(&characters, characterStarts, by: map)
        Self.renumber(&words, wordStarts, by: map)
    }

    private static func renumber(
        _ numbers: inout Buffer<Int32>, _ starts: borrowing Buffer<Int>,
        by map: UnsafePointer<Int32>
    ) {
        var kept = 0
        var start = 0
        for chunk in 1..<starts.count {
            let end = starts[chunk]
            for i in start..<end {
                let new = map[Int(numbers[i])]
                numbers[kept] = new
                kept += new >= 0 ? 1 : 0
            }
            start = end
            starts[chunk] = kept
        }
        numbers.shorten(to: kept)
    }
}

/// The passages of a batch as runs of chunk numbers and of n-grams of two and more words.
struct ChunkSequences: ~Copyable {
    private(set) var chunks = Buffer<Int32>(capacity: 1 << 12)
    private(set) var grams = Buffer<Int32>(capacity: 1 << 12)
    private var chunkStarts = Buffer<Int>()
    private var gramStarts = Buffer<Int>()

    /// The number of passages.
    var count: Int { chunkStarts.count - 1 }

    init() {
        chunkStarts.append(0)
        gramStarts.append(0)
    }

    @inline(__always)
    mutating func append(chunk: Int32) { chunks.append(chunk) }

    @inline(__always)
    mutating func append(gram: Int32) { grams.append(gram) }

    /// Ends the passage that is being read.
    mutating func closePassage() {
        chunkStarts.append(chunks.count)
        gramStarts.append(grams.count)
    }

    /// The chunks of a passage, in order.
    func chunks(of passage: Int) -> UnsafeBufferPointer<Int32> {
        let start = chunkStarts[passage]
        return UnsafeBufferPointer(
            start: chunks.base + start, count: chunkStarts[passage + 1] - start)
    }

    /// The n-grams of two and more words of a passage.
    func grams(of passage: Int) -> UnsafeBufferPointer<Int32> {
        let start = gramStarts[passage]
        return UnsafeBufferPointer(
            start: grams.base + start, count: gramStarts[passage + 1] - start)
    }

    /// Replaces each n-gram by its place in `map`.
    func renumberGrams(by map: UnsafePointer<Int32>) {
        for i in 0..<grams.count { grams[i] = map[Int(grams[i])] }
    }
}
