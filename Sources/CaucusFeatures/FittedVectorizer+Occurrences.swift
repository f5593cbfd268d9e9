public import CaucusText

extension FittedVectorizer {
    /// Where in `passage.text` the terms of the columns stand, for highlighting, in reading order.
    ///
    /// A run of characters that reaches over a word's edge spans what lies inside the word; a term in
    /// a masked mention spans the mention. A term that occurs twice is told twice.
    ///
    /// - Complexity: O(bytes of the passage), without the speed of ``rows(for:)``.
    public func occurrences(in passage: Passage) -> [(column: Int, span: Span)] {
        let source: (bytes: [UInt8], origins: [Span])
        if settings.masksMentions {
            source = passage.masked()
        } else {
            let bytes = Array(passage.text.utf8)
            source = (bytes, bytes.indices.map { Span($0, $0 + 1) })
        }
        var finder = OccurrenceFinder(self, origins: source.origins)
        let count = source.bytes.count
        (source.bytes + [UInt8](repeating: 0x20, count: 8)).withUnsafeBufferPointer { text in
            guard let base = text.baseAddress else { return }
            forEachChunk(of: base, count) { p, count in finder.read(p, count, at: p - base) }
        }
        return finder.found
    }
}

/// Reads one passage and notes where its terms stand.
private struct OccurrenceFinder {
    private struct Word {
        var bytes: [UInt8]
        var key: UInt64
        var span: Span
    }

    private let lookUp: TermLookUp
    private let lengths: FeatureSettings.Lengths
    private let origins: [Span]
    private var reader: ChunkReader
    private var recent: [Word] = []
    private(set) var found: [(column: Int, span: Span)] = []

    init(_ vectorizer: FittedVectorizer, origins: [Span]) {
        lookUp = vectorizer.vocabulary.lookUp
        lengths = vectorizer.settings.words ?? .init(1, 1)
        reader = ChunkReader(vectorizer.settings)
        self.origins = origins
    }

    mutating func read(_ p: UnsafePointer<UInt8>, _ count: Int, at start: Int) {
        let places = places(p, count, at: start)
        var characters: [(Int32, Span)] = []
        var words: [Word] = []
        var chunk = PaddedChunk()
        let padded = chunk.read(p, count)
        reader.read(padded.start, padded.count) { key, p, count, offset in
            let column = lookUp.column(key, p, count)
            if column >= 0, let span = Self.span(places, offset, count) {
                characters.append((column, span))
            }
        } word: { key, p, count, offset in
            let bytes = Array(UnsafeBufferPointer(start: p, count: count))
            guard let span = Self.span(places, offset, count) else { return }
            words.append(Word(bytes: bytes, key: key, span: span))
        }
        for word in words { join(word) }
        for (column, span) in characters { found.append((Int(column), span)) }
    }

    /// Where each byte of the lower-case chunk comes from; `nil` for the spaces at its ends.
    private func places(_ p: UnsafePointer<UInt8>, _ count: Int, at start: Int) -> [Span?] {
        var places: [Span?] = [nil]
        var lower: [UInt8] = []
        var i = 0
        while i < count {
            let (_, length) = Lettering.scalar(at: p + i, count: count - i)
            lower.removeAll(keepingCapacity: true)
            let scalar = UnsafeBufferPointer(start: p + i, count: length)
            Lettering.appendLowercase(scalar, to: &lower)
            let (first, last) = (origins[start + i], origins[start + i + length - 1])
            for _ in lower { places.append(Span(first.start, last.end)) }
            i += length
        }
        return places + [nil]
    }

    private static func span(_ places: [Span?], _ offset: Int, _ count: Int) -> Span? {
        let inside = places[offset..<(offset + count)].compactMap { $0 }
        guard let first = inside.first, let last = inside.last else { return nil }
        return Span(first.start, max(first.end, last.end))
    }

    private mutating func join(_ word: Word) {
        if recent.count == lengths.longest { recent.removeFirst() }
        recent.append(word)
        for first in recent.indices.reversed() where recent.count - first >= lengths.shortest {
            var key = recent[first].key
            var name = recent[first].bytes
            for next in recent[(first + 1)...] {
                key = TermKey.key(head: key, word: next.key)
                name += [0x20] + next.bytes
            }
            let column = lookUp.column(key) { $0.elementsEqual(name) }
            if column >= 0 {
                found.append((Int(column), Span(recent[first].span.start, word.span.end)))
            }
        }
    }
}
