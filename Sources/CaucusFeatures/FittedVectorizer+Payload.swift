extension FittedVectorizer {
    /// The parts of a vectorizer to save.
    public struct Payload: Sendable, Equatable {
        /// The factor of each column. It may be left out of a file: ``init(settings:idf:vocabulary:)``
        /// finds it again from the document frequencies.
        public var idf: [Float]
        /// The names and document frequencies of the columns; about five bytes a column.
        public var vocabulary: [UInt8]
    }

    /// The parts to save.
    ///
    /// - Complexity: O(columns · log columns), for the sorting of the names.
    public var payload: Payload {
        Payload(idf: scales, vocabulary: VocabularyCoder.encoded(vocabulary))
    }

    /// The vectorizer that was saved as `vocabulary`, and `idf` unless that is empty.
    ///
    /// Everything is checked, and nothing is allocated beyond a multiple of the input's size.
    public init(
        settings: FeatureSettings, idf: [Float] = [], vocabulary: [UInt8]
    ) throws(FeatureError) {
        let settings = try settings.validated()
        let known = try VocabularyCoder.decoded(vocabulary)
        guard !idf.isEmpty else {
            self.init(settings, known)
            return
        }
        guard idf.count == known.count else {
            throw .damagedVocabulary(
                reason: "\(idf.count) factors for \(known.count) columns")
        }
        guard idf.allSatisfy(\.isFinite) else {
            throw .damagedVocabulary(reason: "a factor is not finite")
        }
        self.init(settings, known, scales: idf)
    }
}

/// The vocabulary as bytes: names sorted and front-coded, each with its document frequency.
///
/// A byte of format version; documents; the count of runs of characters; the count of words; then the
/// terms of each kind in the order of their bytes. A term is one byte with the length it shares with
/// the one before (high half) and the length of the rest (low half), 15 meaning that a number follows;
/// the rest; the frequency. Numbers are LEB128. The order of the columns is not stored: it follows
/// from frequencies and names.
enum VocabularyCoder {
    private static let version: UInt8 = 1

    static func encoded(_ vocabulary: Vocabulary) -> [UInt8] {
        var result: [UInt8] = [version]
        let all = 0..<vocabulary.count
        let characters = all.filter { TermKey.kind(vocabulary.keys[$0]) == .characters }
        let words = all.filter { TermKey.kind(vocabulary.keys[$0]) != .characters }
        append(vocabulary.documents, to: &result)
        append(characters.count, to: &result)
        append(words.count, to: &result)
        for columns in [characters, words] {
            var previous = ArraySlice<UInt8>()
            for column in sorted(columns, vocabulary) {
                let name = vocabulary.name(of: column)
                append(name, after: previous, to: &result)
                append(Int(vocabulary.documentFrequencies[column]), to: &result)
                previous = name
            }
        }
        return result
    }

    private static func append(
        _ name: ArraySlice<UInt8>, after previous: ArraySlice<UInt8>, to result: inout [UInt8]
    ) {
        let shared = zip(name, previous).prefix { $0 == $1 }.count
        let rest = name.count - shared
        result.append(UInt8(min(shared, 15) << 4 | min(rest, 15)))
        if shared >= 15 { append(shared, to: &result) }
        if rest >= 15 { append(rest, to: &result) }
        result.append(contentsOf: name.dropFirst(shared))
    }

    /// The columns in the order of their names, mostly decided by their first eight bytes.
    private static func sorted(_ columns: [Int], _ vocabulary: Vocabulary) -> [Int] {
        let heads = columns.map { column in
            var head: UInt64 = 0
            let name = vocabulary.name(of: column)
            for (i, byte) in name.prefix(8).enumerated() { head |= UInt64(byte) << (56 - 8 * i) }
            return (head: head, column: column)
        }
        return heads.sorted { a, b in
            if a.head != b.head { return a.head < b.head }
            return vocabulary.name(of: a.column).lexicographicallyPrecedes(
                vocabulary.name(of: b.column))
        }.map(\.column)
    }

    private static func append(_ number: Int, to result: inout [UInt8]) {
        var rest = UInt64(number)
        while rest >= 0x80 {
            result.append(UInt8(rest & 0x7F | 0x80))
            rest >>= 7
        }
        result.append(UInt8(rest))
    }

