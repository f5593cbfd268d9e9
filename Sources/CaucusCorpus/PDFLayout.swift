/// The pages, blocks, lines and words that `pdftotext -bbox-layout` writes, an element a line.
enum PDFLayout {
    /// The text of `bytes`: a form feed after each page, an empty line between blocks and before an indented line.
    ///
    /// - Complexity: O(bytes).
    static func text(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        /// How far the block, the line before and the line are from the left.
        var (block, last, line) = (0.0, 0.0, 0.0)
        var isFirstOfBlock = true
        var isFirstOfLine = true
        for element in bytes.split(separator: 0x0A) {
            let element = element.drop { $0 == 0x20 }
            if element.starts(with: "<word ".utf8) {
                guard let start = element.firstIndex(of: 0x3E),
                    let end = element[start...].firstIndex(of: 0x3C)
                else { continue }
                if !isFirstOfLine { text.append(0x20) }
                isFirstOfLine = false
                append(element[(start + 1)..<end], to: &text)
            } else if element.starts(with: "<line ".utf8) {
                (last, line) = (line, left(element))
                // “  Nobody answered.” after a line at the edge begins a paragraph.
                let isIndented =
                    !isFirstOfBlock && abs(last - block) < 2 && (5...60).contains(line - block)
                if !text.isEmpty, text.last != 0x0C { text += isIndented ? [0x0A, 0x0A] : [0x0A] }
                (isFirstOfBlock, isFirstOfLine) = (false, true)
            } else if element.starts(with: "<block ".utf8) {
                block = left(element)
                isFirstOfBlock = true
                if !text.isEmpty, text.last != 0x0C { text.append(0x0A) }
            } else if element.starts(with: "</page>".utf8) {
                text += [0x0A, 0x0C]
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The value of `xMin`.
    private static func left(_ element: ArraySlice<UInt8>) -> Double {
        let parts = element.split(separator: 0x22, maxSplits: 2)
        return parts.count > 1 ? Double(String(decoding: parts[1], as: UTF8.self)) ?? 0 : 0
    }

    private static let entities: [(name: [UInt8], letter: UInt8)] = [
        (Array("&amp;".utf8), 0x26), (Array("&lt;".utf8), 0x3C), (Array("&gt;".utf8), 0x3E),
        (Array("&quot;".utf8), 0x22), (Array("&apos;".utf8), 0x27), (Array("&#39;".utf8), 0x27),
    ]
    /// Letters that a font draws as one, U+FB00 to U+FB06.
    private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]

    private static func append(_ word: ArraySlice<UInt8>, to text: inout [UInt8]) {
        var i = word.startIndex
        while i < word.endIndex {
            let rest = word[i...]
            if word[i] == 0x26, let found = entities.first(where: { rest.starts(with: $0.name) }) {
                text.append(found.letter)
                i += found.name.count
            } else if rest.count > 2, rest.starts(with: [0xEF, 0xAC]),
                (0x80...0x86).contains(word[i + 2])
            {
                text += ligatures[Int(word[i + 2] - 0x80)].utf8
                i += 3
            } else {
                text.append(word[i])
                i += 1
            }
        }
    }
}
