import CaucusMatrix

/// Reads a stretch of text and gives what it says of the target as numbers: a transformer, frozen.
///
/// What it says of an input depends neither on those beside it nor on the number of threads: a product adds up each of its
/// numbers in the same order, however many rows it has. The products are OpenBLAS's, in float32. Source: Vaswani et al. 2017 (arXiv:1706.03762), Devlin et al. 2019
/// (arXiv:1810.04805).
package final class Encoder: Sendable {
    package let tokenizer: WordPiece
    /// How it was made, and by which digest it is known.
    package let provenance: [String: String]
    let size: EncoderSize
    /// One number in eight bits for each piece and column; the file's own bytes.
    private let embedding: Table
    private let scales: [Float]
    private let positions: [Float]
    private let norm: Norm
    private let layers: [Layer]
    /// What the heads weigh of the pooled numbers, and their intercepts.
    private let heads: [Float]
    private let levels: [Float]

    /// Bytes that live as long as the encoder does.
    private struct Table: @unchecked Sendable {
        let bytes: UnsafeRawBufferPointer
        let owner: (any Sendable)?
    }

    struct Norm: Sendable {
        var gain: [Float]
        var bias: [Float]
    }

    struct Layer: Sendable {
        var qkv: [Float], qkvBias: [Float]
        var out: [Float], outBias: [Float]
        var first: Norm
        var wide: [Float], wideBias: [Float]
        var narrow: [Float], narrowBias: [Float]
        var second: Norm
    }

    /// Reads the bytes of an encoder's file.
    ///
    /// - Parameters:
    ///   - bytes: The file; a part of it is read from there as long as the encoder lives.
    ///   - owner: What keeps the bytes where they are.
    package init(_ bytes: UnsafeRawBufferPointer, owner: (any Sendable)? = nil)
        throws(EncoderFileError)
    {
        let file = try EncoderFile(bytes)
        let size = try EncoderSize(file.header.metadata)
        let (w, inner) = (size.width, size.inner)
        guard let words = file.header.entries["vocabulary"], words.dtype == "U8",
            let tokenizer = WordPiece(vocabulary: Array(bytes[words.range]))
        else { throw EncoderFileError(description: "a vocabulary that is none") }
        let count = tokenizer.count
        embedding = Table(bytes: try file.data("embedding", "I8", [count, w]), owner: owner)
        scales = try file.floats("embedding.scale", [count])
        positions = try file.floats("positions", [EncoderInput.longest, w])
        func norm(_ name: String) throws(EncoderFileError) -> Norm {
            Norm(
                gain: try file.floats(name + ".gain", [w]),
                bias: try file.floats(name + ".bias", [w]))
        }
        self.norm = try norm("norm")
        var layers: [Layer] = []
        for i in 0..<size.layers {
            let name = "layer.\(i)."
            layers.append(
                Layer(
                    qkv: try file.table(name + "qkv", rows: 3 * w, columns: w),
                    qkvBias: try file.floats(name + "qkv.bias", [3 * w]),
                    out: try file.table(name + "out", rows: w, columns: w),
                    outBias: try file.floats(name + "out.bias", [w]),
                    first: try norm(name + "first"),
                    wide: try file.table(name + "wide", rows: inner, columns: w),
                    wideBias: try file.floats(name + "wide.bias", [inner]),
                    narrow: try file.table(name + "narrow", rows: w, columns: inner),
                    narrowBias: try file.floats(name + "narrow.bias", [w]),
                    second: try norm(name + "second")))
        }
        heads = try file.floats("heads", [EncoderOpinion.count, 4 * w])
        levels = try file.floats("heads.bias", [EncoderOpinion.count])
        self.size = size
        self.layers = layers
        self.tokenizer = tokenizer
        provenance = file.header.metadata
    }

    /// The digest of the file that it was read from, as the file gives it.
    package var checksum: String { provenance["checksum"] ?? "" }

    /// What the encoder's own heads say of each input.
    ///
    /// Inputs are read several at a time, so that the weights are fetched less often; what is said of one does not depend on the others.
    ///
    /// - Complexity: O(layers · pieces · (width · inner + pieces · width)).
    package func opinions(
        on inputs: [EncoderInput], _ scratch: EncoderScratch = EncoderScratch()
    ) -> [EncoderOpinion] {
        var opinions: [EncoderOpinion] = []
        opinions.reserveCapacity(inputs.count)
        var first = 0
        while first < inputs.count {
            var (next, rows) = (first, 0)
            while next < inputs.count, rows + inputs[next].pieces.count <= EncoderScratch.rows {
                rows += inputs[next].pieces.count
                next += 1
            }
            read(inputs[first..<next], scratch)
            var row = 0
            for input in inputs[first..<next] {
                opinions.append(opinion(on: pooled(input, from: row, scratch)))
                row += input.pieces.count
            }
            first = next
        }
        return opinions
    }

    /// What the heads say of an input.
    package func opinion(on input: EncoderInput, _ scratch: EncoderScratch) -> EncoderOpinion {
        opinions(on: [input], scratch)[0]
    }

    private func opinion(on vector: [Float]) -> EncoderOpinion {
        var values = levels
        for k in values.indices {
            for j in vector.indices { values[k] += heads[k * vector.count + j] * vector[j] }
        }
        return EncoderOpinion(values)
    }

    /// The numbers of an input: those of its opening piece, and the means of the target's, the quotation's and all pieces, one
    /// after the other.
    private func pooled(
        _ input: EncoderInput, from row: Int, _ scratch: EncoderScratch
    ) -> [Float] {
        let w = size.width
        let x = scratch.x + row * w
        var vector = [Float](repeating: 0, count: 4 * w)
        for j in 0..<w { vector[j] = x[j] }
        let parts = [input.targets, input.quotation, Array(input.pieces.indices)]
        for (k, places) in parts.enumerated() {
            let share = 1 / Float(places.count)
            for i in places {
                for j in 0..<w { vector[(k + 1) * w + j] += x[i * w + j] }
            }
            for j in 0..<w { vector[(k + 1) * w + j] *= share }
        }
        return vector
    }

    /// Leaves the numbers of each piece of the inputs, one after the other, in the scratch.
    private func read(_ inputs: ArraySlice<EncoderInput>, _ scratch: EncoderScratch) {
        let w = size.width
        scratch.fit(size)
        var row = 0
        for input in inputs {
            precondition(
                input.pieces.count <= EncoderInput.longest
                    && input.pieces.allSatisfy { 0 <= $0 && Int($0) < scales.count },
                "an input that the encoder does not know")
            for (i, piece) in input.pieces.enumerated() {
                let x = scratch.x + row * w
                let from = Int(piece) * w
                let scale = scales[Int(piece)]
                for j in 0..<w {
                    x[j] =
                        scale * Float(Int8(bitPattern: embedding.bytes[from + j]))
                        + positions[i * w + j]
                }
                row += 1
            }
        }
        VectorMath.normalize(scratch.x, rows: row, columns: w, norm.gain, norm.bias)
        let lengths = inputs.map(\.pieces.count)
        for layer in layers { apply(layer, to: lengths, rows: row, scratch) }
    }

    private func apply(_ layer: Layer, to lengths: [Int], rows n: Int, _ scratch: EncoderScratch) {
        let (w, inner) = (size.width, size.inner)
        let (x, qkv, mixed, wide) = (scratch.x, scratch.qkv, scratch.mixed, scratch.wide)
        VectorMath.repeatRow(layer.qkvBias, rows: n, into: qkv)
        add(x, w, times: layer.qkv, to: qkv, 3 * w, rows: n)
        var row = 0
        for length in lengths {
            attend(length, qkv + row * 3 * w, mixed + row * w, scratch)
            row += length
        }
        VectorMath.add(layer.outBias, rows: n, to: x)
        add(mixed, w, times: layer.out, to: x, w, rows: n)
        VectorMath.normalize(x, rows: n, columns: w, layer.first.gain, layer.first.bias)
        VectorMath.repeatRow(layer.wideBias, rows: n, into: wide)
        add(x, w, times: layer.wide, to: wide, inner, rows: n)
        VectorMath.gelu(wide, count: n * inner)
        VectorMath.add(layer.narrowBias, rows: n, to: x)
        add(wide, inner, times: layer.narrow, to: x, w, rows: n)
        VectorMath.normalize(x, rows: n, columns: w, layer.second.gain, layer.second.bias)
    }

    /// `y ← x · weightsᵀ + y` for rows of `k` and `n` numbers.
    ///
    /// OpenBLAS adds up a product of less than a million steps in another order: rows are added, whose numbers nobody reads, until
    /// it has more, or as many as there is room for.
    private func add(
        _ x: UnsafePointer<Float>, _ k: Int, times weights: [Float],
        to y: UnsafeMutablePointer<Float>, _ n: Int, rows: Int
    ) {
        let least = (2_000_000 + n * k - 1) / (n * k)
        let m = min(max(rows, least), EncoderScratch.rows)
        BLAS.gemm(m: m, n: n, k: k, x, k, weights, k, y, n, beta: 1)
    }

    /// Mixes the values of the `n` pieces of one input, head by head.
    private func attend(
        _ n: Int, _ qkv: UnsafeMutablePointer<Float>, _ mixed: UnsafeMutablePointer<Float>,
        _ scratch: EncoderScratch
    ) {
        let (w, scores) = (size.width, scratch.scores)
        let depth = w / size.heads
        let root = 1 / Float(depth).squareRoot()
        let stride = (n + 15) / 16 * 16
        for head in 0..<size.heads {
            let q = qkv + head * depth
            BLAS.gemm(
                m: n, n: n, k: depth, alpha: root, q, 3 * w, q + w, 3 * w, scores, stride, beta: 0)
            VectorMath.softmax(scores, rows: n, columns: n, stride: stride)
            BLAS.gemm(
                transposeB: false, m: n, n: depth, k: n, scores, stride, q + 2 * w, 3 * w,
                mixed + head * depth, w, beta: 0)
        }
    }
}

