extension ComparisonParts {
    /// The comparison as plain Markdown.
    func markdown(_ sections: [ShownSection]) -> String {
        var out = "# \(Markdown.escaped(comparison.title))\n\n"
        for warning in comparison.warnings { out += "> \(Markdown.escaped(warning))\n>\n" }
        if !comparison.warnings.isEmpty { out += "\n" }
        for sentence in comparison.lead() + [comparison.undatedNote].compactMap(\.self) {
            out += Markdown.escaped(sentence) + "\n\n"
        }
        for section in sections {
            out += "## \(Markdown.escaped(section.heading))\n\n"
            for line in section.how { out += Markdown.escaped(line) + "\n\n" }
            for table in section.tables { out += markdown(table) }
        }
        out += "## What not to conclude\n\n"
        out += comparison.cautions.map { "- \($0)\n" }.joined() + "\n"
        return out + Markdown.escaped(comparison.citation) + "\n"
    }

    private func markdown(_ table: ShownTable) -> String {
        var out = "### \(Markdown.escaped(table.title))\n\n"
        out += row(table.head.map(Markdown.escaped))
        out += row(table.head.indices.map { $0 == 0 ? "---" : "---:" })
        for cells in table.rows {
            out += row(cells.map { Markdown.escaped($0.text) })
        }
        return out + "\n" + Markdown.escaped(table.trace + table.more) + "\n\n"
    }

    private func row(_ cells: [String]) -> String {
        "| " + cells.joined(separator: " | ") + " |\n"
    }
}

extension ShownTable {
    /// Where the other rows are.
    var more: String {
        rest > 0 ? " \(Page.rest(rest) ?? "") in \(file)." : " The numbers are in \(file)."
    }
}
