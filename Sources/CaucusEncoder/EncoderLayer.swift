import CEncoder

/// One layer of an encoder: what each piece takes of the others, then what it makes of it.
struct EncoderLayer: Sendable {
    private let qkv: PackedWeights
    private let out: PackedWeights
    private let first: Norm
    private let wide: PackedWeights
    private let narrow: PackedWeights
    private let second: Norm
    private let size: EncoderSize

    /// What a row is multiplied by, and what is added, after it was brought to mean 0 and variance 1.
    struct Norm: Sendable {
        let gain: [Float]
        let bias: [Float]

        init(_ file: EncoderFile, _ name: String, width: Int) throws(EncoderFileError) {
            gain = try file.floats(name + ".gain", [width])
            bias = try file.floats(name + ".bias", [width])
        }

        /// Norms each row.
        func apply(
            to x: UnsafeMutablePointer<Float>, rows: Int, _ loops: borrowing caucus_loops
        ) {
            loops.normalize(x, rows, gain.count, gain, bias)
        }
    }

    /// Reads the layer whose tensors' names begin with `name`.
    init(_ file: EncoderFile, _ name: String, _ size: EncoderSize) throws(EncoderFileError) {
        let (w, inner) = (size.width, size.inner)
        qkv = try file.weights(name + "qkv", rows: 3 * w, columns: w)
        out = try file.weights(name + "out", rows: w, columns: w)
        first = try Norm(file, name + "first", width: w)
        wide = try file.weights(name + "wide", rows: inner, columns: w)
        narrow = try file.weights(name + "narrow", rows: w, columns: inner)
        second = try Norm(file, name + "second", width: w)
        self.size = size
    }

    /// Replaces the rows in the scratch, `lengths` of them for each input.
    func apply(
        to lengths: [Int], rows n: Int, _ scratch: EncoderScratch, _ loops: borrowing caucus_loops
    ) {
        let (w, inner) = (size.width, size.inner)
        let (x, eight) = (scratch.x, scratch.eight)
        loops.quantize(x, n, w, eight)
        loops.multiply(eight, n, qkv.inC, 0, scratch.qkv)
        var row = 0
        for length in lengths {
            loops.attend(
                scratch.qkv + row * 3 * w, length, w, size.heads, scratch.room,
                scratch.mixed + row * w)
            row += length
        }
        loops.quantize(scratch.mixed, n, w, eight)
        loops.multiply(eight, n, out.inC, 1, x)
        first.apply(to: x, rows: n, loops)
        loops.quantize(x, n, w, eight)
        loops.multiply(eight, n, wide.inC, 0, scratch.wide)
        loops.gelu(scratch.wide, n * inner)
        loops.quantize(scratch.wide, n, inner, eight)
        loops.multiply(eight, n, narrow.inC, 1, x)
        second.apply(to: x, rows: n, loops)
    }
}