/// The memory an encoder works in, for one thread.
package final class EncoderScratch {
    fileprivate private(set) var x: UnsafeMutablePointer<Float>
    fileprivate private(set) var qkv: UnsafeMutablePointer<Float>
    fileprivate private(set) var mixed: UnsafeMutablePointer<Float>
    fileprivate private(set) var wide: UnsafeMutablePointer<Float>
    fileprivate private(set) var scores: UnsafeMutablePointer<Float>
    /// So many pieces are read at a time.
    static let rows = 4 * EncoderInput.longest
    private var all: UnsafeMutablePointer<Float>
    private var size: EncoderSize?

    package init() {
        all = .allocate(capacity: 1)
        (x, qkv, mixed, wide, scores) = (all, all, all, all, all)
    }

    deinit { all.deallocate() }

    fileprivate func fit(_ new: EncoderSize) {
        guard size != new else { return }
        size = new
        all.deallocate()
        let n = Self.rows
        let parts =
            [new.width, 3 * new.width, new.width, new.inner].map { $0 * n }
            + [EncoderInput.longest * EncoderInput.longest]
        all = .allocate(capacity: parts.reduce(0, +))
        all.initialize(repeating: 0, count: parts.reduce(0, +))
        x = all
        qkv = x + parts[0]
        mixed = qkv + parts[1]
        wide = mixed + parts[2]
        scores = wide + parts[3]
    }
}

/// What an encoder's heads say of an input, as log odds.
package struct EncoderOpinion: Sendable, Equatable {
    /// Against, neutral and favor about their mean; about the leader, speech, speaker right.
    package var values: [Float]
    /// What each number is for.
    package static let names = ["against", "neutral", "favor", "about", "speech", "speaker"]
    /// How many numbers it has.
    package static let count = 6

    init(_ raw: [Float]) {
        values = raw
        let mean = (raw[0] + raw[1] + raw[2]) / 3
        for i in 0..<3 { values[i] -= mean }
    }
}
