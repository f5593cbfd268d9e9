import CaucusText

/// The text exports of Nexis: “1 of 3 DOCUMENTS”, labels in capitals; and of Nexis Uni: the title first, “Body”,
/// “End of Document”.
struct NexisLayout {
    /// Labels before the text.
    static let headLabels: Set<String> = [
        "byline", "section", "length", "dateline", "headline", "highlight", "series", "body",
        "distribution", "type", "author", "column", "edition",
    ]
    /// Labels after it.
    static let tailLabels: Set<String> = [
        "load-date", "language", "publication-type", "pub-type", "graphic", "graphics", "notes",
        "subject", "industry", "geographic", "person", "organization", "company", "ticker",
        "journal-code", "journal code", "document-type", "acc-no", "city", "state", "country",
        "url", "correction", "correction-date", "series", "type", "distribution", "client/matter",
        "search terms", "search type", "job number", "user name", "date and time",
        "download request", "time of request",
    ]
    /// Labels whose value is one line.
    private static let oneLine: Set<String> = [
        "length", "load-date", "language", "publication-type", "pub-type", "journal-code",
        "journal code", "acc-no", "correction-date",
    ]
    /// Labels that may hold several paragraphs.
    private static let many: Set<String> = [
        "graphic", "graphics", "notes", "correction", "classification",
    ]
    /// All labels that this layout asks for.
    static let labels = headLabels.union(tailLabels)

    let lines: TextLines

    /// The articles; `nil` where the text has another layout.
    static func articles(_ lines: TextLines) -> [ReadArticle]? {
        let layout = NexisLayout(lines: lines)
        return layout.isFollowed ? layout.articles() : nil
    }

    /// Whether two marks are there, one of them a strong one. An empty “Body:” is a weak one, as people write it
    /// with a headline above.
    private var isFollowed: Bool {
        var strong: Set<String> = []
        var weak: Set<String> = []
        for (i, label) in lines.labels {
            switch label.name {
            case "length":
                if LineShape.isWordCount(lines.bytes[label.value]) { strong.insert(label.name) }
            case "load-date":
                if LineShape.isDate(lines.bytes[label.value]) { strong.insert(label.name) }
            case "publication-type": strong.insert(label.name)
            case "body": if lines.value(i).isEmpty { weak.insert(label.name) }
            case "byline", "section", "headline", "dateline", "language", "journal-code":
                weak.insert(label.name)
            default: break
            }
        }
        var numbers: Set<Int> = []
        for i in 0..<lines.count {
            let line = lines.line(i)
            if LineShape.equals(line, "body") { weak.insert("body") }
            if LineShape.equals(line, "end of document") { strong.insert("end") }
            if let number = LineShape.documentNumber(line) { numbers.insert(number.number) }
        }
        if !numbers.isEmpty, !weak.isEmpty || !strong.isEmpty { strong.insert("number") }
        let isNumbered = numbers.count > 1 && numbers.contains(1)
        return strong.count > 1 || strong.count == 1 && !weak.isEmpty || isNumbered
    }

    private func articles() -> [ReadArticle] {
        var articles: [ReadArticle] = []
        var start = 0
        var isNumbered = false
        func close(_ end: Int) {
            let segment = lines.trimmed(start..<end)
            if !segment.isEmpty { articles += article(segment, isNumbered: isNumbered) }
        }
        for i in 0..<lines.count {
            if LineShape.documentNumber(lines.line(i)) != nil {
                close(i)
                (start, isNumbered) = (i + 1, true)
            } else if LineShape.equals(lines.line(i), "end of document") {
                close(i)
                (start, isNumbered) = (i + 1, false)
            }
        }
        close(lines.count)
        return articles
    }

    /// The article of a segment; none where it is a cover page or a closing note.
    private func article(_ segment: Range<Int>, isNumbered: Bool) -> [ReadArticle] {
        let (whole, hasCover) = withoutCover(segment)
        guard !whole.isEmpty else { return [] }
        var article = ReadArticle(text: "", line: whole.lowerBound + 1)
        let head = headEnd(whole)
        let isOutletFirst = isNumbered || isInCapitals(whole.lowerBound..<head)
        readTop(whole.lowerBound..<head, isOutletFirst, hasCover, into: &article)
        readLabels(whole.lowerBound..<head, into: &article)
        let isMarked = head > whole.lowerBound && isBody(head - 1)
        let tail = tailStart(head..<whole.upperBound, isMarked: isMarked)
        readLabels(tail..<whole.upperBound, into: &article)
        readLabels(head..<tail, only: Self.oneLine, into: &article)
        article.text = lines.text(head..<tail) { !isNotice($0) && !isCertain($0) }
        if article.text.isEmpty, article.title == nil, article.fields.isEmpty { return [] }
        return [article]
    }

