import CaucusText

/// Texts whose first lines tell about them, “From: …”, “Date: …”, “Subject: …”, alone or several in a file; and press
/// releases that end with “###” or “-30-”.
struct ReleaseLayout {
    /// Labels of which one has to be among the first lines.
    private static let chief: Set<String> = [
        "date", "sent", "subject", "title", "headline", "published", "publication date",
    ]
    /// All labels that this layout asks for.
    static let labels = chief.union([
        "from", "to", "cc", "re", "source", "publication", "outlet", "newspaper", "author",
        "authors", "by", "byline", "url", "link", "contact", "section", "media contact", "body",
        "text", "for immediate release", "contacts", "press contact",
    ])

    private let lines: TextLines

    /// The articles; `nil` where the text has another layout.
    static func articles(_ lines: TextLines) -> [ReadArticle]? {
        let layout = ReleaseLayout(lines: lines)
        guard let first = (0..<lines.count).first(where: { !lines.isBlank($0) }) else { return nil }
        if let head = layout.head(first) {
            return layout.labeled(head)
        }
        return layout.released()
    }

    // MARK: labels on top

    /// The lines from `start` on that all have labels, two and more, each once; `nil` where there are none.
    private func head(_ start: Int) -> Range<Int>? {
        var names: Set<String> = []
        var end = start
        while end < lines.count, let label = lines.labels[end], Self.labels.contains(label.name),
            !label.value.isEmpty || label.name == "body" || label.name == "text",
            names.insert(label.name).inserted
        {
            end += 1
        }
        names.subtract(["body", "text"])
        guard names.count > 1, !names.isDisjoint(with: Self.chief) else { return nil }
        // A last line without a label belongs to no list of labels, unless the text follows “Body:”.
        let isEnd = end == lines.count || lines.isBlank(end)
        let last = lines.labels[end - 1]?.name
        return isEnd || last == "body" || last == "text" ? start..<end : nil
    }

    private func names(_ head: Range<Int>) -> [String] {
        head.compactMap { lines.labels[$0]?.name }
    }

    private func labeled(_ first: Range<Int>) -> [ReadArticle] {
        var heads = [first]
        let names = names(first)
        var i = first.upperBound
        while i < lines.count {
            // The same labels after an empty line, a rule or an end begin the next one.
            if lines.labels[i]?.name == names.first, lines.isBlank(i - 1) || isBorder(i - 1),
                let head = head(i), self.names(head) == names
            {
                heads.append(head)
                i = head.upperBound
            } else {
                i += 1
            }
        }
        return heads.indices.map { k in
            let end = k + 1 < heads.count ? heads[k + 1].lowerBound : lines.count
            var article = ReadArticle(
                text: "", line: heads.count > 1 ? heads[k].lowerBound + 1 : nil)
            read(heads[k], into: &article)
            article.text = body(heads[k].upperBound..<end)
            let last = heads[k].upperBound - 1
            if let name = lines.labels[last]?.name, name == "body" || name == "text" {
                let start = lines.value(last)
                article.text =
                    start + (start.isEmpty || article.text.isEmpty ? "" : "\n") + article.text
            }
            return article
        }
    }

    private func read(_ head: Range<Int>, into article: inout ReadArticle) {
        for i in head {
            guard let name = lines.labels[i]?.name else { continue }
            let value = lines.value(i)
            switch name {
            case "subject", "title", "headline", "re":
                if article.title == nil { article.title = value } else { article.add(name, value) }
            case "date", "sent", "published", "publication date", "for immediate release":
                if article.published == nil {
                    article.published = value
                } else {
                    article.add(name, value)
                }
            case "from", "source", "publication", "outlet", "newspaper":
                if article.source == nil {
                    article.source = value
                } else {
                    article.add(name, value)
                }
            case "url", "link": article.url = value
            case "body", "text": break
            default: article.add(name, value)
            }
        }
    }

    /// Whether line `i` stands between two releases.
    private func isBorder(_ i: Int) -> Bool { isEnd(i) || LineShape.isRule(lines.line(i)) }

