/// For each distinct chunk, its runs of characters and its words, as numbers.
struct ChunkTerms: ~Copyable {
    /// Some terms; ``slack`` more numbers can be read behind the last one.
    struct Run: Sequence {
        var start: UnsafePointer<Int32>
        var count: Int

        func makeIterator() -> UnsafeBufferPointer<Int32>.Iterator {
            UnsafeBufferPointer(start: start, count: count).makeIterator()
        }
    }

    /// How many numbers can be read behind any run, whatever they are.
    static let slack = 16

    /// Where the terms of a chunk stand: its words, then its runs of characters.
    struct Place {
        var start: Int
        var words: Int32
        var characters: Int32
    }

    private var terms = Buffer<Int32>(capacity: 1 << 12)
    private var places = Buffer<Place>(capacity: 1 << 10)
    private var open = Place(start: 0, words: 0, characters: 0)

    /// Appends a word to the chunk that is being read.
    @inline(__always)
    mutating func append(word term: Int32) {
        terms.append(term)
        open.words &+= 1
    }

    /// Appends a run of characters to the chunk that is being read, after its words.
    @inline(__always)
    mutating func append(characters term: Int32) {
        terms.append(term)
        open.characters &+= 1
    }

    /// Ends the chunk that is being read.
    mutating func closeChunk() {
        terms.reserve(terms.count + Self.slack)
        places.append(open)
        open = Place(start: terms.count, words: 0, characters: 0)
    }

    /// The words of a chunk, in order.
    @inline(__always)
    func words(of chunk: Int) -> Run {
        let place = places[chunk]
        return Run(start: terms.base + place.start, count: Int(place.words))
    }

    /// The runs of characters of a chunk.
    @inline(__always)
    func characters(of chunk: Int) -> Run {
        let place = places[chunk]
        return Run(
            start: terms.base + place.start + Int(place.words), count: Int(place.characters))
    }

    /// Forgets the words: only n-grams of them are wanted.
    mutating func dropWords() {
        for chunk in 0..<places.count {
            let place = places[chunk]
            places[chunk] = Place(
                start: place.start + Int(place.words), words: 0, characters: place.characters)
        }
    }
}

/// The passages of a batch as runs of chunk numbers and of n-grams of two and more words.
struct ChunkSequences: ~Copyable {
    private var chunks = Buffer<Int32>(capacity: 1 << 12)
    private var grams = Buffer<Int32>(capacity: 1 << 12)
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

    /// Where the next n-gram will stand, if ``hasPlaces``.
    var nextPlace: Int32 { Int32(truncatingIfNeeded: grams.count) }

    /// Whether there are numbers for the places of more n-grams.
    var hasPlaces: Bool { grams.count < 1 << 30 }

    /// Tells what the n-gram is that stands at a place.
    func name(gram: Int32, at place: Int32) { grams[Int(place)] = gram }

    /// Ends the chunks of the passage that is being read.
    mutating func closePassageChunks() { chunkStarts.append(chunks.count) }

    /// Ends the n-grams of the passage that is being read.
    mutating func closePassageGrams() { gramStarts.append(grams.count) }

    /// Numbers the chunks anew, `count` of them, the most frequent ones first; the old number of each.
    ///
    /// What belongs to frequent chunks then stands close together, where the caches keep it.
    mutating func sortChunks(count: Int) -> [Int32] {
        var occurrences = [Int32](repeating: 0, count: count)
        for n in 0..<chunks.count { occurrences[Int(chunks[n])] &+= 1 }
        let most = 4096
        var starts = [Int](repeating: 0, count: most + 2)
        func kind(_ chunk: Int) -> Int { most - min(Int(occurrences[chunk]), most) }
        for chunk in 0..<count { starts[kind(chunk) + 1] += 1 }
        for n in 0...most { starts[n + 1] += starts[n] }
        var (order, ranks) = (occurrences, occurrences)
        for chunk in 0..<count {
            let rank = starts[kind(chunk)]
            starts[kind(chunk)] += 1
            order[rank] = Int32(chunk)
            ranks[chunk] = Int32(rank)
        }
        ranks.withUnsafeBufferPointer { ranks in
            for n in 0..<chunks.count { chunks[n] = ranks[Int(chunks[n])] }
        }
        return order
    }

    /// Forgets the passages.
    mutating func removeAll() {
        chunks.removeAll()
        grams.removeAll()
        chunkStarts.shorten(to: 1)
        gramStarts.shorten(to: 1)
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

    /// How many numbers the rows of the passages can store at most.
    func bound(_ terms: borrowing ChunkTerms) -> Int {
        var total = grams.count
        for n in 0..<chunks.count {
            let chunk = Int(chunks[n])
            total += terms.words(of: chunk).count + terms.characters(of: chunk).count
        }
        return total
    }
}
