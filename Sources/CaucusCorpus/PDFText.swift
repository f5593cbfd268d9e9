/// The text of printed pages: lines without running heads and page numbers, and the paragraphs that lines make.
struct PDFText {
    /// The lines of all pages; between pages stands an empty line where a paragraph ends there.
    private(set) var lines = ""
    /// How many characters nine of ten lines do not exceed.
    private var width = 0

    /// Whether there are no letters.
    var isEmpty: Bool { !lines.contains { !$0.isWhitespace } }

    /// Takes the pages of `text`, each of which ends with a form feed.
    ///
    /// - Complexity: O(characters).
    init(_ text: String) {
        var pages = text.split(separator: "\u{C}", omittingEmptySubsequences: true).map {
            Self.trimmed($0.split(separator: "\n", omittingEmptySubsequences: false)[...])
        }.filter { !$0.isEmpty }
        // A head may have two lines, and a page number a line of its own.
        for _ in 0..<2 {
            pages = Self.withoutRunning(pages, at: { $0.startIndex })
            pages = Self.withoutRunning(pages, at: { $0.endIndex - 1 })
        }
        var all: [Substring] = []
        for page in pages where !page.isEmpty {
            if let last = all.last(where: { !$0.isEmpty }), let first = page.first {
                // A sentence that goes on over the page is one.
                while all.last?.isEmpty ?? false { all.removeLast() }
                if Self.endsSentence(last) || !Self.goesOn(first) { all.append("") }
            }
            all += page
        }
        let counts = all.map(\.count).filter { $0 > 0 }.sorted()
        width = counts.isEmpty ? 0 : counts[counts.count * 9 / 10]
        lines = all.joined(separator: "\n")
    }

    /// The lines without empty ones at the ends, each without white space around it.
    private static func trimmed(_ lines: ArraySlice<Substring>) -> ArraySlice<Substring> {
        var lines = lines.map { line -> Substring in
            var line = line.drop { $0.isWhitespace }
            while line.last?.isWhitespace ?? false { line.removeLast() }
            return line
        }[...]
        while lines.first?.isEmpty ?? false { lines.removeFirst() }
        while lines.last?.isEmpty ?? false { lines.removeLast() }
        return lines
    }

    /// The pages without the first or last line that more than half of them have, but for its numbers.
    private static func withoutRunning(
        _ pages: [ArraySlice<Substring>], at index: (ArraySlice<Substring>) -> Int
    ) -> [ArraySlice<Substring>] {
        func form(_ line: Substring) -> String? {
            guard line.utf8.count <= 120 else { return nil }
            var form = ""
            for scalar in line.unicodeScalars where !scalar.properties.isWhitespace {
                if ("0"..."9").contains(scalar) {
                    if form.last != "#" { form += "#" }
                } else {
                    form.unicodeScalars.append(scalar)
                }
            }
            return form
        }
        let forms = pages.map { $0.isEmpty ? nil : form($0[index($0)]) }
        var counts: [String: Int] = [:]
        for case let form? in forms { counts[form, default: 0] += 1 }
        return pages.indices.map { k in
            guard let form = forms[k], let count = counts[form], count > 1, count * 2 > pages.count
            else { return pages[k] }
            var page = pages[k]
            page.remove(at: index(page))
            while page.first?.isEmpty ?? false { page.removeFirst() }
            while page.last?.isEmpty ?? false { page.removeLast() }
            return page
        }
    }

    private static func endsSentence(_ line: Substring) -> Bool {
        guard let last = line.last(where: { !"”\"’')]".contains($0) }) else { return false }
        return ".!?:…".contains(last)
    }

    /// Whether a line begins in the middle of a sentence.
    private static func goesOn(_ line: Substring) -> Bool { line.first?.isLowercase ?? false }

    /// The paragraphs of `text`: lines that only the width of the page broke are joined, and words parted at a line's end.
    func paragraphs(of text: String) -> String {
        var result = ""
        var last: Substring = ""
        var isApart = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            guard !line.isEmpty else {
                isApart = true
                continue
            }
            let lines = (last, line)
            if result.isEmpty {
                result += line
            } else if isApart,
                Self.endsSentence(last) || !Self.goesOn(line) || !isFull(last, before: line, 85)
            {
                result += "\n\n" + line
            } else if let hyphen = last.last, hyphen == "-" || hyphen == "\u{AD}",
                Self.goesOn(line), last.dropLast().last?.isLetter ?? false
            {
                result.removeLast()
                result += line
            } else if Self.goesOn(line)
                || isFull(last, before: line, Self.endsSentence(last) ? 85 : 60)
            {
                result += (last.last == "-" ? "" : " ") + line
            } else {
                result += (Self.endsSentence(last) ? "\n\n" : "\n") + line
            }
            last = lines.1
            isApart = false
        }
        return result
    }

    /// Whether the next word would have made the line longer than `percent` of the width.
    private func isFull(_ line: Substring, before next: Substring, _ percent: Int) -> Bool {
        let word = next.prefix { !$0.isWhitespace }.count
        return (line.count + 1 + word) * 100 >= width * percent
    }
}
