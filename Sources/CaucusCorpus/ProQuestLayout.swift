import CaucusText

/// The text exports of ProQuest: rules of `_` between the documents, “Full text:” before each text and labels around it.
struct ProQuestLayout {
    private static let marks: Set<String> = [
        "full text", "proquest document id", "publication title", "publication info",
        "proquest document link", "document url", "source type",
    ]
    /// All labels that this layout asks for.
    static let labels = marks.union([
        "author", "abstract", "links", "subject", "location", "company / organization", "people",
        "title", "publication year", "publication date", "publisher", "place of publication",
        "country of publication", "publication subject", "issn", "language of publication",
        "language", "document type", "copyright", "last updated", "database", "credit", "section",
        "dateline", "first page", "pages", "page", "volume", "issue", "column", "number of pages",
        "identifier / keyword", "identifiers / keywords", "illustration", "caption", "coden", "doi",
        "business indexing term", "e-issn", "start page", "classification", "edition", "source",
        "publication-info", "document feature", "entry date", "accession number",
    ])

    private let lines: TextLines

    /// The articles; `nil` where the text has another layout.
    static func articles(_ lines: TextLines) -> [ReadArticle]? {
        let found = Set(lines.labels.values.map(\.name)).intersection(marks)
        guard found.count > 1, found.contains(where: { $0.hasPrefix("p") || $0.hasPrefix("d") })
        else { return nil }
        let layout = ProQuestLayout(lines: lines)
        return layout.segments().flatMap(layout.article)
    }

    private func segments() -> [Range<Int>] {
        var segments: [Range<Int>] = []
        var start = 0
        func close(_ end: Int) {
            let segment = lines.trimmed(start..<end)
            if !segment.isEmpty { segments.append(segment) }
        }
        for i in 0..<lines.count {
            let isRule = LineShape.isRule(lines.line(i)) && lines.line(i).first == 0x5F
            guard isRule || LineShape.documentNumber(lines.line(i)) != nil else { continue }
            close(i)
            start = i + 1
        }
        close(lines.count)
        return segments
    }

    private func article(_ segment: Range<Int>) -> [ReadArticle] {
        var article = ReadArticle(text: "", line: segment.lowerBound + 1)
        let names = Set(segment.compactMap { lines.labels[$0]?.name })
        guard !names.isDisjoint(with: Self.marks) else {
            // A cover, a table of contents, the closing note; or a text that a rule parted.
            guard !isCover(segment) else { return [] }
            article.text = lines.text(segment)
            return [article]
        }
        let body = segment.first { lines.labels[$0]?.name == "full text" }
        let head = segment.lowerBound..<(body ?? segment.upperBound)
        let first = head.first { lines.labels[$0] != nil } ?? head.upperBound
        article.title = lines.joined(head.lowerBound..<min(first, paragraphEnd(head)))
        read(head, into: &article)
        if let body {
            let tail = tailStart((body + 1)..<segment.upperBound)
            read(tail..<segment.upperBound, into: &article)
            let (start, rest) = (lines.value(body), lines.text((body + 1)..<tail))
            let isApart = body + 1 < tail && lines.isBlank(body + 1)
            let joint = start.isEmpty || rest.isEmpty ? "" : isApart ? "\n\n" : "\n"
            article.text = start + joint + rest
        } else if let abstract = article.fields.first(where: { $0.name == "abstract" }) {
            article.text = abstract.value
            article.fields.removeAll { $0.name == "abstract" }
        }
        if article.title?.isEmpty ?? false { article.title = nil }
        return [article]
    }

    private func isCover(_ segment: Range<Int>) -> Bool {
        let marks = [
            "ProQuest", "Table of contents", "Contact us at", "Terms and Conditions",
            "Bibliography",
        ]
        return lines.filled(segment, limit: 8).contains { i in
            lines.line(i).count < 200 && marks.contains { lines[i].contains($0) }
        }
    }

    private func paragraphEnd(_ range: Range<Int>) -> Int {
        range.first { lines.isBlank($0) } ?? range.upperBound
    }

    /// Where the label at line `i` ends: before the next label or the next empty line.
    private func unitEnd(_ i: Int, within limit: Int) -> Int {
        var end = i + 1
        while end < limit, !lines.isBlank(end), lines.labels[end] == nil { end += 1 }
        return end
    }

    /// Where the labels after the text begin: the last run of paragraphs that all have one.
    private func tailStart(_ body: Range<Int>) -> Int {
        var cut = body.lowerBound
        var i = body.lowerBound
        var isInside = false
        while i < body.upperBound {
            guard !lines.isBlank(i) else {
                i += 1
                continue
            }
            let isLabel = lines.labels[i] != nil || LineShape.isCopyright(lines.line(i))
            if isLabel {
                if !isInside { cut = i }
            } else {
                cut = body.upperBound
            }
            isInside = isLabel
            i = unitEnd(i, within: body.upperBound)
        }
        return isInside ? cut : body.upperBound
    }

    private func read(_ range: Range<Int>, into article: inout ReadArticle) {
        var i = range.lowerBound
        while i < range.upperBound {
            guard let label = lines.labels[i] else {
                i += 1
                continue
            }
            var end = unitEnd(i, within: range.upperBound)
            if label.name == "abstract" {
                while end < range.upperBound, lines.labels[end] == nil { end += 1 }
            }
            let rest = lines.joined((i + 1)..<end)
            let value = lines.value(i)
            set(label.name, value + (value.isEmpty || rest.isEmpty ? rest : " " + rest), &article)
            i = end
        }
    }

    private func set(_ name: String, _ value: String, _ article: inout ReadArticle) {
        guard !value.isEmpty else { return }
        switch name {
        case "title": article.title = value
        case "publication title":
            article.source = value.split(separator: ";").first.map {
                String($0).trimmed
            }
        case "publication info":
            // “Coast Courier ; Lowfen [Lowfen]. 05 Mar 2031: A1.”
            if article.source == nil {
                article.source = value.split(whereSeparator: { ";[".contains($0) }).first.map {
                    String($0).trimmed
                }
            }
            article.add(name, value)
        case "publication date": article.published = value
        case "document url": article.url = value
        case "copyright", "links": break
        default: article.add(name, value)
        }
    }
}

extension String {
    /// The words without white space around them.
    fileprivate var trimmed: String {
        var rest = Substring(self)
        while rest.first?.isWhitespace ?? false { rest.removeFirst() }
        while rest.last?.isWhitespace ?? false { rest.removeLast() }
        return String(rest)
    }
}
