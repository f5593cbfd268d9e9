/// The vocabulary as bytes: names sorted and front-coded, each with its document frequency.
///
/// A byte of format version; documents; the count of runs of characters; the count of words; then the
/// terms of each kind in the order of their bytes. A term is one byte with the length it shares with
/// the one before (high half) and the length of the rest (low half), 15 meaning that a number follows;
/// the rest; the frequency. Numbers are LEB128. The order of the columns is not stored: it follows
/// from frequencies and names.
struct VocabularyEncoder: ~Copyable {
    static let version: UInt8 = 1

    /// A column and the first eight bytes of its name, the first one highest, then zeros.
    struct Head {
        var bytes: UInt64
        var column: Int32
    }

    private let vocabulary: Vocabulary
    private var result = Buffer<UInt8>(capacity: 1 << 12)
    private var name = Buffer<UInt8>(capacity: 64)
    private var previous = Buffer<UInt8>(capacity: 64)

    /// The bytes of a vocabulary.
    static func encoded(_ vocabulary: Vocabulary) -> [UInt8] {
        var encoder = VocabularyEncoder(vocabulary)
        encoder.encode()
        return encoder.result.array
    }

    private init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    private mutating func encode() {
        let all = 0..<vocabulary.count
        let characters = all.filter { TermKey.kind(vocabulary.keys[$0]) == .characters }
        let words = all.filter { TermKey.kind(vocabulary.keys[$0]) != .characters }
        result.append(Self.version)
        append(vocabulary.documents)
        append(characters.count)
        append(words.count)
        for columns in [characters, words] {
            previous.removeAll()
            for column in sorted(columns) {
                name.removeAll()
                vocabulary.appendName(of: column, to: &name)
                appendName()
                append(Int(vocabulary.documentFrequencies[column]))
                swap(&name, &previous)
            }
        }
    }

    private mutating func appendName() {
        let most = min(name.count, previous.count)
        var shared = 0
        while shared < most, name[shared] == previous[shared] { shared += 1 }
        let rest = name.count - shared
        result.append(UInt8(min(shared, 15) << 4 | min(rest, 15)))
        if shared >= 15 { append(shared) }
        if rest >= 15 { append(rest) }
        result.append(name.base + shared, rest)
    }

    private mutating func append(_ number: Int) {
        PayloadReader.write(number) { result.append($0) }
    }

    /// The columns in the order of their names: by their first eight bytes, digit by digit, then the few
    /// that share them by the rest.
    private mutating func sorted(_ columns: [Int]) -> [Int] {
        var heads = columns.map { Head(bytes: head(of: $0), column: Int32($0)) }
        for shift in stride(from: UInt64(0), to: 64, by: 8) { Self.sort(&heads, by: shift) }
        var order = heads.map { Int($0.column) }
        var start = 0
        while start < heads.count {
            var end = start + 1
            while end < heads.count, heads[end].bytes == heads[start].bytes { end += 1 }
            if end - start > 1 {
                let named = order[start..<end].map { (name: vocabulary.name(of: $0), column: $0) }
                    .sorted { $0.name.lexicographicallyPrecedes($1.name) }
                for (n, column) in named.enumerated() { order[start + n] = column.column }
            }
            start = end
        }
        return order
    }

    private mutating func head(of column: Int) -> UInt64 {
        let key = vocabulary.keys[column]
        if TermKey.isExact(key) { return ((key << 8) >> 8).byteSwapped }
        name.removeAll()
        vocabulary.appendName(of: column, to: &name)
        var head: UInt64 = 0
        for i in 0..<min(name.count, 8) { head |= UInt64(name[i]) << (56 - 8 * UInt64(i)) }
        return head
    }

    /// One stable pass of counting over the byte at `shift`.
    private static func sort(_ heads: inout [Head], by shift: UInt64) {
        var starts = [Int](repeating: 0, count: 257)
        for head in heads { starts[Int(head.bytes >> shift & 0xFF) + 1] += 1 }
        if starts.contains(heads.count) { return }
        for i in 0..<256 { starts[i + 1] += starts[i] }
        heads = [Head](unsafeUninitializedCapacity: heads.count) { result, written in
            for head in heads {
                let kind = Int(head.bytes >> shift & 0xFF)
                result.initializeElement(at: starts[kind], to: head)
                starts[kind] += 1
            }
            written = heads.count
        }
    }
}
