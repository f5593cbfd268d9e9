/// What a page's JSON-LD says of its article: the vocabulary of schema.org, as search engines read it.
///
/// Pages hold one object, an array, or a `@graph`; the first object whose type is an article's counts, one with a body
/// before one without. JSON that pages get wrong often (line feeds in strings, commas before a bracket, comments
/// around the script) is read all the same; what is worse is passed over.
struct HTMLLinkedData {
    private(set) var headline: String?
    private(set) var published: String?
    private(set) var source: String?
    private(set) var author: String?
    private(set) var url: String?
    /// The article's text as given; it may hold HTML.
    private(set) var body: String?

    /// The objects that are looked at; a page's own are a few.
    private static let maximumObjects = 1000
    /// Objects are looked for in arrays, `@graph` and `mainEntity`, no deeper than this.
    private static let maximumDepth = 6

    /// The names that are looked at in lists of one value, in all.
    private static let maximumNames = 20

    private var objects: [[String: JSONValue]] = []
    /// The names of the objects, by their `@id`.
    private var names: [String: JSONValue] = [:]
    private var namesLeft = 0

    /// Reads scripts, each as its bytes.
    ///
    /// - Complexity: O(bytes).
    init(_ scripts: [[UInt8]]) {
        for script in scripts {
            for text in [script, Self.unescaped(script)] {
                let before = objects.count
                read(Self.mended(text ?? []), depth: 0)
                if objects.count > before { break }
            }
        }
        for object in objects {
            guard case .string(let id) = object["@id"], let name = object["name"] else { continue }
            if names[id] == nil { names[id] = name }
        }
        let articles = objects.filter(Self.isArticle)
        let bodies = articles.lazy.map { ($0, Self.body(of: $0)) }
        if let (article, body) = bodies.first(where: { $0.1 != nil }) {
            describe(article)
            self.body = body
        } else if let article = articles.first {
            describe(article)
        }
        if source == nil, let site = objects.first(where: { Self.types($0).contains("WebSite") }) {
            source = name(site["name"])
        }
        (objects, names) = ([], [:])
    }

    /// A script whose quotation marks are entities, as some systems write them.
    private static func unescaped(_ script: [UInt8]) -> [UInt8]? {
        HTMLEntities.decoded(String(decoding: script, as: UTF8.self)).map { Array($0.utf8) }
    }

    private mutating func read(_ json: [UInt8], depth: Int) {
        guard depth <= Self.maximumDepth, objects.count < Self.maximumObjects,
            let first = json.first
        else { return }
        if first == UInt8(ascii: "[") {
            for element in Self.elements(json) { read(element, depth: depth + 1) }
            return
        }
        guard first == UInt8(ascii: "{"), let object = Self.object(json) else { return }
        objects.append(object)
        for name in ["@graph", "mainEntity", "mainEntityOfPage"] {
            if case .nested(let inner) = object[name] { read(Array(inner.utf8), depth: depth + 1) }
        }
    }

    /// The members of an object; of two of one name the last.
    private static func object(_ json: [UInt8]) -> [String: JSONValue]? {
        json.withUnsafeBufferPointer { bytes in
            var scanner = JSONScanner(bytes)
            guard let columns = try? scanner.object() else { return nil }
            return Dictionary(columns.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
        }
    }

    /// The elements of an array, as they are written.
    private static func elements(_ json: [UInt8]) -> [[UInt8]] {
        json.withUnsafeBufferPointer { bytes in
            var splitter = JSONElementSplitter()
            var elements: [[UInt8]] = []
            var start = 1
            while !splitter.isClosed, elements.count < maximumObjects, start < bytes.count,
                let end = splitter.endOfElement(bytes, from: start)
            {
                let element = bytes[start..<max(start, end)]
                elements.append(Array(element.drop { $0 <= 0x20 }))
                start = max(start, end) + 1
            }
            return elements
        }
    }
}

// MARK: - What an article is called and what it says

extension HTMLLinkedData {
    private static func types(_ object: [String: JSONValue]) -> [String] {
        strings(object["@type"])
    }

    /// A string, or the strings of an array.
    private static func strings(_ value: JSONValue?) -> [String] {
        switch value {
        case .string(let text): return [text]
        case .nested(let json) where json.utf8.first == UInt8(ascii: "["):
            return elements(Array(json.utf8)).compactMap {
                guard case .string(let text) = self.value($0) else { return nil }
                return text
            }
        default: return []
        }
    }

    /// A value as it is written.
    private static func value(_ json: [UInt8]) -> JSONValue? {
        object(Array("{\"v\":".utf8) + json + Array("}".utf8))?["v"]
    }

    private static func isArticle(_ object: [String: JSONValue]) -> Bool {
        types(object).contains { type in
            let name =
                type.split(whereSeparator: { $0 == "/" || $0 == "#" || $0 == ":" }).last ?? ""
            return name.hasSuffix("Article") || name.hasSuffix("BlogPosting") || name == "Report"
                || name == "DiscussionForumPosting"
        }
    }

    /// The text of an article, or of the posts of a live blog.
    private static func body(of object: [String: JSONValue]) -> String? {
        let own = strings(object["articleBody"]).joined(separator: "\n\n")
        if !own.isBlank { return own }
        guard case .nested(let updates) = object["liveBlogUpdate"],
            updates.utf8.first == UInt8(ascii: "[")
        else { return nil }
        let posts = elements(Array(updates.utf8)).compactMap { post in
            self.object(post).map { strings($0["articleBody"]).joined(separator: "\n\n") }
        }
        let text = posts.filter { !$0.isBlank }.joined(separator: "\n\n")
        return text.isEmpty ? nil : text
    }

    private mutating func describe(_ article: [String: JSONValue]) {
        func first(_ names: [String]) -> String? {
            names.lazy.compactMap { name in Self.strings(article[name]).first { !$0.isBlank } }
                .first
        }
        headline = first(["headline", "name"]).map { HTMLEntities.decoded($0) ?? $0 }
        published = first(["datePublished", "dateCreated"])
        url = first(["url", "mainEntityOfPage"]) ?? id(article["mainEntityOfPage"])
        source = name(article["publisher"]) ?? name(article["sourceOrganization"])
        author = name(article["author"]) ?? name(article["creator"])
    }

    private func id(_ value: JSONValue?) -> String? {
        guard case .nested(let json) = value, let object = Self.object(Array(json.utf8)) else {
            return nil
        }
        return Self.strings(object["@id"]).first
    }

    /// The name of a person or an organization: a string, an object's `name`, an object that another one describes, or
    /// several of them with commas between.
    private mutating func name(_ value: JSONValue?) -> String? {
        namesLeft = Self.maximumNames
        return name(value, depth: 0)
    }

    private mutating func name(_ value: JSONValue?, depth: Int) -> String? {
        switch value {
        case .string(let name):
            return name.isBlank || name.contains("://") ? nil : HTMLEntities.decoded(name) ?? name
        case .nested(let json):
            guard depth < 3 else { return nil }
            let bytes = Array(json.utf8)
            if let object = Self.object(bytes) {
                if let name = name(object["name"], depth: depth + 1) { return name }
                guard let id = Self.strings(object["@id"]).first else { return nil }
                return name(names[id], depth: depth + 1)
            }
            var found: [String] = []
            for element in Self.elements(bytes) {
                guard namesLeft > 0 else { break }
                namesLeft -= 1
                if let name = name(Self.value(element), depth: depth + 1) { found.append(name) }
            }
            return found.isEmpty ? nil : found.joined(separator: ", ")
        default: return nil
        }
    }
}
