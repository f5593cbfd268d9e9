/// What stands after an array in the objects that wrap it, and after these.
struct JSONTail {
    /// How many objects and arrays are open.
    private var depth: Int
    private var inString = false
    private var isEscaped = false

    /// Follows the bytes after the end of an array, around which `depth` objects are open.
    init(depth: Int) { self.depth = depth }

    /// Whether something follows the outermost object in `bytes`, which go on where those of the last call ended.
    mutating func somethingFollows(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        for byte in bytes {
            if isEscaped {
                isEscaped = false
            } else if inString {
                if byte == UInt8(ascii: "\\") { isEscaped = true }
                if byte == UInt8(ascii: "\"") { inString = false }
            } else if depth == 0 {
                if byte > 0x20 { return true }
            } else {
                switch byte {
                case UInt8(ascii: "\""): inString = true
                case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
                case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
                default: break
                }
            }
        }
        return false
    }
}
