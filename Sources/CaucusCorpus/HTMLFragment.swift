/// A text of a table or a record that is given as HTML: `<p>Adeyar agreed.</p><p>Penn did not.</p>`.
enum HTMLFragment {
    /// The text as it is read: the paragraphs where it is HTML, else with its entities resolved; `nil` where neither
    /// changes it. HTML that was escaped as a whole (`&lt;p&gt;`) is read too.
    ///
    /// - Complexity: O(bytes); a text without `<` and `&` is looked at once.
    static func readable(_ text: String) -> String? {
        if let read = self.text(of: text) { return read }
        guard let decoded = HTMLEntities.decoded(text) else { return nil }
        return self.text(of: decoded) ?? decoded
    }

    /// The paragraphs, with an empty line between them; `nil` where the text is no HTML, and where its elements are
    /// nested too deep or have too many attributes.
    ///
    /// HTML is told by a tag of a paragraph, a line break, a rule or a picture, or by two that open and close the same
    /// known element. “a < b”, “<3” and “<name>” are none. A whole page gives its main text. Where no tag sets
    /// lines apart, or fewer tags than blank lines, line feeds do; a blank line between words always sets them apart.
    static func text(of text: String) -> String? {
        var text = text
        return text.withUTF8 { bytes in
            guard let tags = Tags(bytes) else { return nil }
            if tags.isPage {
                let page = HTMLPage(bytes)
                return page.excess == nil ? page.text : nil
            }
            let lineFeeds: HTMLBlockText.LineFeeds =
                tags.borders > tags.blankLines ? .blankLines : .lines
            let outline =
                withoutBareSigns(bytes).map {
                    $0.withUnsafeBufferPointer { HTMLOutline($0, lineFeeds: lineFeeds) }
                } ?? HTMLOutline(bytes, lineFeeds: lineFeeds)
            return outline.excess == nil ? HTMLMainText(fragment: outline).text : nil
        }
    }
}

extension HTMLFragment {
    /// The tags of a text that is HTML.
    private struct Tags {
        /// Whether it is a whole page.
        var isPage = false
        /// How many tags mark paragraphs or line breaks.
        var borders = 0
        /// How many blank lines stand between words.
        var blankLines = 0

        /// Elements whose start tag alone tells HTML.
        private static let alone: Set<String> = ["p", "br", "hr", "img", "body", "html"]
        private static let borders: Set = ["p", "br", "div"]
        private static let known: Set<String> = [
            "div", "span", "a", "b", "i", "em", "strong", "u", "s", "small", "sub", "sup", "q",
            "cite", "font", "mark", "time", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li",
            "dl",
            "dt", "dd", "blockquote", "article", "section", "table", "tbody", "tr", "td", "th",
            "figure", "figcaption", "aside", "header", "footer", "main", "pre", "code", "center",
            "script", "style", "iframe", "video", "abbr", "del", "ins", "strike", "big", "tt",
        ]
        private static let longestName = 10

        /// Finds the tags, or `nil` where the text is no HTML.
        init?(_ bytes: UnsafeBufferPointer<UInt8>) {
            guard var open = Self.next(UInt8(ascii: "<"), in: bytes, from: 0),
                bytes.contains([UInt8(ascii: ">")])
            else { return nil }
            var isHTML = false
            var opened: Set<String> = []
            // Where the text after the last tag of a block begins, unless it is no text.
            var text: Int? = 0
            // Where the next tag ends, if that was found already.
            var close = -1
            while true {
                if close < open {
                    guard let found = Self.next(UInt8(ascii: ">"), in: bytes, from: open) else {
                        break
                    }
                    close = found
                }
                let nextOpen =
                    Self.next(UInt8(ascii: "<"), in: bytes, from: open + 1) ?? bytes.count
                if nextOpen > close, let (name, isEnd) = Self.name(bytes[(open + 1)..<close]) {
                    if Self.alone.contains(name) {
                        isHTML = true
                        isPage = isPage || name == "body" || name == "html"
                    } else if isEnd {
                        isHTML = isHTML || opened.contains(name)
                    } else {
                        opened.insert(name)
                    }
                    if Self.borders.contains(name), !isEnd || name == "br" {
                        borders += 1
                    }
                    if name == "br" || !HTMLOutlineReader.inlineNames.contains(name) {
                        if let text { blankLines += Self.blankLines(bytes[text..<open]) }
                        let isSilent = !isEnd && (name == "script" || name == "style")
                        text = isSilent ? nil : close + 1
                    }
                }
                guard nextOpen < bytes.count else { break }
                open = nextOpen
            }
            guard isHTML else { return nil }
            if let text { blankLines += Self.blankLines(bytes[text...]) }
        }

        /// How many blank lines stand between words.
        private static func blankLines(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
            var (count, feeds, hasWord) = (0, 0, false)
            for byte in text {
                if byte > 0x20 {
                    if feeds > 1, hasWord { count += 1 }
                    (feeds, hasWord) = (0, true)
                } else if byte == 0x0A {
                    feeds += 1
                }
            }
            return count
        }

        private static func next(
            _ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
        ) -> Int? {
            UnsafeBufferPointer(rebasing: bytes[start...]).firstByte(byte).map { $0 + start }
        }

        /// The known element of the tag whose inside is given.
        private static func name(
            _ inside: Slice<UnsafeBufferPointer<UInt8>>
        ) -> (name: String, isEnd: Bool)? {
            let isEnd = inside.first == UInt8(ascii: "/")
            let letters = inside.dropFirst(isEnd ? 1 : 0).prefix(longestName + 1)
            let word = letters.prefix {
                $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 >= 0x30 && $0 <= 0x39
            }
            guard !word.isEmpty, word.count <= longestName else { return nil }
            if let after = letters.dropFirst(word.count).first {
                guard after <= 0x20 || after == UInt8(ascii: "/") else { return nil }
            }
            let name = String(decoding: word, as: UTF8.self).lowercased()
            return alone.contains(name) || known.contains(name) ? (name, isEnd) : nil
        }
    }
}
