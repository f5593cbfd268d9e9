/// What a web page says: its main text, in paragraphs, and what its head tells of it.
///
/// Left out are navigation, headers and footers, asides, captions, pull quotes, forms, scripts and
/// what is hidden, told by the elements' names, roles and classes. Of what remains, the text is that of
/// the element which the page itself marks as the article's body, else of the one whose
/// paragraphs hold most words outside links. Where its linked data (JSON-LD) hold more of the article than
/// the paragraphs, as behind a paywall, the text is theirs.
struct HTMLPage {
    /// Paragraphs with an empty line between them; empty where the page has none.
    private(set) var text = ""
    private(set) var title: String?
    private(set) var source: String?
    private(set) var published: String?
    private(set) var url: String?
    /// The names of its authors, with commas between.
    private(set) var author: String?
    /// Why it cannot be read, if it cannot.
    let excess: HTMLOutline.Excess?

    /// Reads a page, which is valid UTF-8.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        let outline = HTMLOutline(bytes)
        excess = outline.excess
        let main = HTMLMainText(outline)
        text = main.text
        let linked = HTMLLinkedData(outline.linkedData)
        if let body = linked.body.map(HTMLArticleBody.clean),
            HTMLArticleBody.isMore(body, than: text)
        {
            text = body
        }
        readMetadata(outline, linked)
        title = title ?? Self.clean(String(decoding: outline.title, as: UTF8.self)) ?? main.heading
    }

    private mutating func readMetadata(_ outline: HTMLOutline, _ linked: HTMLLinkedData) {
        var found: [String: String] = [:]
        // The first moment of the page, and the first that says what it is.
        var time: String?
        var publishedTime: String?
        for element in outline.elements {
            let values = element.attributes
            switch element.name {
            case "meta":
                let names = [values["property"], values["name"], values["itemprop"]]
                guard let content = Self.clean(values["content"] ?? "") else { continue }
                for name in names.compactMap({ $0?.lowercased() }) where found[name] == nil {
                    found[name] = content
                }
            case "link":
                if values["rel"]?.lowercased() == "canonical", let href = values["href"] {
                    found["canonical"] = found["canonical"] ?? Self.clean(href)
                }
            case "time":
                guard let moment = values["datetime"].flatMap(Self.clean) else { continue }
                time = time ?? moment
                if values["itemprop"]?.lowercased() == "datepublished" || values["pubdate"] != nil {
                    publishedTime = publishedTime ?? moment
                }
            default: break
            }
        }
        func first(_ names: [String]) -> String? { names.lazy.compactMap { found[$0] }.first }
        title =
            first(["og:title", "twitter:title", "headline", "dc.title", "title"])
            ?? linked.headline.flatMap(Self.clean)
        source =
            first(["og:site_name", "publisher", "dc.publisher"]) ?? linked.source.flatMap(
                Self.clean)
            ?? first(["application-name"])
        published =
            first([
                "article:published_time", "datepublished", "og:article:published_time",
                "publish-date", "publish_date", "publishdate", "pubdate", "parsely-pub-date",
                "dc.date.issued", "dc.date", "dcterms.created", "date",
            ]) ?? linked.published.flatMap(Self.clean) ?? publishedTime ?? time
        // A page may give its address without its site.
        let urls = [first(["canonical"]), first(["og:url"]), linked.url.flatMap(Self.clean)]
            .compactMap { $0 }
        url = urls.first { $0.contains("://") } ?? urls.first
        author =
            first(
                [
                    "author", "article:author", "dc.creator", "parsely-author", "sailthru.author",
                    "byl",
                ]
                .filter { !(found[$0]?.contains("://") ?? true) })
            ?? linked.author.flatMap(Self.clean)
    }

    /// The text without white space around it and in runs; `nil` where nothing is left.
    private static func clean(_ text: String) -> String? {
        let clean = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return clean.isEmpty ? nil : clean
    }
}
