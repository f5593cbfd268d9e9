/// Finds where the elements of a JSON array end, without reading them.
///
/// It follows brackets outside strings, so an element whose brackets match is found whatever else is wrong with
/// it. One that was cut off is told by what cannot follow in JSON: a line feed inside a string, an object that
/// stands in another one without a name, a bracket that closes another kind than was opened. The next
/// element is found all the same.
struct JSONElementSplitter: Sendable {
    /// The containers that are open inside the array, as the bytes that opened them; no more than were read.
    private var open: [UInt8] = []
    /// How many of them are arrays.
    private var arrays = 0
    private var inString = false
    private var escaped = false
    /// The last byte outside strings that is no white space; a string counts as its last mark.
    private var last = UInt8(ascii: ",")
    /// Whether the element that was found last is the last one: the array is closed.
    private(set) var isClosed = false

    /// Whether commas and a bracket end the elements; else each ends with its own bracket.
    private let isArray: Bool

    /// Creates a splitter of the elements of an array, or of objects that stand one after the other.
    init(isArray: Bool = true) { self.isArray = isArray }

    /// Whether nothing is open.
    var isOutside: Bool { open.isEmpty && !inString }

    /// The place right after the element which the scan is in, at `start` or later: the comma or bracket that ends
    /// it, or the byte before the next element where it was never closed; of objects one after the other where one
    /// has ended, or the next one begins. `nil` where the bytes end before, and
    /// the scan goes on with the bytes that follow.
    mutating func endOfElement(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var i = start
        while i < bytes.count {
            let byte = bytes[i]
            if inString {
                read(inString: byte)
            } else {
                switch byte {
                case UInt8(ascii: "\""): inString = true
                case UInt8(ascii: "{"):
                    if open.last == byte, last != UInt8(ascii: ":"), i > 0 {
                        forget()
                        return isArray ? i - 1 : i
                    }
                    open.append(byte)
                case UInt8(ascii: "["):
                    open.append(byte)
                    arrays += 1
                case UInt8(ascii: ","):
                    if open.isEmpty, isArray {
                        forget()
                        return i
                    }
                case UInt8(ascii: "}"):
                    close(UInt8(ascii: "{"))
                    if !isArray, open.isEmpty {
                        forget()
                        return i + 1
                    }
                case UInt8(ascii: "]"):
                    if open.isEmpty, isArray {
                        forget()
                        isClosed = true
                        return i
                    }
                    // Inside objects alone it closes nothing.
                    if arrays > 0 { close(UInt8(ascii: "[")) }
                default: break
                }
                if byte > 0x20 { last = byte }
            }
            i += 1
        }
        return nil
    }

    private mutating func read(inString byte: UInt8) {
        // A string holds no line feed: it was never closed.
        if byte == 0x0A {
            inString = false
            escaped = false
            last = UInt8(ascii: "\"")
        } else if escaped {
            escaped = false
        } else if byte == UInt8(ascii: "\\") {
            escaped = true
        } else if byte == UInt8(ascii: "\"") {
            inString = false
            last = byte
        }
    }

    /// Closes the innermost container of a kind, with those inside it that were never closed.
    private mutating func close(_ kind: UInt8) {
        while let inner = open.popLast() {
            if inner == UInt8(ascii: "[") { arrays -= 1 }
            if inner == kind { return }
        }
    }

    /// Makes ready for the next element.
    private mutating func forget() {
        open.removeAll(keepingCapacity: true)
        arrays = 0
        last = UInt8(ascii: ",")
    }
}
