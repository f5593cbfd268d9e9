import Foundation
import CaucusMatrix

/// Turns runs of column numbers into weighted rows of a sparse matrix.
struct RowWriter: ~Copyable {
    private let settings: FeatureSettings
    private let scales: UnsafePointer<Float>
    private let counts: UnsafeMutablePointer<UInt32>
    private let weights: [Float]
    private let indices: UnsafeMutablePointer<Int32>
    private let values: UnsafeMutablePointer<Float>
    private var blockStart = 0
    /// The count of numbers written.
    private(set) var end = 0

    /// A writer into `indices` and `values`, which must have one place more than will be written.
    init(
        _ settings: FeatureSettings, columns: Int, scales: UnsafePointer<Float>,
        indices: UnsafeMutablePointer<Int32>, values: UnsafeMutablePointer<Float>
    ) {
        self.settings = settings
        self.scales = scales
        self.indices = indices
        self.values = values
        counts = .allocate(capacity: max(columns, 1))
        counts.initialize(repeating: 0, count: max(columns, 1))
        weights = (0..<256).map { Self.weight(of: UInt32($0), settings.counting) }
    }

    deinit { counts.deallocate() }

    static func weight(of count: UInt32, _ counting: FeatureSettings.Counting) -> Float {
        switch counting {
        case .raw: Float(count)
        case .sublinear: count == 0 ? 0 : Float(1 + log(Double(count)))
        case .binary: count == 0 ? 0 : 1
        }
    }

    /// Counts columns into the open block; negative ones are none.
    @inline(__always)
    mutating func count(_ columns: UnsafeBufferPointer<Int32>) {
        var end = end
        for column in columns where column >= 0 {
            let seen = counts[Int(column)]
            indices[end] = column
            end += seen == 0 ? 1 : 0
            counts[Int(column)] = seen &+ 1
        }
        self.end = end
    }

    /// Weighs the open block, scales it to length 1 and opens the next one.
    mutating func closeBlock() {
        var squares: Float = 0
        for n in blockStart..<end {
            let column = Int(indices[n])
            let count = counts[column]
            counts[column] = 0
            let weight =
                count < 256 ? weights[Int(count)] : Self.weight(of: count, settings.counting)
            let value = weight * scales[column]
            values[n] = value
            squares += value * value
        }
        if settings.normalizes, squares > 0 {
            let scale = 1 / squares.squareRoot()
            for n in blockStart..<end { values[n] *= scale }
        }
        blockStart = end
    }
}

extension ChunkSequences {
    /// The rows of all passages, `terms` and n-grams being column numbers by now.
    ///
    /// `bound` is at least the count of numbers the rows will store.
    func rows(
        _ settings: FeatureSettings, _ terms: borrowing ChunkTerms, columns: Int,
        scales: UnsafePointer<Float>, bound: Int
    ) -> SparseMatrix {
        var starts = [Int](unsafeUninitializedCapacity: count + 1) { $1 = 0 }
        starts.append(0)
        var values: [Float] = []
        let indices = [Int32](unsafeUninitializedCapacity: bound + 1) { indices, written in
            values = [Float](unsafeUninitializedCapacity: bound + 1) { values, valuesWritten in
                guard let i = indices.baseAddress, let v = values.baseAddress else { return }
                HugePages.advise(i, bytes: 4 * bound)
                HugePages.advise(v, bytes: 4 * bound)
                var writer = RowWriter(
                    settings, columns: columns, scales: scales, indices: i, values: v)
                for passage in 0..<count {
                    let chunks = chunks(of: passage)
                    if settings.words != nil {
                        for chunk in chunks { writer.count(terms.words(of: Int(chunk))) }
                        writer.count(grams(of: passage))
                        writer.closeBlock()
                    }
                    if settings.characters != nil {
                        for chunk in chunks { writer.count(terms.characters(of: Int(chunk))) }
                        writer.closeBlock()
                    }
                    starts.append(writer.end)
                }
                written = writer.end
                valuesWritten = writer.end
            }
        }
        return SparseMatrix(
            trusting: columns, rowStarts: starts, indices: indices, values: values)
    }

    /// How many numbers the rows can store at most.
    func bound(_ terms: borrowing ChunkTerms) -> Int {
        var total = grams.count
        for n in 0..<chunks.count {
            let chunk = Int(chunks[n])
            total += terms.words(of: chunk).count + terms.characters(of: chunk).count
        }
        return total
    }
}
