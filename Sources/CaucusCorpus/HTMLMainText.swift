/// The main text of a page: which of its blocks belong to the article.
struct HTMLMainText {
    /// The paragraphs, with an empty line between them.
    private(set) var text = ""
    /// The first heading of the page, or `nil`.
    private(set) var heading: String?

    private var outline: HTMLOutline
    /// For each element: whether it or one around it is left out.
    private var isOut: [Bool]
    /// For each element: the bytes of the paragraphs that stand right in it, and half of those one deeper.
    private var weights: [Int]

    /// Chooses the blocks.
    init(_ outline: HTMLOutline) {
        self.outline = outline
        isOut = [Bool](repeating: false, count: outline.elements.count)
        weights = [Int](repeating: 0, count: outline.elements.count)
        heading = outline.blocks.first { outline.elements[$0.element].name == "h1" }
            .map { String(decoding: $0.text, as: UTF8.self) }
        choose(byClass: true)
        // Where the words of a class leave next to nothing, the page means something else by them.
        if text.utf8.count < 200 {
            let strict = self
            choose(byClass: false)
            if text.utf8.count < 4 * strict.text.utf8.count { self = strict }
        }
    }

    private mutating func choose(byClass: Bool) {
        for (i, element) in outline.elements.enumerated() where element.parent >= 0 {
            isOut[i] = isOut[element.parent] || Self.isOut(element, byClass: byClass)
        }
        weigh()
        text = paragraphs(in: root())
    }

    private static let outNames: Set<String> = [
        "nav", "header", "footer", "aside", "figure", "figcaption", "caption", "form", "dialog",
        "menu", "h1", "head",
    ]
    private static let outRoles: Set<String> = [
        "navigation", "complementary", "banner", "contentinfo", "search", "dialog", "alert",
        "menu", "menubar", "toolbar", "tablist", "button",
    ]
    /// Words of a class or id that name what is no part of the text.
    private static let outWords: Set<String> = [
        "ad", "ads", "advert", "advertisement", "breadcrumb", "breadcrumbs", "byline", "caption",
        "captions", "comment", "comments", "callout", "cookie", "cookies", "credit", "credits",
        "disclaimer",
        "dateline", "footer", "gallery", "menu", "modal", "nav", "navbar", "navigation",
        "newsletter", "paywall", "popup", "promo", "promos", "pullquote", "recirc", "recirculation",
        "recommended", "related", "share", "sharing", "sidebar", "signup", "social", "sponsor",
        "sponsored", "subscribe", "subscription", "tags", "toolbar", "topics", "trending", "widget",
        "timestamp", "teaser", "teasers",
    ]
    /// The same in two words.
    private static let outPairs: Set<String> = [
        "pull quote", "most read", "most popular", "read more", "see also", "drop quote",
        "also read", "twitter tweet", "instagram media", "call out", "sign up", "skip link",
        "author bio", "image description", "image credit",
    ]
    /// Words of a class that tells a state of the page: `social-share-enabled`, `has-sidebar`, `no-ads`.
    private static let stateWords: Set<String> = ["enabled", "disabled", "has", "is", "no", "with"]
    /// Elements that hold the page or the article, whatever they are called.
    private static let holders: Set<String> = ["html", "body", "main", "article", ""]

    private static func isOut(_ element: HTMLOutline.Element, byClass: Bool) -> Bool {
        // Of AMP's own elements none holds an article's paragraphs.
        if outNames.contains(element.name) || element.name.hasPrefix("amp-") { return true }
        let values = element.attributes
        if let role = values["role"], outRoles.contains(role.lowercased()) { return true }
        if values["hidden"] != nil || values["aria-hidden"]?.lowercased() == "true" { return true }
        if let style = values["style"] {
            let plain = style.lowercased().filter { !$0.isWhitespace }
            if plain.contains("display:none") || plain.contains("visibility:hidden") { return true }
        }
        if values["itemprop"]?.lowercased() == "articlebody" { return false }
        guard byClass, !holders.contains(element.name) else { return false }
        return [values["class"], values["id"]].contains { $0.map(namesOut) ?? false }
    }

    /// Whether the words of a class or id say that the element is no part of the text.
    private static func namesOut(_ names: String) -> Bool {
        for name in names.split(whereSeparator: \.isWhitespace).prefix(32) {
            let words = words(of: name)
            if words.contains(where: stateWords.contains) { continue }
            if words.contains(where: outWords.contains) { return true }
            if zip(words, words.dropFirst()).contains(where: { outPairs.contains("\($0) \($1)") }) {
                return true
            }
        }
        return false
    }