    /// Whether line `i` ends a release: “###”, “# # #”, “-30-”, “- 30 -”, “-END-”, “-ENDS-”, “ENDS”.
    private func isEnd(_ i: Int) -> Bool {
        let line = lines.line(i)
        guard line.count <= 12, let first = line.first, [0x23, 0x2D, 0x45].contains(first) else {
            return false
        }
        let marks = line.filter { $0 != 0x20 }
        if marks.count > 2, marks.allSatisfy({ $0 == 0x23 }) { return true }
        if first == 0x45 { return marks.elementsEqual("ENDS".utf8) }
        return ["-30-", "-end-", "-ends-"].contains(
            String(decoding: marks, as: UTF8.self).lowercased())
    }

    /// The lines of a text without the border at its end.
    private func body(_ range: Range<Int>) -> String {
        var range = lines.trimmed(range)
        while let last = range.last, isBorder(last) {
            range = lines.trimmed(range.lowerBound..<last)
        }
        return lines.text(range)
    }

    // MARK: releases

    /// Several releases, each with an opening of its own and an end; `nil` where there are not two.
    private func released() -> [ReadArticle]? {
        var starts: [Int] = []
        var start = 0
        for i in 0...lines.count where i == lines.count || isEnd(i) {
            let part = lines.trimmed(start..<i)
            // What has no opening, as the words about the sender, belongs to the release before.
            if !part.isEmpty, let opening = opening(of: part) { starts.append(opening) }
            if starts.isEmpty, !part.isEmpty { return nil }
            start = i + 1
        }
        guard starts.count > 1 else { return nil }
        return starts.indices.map { k in
            release(starts[k]..<(k + 1 < starts.count ? starts[k + 1] : lines.count))
        }
    }

    /// Whether line `i` opens a release: “FOR IMMEDIATE RELEASE”.
    private func isReleaseLine(_ i: Int) -> Bool {
        let words = LineShape.words(lines.line(i), limit: 3)
        return words == ["for", "immediate", "release"] || words.prefix(2) == ["for", "release"]
            || words.prefix(2) == ["embargoed", "until"]
    }

    /// Where a part opens a release, or `nil`; sentences before that belong to the release before.
    private func opening(of part: Range<Int>) -> Int? {
        let first = lines.filled(part, limit: 6)
        guard
            let line = first.firstIndex(where: { lines.line($0).count < 100 && isReleaseLine($0) })
        else { return first.first.flatMap(head)?.lowerBound }
        let sentence = first[..<line].lastIndex { lines.line($0).last == 0x2E }
        return first[sentence.map { $0 + 1 } ?? 0]
    }

    private func release(_ range: Range<Int>) -> ReadArticle {
        var article = ReadArticle(text: "", line: range.lowerBound + 1)
        var start = range.lowerBound
        if let head = head(start) {
            read(head, into: &article)
            start = head.upperBound
        }
        var end = start
        // The opening lines: the release line, contacts and the date.
        for i in lines.filled(start..<range.upperBound, limit: 8) {
            if isReleaseLine(i) {
                let value = lines.value(i)
                if LineShape.isDate(Array(value.utf8)[...]) { article.published = value }
            } else if LineShape.isDate(lines.line(i)) {
                article.published = article.published ?? lines[i]
            } else if let name = lines.labels[i]?.name, Self.labels.contains(name) {
                read(i..<(i + 1), into: &article)
            } else {
                break
            }
            end = i + 1
        }
        let body = lines.trimmed(end..<range.upperBound)
        let title = body.prefix { !lines.isBlank($0) }
        let words = lines.joined(title)
        if article.title == nil, title.count < 4, words.utf8.count <= 200, !words.hasSuffix(".") {
            article.title = words.isEmpty ? nil : words
            end = title.last.map { $0 + 1 } ?? end
        }
        article.text = lines.text(end..<range.upperBound) { !isEnd($0) }
        return article
    }
}
