/// Text that Markdown shows as it is.
enum Markdown {
    /// A name, a title or a role: on one line, cut where it is long.
    static func short(_ text: String) -> String { escaped(Clipping.clipped(text, to: 120)) }

    /// On one line, with every character that Markdown or HTML would read escaped.
    static func escaped(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(2000) {
            switch scalar {
            case "\\", "`", "*", "_", "[", "]", "#", "|", "~", "!":
                out.append("\\")
                out.append(scalar)
            case "<": out.append(contentsOf: "&lt;".unicodeScalars)
            case ">": out.append(contentsOf: "&gt;".unicodeScalars)
            case "&": out.append(contentsOf: "&amp;".unicodeScalars)
            case "\n", "\r", "\t", "\u{2028}", "\u{2029}": out.append(" ")
            case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": continue
            case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}": out.append("\u{FFFD}")
            default: out.append(scalar)
            }
        }
        return String(out)
    }
}

extension Markdown {
    /// A table; its cells are escaped already.
    static func table(_ heads: [String], _ rows: [[String]]) -> String {
        ([heads, heads.map { _ in "---" }] + rows).map {
            "| " + $0.joined(separator: " | ") + " |\n"
        }
        .joined() + "\n"
    }

    /// A list under a heading; nothing where it is empty.
    static func section(_ heading: String, items: [String]) -> String {
        items.isEmpty
            ? "" : "## \(heading)\n\n" + items.map { "- " + $0 + "\n" }.joined() + "\n"
    }
}

/// Long texts, cut for readers; the tables hold them whole.
enum Clipping {
    /// The first `limit` code points, and an ellipsis where something is missing.
    static func clipped(_ text: String, to limit: Int) -> String {
        guard text.utf8.count > limit else { return text }
        let scalars = text.unicodeScalars
        guard
            let end = scalars.index(
                scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex),
            end < scalars.endIndex
        else { return text }
        return String(scalars[..<end]) + "…"
    }
}