    /// `pull`, `quote` for `pull-quote`, `pull_quote` and `pullQuote`.
    private static func words(of name: Substring) -> [String] {
        var words: [String] = []
        var word = ""
        for scalar in name.unicodeScalars.prefix(100) {
            let isCapital = ("A"..."Z").contains(scalar)
            let isLetter = isCapital || ("a"..."z").contains(scalar)
            if !isLetter
                || isCapital
                    && word.unicodeScalars.last.map({ !("A"..."Z").contains($0) })
                        ?? false
            {
                if !word.isEmpty { words.append(word.lowercased()) }
                word = ""
            }
            if isLetter { word.unicodeScalars.append(scalar) }
        }
        if !word.isEmpty { words.append(word.lowercased()) }
        return words
    }

    private mutating func weigh() {
        weights = [Int](repeating: 0, count: outline.elements.count)
        for block in outline.blocks where isRead(block) {
            let bytes = block.text.count - block.linked
            // The element that holds the paragraph, and the one around that.
            let holder =
                outline.elements[block.element].name == "p"
                ? outline.elements[block.element].parent : block.element
            guard holder >= 0 else { continue }
            weights[holder] += bytes
            let outer = outline.elements[holder].parent
            if outer >= 0 { weights[outer] += bytes / 2 }
        }
    }

    /// Whether a block may be text: not left out, and not mostly links.
    private func isRead(_ block: HTMLOutline.Block) -> Bool {
        !isOut[block.element] && block.linked * 2 <= block.text.count
    }

    /// The element whose text is read.
    private func root() -> Int {
        let marked = outline.elements.indices.filter {
            outline.elements[$0].attributes["itemprop"]?.lowercased() == "articlebody"
        }
        let all = outline.elements.indices
        let best = heaviest(marked.isEmpty ? Array(all) : marked, within: !marked.isEmpty)
        guard marked.isEmpty, best > 0 else { return best }
        // Paragraphs beside the heaviest element belong to the article that holds both.
        var element = best
        while element > 0 {
            if outline.elements[element].name == "article" { return element }
            element = outline.elements[element].parent
        }
        return chiefArticle(insteadOf: best) ?? best
    }

    /// The one article of the page among teasers of others, or `nil`: `best` holds several articles, the text outside
    /// of articles is shorter, and no other article is a third as long, as the posts of a live blog are.
    private func chiefArticle(insteadOf best: Int) -> Int? {
        // For each element the outermost article that it stands in, or 0; and whether `best` holds it.
        var holder = [Int](repeating: 0, count: outline.elements.count)
        var isIn = [Bool](repeating: false, count: outline.elements.count)
        var teasers = 0
        for (i, element) in outline.elements.enumerated() {
            isIn[i] = i == best || element.parent >= 0 && isIn[element.parent]
            guard element.parent >= 0 else { continue }
            let outer = holder[element.parent]
            holder[i] = outer == 0 && element.name == "article" ? i : outer
            if holder[i] == i, isIn[i] { teasers += 1 }
        }
        guard teasers > 1 else { return nil }
        var bytes: [Int: Int] = [:]
        for block in outline.blocks where isRead(block) {
            bytes[holder[block.element], default: 0] += block.text.count - block.linked
        }
        let own = bytes.removeValue(forKey: 0) ?? 0
        let order = bytes.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }
        guard let first = order.first, order.count > 1, first.value > own,
            first.value > 3 * order[1].value
        else { return nil }
        return first.key
    }

    /// The candidate with the greatest weight, its own or, `within`, that of all it holds.
    private func heaviest(_ candidates: [Int], within: Bool) -> Int {
        var sums = weights
        if within {
            for i in outline.elements.indices.reversed() where outline.elements[i].parent >= 0 {
                sums[outline.elements[i].parent] += sums[i]
            }
        }
        var best = 0
        for candidate in candidates where sums[candidate] > sums[best] || best == 0 {
            best = candidate
        }
        return best
    }

    private func paragraphs(in root: Int) -> String {
        var isIn = [Bool](repeating: false, count: outline.elements.count)
        for (i, element) in outline.elements.enumerated() {
            isIn[i] = i == root || element.parent >= 0 && isIn[element.parent]
        }
        var bytes: [UInt8] = []
        for block in outline.blocks where isIn[block.element] && isRead(block) {
            if !bytes.isEmpty { bytes += [0x0A, 0x0A] }
            bytes += block.text
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
