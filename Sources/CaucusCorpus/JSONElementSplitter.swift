/// Finds where the elements of a JSON array end, without reading them.
///
/// It counts brackets outside strings, so an element whose brackets match is found whatever else is
/// wrong with it.
struct JSONElementSplitter: Sendable {
    /// The containers that are open inside the array.
    private var depth = 0
    private var inString = false
    private var escaped = false

    /// Whether nothing is open.
    var isOutside: Bool { depth == 0 && !inString }

    /// The comma or closing bracket that ends the element which the scan is in, at `start` or later;
    /// `nil` where the bytes end before, and the scan goes on with the bytes that follow.
    mutating func endOfElement(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var i = start
        while i < bytes.count {
            let byte = bytes[i]
            if inString {
                if escaped {
                    escaped = false
                } else if byte == UInt8(ascii: "\\") {
                    escaped = true
                } else if byte == UInt8(ascii: "\"") {
                    inString = false
                }
            } else {
                switch byte {
                case UInt8(ascii: "\""): inString = true
                case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
                case UInt8(ascii: ","): if depth == 0 { return i }
                case UInt8(ascii: "}"): depth = max(depth - 1, 0)
                case UInt8(ascii: "]"):
                    if depth == 0 { return i }
                    depth -= 1
                default: break
                }
            }
            i += 1
        }
        return nil
    }
}
