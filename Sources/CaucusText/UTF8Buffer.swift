/// Text that grows at its end: what ``CSVWriter`` and ``JSONWriter`` write into.
///
/// A number is put in place digit by digit without an append for each, which halves the time of a table that
/// is mostly offsets.
struct UTF8Buffer {
    /// Room for bytes, of which ``count`` are written.
    private var bytes: [UInt8] = []
    private(set) var count = 0

    init(capacity: Int = 0) {
        bytes = Array(repeating: 0, count: capacity)
    }

    var text: String { String(decoding: bytes[..<count], as: UTF8.self) }

    var last: UInt8? { count > 0 ? bytes[count - 1] : nil }

    /// The bytes written, which end the buffer.
    consuming func taken() -> [UInt8] {
        bytes.removeLast(bytes.count - count)
        return bytes
    }

    /// The bytes written so far; the buffer is empty then, and keeps its room.
    mutating func take() -> [UInt8] {
        defer { count = 0 }
        return Array(bytes[..<count])
    }

    mutating func removeLast() { count -= 1 }

    mutating func put(_ byte: UInt8) {
        makeRoom(for: 1)
        bytes[count] = byte
        count += 1
    }

    mutating func put(_ text: String) {
        var text = text
        text.withUTF8 { put($0) }
    }

    mutating func put(_ utf8: UnsafeBufferPointer<UInt8>) {
        makeRoom(for: utf8.count)
        let start = count
        bytes.withUnsafeMutableBytes { room in
            UnsafeMutableRawBufferPointer(rebasing: room[start...]).copyMemory(
                from: UnsafeRawBufferPointer(utf8))
        }
        count += utf8.count
    }

    /// The text between quotation marks.
    mutating func put(quoted utf8: UnsafeBufferPointer<UInt8>) {
        makeRoom(for: utf8.count + 2)
        let start = count
        bytes.withUnsafeMutableBytes { room in
            let room = UnsafeMutableRawBufferPointer(rebasing: room[start...])
            room[0] = UInt8(ascii: "\"")
            UnsafeMutableRawBufferPointer(rebasing: room[1...]).copyMemory(
                from: UnsafeRawBufferPointer(utf8))
            room[utf8.count + 1] = UInt8(ascii: "\"")
        }
        count += utf8.count + 2
    }

    mutating func put(digitsOf value: Int) {
        // Offsets make up half of a line: their digits are written from the last one on.
        guard value >= 0, value < 1_000_000_000_000_000_000 else { return put(String(value)) }
        var width = 1
        var bound = 10
        while width < 18, value >= bound {
            width += 1
            bound *= 10
        }
        putDigits(value, width)
    }

    /// A number with at most six digits after the point, none of them a trailing zero, and never `-0`: `0.5`,
    /// `12`, `-0.123457`. One that is not finite puts nothing.
    mutating func put(sixDecimals value: Double) {
        guard value.isFinite else { return }
        let scaled = (value * 1e6).rounded()
        guard abs(scaled) < 9e15 else { return put(String(value)) }
        if scaled < 0 { put(UInt8(ascii: "-")) }
        let millionths = Int(scaled.magnitude)
        put(digitsOf: millionths / 1_000_000)
        var fraction = millionths % 1_000_000
        guard fraction > 0 else { return }
        var width = 6
        while fraction % 10 == 0 {
            fraction /= 10
            width -= 1
        }
        put(UInt8(ascii: "."))
        putDigits(fraction, width)
    }

    /// `value` with as many digits as asked for, leading zeros among them.
    private mutating func putDigits(_ value: Int, _ width: Int) {
        makeRoom(for: width)
        let start = count
        bytes.withUnsafeMutableBufferPointer { room in
            let digits = UnsafeMutableBufferPointer(rebasing: room[start..<start + width])
            var rest = UInt(bitPattern: value)
            for i in digits.indices.reversed() {
                digits[i] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            }
        }
        count += width
    }

    /// Doubles the room where `more` bytes do not fit.
    private mutating func makeRoom(for more: Int) {
        guard bytes.count - count < more else { return }
        bytes.append(contentsOf: repeatElement(0, count: max(more, bytes.count, 64)))
    }
}

/// Numbers as tables and JSON write them, the same in every locale.
package enum DecimalText {
    /// At most six digits after the point, none of them a trailing zero: `0.5`, `-0.123457`; nothing where the
    /// number is not finite.
    package static func text(_ value: Double) -> String {
        var buffer = UTF8Buffer(capacity: 24)
        buffer.put(sixDecimals: value)
        return buffer.text
    }
}
