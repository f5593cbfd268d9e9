/// Looks for tags of more attributes than any page has, before libxml2 compares each with those before it.
///
/// Tags, comments and scripts end where libxml2 ends them. A long value alone, as a picture in an address has, is no harm.
struct HTMLTagScan {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var i = 0

    private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// Whether some tag has more than ``HTMLOutline/maximumAttributes``.
    ///
    /// - Complexity: O(bytes); text between tags is passed over at the speed of memory.
    static func hasTooManyAttributes(_ page: UnsafeBufferPointer<UInt8>) -> Bool {
        var scan = HTMLTagScan(page)
        while scan.pass(UInt8(ascii: "<")) {
            switch scan.byte {
            case UInt8(ascii: "!") where scan.starts(with: "!--"): scan.passComment()
            case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "/"):
                _ = scan.pass(UInt8(ascii: ">"))
            case let byte where isNameStart(byte):
                if scan.attributes() > HTMLOutline.maximumAttributes { return true }
            default: break
            }
        }
        return false
    }

    /// The byte that comes next; 0 at the end.
    private var byte: UInt8 { i < bytes.count ? bytes[i] : 0 }

    private static func isNameStart(_ byte: UInt8) -> Bool {
        byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
    }

    private static func isName(_ byte: UInt8) -> Bool {
        isNameStart(byte) || byte >= 0x30 && byte <= 0x39 || byte == UInt8(ascii: "-")
    }

    /// Goes past the next `byte`, or to the end; tells whether there is one.
    private mutating func pass(_ byte: UInt8) -> Bool {
        let rest = UnsafeBufferPointer(rebasing: bytes[i...])
        guard let found = rest.firstByte(byte) else {
            i = bytes.count
            return false
        }
        i += found + 1
        return true
    }

    private func starts(with word: StaticString) -> Bool {
        word.withUTF8Buffer { word in
            i + word.count <= bytes.count
                && word.indices.allSatisfy { bytes[i + $0] | 0x20 == word[$0] | 0x20 }
        }
    }

    private mutating func passComment() {
        let start = i + 1
        i += 1
        while pass(UInt8(ascii: ">")) {
            // `<!-->`, `-->` and `--!>`.
            let last = i - 2
            let dash = bytes[last] == UInt8(ascii: "!") ? last - 1 : last
            if dash > start, bytes[dash] == 0x2D, bytes[dash - 1] == 0x2D { return }
            if dash == start + 1, dash == last { return }
        }
    }

    /// How many attributes the tag has that begins here, and goes past it, and past the script or style it opens.
    private mutating func attributes() -> Int {
        let isScript = starts(with: "script")
        let isStyle = starts(with: "style")
        let start = i
        while Self.isName(byte) { i += 1 }
        let nameLength = i - start
        var count = 0
        while i < bytes.count, byte != UInt8(ascii: ">") {
            if byte <= 0x20 || byte == UInt8(ascii: "/") {
                i += 1
            } else if Self.isNameStart(byte) {
                count += 1
                passAttribute()
            } else {
                passWord()
            }
        }
        if isScript && nameLength == 6 || isStyle && nameLength == 5 {
            while pass(UInt8(ascii: "<")), !starts(with: isScript ? "/script" : "/style") {}
        }
        return count
    }

    private mutating func passAttribute() {
        while Self.isName(byte) { i += 1 }
        passSpace()
        guard byte == UInt8(ascii: "=") else { return }
        i += 1
        passSpace()
        let quote = byte
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            i += 1
            _ = pass(quote)
        } else {
            passWord()
        }
    }

    private mutating func passSpace() {
        while i < bytes.count, byte <= 0x20 { i += 1 }
    }

    private mutating func passWord() {
        while i < bytes.count, byte > 0x20, byte != UInt8(ascii: ">") { i += 1 }
    }
}
