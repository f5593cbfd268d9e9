import CaucusReport
import CaucusText

/// A page with the quotations that people label differently, each in its context with what they say of it.
public struct AgreementPage: Sendable {
    private let agreement: Agreement
    private let rows: [[String]: SampleRow]

    /// A page of `agreement`; `sample` gives the context, where it is at hand.
    public init(_ agreement: Agreement, sample: [SampleRow] = []) {
        self.agreement = agreement
        rows = Dictionary(sample.map { ($0.key, $0) }, uniquingKeysWith: { a, _ in a })
    }

    /// The page, whole in itself.
    public var html: String {
        let items = agreement.disputes.map(item).joined(separator: "\n")
        let policy = "default-src 'none'; style-src \(PageText.source(Self.style))"
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(PageText.escaped(policy))">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Where people disagree</title>
            <style>\(Self.style)</style>
            </head>
            <body>
            <main>
            <h1>Where people disagree: \(agreement.disputes.count) of \(agreement.pairable) quotations</h1>
            \(agreement.disputes.isEmpty ? "<p>Nowhere: all who labeled a quotation gave it the same label.</p>" : "<ol>\n\(items)\n</ol>")
            </main>
            </body>
            </html>

            """
    }

    private func item(_ dispute: Agreement.Dispute) -> String {
        guard let first = dispute.answers.first else { return "" }
        let row = rows[first.key]
        let title = [
            row?.speaker, (row?.target ?? first.target).isEmpty ? nil : row?.target ?? first.target,
        ]
        .compactMap(\.self).joined(separator: " on ")
        let said = dispute.answers.map { answer in
            "<tr><th scope=\"row\">\(PageText.escaped(answer.annotator))</th>"
                + "<td>\(PageText.escaped(answer.label.word))</td>"
                + "<td>\(PageText.escaped([answer.speaker, answer.note].compactMap(\.self).joined(separator: "; ")))</td></tr>"
        }
        return """
            <li id="\(PageText.escaped(first.quotation))">
            <h2>\(PageText.escaped(title.isEmpty ? first.quotation : title))</h2>
            <p class="id">\(PageText.escaped(first.quotation))</p>
            <p class="text">\(row.map(Self.context) ?? "<mark>\(PageText.escaped(first.quote ?? ""))</mark>")</p>
            <table><thead><tr><th scope="col">who</th><th scope="col">label</th><th scope="col">speaker, note</th></tr></thead>
            <tbody>\(said.joined())</tbody></table>
            </li>
            """
    }

    private static func context(_ row: SampleRow) -> String {
        let points = CodePoints(row.context)
        guard let words = points.span(codePoints: row.contextSpan.start, row.contextSpan.end) else {
            return PageText.escaped(row.context)
        }
        let text = row.context
        return PageText.escaped(text[Span(0, words.start)]) + "<mark>"
            + PageText.escaped(text[words]) + "</mark>"
            + PageText.escaped(text[Span(words.end, text.utf8.count)])
    }

    private static let style = """
        :root { color-scheme: light dark; }
        body { margin: 0 auto; max-width: 46rem; padding: 0 1rem 2rem; font: 1.05rem/1.5 Georgia, serif; }
        h2 { font-size: 1.1rem; margin-bottom: 0; }
        .id { margin: 0; font: .85rem monospace; overflow-wrap: anywhere; }
        .text { white-space: pre-line; overflow-wrap: anywhere; }
        mark { background: #ffe9a8; color: #1a1a1a; }
        table { border-collapse: collapse; }
        th, td { text-align: left; padding: .15rem .8rem .15rem 0; font-weight: normal; border-bottom: 1px solid #999; }
        li { margin-bottom: 1.5rem; }
        """
}

extension Agreement {
    /// The rows of a sample that people disagree on, with what each said: a sample for who decides between them.
    public func disputed(in sample: [SampleRow]) -> [SampleRow] {
        let said = Dictionary(
            disputes.compactMap { dispute in
                dispute.answers.first.map { ($0.key, dispute.answers) }
            }, uniquingKeysWith: { a, _ in a })
        return sample.compactMap { row in
            guard let answers = said[row.key] else { return nil }
            var row = row
            row.answers = answers.map { answer in
                [
                    answer.annotator + ": " + answer.label.word, answer.speaker, answer.note,
                ].compactMap(\.self).joined(separator: "; ")
            }
            return row
        }
    }
}
