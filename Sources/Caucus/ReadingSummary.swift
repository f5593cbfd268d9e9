public import CaucusText

/// What `caucus read` prints of documents: how each was understood, and all together.
///
/// - Complexity: memory for the names of the outlets and the other columns, a thousand of each at most.
public struct ReadingSummary: Sendable {
    /// How many documents were added.
    public private(set) var documents = 0
    private var characters = 0
    private var shortest = Int.max
    private var longest = 0
    private var titled = 0
    private var dated = 0
    private var first: CalendarDay?
    private var last: CalendarDay?
    private var withDate = 0
    private var sources: Set<String> = []
    private var sourced = 0
    private var columns: [String] = []
    private static let most = 1000

    /// Starts without a document.
    public init() {}

    /// Adds a document.
    public mutating func add(_ document: Document) {
        documents += 1
        let count = document.text.unicodeScalars.count
        characters += count
        shortest = min(shortest, count)
        longest = max(longest, count)
        if document.title != nil { titled += 1 }
        if let source = document.source {
            sourced += 1
            if sources.count < Self.most { sources.insert(source) }
        }
        if let published = document.published {
            withDate += 1
            if let day = CalendarDay(published) {
                dated += 1
                first = min(first ?? day, day)
                last = max(last ?? day, day)
            }
        }
        for field in document.fields
        where columns.count < Self.most && !field.name.isEmpty && !columns.contains(field.name) {
            columns.append(field.name)
        }
    }

    /// All documents together, in a few lines.
    public var text: String {
        func part(_ count: Int) -> String { count == documents ? "all" : "\(count)" }
        var lines = [
            "\(documents) document\(documents == 1 ? "" : "s"), of \(shortest) to \(longest) characters, "
                + "\(characters / max(documents, 1)) on average"
        ]
        var days = "dates: none"
        if withDate > 0 {
            days = "dates: \(part(withDate)) have one"
            if let first, let last { days += ", \(first.iso) to \(last.iso)" }
            if dated < withDate { days += "; \(withDate - dated) not understood" }
        }
        lines.append(days)
        let outlets = sources.count < Self.most ? "\(sources.count)" : "\(Self.most) or more"
        lines.append(
            sourced == 0 ? "outlets: none" : "outlets: \(outlets), of \(part(sourced))")
        lines.append("titles: " + (titled == 0 ? "none" : part(titled)))
        if !columns.isEmpty {
            let more = columns.count > 12 ? " …" : ""
            lines.append(
                "other columns: " + columns.prefix(12).map(\.onOneLine).joined(separator: ", ")
                    + more)
        }
        return lines.joined(separator: "\n")
    }

    /// One document, in a few lines for people.
    public static func text(_ document: Document) -> String {
        var lines = ["\(document.id.onOneLine)    (\(document.place))"]
        func add(_ name: String, _ value: String?) {
            lines.append("  \(name): \(value.map(\.onOneLine) ?? "none")")
        }
        add("title", document.title)
        add("date", document.published.map { document.isDated ? $0 : "\($0) (not understood)" })
        add("outlet", document.source)
        if document.url != nil { add("url", document.url) }
        let scalars = document.text.unicodeScalars
        let start = String(String.UnicodeScalarView(scalars.prefix(70))).onOneLine
        lines.append(
            "  text: \(scalars.count) characters: \(start)\(scalars.count > 70 ? "…" : "")")
        return lines.joined(separator: "\n") + "\n"
    }

    /// One document as a line of JSON; `characters` counts code points.
    public static func json(_ document: Document) -> String {
        var line = JSONWriter()
        line.object { line in
            line.member("id", document.id)
            line.member("title", document.title)
            line.member("source", document.source)
            line.member("published", document.published)
            line.member("url", document.url)
            line.member("characters", document.text.unicodeScalars.count)
            line.member("place", "\(document.place)")
        }
        return line.text
    }
}
