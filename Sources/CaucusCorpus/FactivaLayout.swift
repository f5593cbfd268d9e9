import CaucusText

/// The text exports of Factiva: a line “Document XYZ…” ends each article; its parts are named by codes of two letters
/// (HD, WC, PD, LP, TD …), or stand in a known order around the line “412 words”.
struct FactivaLayout {
    /// The codes and the fields they name; `nil` where the code's own words are the text.
    private static let codes: [String: String?] = [
        "SE": "section", "HD": "title", "CR": "credit", "BY": "byline", "WC": "length",
        "PD": "published", "ET": "time", "SN": "source", "SC": "source code", "ED": "edition",
        "PG": "page", "LA": "language", "CY": "copyright", "LP": nil, "TD": nil, "VOL": "volume",
        "CLM": "column", "ART": "art", "CO": "company", "IN": "industry", "NS": "subject",
        "RE": "region", "IPC": "descriptors", "IPD": "descriptors", "PUB": "publisher",
        "AN": "accession", "CT": "contact", "RF": "references", "CX": "correction",
    ]
    /// The codes that may stand after the text; `BY` or `RE` may begin a line of it in capitals.
    private static let tail: Set<String> = [
        "ART", "CO", "IN", "NS", "RE", "IPC", "IPD", "PUB", "AN", "CT", "RF", "CX",
    ]
    /// The codes of which three make the layout.
    private static let marks: Set<String> = ["HD", "WC", "PD", "SN", "SC", "LP", "TD", "AN"]

    private let lines: TextLines

    /// The articles; `nil` where the text has another layout.
    static func articles(_ lines: TextLines) -> [ReadArticle]? {
        let layout = FactivaLayout(lines: lines)
        var found: Set<String> = []
        var (ends, counts) = (0, 0)
        var isMeant = false
        for i in 0..<lines.count {
            if let code = layout.code(i), marks.contains(code) {
                found.insert(code)
                isMeant = isMeant || layout.hasItsKind(i, code)
            }
            if layout.isEnd(i) { ends += 1 }
            if LineShape.isWordCount(lines.line(i)) { counts += 1 }
        }
        let isCoded = found.count >= 3 && found.contains("HD") && (isMeant || ends > 0)
        guard isCoded || ends > 0 && counts > 0 else { return nil }
        return layout.segments(isCoded: isCoded).flatMap {
            isCoded ? layout.coded($0) : layout.plain($0)
        }
    }

    /// The code at the start of line `i`, which is the whole line or has white space after it.
    private func code(_ i: Int) -> String? {
        let line = lines.line(i)
        let letters = line.prefix(4).prefix { (0x41...0x5A).contains($0) }
        guard letters.count == 2 || letters.count == 3 else { return nil }
        let rest = line.dropFirst(letters.count)
        guard rest.first.map({ $0 == 0x20 || $0 == 0x09 }) ?? true else { return nil }
        let code = String(decoding: letters, as: UTF8.self)
        return Self.codes[code] == nil ? nil : code
    }

    /// Whether `code`, at line `i`, has what it names: a number of words, a date.
    private func hasItsKind(_ i: Int, _ code: String) -> Bool {
        let first = value(i, after: code)
        let value =
            first.isEmpty && i + 1 < lines.count ? lines.line(i + 1) : Array(first.utf8)[...]
        return code == "WC" && LineShape.isWordCount(value)
            || code == "PD" && LineShape.isDate(value)
    }

    /// What follows the code of line `i`.
    private func value(_ i: Int, after code: String) -> String {
        String(String(lines[i].dropFirst(code.utf8.count)).drop { $0.isWhitespace })
    }

