/// What stands before the text of an article: a cover page, then outlet, date, title and labels.
extension NexisLayout {
    // MARK: the cover

    /// The segment without the list of documents and searches that may stand before the first article.
    func withoutCover(_ segment: Range<Int>) -> (rest: Range<Int>, hasCover: Bool) {
        let first = lines.filled(segment, limit: 12)
        let marks: Set<String> = ["job number", "user name", "download request", "time of request"]
        guard first.contains(where: { marks.contains(lines.labels[$0]?.name ?? "") }) else {
            return (segment, false)
        }
        var end = segment.lowerBound
        for i in segment {
            if let name = lines.labels[i]?.name, Self.headLabels.contains(name) { break }
            if LineShape.equals(lines.line(i), "body") { break }
            if isOfCover(i) { end = i + 1 }
        }
        return (lines.trimmed(end..<segment.upperBound), true)
    }

    private func isOfCover(_ i: Int) -> Bool {
        if let name = lines.labels[i]?.name, Self.tailLabels.contains(name) { return true }
        let line = lines.line(i)
        if LineShape.isPageNumber(line) || LineShape.equals(line, "content type") { return true }
        let words = LineShape.words(line, limit: 2)
        guard let word = words.first else { return false }
        if words == ["about", "lexisnexis"] || words == ["documents", "("] { return true }
        let digits = line.prefix { (0x30...0x39).contains($0) }.count
        return word == "documents" || digits > 0 && line.dropFirst(digits).first == 0x2E
            || LineShape.isCopyright(line) && lines[i].contains("LexisNexis")
    }

    // MARK: the head

    /// Whether line `i` says that the text begins.
    func isBody(_ i: Int) -> Bool {
        LineShape.equals(lines.line(i), "body") || lines.labels[i]?.name == "body"
    }

    /// Where the text begins: after “Body”, else after the labels, else after the title.
    func headEnd(_ segment: Range<Int>) -> Int {
        let first = lines.filled(segment, limit: 60)
        if let body = first.first(where: isBody), lines.value(body).isEmpty { return body + 1 }
        if let label = first.prefix(16).first(where: isHeadLabel) {
            var end = label
            while end < segment.upperBound {
                if lines.isBlank(end) || isNotice(end) {
                    end += 1
                } else if isHeadLabel(end) || isCertain(end) {
                    end = unitEnd(end, within: segment.upperBound)
                } else {
                    break
                }
            }
            return end
        }
        // No label before the text: outlet, date and title.
        guard let date = first.prefix(8).first(where: { LineShape.isDate(lines.line($0)) }) else {
            return segment.lowerBound
        }
        var end = paragraphEnd(date, within: segment.upperBound)
        while end < segment.upperBound, lines.isBlank(end) { end += 1 }
        let title = end..<paragraphEnd(end, within: segment.upperBound)
        let words = lines.joined(title)
        let isTitle = words.utf8.count <= 200 && !words.hasSuffix(".") && title.count < 4
        return isTitle ? title.upperBound : end
    }

    private func isHeadLabel(_ i: Int) -> Bool {
        lines.labels[i].map { Self.headLabels.contains($0.name) } ?? false
    }

    func isInCapitals(_ range: Range<Int>) -> Bool {
        range.contains { i in
            lines.labels[i].map { lines[i].hasPrefix($0.name.uppercased()) } ?? false
        }
    }

    private func paragraphEnd(_ start: Int, within limit: Int) -> Int {
        var end = start
        while end < limit, !lines.isBlank(end) { end += 1 }
        return end
    }

    /// The lines above the first label: outlet, date and title, in the order of the layout.
    func readTop(
        _ head: Range<Int>, _ isOutletFirst: Bool, _ hasCover: Bool, into article: inout ReadArticle
    ) {
        let end = head.first { isHeadLabel($0) || isBody($0) } ?? head.upperBound
        let top = (head.lowerBound..<end).filter { !lines.isBlank($0) && !isNotice($0) }
        let date = top.firstIndex { LineShape.isDate(lines.line($0)) } ?? top.count
        if date < top.count { article.published = lines[top[date]] }
        var before = Array(top[..<date])
        var after = Array(top[min(date + 1, top.count)...])
        if isOutletFirst {
            if date == top.count {
                (before, after) = (Array(top.prefix(1)), Array(top.dropFirst()))
            }
            article.source = lines.joined(before)
            // The title is the last paragraph; an edition may stand before it.
            var first = after.count
            while first > 0, first == after.count || after[first] == after[first - 1] + 1 {
                first -= 1
            }
            let isEdition = first == 0 && date < top.count && after.first == top[date] + 1
            if isEdition { first = after.count }
            article.title = lines.joined(after[first...])
            article.add("edition", lines.joined(after[..<first]))
        } else {
            if hasCover { before = Array(before.suffix(2)) }
            article.source = before.count > 1 ? lines[before.removeLast()] : nil
            article.title = lines.joined(before)
            article.add("edition", lines.joined(after))
        }
        if article.title?.isEmpty ?? false { article.title = nil }
        if article.source?.isEmpty ?? false { article.source = nil }
    }
}
