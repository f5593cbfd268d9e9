/// The few forms of Markdown that model cards use, as values for a template: nothing becomes markup but
/// headings, paragraphs, lists, tables, emphasis and code.
enum MarkdownBlocks {
    /// The blocks of `text`, at most 2,000 lines of it.
    static func values(_ text: String) -> [Values] {
        var blocks: [Values] = []
        var lines: [String] = []
        var kind = ""
        func close() {
            guard !lines.isEmpty else { return }
            blocks.append(block(kind, lines))
            lines = []
        }
        for line in text.split(separator: "\n", maxSplits: 2000, omittingEmptySubsequences: false) {
            let line = String(line)
            if kind == "list", line.hasPrefix("  "), Self.kind(of: line) == "paragraph" {
                lines[lines.count - 1] += " " + line.drop { $0 == " " }
                continue
            }
            let next = kind == "code" && !line.hasPrefix("```") ? "code" : Self.kind(of: line)
            if next == "fence" {
                close()
                kind = kind == "code" ? "" : "code"
                continue
            }
            if next != kind || next == "heading" { close() }
            kind = next
            if next != "blank" { lines.append(line) }
        }
        close()
        return blocks
    }

    private static func kind(of line: String) -> String {
        let trimmed = line.drop { $0 == " " }
        if trimmed.isEmpty { return "blank" }
        if trimmed.hasPrefix("```") { return "fence" }
        if trimmed.hasPrefix("#") { return "heading" }
        if trimmed.hasPrefix("- ") || trimmed.hasPrefix("* ") { return "list" }
        if trimmed.hasPrefix("|") { return "table" }
        return "paragraph"
    }

    private static func block(_ kind: String, _ lines: [String]) -> Values {
        switch kind {
        case "heading":
            return Values(["heading": runs(String(lines[0].drop { $0 == "#" || $0 == " " }))])
        case "list":
            let list = lines.map { runs(String($0.drop { $0 == " " }.dropFirst(2))) }
            return Values(["items": Values(["list": list])])
        case "table":
            let rows = lines.filter { line in line.contains { !"|-: ".contains($0) } }.map(cells)
            let head = rows.prefix(1).map { row in
                Values(["cells": row.map { Values(["text": $0.isEmpty ? nil : runs($0)]) }])
            }
            let body = rows.dropFirst().map { Values(["cells": $0.map(runs)]) }
            return Values(["table": Values(["head": head, "body": body])])
        case "code":
            return Values(["code": lines.joined(separator: "\n")])
        default:
            return Values(["paragraph": runs(lines.joined(separator: " "))])
        }
    }

    private static func cells(_ line: String) -> [String] {
        var cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
            trimmed(String($0))
        }
        if cells.first?.isEmpty == true { cells.removeFirst() }
        if cells.last?.isEmpty == true { cells.removeLast() }
        return cells
    }

    /// The words of a line in runs: plain, strong (`**`), emphasized (`*`) and code. A mark without its partner, or
    /// with a space on its inner side, is itself.
    private static func runs(_ text: String) -> Values {
        let text = trimmed(text)
        var runs: [Values] = []
        var plain = ""
        var rest = text[...]
        func marked(_ mark: String) -> Substring? {
            guard rest.hasPrefix(mark) else { return nil }
            let inner = rest.dropFirst(mark.count)
            guard let end = inner.firstRange(of: mark)?.lowerBound, end > inner.startIndex,
                inner.first != " ", inner[..<end].last != " "
            else { return nil }
            return inner[..<end]
        }
        while let first = rest.first {
            let kinds = [("**", "strong"), ("*", "em"), ("`", "code")]
            let found = kinds.lazy.compactMap { mark, name in
                marked(mark).map { (mark: mark, name: name, words: $0) }
            }.first
            if let found {
                if !plain.isEmpty { runs.append(Values(["t": plain])) }
                plain = ""
                runs.append(Values([found.name: String(found.words)]))
                rest = rest.dropFirst(found.words.count + 2 * found.mark.count)
            } else {
                plain.append(first)
                rest = rest.dropFirst()
            }
        }
        if !plain.isEmpty { runs.append(Values(["t": plain])) }
        return Values(["runs": runs])
    }

    private static func trimmed(_ text: String) -> String {
        var text = text[...]
        while text.last == " " { text.removeLast() }
        while text.first == " " { text.removeFirst() }
        return String(text)
    }
}
