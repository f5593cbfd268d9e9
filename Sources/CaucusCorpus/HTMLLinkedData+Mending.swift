extension HTMLLinkedData {
    /// The JSON of a script as the standard has it: without what stands around it, white space, control characters in
    /// strings, escapes that JSON does not know, and commas before a closing bracket.
    ///
    /// - Complexity: O(bytes).
    static func mended(_ script: [UInt8]) -> [UInt8] {
        let (first, last) = section(script)
        guard let start = script[first..<last].firstIndex(where: isOpening),
            let end = script[start..<last].lastIndex(where: isClosing)
        else { return [] }
        var json: [UInt8] = []
        json.reserveCapacity(end - start + 1)
        var inString = false
        var i = start
        while i <= end {
            let byte = script[i]
            i += 1
            switch byte {
            case UInt8(ascii: "\\") where inString && i <= end:
                if escapes.contains(script[i]) { json.append(byte) }
                if script[i] >= 0x20 {
                    json.append(script[i])
                    i += 1
                }
            case UInt8(ascii: "\""):
                inString.toggle()
                json.append(byte)
            case 0x0A where inString: json += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
            case 0..<0x20: if inString { json.append(0x20) }
            case 0x20 where !inString: break
            case _ where !inString && isClosing(byte):
                if json.last == UInt8(ascii: ",") { json.removeLast() }
                json.append(byte)
            default: json.append(byte)
            }
        }
        return json
    }

    /// Where the content begins and ends: inside `<![CDATA[` and `]]>`, if the script begins with that.
    private static func section(_ script: [UInt8]) -> (Int, Int) {
        let mark = Array("<![CDATA[".utf8)
        let opening = (0..<min(40, script.count)).first { script[$0...].starts(with: mark) }
        guard let opening else { return (0, script.count) }
        let first = opening + mark.count
        let rest = script[first...]
        guard let end = rest.lastIndex(of: UInt8(ascii: ">")), end - 2 >= first,
            script[(end - 2)...].starts(with: Array("]]>".utf8))
        else { return (first, script.count) }
        return (first, end - 2)
    }

    private static let escapes = Array("\"\\/bfnrtu".utf8)
    private static func isOpening(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
    }
    private static func isClosing(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
    }
}
