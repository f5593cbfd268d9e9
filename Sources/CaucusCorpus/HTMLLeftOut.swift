/// Which elements of a page are no part of its text, told by their names, roles and classes.
enum HTMLLeftOut {
    /// How much is left out; the less, the more a page means something else by its names.
    enum Strictness: Int, Comparable {
        /// What is no text on any page.
        case names
        /// What is hidden too.
        case hidden
        /// What a class says, too.
        case classes

        static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
    }

    private static let outNames: Set<String> = [
        "nav", "header", "footer", "aside", "figure", "figcaption", "caption", "dialog", "menu",
        "h1", "head",
    ]
    private static let outRoles: Set<String> = [
        "navigation", "complementary", "banner", "contentinfo", "search", "dialog", "alert",
        "menu", "menubar", "toolbar", "tablist", "button", "comment", "alertdialog",
    ]
    /// Words of a class or id that name what is no part of the text.
    private static let outWords: Set<String> = [
        "ad", "ads", "advert", "advertisement", "breadcrumb", "breadcrumbs", "byline", "caption",
        "captions", "comment", "comments", "callout", "consent", "cookie", "cookies", "copyright",
        "credit", "credits", "disclaimer", "disqus", "dateline", "footer", "gallery", "gdpr",
        "menu", "modal", "nav", "navbar", "navigation", "newsletter", "outbrain", "paywall",
        "popup", "promo", "promos", "pullquote", "recirc", "recirculation", "recommended",
        "regwall", "related", "share", "sharing", "sidebar", "signup", "social", "sponsor",
        "sponsored", "subscribe", "subscription", "taboola", "tags", "toolbar", "topics",
        "trending", "widget", "timestamp", "teaser", "teasers",
    ]
    /// The same in two words.
    private static let outPairs = HTMLClassName.table([
        "pull quote", "most read", "most popular", "read more", "see also", "drop quote",
        "also read", "twitter tweet", "instagram media", "call out", "sign up", "skip link",
        "author bio", "image description", "image credit", "author info", "author box",
        "about author", "author card", "author meta", "post meta", "entry meta", "article meta",
        "story meta", "published date", "publish date", "post date", "entry date", "pub date",
        "read time", "reading time", "photo credit", "read next", "up next", "more stories",
        "top stories", "log in", "sign in", "cta box", "user comments", "reader responses",
    ])
    /// Words of a class that tells a state of the page: `social-share-enabled`, `has-sidebar`, `no-ads`.
    private static let stateWords: Set<String> = ["enabled", "disabled", "has", "is", "no", "with"]
    /// First words of the class of an article that is not the page's own.
    private static let otherArticles: Set<String> = [
        "comment", "comments", "teaser", "promo", "related", "recommended", "ad", "sponsored",
        "reply",
    ]
    /// Elements that hold the page or the article, whatever they are called.
    private static let holders: Set<String> = ["html", "body", "main", ""]

    /// Whether an element is no part of the text; `isHolder` where it holds the page's main part.
    static func leavesOut(
        _ element: HTMLOutline.Element, _ strictness: Strictness, isHolder: Bool
    ) -> Bool {
        // Of AMP's own elements none holds an article's paragraphs.
        if outNames.contains(element.name) || element.name.hasPrefix("amp-") { return true }
        let values = element.attributes
        if isHolder || values.isEmpty && element.name != "form" { return false }
        // Old pages stand in one form as a whole.
        if element.name == "form" { return strictness > .names }
        if let role = values["role"], outRoles.contains(role.lowercased()) { return true }
        if values["itemtype"]?.hasSuffix("schema.org/Comment") ?? false { return true }
        if holders.contains(element.name) { return false }
        if strictness > .names, isHidden(element) { return true }
        if HTMLOutline.marksBody(element) { return false }
        guard strictness == .classes else { return false }
        let isArticle = element.name == "article"
        return [values["class"], values["id"]].contains {
            $0.map { isArticle ? namesOther($0) : namesOut($0) } ?? false
        }
    }

    /// Whether a browser shows nothing of the element.
    private static func isHidden(_ element: HTMLOutline.Element) -> Bool {
        let values = element.attributes
        if values["hidden"] != nil || values["aria-hidden"]?.lowercased() == "true" { return true }
        guard let style = values["style"] else { return false }
        let plain = style.lowercased().filter { !$0.isWhitespace }
        return plain.contains("display:none") || plain.contains("visibility:hidden")
    }

    /// Whether text within a line is not seen: words for screen readers, as “opens in a new window”.
    static func isUnseen(_ element: HTMLOutline.Element) -> Bool {
        let values = element.attributes
        if values["hidden"] != nil { return true }
        guard element.name != "a" else { return false }
        guard let names = values["class"]?.lowercased() else { return false }
        return HTMLClassName.names(names).contains {
            unseen.contains(String($0))
        }
    }

    private static let unseen: Set<String> = [
        "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screenreader",
        "screen-reader-only", "off-screen", "offscreen", "a11y-hidden",
    ]

    /// Whether an element within a line is set apart by its class: `<span class="caption">`.
    static func setsApart(_ element: HTMLOutline.Element) -> Bool {
        guard element.name == "span" || element.name == "small" || element.name == "time" else {
            return false
        }
        return [element.attributes["class"], element.attributes["id"]].contains {
            $0.map(namesOut) ?? false
        }
    }

    /// Whether the words of a class or id say that the element is no part of the text.
    private static func namesOut(_ names: String) -> Bool {
        for name in HTMLClassName.names(names) {
            let words = HTMLClassName.words(of: name)
            if words.contains(where: stateWords.contains) { continue }
            if words.contains(where: outWords.contains) { return true }
            if HTMLClassName.contains(words, outPairs) { return true }
        }
        return false
    }

    /// Whether an article's class says that it is a comment or an announcement of another one.
    private static func namesOther(_ names: String) -> Bool {
        HTMLClassName.names(names).contains {
            HTMLClassName.words(of: $0).first.map(otherArticles.contains) ?? false
        }
    }
}