    fileprivate static func decoded(_ bytes: [UInt8]) throws(FeatureError) -> Vocabulary {
        var reader = Reader(bytes: bytes)
        let version = try reader.byte()
        guard version == Self.version else {
            throw .damagedVocabulary(reason: "format version \(version), this is \(Self.version)")
        }
        let documents = try reader.number()
        let characters = try reader.number()
        let words = try reader.number()
        // A term takes at least three bytes.
        guard characters <= bytes.count, words <= bytes.count, characters + words > 0,
            (characters + words) * 3 <= bytes.count, documents < Int(Int32.max)
        else { throw .damagedVocabulary(reason: "\(characters) + \(words) terms do not fit") }
        var terms = Terms()
        terms.reserve(characters + words, bytes: bytes.count)
        try reader.read(characters, isWords: false, documents, into: &terms)
        try reader.read(words, isWords: true, documents, into: &terms)
        guard reader.isAtEnd else {
            throw .damagedVocabulary(reason: "bytes follow the last term")
        }
        return terms.vocabulary(documents: documents)
    }

    /// Terms in the order of the file.
    fileprivate struct Terms {
        var names: [UInt8] = []
        var starts = [0]
        var keys: [UInt64] = []
        var frequencies: [Int32] = []

        mutating func reserve(_ count: Int, bytes: Int) {
            names.reserveCapacity(2 * bytes)
            starts.reserveCapacity(count + 1)
            keys.reserveCapacity(count)
            frequencies.reserveCapacity(count)
        }

        func vocabulary(documents: Int) -> Vocabulary {
            let order = ColumnOrder.order(keys: keys, frequencies: frequencies) { a, b in
                names[starts[a]..<starts[a + 1]].lexicographicallyPrecedes(
                    names[starts[b]..<starts[b + 1]])
            }
            var ordered: [UInt8] = []
            var orderedStarts = [0]
            ordered.reserveCapacity(names.count)
            orderedStarts.reserveCapacity(starts.count)
            for place in order {
                ordered.append(contentsOf: names[starts[Int(place)]..<starts[Int(place) + 1]])
                orderedStarts.append(ordered.count)
            }
            return Vocabulary(
                names: ordered, starts: orderedStarts, keys: order.map { keys[Int($0)] },
                documentFrequencies: order.map { frequencies[Int($0)] }, documents: documents)
        }
    }

    /// Reads the bytes and refuses what cannot be.
    private struct Reader {
        let bytes: [UInt8]
        var place = 0

        var isAtEnd: Bool { place == bytes.count }

        mutating func byte() throws(FeatureError) -> UInt8 {
            guard place < bytes.count else {
                throw .damagedVocabulary(reason: "it ends within a term")
            }
            place += 1
            return bytes[place - 1]
        }

        mutating func number() throws(FeatureError) -> Int {
            var result: UInt64 = 0
            for shift in stride(from: UInt64(0), to: 49, by: 7) {
                let next = try byte()
                result |= UInt64(next & 0x7F) << shift
                if next < 0x80 { return Int(result) }
            }
            throw .damagedVocabulary(reason: "a number is too long at byte \(place)")
        }

        mutating func read(
            _ count: Int, isWords: Bool, _ documents: Int, into terms: inout Terms
        ) throws(FeatureError) {
            var previous: [UInt8] = []
            for _ in 0..<count {
                let lengths = try byte()
                var shared = Int(lengths >> 4)
                var rest = Int(lengths & 15)
                if shared == 15 { shared = try number() }
                if rest == 15 { rest = try number() }
                guard rest > 0, shared <= previous.count, rest <= bytes.count - place else {
                    throw .damagedVocabulary(reason: "a term is too long at byte \(place)")
                }
                let name = previous.prefix(shared) + bytes[place..<(place + rest)]
                guard previous.lexicographicallyPrecedes(name) else {
                    throw .damagedVocabulary(reason: "terms out of order at byte \(place)")
                }
                guard terms.names.count + name.count <= 64 * bytes.count else {
                    throw .damagedVocabulary(reason: "its terms share too much")
                }
                place += rest
                let frequency = try number()
                guard frequency >= 1, frequency <= documents else {
                    throw .damagedVocabulary(reason: "a frequency is \(frequency) at byte \(place)")
                }
                previous = Array(name)
                terms.append(previous, isWords: isWords, frequency)
            }
        }
    }
}

extension VocabularyCoder.Terms {
    fileprivate mutating func append(_ name: [UInt8], isWords: Bool, _ frequency: Int) {
        names.append(contentsOf: name)
        starts.append(names.count)
        frequencies.append(Int32(frequency))
        keys.append(name.withUnsafeBufferPointer { Self.key($0, isWords: isWords) })
    }

    /// The key of a term; words are joined by single spaces.
    private static func key(_ name: UnsafeBufferPointer<UInt8>, isWords: Bool) -> UInt64 {
        guard let base = name.baseAddress else { return 0 }
        guard isWords else { return TermKey.key(.characters, base, name.count) }
        var key: UInt64?
        var start = 0
        for end in 0...name.count where end == name.count || name[end] == 0x20 {
            let word = TermKey.key(.word, base + start, end - start)
            key = key.map { TermKey.key(head: $0, word: word) } ?? word
            start = end + 1
        }
        return key ?? 0
    }
}
