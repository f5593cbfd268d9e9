/// The measures of an encoder, which its file gives.
struct EncoderSize: Sendable, Equatable {
    let layers: Int
    let width: Int
    let heads: Int
    /// Numbers inside of a layer, between its two last products.
    let inner: Int

    /// What an encoder may measure: bounds every allocation.
    init(_ metadata: [String: String]) throws(EncoderFileError) {
        func number(_ key: String, _ range: ClosedRange<Int>) throws(EncoderFileError) -> Int {
            guard let text = metadata[key], let value = Int(text), range.contains(value) else {
                throw EncoderFileError(
                    description:
                        "\(key): found \(metadata[key]?.prefix(20) ?? "nothing"), expected a number from \(range.lowerBound) to \(range.upperBound)"
                )
            }
            return value
        }
        layers = try number("layers", 1...24)
        width = try number("width", 16...1024)
        heads = try number("heads", 1...64)
        inner = try number("inner", 16...4096)
        guard width % heads == 0, width % 16 == 0, inner % 16 == 0 else {
            throw EncoderFileError(
                description: "a width of \(width) for \(heads) heads and \(inner) inside")
        }
    }
}
