/// The words that classes and ids of a page are made of.
enum HTMLClassName {
    /// `pull`, `quote` for `pull-quote`, `pull_quote` and `pullQuote`.
    static func words(of name: Substring) -> [String] {
        var words: [String] = []
        var word = ""
        for scalar in name.unicodeScalars.prefix(100) {
            let isCapital = ("A"..."Z").contains(scalar)
            let isLetter = isCapital || ("a"..."z").contains(scalar)
            let last = word.unicodeScalars.last
            if !isLetter || isCapital && last.map({ !("A"..."Z").contains($0) }) ?? false {
                if !word.isEmpty { words.append(word.lowercased()) }
                word = ""
            }
            if isLetter { word.unicodeScalars.append(scalar) }
        }
        if !word.isEmpty { words.append(word.lowercased()) }
        return words
    }

    /// Each two words that stand side by side.
    static func pairs(_ words: [String]) -> [String] {
        zip(words, words.dropFirst()).map { "\($0) \($1)" }
    }

    private static let layoutWords: Set<String> = [
        "row", "container", "col", "column", "columns", "wrapper", "wrap", "section", "block",
        "inner", "clearfix", "grid", "cell", "item", "card", "box", "panel", "group",
    ]

    /// Whether a class tells where something stands, not what it is: `row`, `col-md-8`.
    static func isLayout(_ names: String) -> Bool {
        names.split(whereSeparator: \.isWhitespace).prefix(32).contains {
            words(of: $0).first.map(layoutWords.contains) ?? true
        }
    }

    private static let bodyPairs: Set<String> = [
        "article body", "story body", "entry content", "post content", "post body",
        "article content", "article text", "story text", "story content", "article copy",
        "body content", "news body", "news content", "main text", "body text", "content body",
    ]
    private static let bodyWords: Set<String> = [
        "articlebody", "storybody", "storytext", "articletext",
    ]

    /// Whether a class or id names the body of an article: `entry-content`, `story-body`.
    static func namesBody(_ element: HTMLOutline.Element) -> Bool {
        guard element.name == "div" || element.name == "section" else { return false }
        return [element.attributes["class"], element.attributes["id"]].contains { names in
            guard let names else { return false }
            return names.split(whereSeparator: \.isWhitespace).prefix(32).contains { name in
                let words = words(of: name)
                // `article-body-wrap` and `post-content-footer` are something else.
                guard words.count <= 3 else { return false }
                return words.contains(where: bodyWords.contains)
                    || pairs(words).contains(where: bodyPairs.contains)
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
