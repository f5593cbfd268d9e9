import CEncoder

/// Reads a stretch of text and gives what it says of the target as numbers: a transformer, frozen.
///
/// What it says of an input depends neither on those beside it, nor on the number of threads, nor on the processor: the
/// products of the layers are sums of whole numbers of eight bits, each row rounded by itself, and all else is added in one
/// order. Source: Vaswani et al. 2017 (arXiv:1706.03762), Devlin et al. 2019 (arXiv:1810.04805).
package final class Encoder: Sendable {
    package let tokenizer: WordPiece
    /// How it was made, and by which digest it is known.
    package let provenance: [String: String]
    let size: EncoderSize
    /// One number in eight bits for each piece and column; the file's own bytes.
    private let embedding: Table
    private let scales: [Float]
    private let positions: [Float]
    private let norm: EncoderLayer.Norm
    private let layers: [EncoderLayer]
    private let loops: caucus_loops
    /// What the heads weigh of the pooled numbers, and their intercepts.
    private let heads: [Float]
    private let levels: [Float]

    /// Bytes that live as long as the encoder does.
    private struct Table: @unchecked Sendable {
        let bytes: UnsafeRawBufferPointer
        let owner: (any Sendable)?
    }

    /// Reads the bytes of an encoder's file.
    ///
    /// - Parameters:
    ///   - bytes: The file; a part of it is read from there as long as the encoder lives.
    ///   - owner: What keeps the bytes where they are.
    package convenience init(_ bytes: UnsafeRawBufferPointer, owner: (any Sendable)? = nil)
        throws(EncoderFileError)
    {
        try self.init(bytes, owner: owner, kernels: 0)
    }

    /// The same, by the loops of an index in ``kernels``.
    package init(_ bytes: UnsafeRawBufferPointer, owner: (any Sendable)?, kernels: Int)
        throws(EncoderFileError)
    {
        let file = try EncoderFile(bytes)
        let size = try EncoderSize(file.header.metadata)
        let w = size.width
        guard let words = file.header.entries["vocabulary"], words.dtype == "U8",
            let tokenizer = WordPiece(vocabulary: Array(bytes[words.range]))
        else { throw EncoderFileError(description: "a vocabulary that is none") }
        let count = tokenizer.count
        embedding = Table(bytes: try file.data("embedding", "I8", [count, w]), owner: owner)
        scales = try file.floats("embedding.scale", [count])
        positions = try file.floats("positions", [EncoderInput.longest, w])
        norm = try EncoderLayer.Norm(file, "norm", width: size.width)
        var layers: [EncoderLayer] = []
        for i in 0..<size.layers { layers.append(try EncoderLayer(file, "layer.\(i).", size)) }
        heads = try file.floats("heads", [EncoderOpinion.count, 4 * w])
        levels = try file.floats("heads.bias", [EncoderOpinion.count])
        self.size = size
        self.layers = layers
        loops = Self.loops(kernels)
        self.tokenizer = tokenizer
        provenance = file.header.metadata
    }

    /// What the kinds of loops are called that this processor can run, the fastest first; all give the same bits.
    package static let kernels: [String] = sequence(first: 0) { $0 + 1 }.lazy
        .map { caucus_loops_here(CInt($0)) }.prefix { $0 != nil }
        .compactMap { $0.map { String(cString: $0.pointee.name) } }

    private static func loops(_ kernels: Int) -> caucus_loops {
        guard let loops = caucus_loops_here(CInt(kernels)) else {
            preconditionFailure("kernels \(kernels) of \(Self.kernels.count)")
        }
        return loops.pointee
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
        norm.apply(to: scratch.x, rows: row, loops)
        let lengths = inputs.map(\.pieces.count)
        for layer in layers { layer.apply(to: lengths, rows: row, scratch, loops) }
    }
}