    // MARK: labels

    /// Where the label that begins at line `i` ends: with its line, or with the lines it runs on to.
    func unitEnd(_ i: Int, within limit: Int) -> Int {
        guard let label = lines.labels[i], !Self.oneLine.contains(label.name) else { return i + 1 }
        var end = i + 1
        while end < limit, !lines.isBlank(end), !isBorder(end) { end += 1 }
        // More lines than a name or a section has are the text, which no empty line set apart.
        let most = Self.tailLabels.contains(label.name) ? 40 : 4
        return end - i <= most ? end : i + 1
    }

    private func readLabels(
        _ range: Range<Int>, only names: Set<String>? = nil, into article: inout ReadArticle
    ) {
        var i = range.lowerBound
        while i < range.upperBound {
            let heading = names == nil ? heading(i..<(i + 1)) : nil
            guard let name = lines.labels[i]?.name ?? heading, names?.contains(name) ?? true else {
                i += 1
                continue
            }
            var end = min(unitEnd(i, within: range.upperBound), range.upperBound)
            if names == nil, Self.many.contains(name) {
                while end < range.upperBound, !isBorder(end) { end += 1 }
            }
            let rest = lines.joined((i + 1)..<end)
            let value =
                lines.value(i) + (rest.isEmpty || lines.value(i).isEmpty ? rest : " " + rest)
            switch name {
            case "headline" where !value.isEmpty:
                // What was taken for a title is the edition.
                article.add("edition", article.title ?? "")
                article.title = value
            case "body", "headline": break
            case "url": article.url = value
            default: article.add(name, value)
            }
            i = end
        }
    }

    // MARK: the tail

    /// Lines that are never text: claims of copyright, page numbers, links to pictures.
    func isNotice(_ i: Int) -> Bool {
        let line = lines.line(i)
        return LineShape.isCopyright(line) || LineShape.isPageNumber(line)
            || LineShape.equals(line, "link to image")
    }

    /// Whether line `i` begins something else than the line before it.
    private func isBorder(_ i: Int) -> Bool {
        lines.labels[i] != nil || isNotice(i) || isBody(i) || heading(i..<(i + 1)) != nil
    }

    /// Labels that are no text wherever they stand.
    func isCertain(_ i: Int) -> Bool {
        switch lines.labels[i]?.name {
        case "load-date", "publication-type", "journal-code", "correction-date": true
        case "length": LineShape.isWordCount(lines.bytes[lines.labels[i]?.value ?? 0..<0])
        case "language": LineShape.words(lines.line(i), limit: 4).count <= 3
        default: false
        }
    }

    /// Where the labels after the text begin.
    private func tailStart(_ body: Range<Int>, isMarked: Bool) -> Int {
        var units: [Range<Int>] = []
        var i = body.lowerBound
        while i < body.upperBound {
            var end = i + 1
            if lines.labels[i] != nil {
                end = unitEnd(i, within: body.upperBound)
            } else if !lines.isBlank(i), !isNotice(i) {
                while end < body.upperBound, !lines.isBlank(end), !isBorder(end) { end += 1 }
            }
            if !lines.isBlank(i) { units.append(i..<end) }
            i = end
        }
        var cut = body.upperBound
        var pending = 0
        var before = units.reduce(0) { $0 + bytes($1) }
        for unit in units.reversed() {
            before -= bytes(unit)
            let name = lines.labels[unit.lowerBound]?.name ?? heading(unit)
            if let name, Self.tailLabels.contains(name) || Self.many.contains(name) {
                // Captions and notes may be paragraphs; they are shorter than the article.
                if pending > 0, !Self.many.contains(name) || pending > before { break }
                (cut, pending) = (unit.lowerBound, 0)
            } else if isNotice(unit.lowerBound) {
                if pending > 0 { break }
                cut = unit.lowerBound
            } else {
                pending += bytes(unit)
                if pending > 4096 || cut == body.upperBound { break }
            }
        }
        return cut
    }

    private func bytes(_ unit: Range<Int>) -> Int { unit.reduce(0) { $0 + lines.line($1).count } }

    /// The heading of a block after the text, which stands alone on its line.
    private func heading(_ unit: Range<Int>) -> String? {
        guard unit.count == 1, lines.line(unit.lowerBound).count < 16 else { return nil }
        let word = lines[unit.lowerBound].lowercased()
        return Self.many.contains(word) ? word : nil
    }
}
