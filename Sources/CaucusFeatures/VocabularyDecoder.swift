/// Reads what ``VocabularyEncoder`` wrote and refuses what cannot be.
struct VocabularyDecoder: ~Copyable {
    private var reader: PayloadReader
    private var names = Buffer<UInt8>()
    private var ranges: [Vocabulary.NameRange] = []
    private var keys: [UInt64] = []
    private var frequencies: [Int32] = []

    /// The vocabulary that `bytes` hold.
    static func decoded(_ bytes: [UInt8]) throws(FeatureError) -> Vocabulary {
        var decoder = VocabularyDecoder(reader: PayloadReader(bytes))
        return try decoder.decode()
    }

    private init(reader: PayloadReader) { self.reader = reader }

    private mutating func decode() throws(FeatureError) -> Vocabulary {
        let version = try reader.byte()
        guard version == VocabularyEncoder.version else {
            throw .damagedVocabulary(
                reason: "format version \(version), this is \(VocabularyEncoder.version)")
        }
        let documents = try reader.number()
        let characters = try reader.number()
        let words = try reader.number()
        let size = reader.bytes.count
        // A term takes at least three bytes.
        guard characters <= size, words <= size, characters + words > 0,
            (characters + words) * 3 <= size, documents < Int(Int32.max)
        else { throw .damagedVocabulary(reason: "\(characters) + \(words) terms do not fit") }
        names.reserve(2 * size)
        ranges.reserveCapacity(characters + words)
        keys.reserveCapacity(characters + words)
        frequencies.reserveCapacity(characters + words)
        try read(characters, isWords: false, documents)
        try read(words, isWords: true, documents)
        guard reader.isAtEnd else {
            throw .damagedVocabulary(reason: "bytes follow the last term")
        }
        return vocabulary(documents: documents)
    }

    private func vocabulary(documents: Int) -> Vocabulary {
        let order = ColumnOrder.order(keys: keys, frequencies: frequencies) { a, b in
            name(ranges[a]).lexicographicallyPrecedes(name(ranges[b]))
        }
        return Vocabulary(
            names: names.array, ranges: order.map { ranges[Int($0)] },
            keys: order.map { keys[Int($0)] },
            documentFrequencies: order.map { frequencies[Int($0)] }, documents: documents)
    }

    private func name(_ range: Vocabulary.NameRange) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: names.base + range.start, count: range.end - range.start)
    }

    private mutating func read(
        _ count: Int, isWords: Bool, _ documents: Int
    ) throws(FeatureError) {
        var previous = Vocabulary.NameRange(start: names.count, end: names.count)
        for _ in 0..<count {
            let lengths = try reader.byte()
            var shared = Int(lengths >> 4)
            var rest = Int(lengths & 15)
            if shared == 15 { shared = try reader.number() }
            if rest == 15 { rest = try reader.number() }
            let known = previous.end - previous.start
            guard rest > 0, shared <= known, rest <= reader.rest else {
                throw .damagedVocabulary(reason: "a term is too long at byte \(reader.place)")
            }
            guard names.count + shared + rest <= 64 * reader.bytes.count else {
                throw .damagedVocabulary(reason: "its terms share too much")
            }
            let name = appendName(previous, shared: shared, try reader.bytes(rest))
            guard isAscending(previous, name, from: shared) else {
                throw .damagedVocabulary(reason: "terms out of order at byte \(reader.place)")
            }
            let frequency = try reader.number()
            guard frequency >= 1, frequency <= documents else {
                throw .damagedVocabulary(
                    reason: "a frequency is \(frequency) at byte \(reader.place)")
            }
            ranges.append(name)
            frequencies.append(Int32(frequency))
            keys.append(Self.key(self.name(name), isWords: isWords))
            previous = name
        }
    }

    /// Appends what is shared with the name before, and the `rest`.
    private mutating func appendName(
        _ previous: Vocabulary.NameRange, shared: Int, _ rest: ArraySlice<UInt8>
    ) -> Vocabulary.NameRange {
        let start = names.count
        names.reserve(start + shared + rest.count)
        names.append(names.base + previous.start, shared)
        rest.withUnsafeBufferPointer { rest in
            if let base = rest.baseAddress { names.append(base, rest.count) }
        }
        return Vocabulary.NameRange(start: start, end: names.count)
    }

    /// Whether `name` stands after `previous`, with which it shares the first `shared` bytes.
    private func isAscending(
        _ previous: Vocabulary.NameRange, _ name: Vocabulary.NameRange, from shared: Int
    ) -> Bool {
        self.name(previous).dropFirst(shared)
            .lexicographicallyPrecedes(self.name(name).dropFirst(shared))
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
