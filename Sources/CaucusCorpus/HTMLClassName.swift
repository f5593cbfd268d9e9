/// The words that classes and ids of a page are made of.
enum HTMLClassName {
    /// The classes of an attribute, at most 32 of them.
    static func names(_ attribute: String) -> [Substring] {
        attribute.utf8.split(maxSplits: 32) { $0 <= 0x20 }.prefix(32).map { Substring($0) }
    }

    /// `pull`, `quote` for `pull-quote`, `pull_quote` and `pullQuote`.
    static func words(of name: Substring) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        var endsSmall = false
        func end() {
            if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
            word.removeAll(keepingCapacity: true)
        }
        for byte in name.utf8.prefix(100) {
            let isCapital = byte >= 0x41 && byte <= 0x5A
            let isLetter = isCapital || byte >= 0x61 && byte <= 0x7A
            if !isLetter || isCapital && endsSmall { end() }
            if isLetter { word.append(byte | 0x20) }
            endsSmall = isLetter && !isCapital
        }
        end()
        return words
    }

    /// Whether two words that stand side by side are one of `pairs`, each by its first word.
    static func contains(_ words: [String], _ pairs: [String: Set<String>]) -> Bool {
        guard words.count > 1 else { return false }
        return words.indices.dropLast().contains {
            pairs[words[$0]]?.contains(words[$0 + 1]) ?? false
        }
    }

    /// Pairs of words by the first one.
    static func table(_ pairs: [String]) -> [String: Set<String>] {
        var table: [String: Set<String>] = [:]
        for pair in pairs {
            let words = pair.split(separator: " ").map(String.init)
            table[words[0], default: []].insert(words[1])
        }
        return table
    }

    private static let layoutWords: Set<String> = [
        "row", "container", "col", "column", "columns", "wrapper", "wrap", "section", "block",
        "inner", "clearfix", "grid", "cell", "item", "card", "box", "panel", "group",
    ]

    /// Whether a class tells where something stands, not what it is: `row`, `col-md-8`.
    static func isLayout(_ names: String) -> Bool {
        self.names(names).contains {
            words(of: $0).first.map(layoutWords.contains) ?? true
        }
    }

    private static let bodyPairs = table([
        "article body", "story body", "entry content", "post content", "post body",
        "article content", "article text", "story text", "story content", "article copy",
        "body content", "news body", "news content", "main text", "body text", "content body",
    ])
    private static let bodyWords: Set<String> = [
        "articlebody", "storybody", "storytext", "articletext",
    ]

    /// Whether a class or id names the body of an article: `entry-content`, `story-body`.
    static func namesBody(_ element: HTMLOutline.Element) -> Bool {
        guard element.name == "div" || element.name == "section" else { return false }
        return [element.attributes["class"], element.attributes["id"]].contains { names in
            guard let names else { return false }
            return self.names(names).contains { name in
                let words = words(of: name)
                // `article-body-wrap` and `post-content-footer` are something else.
                guard words.count <= 3 else { return false }
                return words.contains(where: bodyWords.contains)
                    || contains(words, bodyPairs)
            }
        }
    }
}

extension HTMLOutline {
    /// Whether the page itself marks the element as the article's body.
    static func marksBody(_ element: Element) -> Bool {
        [element.attributes["itemprop"], element.attributes["property"]].contains {
            $0?.lowercased().hasSuffix("articlebody") ?? false
        }
    }
}
