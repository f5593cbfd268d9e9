/// Pieces of one text by code-point offsets.
struct CodePointSlices {
    private let scalars: [Unicode.Scalar]

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    var count: Int { scalars.count }

    /// The code points from `start` to `end`, cut to the text.
    subscript(_ start: Int, _ end: Int) -> String {
        let from = min(max(start, 0), scalars.count)
        let to = min(max(end, from), scalars.count)
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[from..<to])
        return String(text)
    }
}