    /// Whether line `i` ends an article: “Document CCOUR00020310305e7350001”.
    private func isEnd(_ i: Int) -> Bool {
        let line = lines.line(i)
        guard line.count <= 60, line.first.map({ $0 == 0x44 || $0 == 0x41 }) ?? false else {
            return false
        }
        var words = lines[i].split(separator: " ")
        if words.first == "AN" { words.removeFirst() }
        guard words.count == 2, words[0] == "Document" else { return false }
        let name = words[1].utf8
        return (12...40).contains(name.count) && name.count { (0x30...0x39).contains($0) } >= 8
            && name.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) }
    }

    private func segments(isCoded: Bool) -> [Range<Int>] {
        var segments: [Range<Int>] = []
        var start = 0
        var hasTitle = false
        func close(_ end: Int) {
            let segment = lines.trimmed(start..<end)
            if !segment.isEmpty, !isClosingNote(segment) { segments.append(segment) }
            (start, hasTitle) = (end, false)
        }
        for i in 0..<lines.count {
            if isEnd(i) {
                close(i + 1)
            } else if isCoded, code(i) == "HD" {
                if hasTitle { close(i) }
                hasTitle = true
            }
        }
        close(lines.count)
        return segments
    }

    /// What Factiva writes after the last article: the search and its own copyright.
    private func isClosingNote(_ segment: Range<Int>) -> Bool {
        let filled = lines.filled(segment, limit: 60)
        guard filled.count < 60, let first = filled.first else { return false }
        return LineShape.equals(lines.line(first), "search summary")
            || filled.allSatisfy { LineShape.isCopyright(lines.line($0)) }
    }

    // MARK: with codes

    private func coded(_ segment: Range<Int>) -> [ReadArticle] {
        guard segment.contains(where: { code($0) == "HD" }) else { return plain(segment) }
        var article = ReadArticle(text: "", line: segment.lowerBound + 1)
        var parts: [String] = []
        var (inText, hasText) = (false, false)
        var i = segment.lowerBound
        while i < segment.upperBound {
            let code = partCode(i, afterText: hasText)
            var end = i + 1
            while end < segment.upperBound,
                partCode(end, afterText: hasText || isText(code)) == nil,
                !isEnd(end)
            {
                end += 1
            }
            if isEnd(i) {
                article.add("accession", accession(i))
            } else if let code, let field = Self.codes[code] {
                let first = value(i, after: code)
                if let field {
                    let rest = lines.joined((i + 1)..<end)
                    set(
                        field, first + (first.isEmpty || rest.isEmpty ? rest : " " + rest), &article
                    )
                } else {
                    let rest = lines.text((i + 1)..<end)
                    let isApart = end > i + 1 && lines.isBlank(i + 1)
                    let joint = first.isEmpty || rest.isEmpty ? "" : isApart ? "\n\n" : "\n"
                    if !(first + rest).isEmpty { parts.append(first + joint + rest) }
                    hasText = true
                }
            } else {
                // What no code names is text.
                let rest = lines.text(i..<end)
                if !rest.isEmpty { parts.append(rest) }
            }
            inText = isText(code)
            hasText = hasText || inText
            i = end
        }
        article.text = parts.joined(separator: "\n\n")
        return [article]
    }

    private func isText(_ code: String?) -> Bool { code == "LP" || code == "TD" }

    /// The code that begins a part at line `i`: in the text only one that is alone, set apart, or has what it names.
    private func partCode(_ i: Int, afterText: Bool) -> String? {
        guard let code = code(i) else { return nil }
        guard afterText else { return code }
        if code == "TD" || code == "LP" || code == "HD" { return isAlone(code, i) ? code : nil }
        guard Self.tail.contains(code) else { return nil }
        if isAlone(code, i) || code == "PUB" || code == "IPD" { return code }
        return lines[i].contains(" : ") || isEnd(i) ? code : nil
    }

    private func isAlone(_ code: String, _ i: Int) -> Bool {
        let rest = lines.line(i).dropFirst(code.utf8.count)
        return rest.isEmpty || rest.starts(with: [0x09]) || rest.starts(with: [0x20, 0x20])
    }

    private func accession(_ i: Int) -> String {
        lines[i].split(separator: " ").last.map(String.init) ?? ""
    }

    private func set(_ field: String, _ value: String, _ article: inout ReadArticle) {
        guard !value.isEmpty else { return }
        switch field {
        case "title": article.title = value
        case "source": article.source = value
        case "published": article.published = value
        case "copyright": break
        default: article.add(field, value)
        }
    }

    // MARK: without codes

    private static let languages: Set<String> = [
        "english", "german", "french", "spanish", "italian", "portuguese", "dutch", "swedish",
    ]

    private func plain(_ segment: Range<Int>) -> [ReadArticle] {
        var article = ReadArticle(text: "", line: segment.lowerBound + 1)
        let head = lines.filled(segment, limit: 30)
        let count = head.prefix(12).firstIndex { LineShape.isWordCount(lines.line($0)) }
        guard let count else {
            article.text = lines.text(segment) { !isEnd($0) }
            return article.text.isEmpty ? [] : [article]
        }
        readAbove(Array(head[..<count]), into: &article)
        article.add("length", lines[head[count]])
        var rest = head[(count + 1)...].prefix(9)
        // The head ends with the claim of copyright, else with the language, else with the outlet.
        let copyright = rest.firstIndex { LineShape.isCopyright(lines.line($0)) }
        let language = rest.firstIndex { Self.languages.contains(lines[$0].lowercased()) }
        if let language { article.add("language", lines[head[language]]) }
        let last = copyright ?? language ?? rest.startIndex + 1
        rest = rest.prefix { $0 <= head[min(last, head.count - 1)] }
        if let first = rest.first, LineShape.isDate(lines.line(first)) {
            article.published = lines[rest.removeFirst()]
        }
        if let first = rest.first, isTime(first) { article.add("time", lines[rest.removeFirst()]) }
        if let first = rest.first, !LineShape.isCopyright(lines.line(first)) {
            article.source = lines[first]
        }
        let start = min(head[min(last, head.count - 1)] + 1, segment.upperBound)
        article.text = lines.text(start..<segment.upperBound) { !isEnd($0) }
        for i in segment.suffix(3) where isEnd(i) { article.add("accession", accession(i)) }
        return [article]
    }

    /// Section, title and byline above the number of words.
    private func readAbove(_ head: [Int], into article: inout ReadArticle) {
        var head = head
        func isByline(_ i: Int) -> Bool {
            let words = lines[i].split(separator: " ")
            if words.first?.lowercased() == "by" { return true }
            return words.count < 5 && words.allSatisfy { $0.first?.isUppercase ?? false }
        }
        if head.count > 1, let last = head.last, isByline(last) {
            article.add("byline", lines[last])
            head.removeLast()
        }
        if head.count > 1, let first = head.first, lines[first].split(separator: " ").count < 4 {
            article.add("section", lines[first])
            head.removeFirst()
        }
        if !head.isEmpty { article.title = lines.joined(head) }
    }

    private func isTime(_ i: Int) -> Bool {
        let line = lines.line(i)
        return line.count < 12 && line.contains(0x3A) && LineShape.words(line, limit: 3).count < 3
            && LineShape.words(line, limit: 2).allSatisfy { Int($0) != nil }
    }
}
