extension HTMLFragment {
    /// The text with `&lt;` for each `<` that begins no tag, after which libxml2 would drop words (“If x<y the
    /// <b>fee</b> applies”, “Write <penn@lorn.example>”); `nil` where there is none.
    ///
    /// A tag is `!`, `?`, or an element's name, with `/` or without. Names that HTML does not know count where the text
    /// closes them, as `<block>…</block>` and `<graphic/>` of news formats.
    ///
    /// - Complexity: O(bytes).
    static func withoutBareSigns(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard let last = bytes.lastIndex(of: UInt8(ascii: ">")) else { return nil }
        let closed = closedNames(bytes)
        var result: [UInt8] = []
        // Where what is not yet copied begins.
        var start = 0
        for i in signs(bytes) where i > last || !isTag(bytes, at: i + 1, closed) {
            result += bytes[start..<i]
            result += Array("&lt;".utf8)
            start = i + 1
        }
        guard start > 0 else { return nil }
        result += bytes[start...]
        return result
    }

    /// The places of `<`.
    private static func signs(_ bytes: UnsafeBufferPointer<UInt8>) -> some Sequence<Int> {
        sequence(state: 0) { next -> Int? in
            guard next < bytes.count else { return nil }
            let rest = UnsafeBufferPointer(rebasing: bytes[next...])
            guard let found = rest.firstByte(UInt8(ascii: "<")) else { return nil }
            defer { next += found + 1 }
            return next + found
        }
    }

    /// The names of the end tags.
    private static func closedNames(_ bytes: UnsafeBufferPointer<UInt8>) -> Set<String> {
        var names: Set<String> = []
        for i in signs(bytes) where i + 1 < bytes.count && bytes[i + 1] == UInt8(ascii: "/") {
            guard names.count < maximumNames else { break }
            if let (name, _) = name(bytes, at: i + 2), !known.contains(name) { names.insert(name) }
        }
        return names
    }

    private static func isTag(
        _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, _ closed: Set<String>
    ) -> Bool {
        guard start < bytes.count else { return false }
        switch bytes[start] {
        case UInt8(ascii: "!"), UInt8(ascii: "?"): return true
        default: break
        }
        let isEnd = bytes[start] == UInt8(ascii: "/")
        guard let (name, end) = name(bytes, at: start + (isEnd ? 1 : 0)) else { return false }
        return isEnd || known.contains(name) || closed.contains(name) || isClosed(bytes, from: end)
    }

    /// Whether the tag whose name ends at `start` closes itself.
    private static func isClosed(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
        for i in start..<bytes.count {
            if bytes[i] == UInt8(ascii: "<") { return false }
            if bytes[i] == UInt8(ascii: ">") { return bytes[i - 1] == UInt8(ascii: "/") }
        }
        return false
    }

    /// The name that begins at `start`, in small letters, and the place after it; `nil` where something else than a
    /// tag's inside follows.
    private static func name(
        _ bytes: UnsafeBufferPointer<UInt8>, at start: Int
    ) -> (name: String, end: Int)? {
        var end = start
        while end < bytes.count, end - start <= longestName, isNameByte(bytes[end]) { end += 1 }
        guard end > start, end - start <= longestName, end < bytes.count,
            (0x61...0x7A).contains(bytes[start] | 0x20)
        else { return nil }
        let next = bytes[end]
        guard next <= 0x20 || next == UInt8(ascii: "/") || next == UInt8(ascii: ">") else {
            return nil
        }
        return (String(decoding: bytes[start..<end], as: UTF8.self).lowercased(), end)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39
            || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }

    private static let longestName = 32
    /// The unknown names that are kept; a text has a few.
    private static let maximumNames = 1000

    /// The elements of HTML, old ones too.
    private static let known: Set<String> = [
        "a", "abbr", "acronym", "address", "applet", "area", "article", "aside", "audio", "b",
        "base", "basefont", "bdi", "bdo", "big", "blink", "blockquote", "body", "br", "button",
        "canvas", "caption", "center", "cite", "code", "col", "colgroup", "data", "datalist", "dd",
        "del", "details", "dfn", "dialog", "dir", "div", "dl", "dt", "em", "embed", "fieldset",
        "figcaption", "figure", "font", "footer", "form", "frame", "frameset", "h1", "h2", "h3",
        "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "i", "iframe", "img", "input",
        "ins", "kbd", "label", "legend", "li", "link", "main", "map", "mark", "marquee", "math",
        "menu", "meta", "meter", "nav", "nobr", "noframes", "noscript", "object", "ol", "optgroup",
        "option", "output", "p", "param", "picture", "pre", "progress", "q", "rp", "rt", "ruby",
        "s", "samp", "script", "section", "select", "small", "source", "span", "strike", "strong",
        "style", "sub", "summary", "sup", "svg", "table", "tbody", "td", "template", "textarea",
        "tfoot", "th", "thead", "time", "title", "tr", "track", "tt", "u", "ul", "var", "video",
        "wbr",
    ]
}
