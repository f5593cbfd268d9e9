/// The few forms of Markdown that model cards use, as values for a template: nothing becomes markup but
/// headings, paragraphs, lists, tables and code.
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
            return Values(["heading": plain(String(lines[0].drop { $0 == "#" || $0 == " " }))])
        case "list":
            let list = lines.map { plain(String($0.drop { $0 == " " }.dropFirst(2))) }
            return Values(["items": Values(["list": list])])
        case "table":
            let rows = lines.filter { line in line.contains { !"|-: ".contains($0) } }.map(cells)
            let head = rows.prefix(1).map { row in
                Values(["cells": row.map { Values(["text": $0.isEmpty ? nil : $0]) }])
            }
            let body = rows.dropFirst().map { Values(["cells": $0]) }
            return Values(["table": Values(["head": head, "body": body])])
        case "code":
            return Values(["code": lines.joined(separator: "\n")])
        default:
            return Values(["paragraph": plain(lines.joined(separator: " "))])
        }
    }

    private static func cells(_ line: String) -> [String] {
        var cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
            plain(String($0))
        }
        if cells.first?.isEmpty == true { cells.removeFirst() }
        if cells.last?.isEmpty == true { cells.removeLast() }
        return cells
    }

    /// Without marks of emphasis and code, and without the spaces around.
    private static func plain(_ text: String) -> String {
        var text = text.replacing("**", with: "").replacing("`", with: "")
        while text.last == " " { text.removeLast() }
        while text.first == " " { text.removeFirst() }
        return text
    }
}
