import CaucusText

extension Encoder {
    /// Changes with what an encoder says of the same input by the same file, so that a store's older opinions are asked for anew.
    private static let arithmetic = "8"

    /// By what its opinion on an input is known: a digest of the encoder and of all that it reads, in hexadecimal.
    ///
    /// - Complexity: O(pieces).
    package func key(of input: EncoderInput) -> String {
        var bytes: [UInt8] = []
        func append(_ number: Int) {
            withUnsafeBytes(of: Int32(truncatingIfNeeded: number).littleEndian) {
                bytes.append(contentsOf: $0)
            }
        }
        // Each list after its count, so that no two inputs give the same bytes.
        for list in [input.pieces.map(Int.init), input.targets, input.quotation] {
            append(list.count)
            list.forEach(append)
        }
        var digest = SHA256()
        digest.update(utf8Of: checksum + Self.arithmetic)
        digest.update(bytes)
        // Half of it is enough: two inputs of one key would have to be looked for on purpose, 2⁶⁴ times.
        return String(digest.hex().prefix(32))
    }
}
