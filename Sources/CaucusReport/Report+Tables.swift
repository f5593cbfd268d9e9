import CaucusStance
import CaucusStatistics

extension Report {
    /// A row a speaker: those who count first, then the leader, then those without a counted quotation.
    func speakersTable() -> Table {
        var table = Table(
            name: "speakers", title: "Speakers and their stance on \(run.target.name)",
            columns: Columns.speakers)
        table.key = "speaker_id"
        table.rows = (speakers + (leader.map { [$0] } ?? []) + unscored).map(speakerRow)
        return table
    }

    private func speakerRow(_ speaker: SpeakerSummary) -> [String] {
        let estimates = speaker.estimates
        func cell(_ value: Double?) -> String { value.map(Numbers.table) ?? "" }
        func cell(_ value: Int?) -> String { value.map { String($0) } ?? "" }
        let unit: ReportOptions.Unit = options.unit == .document ? .document : .quotation
        var row = [
            speaker.id, speaker.name, speaker.role ?? "",
            speaker.aliases.joined(separator: "; "), run.target.name,
            String(speaker.counted.count), String(speaker.documents), String(speaker.sources),
            cell(estimates?.against.value), cell(estimates?.neutral.value),
            cell(estimates?.favor.value), cell(estimates?.net.value), cell(estimates?.net.low),
            cell(estimates?.net.high),
        ]
        row += [
            estimates == nil ? "" : Numbers.table(options.level), estimates?.net.method ?? "",
            estimates == nil ? "" : unit.rawValue, cell(speaker.pooled?.value),
            cell(speaker.pooled?.low), cell(speaker.pooled?.high), cell(speaker.rank?.low),
            cell(speaker.rank?.rank), cell(speaker.rank?.high), speaker.firstPublished ?? "",
            speaker.lastPublished ?? "", run.id,
        ]
        return row
    }

    /// A row a quotation, whether or not it counts, then the columns of its document.
    func quotationsTable() -> Table {
        let passed = PassedColumns(documents, after: Columns.quotations.map(\.name))
        var table = Table(
            name: "quotations", title: "Every quotation found",
            columns: Columns.quotations + passed.columns)
        table.key = "quote_id"
        let labels = Dictionary(uniqueKeysWithValues: labels.map { ($0.quotation, $0) })
        table.rows = quotations.map { quotation in
            quotationRow(quotation, labels[quotation.id]) + passed.cells(document(of: quotation))
        }
        return table
    }

    private func quotationRow(_ quotation: ScoredQuotation, _ label: HandLabel?) -> [String] {
        let p = quotation.probabilities
        func cell(_ value: Double?) -> String { value.map(Numbers.table) ?? "" }
        var row = [
            quotation.id, quotation.documentID, String(quotation.start), String(quotation.end),
            quotation.text, quotation.form.rawValue, quotation.cue ?? "", quotation.source ?? "",
            quotation.speakerKey ?? "", quotation.speaker?.name ?? "",
            quotation.speaker?.role ?? "", quotation.rule, Numbers.table(quotation.confidence),
        ]
        row += [
            quotation.target, quotation.mention.rawValue, cell(p?.against), cell(p?.neutral),
            cell(p?.favor), quotation.stance?.rawValue ?? "", quotation.sentiment ?? "",
            quotation.abstention?.rawValue ?? "", quotation.duplicateOf ?? "",
            label?.label.rawValue ?? "",
            cell(label?.samplingProbability), run.model,
            run.id,
        ]
        return row
    }

    /// A row a moving word of a quotation with a stance.
    func contributionsTable() -> Table {
        var table = Table(
            name: "contributions", title: "The words that moved each score",
            columns: Columns.contributions)
        table.reference = ("quote_id", "quotations", "quote_id")
        for quotation in quotations where !quotation.movingWords.isEmpty {
            let words = CodePointSlices(quotation.text)
            for word in quotation.movingWords {
                table.rows.append([
                    quotation.id, String(word.start), String(word.end),
                    words[word.start, word.end], Numbers.table(word.weight), run.id,
                ])
            }
        }
        return table
    }
}

/// The columns that documents bring along: what the interface names first, then all others in order of
/// appearance.
private struct PassedColumns {
    private let names: [String]
    let columns: [Table.Column]

    init(_ documents: [DocumentSummary], after own: [String]) {
        var seen: Set<String> = []
        var names: [String] = []
        for document in documents {
            for field in document.fields where seen.insert(field.name).inserted {
                names.append(field.name)
            }
        }
        self.names = names
        let known = [
            Table.Column(name: "doc_title", type: "string", description: "the document's headline"),
            Table.Column(name: "doc_source", type: "string", description: "the outlet"),
            Table.Column(
                name: "doc_published", type: "string", description: "when it was published"),
            Table.Column(name: "doc_url", type: "string", description: "its address"),
        ]
        var taken = Set(own + known.map(\.name))
        columns =
            known
            + names.map { name in
                var free = Self.plain(name)
                if taken.contains(free) { free = "doc_" + free }
                var number = 2
                let stem = free
                while !taken.insert(free).inserted {
                    free = stem + "_\(number)"
                    number += 1
                }
                return Table.Column(
                    name: free, type: "string", description: "passed through from the document")
            }
    }

    /// A name that stands in a header line and in the description as it is: one line, at most 200 code points,
    /// nothing that a spreadsheet would run.
    private static func plain(_ name: String) -> String {
        var view = String.UnicodeScalarView()
        for scalar in name.unicodeScalars.prefix(200) {
            let odd = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
            view.append(odd ? "_" : scalar)
        }
        guard let first = view.first else { return "column" }
        let starts = first.properties.isAlphabetic || ("0"..."9").contains(first) || first == "_"
        return (starts ? "" : "doc_") + String(view)
    }

    func cells(_ document: DocumentSummary?) -> [String] {
        var values: [String: String] = [:]
        for field in document?.fields ?? [] where values[field.name] == nil {
            values[field.name] = field.value
        }
        return [
            document?.title ?? "", document?.source ?? "", document?.published ?? "",
            document?.url ?? "",
        ] + names.map { values[$0] ?? "" }
    }
}
