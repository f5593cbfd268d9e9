/// What a web page says: its main text, in paragraphs, and what its head tells of it.
///
/// Left out are navigation, headers and footers, asides, captions, pull quotes, forms, scripts and
/// what is hidden, told by the elements' names, roles and classes. Of what remains, the text is that of
/// the element which the page itself marks as the article's body, else of the one whose
/// paragraphs hold most words outside links.
struct HTMLPage {
    /// Paragraphs with an empty line between them; empty where the page has none.
    private(set) var text = ""
    private(set) var title: String?
    private(set) var source: String?
    private(set) var published: String?
    private(set) var url: String?
    /// Whether its elements are nested too deep to be read.
    let isTooDeep: Bool

    /// Reads a page, which is valid UTF-8.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        let outline = HTMLOutline(bytes)
        isTooDeep = outline.isTooDeep
        let main = HTMLMainText(outline)
        text = main.text
        readMetadata(outline)
        title = title ?? Self.clean(String(decoding: outline.title, as: UTF8.self)) ?? main.heading
    }

    private mutating func readMetadata(_ outline: HTMLOutline) {
        var found: [String: String] = [:]
        var time: String?
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
                time = time ?? values["datetime"].flatMap(Self.clean)
            default: break
            }
        }
        func first(_ names: [String]) -> String? { names.lazy.compactMap { found[$0] }.first }
        title = first(["og:title", "twitter:title", "headline", "dc.title", "title"])
        source = first(["og:site_name", "publisher", "dc.publisher", "application-name"])
        published =
            first([
                "article:published_time", "datepublished", "og:article:published_time",
                "publish-date", "publish_date", "publishdate", "pubdate", "parsely-pub-date",
                "dc.date.issued", "dc.date", "dcterms.created", "date",
            ]) ?? time
        url = first(["canonical", "og:url"])
    }

    /// The text without white space around it and in runs; `nil` where nothing is left.
    private static func clean(_ text: String) -> String? {
        let clean = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return clean.isEmpty ? nil : clean
    }
}
