public import CaucusMatrix

/// Rows without a vocabulary: a term's column is a hash of its name, and so is its sign (Weinberger et
/// al. 2009), so that terms that share a column cancel as often as they add up.
///
/// Nothing is learned and nothing is kept: columns have no names, and rarity weighs nothing.
public struct HashingVectorizer: Sendable, Equatable {
    /// How passages become terms; the settings about documents and rarity have no effect.
    public var settings: FeatureSettings
    /// The logarithm to base 2 of the number of columns.
    public let bits: Int

    /// The number of columns.
    public var columns: Int { 1 << bits }

    /// Creates a vectorizer with 2^`bits` columns, `bits` from 10 to 24.
    public init(_ settings: FeatureSettings, bits: Int = 20) throws(FeatureError) {
        guard (10...24).contains(bits) else {
            throw .badSetting(name: "bits", value: "\(bits)")
        }
        self.settings = try settings.validated()
        self.bits = bits
    }

    /// The rows of `passages`.
    ///
    /// - Complexity: O(bytes of the passages + columns).
    public func rows(for passages: [Passage]) -> SparseMatrix {
        var writer = SignedRowWriter(settings, bits: bits)
        var reader = ChunkReader(settings)
        var chunk = PaddedChunk()
        var lowered = LowercasePassage()
        let none = ChunkTable()
        for passage in passages {
            passage.withBytes(settings) { text in
                var words: [UInt64] = []
                _ = lowered.read(text, touching: none)
                for n in 0..<lowered.chunks.count {
                    let found = lowered.chunks[n]
                    let (start, count) = chunk.read(found.start, found.count)
                    reader.read(start, count) { key, _, _, _ in
                        writer.add(key)
                    } word: { key, _, _, _ in
                        words.append(key)
                    }
                }
                if settings.characters != nil { writer.closeBlock() }
                guard let lengths = settings.words else { return }
                var heads = words
                for n in 1...lengths.longest where n <= words.count {
                    for i in ((n - 1)..<words.count).reversed() {
                        if n > 1 { heads[i] = TermKey.key(head: heads[i - 1], word: words[i]) }
                        if n >= lengths.shortest { writer.add(heads[i]) }
                    }
                }
                writer.closeBlock()
            }
            writer.closeRow()
        }
        return writer.matrix()
    }
}

/// Adds up signed counts by column.
private struct SignedRowWriter {
    private let settings: FeatureSettings
    private let bits: Int
    private var sums: [Float]
    private var touched: [Int32] = []
    private var starts = [0]
    private var indices: [Int32] = []
    private var values: [Float] = []
    /// Where each column of the open row stands, blocks sharing the columns.
    private var places: [Int32: Int] = [:]

    init(_ settings: FeatureSettings, bits: Int) {
        self.settings = settings
        self.bits = bits
        sums = [Float](repeating: 0, count: 1 << bits)
    }

    @inline(__always)
    mutating func add(_ key: UInt64) {
        let hash = TermKey.mix(key)
        let column = Int32(truncatingIfNeeded: hash & (1 << UInt64(bits) - 1))
        if sums[Int(column)] == 0 { touched.append(column) }
        sums[Int(column)] += hash >> 63 == 0 ? 1 : -1
    }

    mutating func closeBlock() {
        var block: [(column: Int32, value: Float)] = []
        var squares: Float = 0
        for column in touched {
            // A column that cancelled and came back stands in the list twice.
            let sum = sums[Int(column)]
            guard sum != 0 else { continue }
            sums[Int(column)] = 0
            let size = CountWeights.weight(of: UInt32(sum.magnitude), settings.counting)
            squares += size * size
            block.append((column, sum < 0 ? -size : size))
        }
        touched.removeAll(keepingCapacity: true)
        let scale = settings.normalizes && squares > 0 ? 1 / squares.squareRoot() : 1
        for (column, value) in block {
            if let place = places[column] {
                values[place] += value * scale
            } else {
                places[column] = indices.count
                indices.append(column)
                values.append(value * scale)
            }
        }
    }

    mutating func closeRow() {
        starts.append(indices.count)
        places.removeAll(keepingCapacity: true)
    }

    func matrix() -> SparseMatrix {
        SparseMatrix(
            columns: 1 << bits, rowStarts: starts, indices: indices, values: values)
    }
}
