import CaucusStance
import CaucusStatistics
package import CaucusText

extension Report {
    /// The names of the columns of `speakers.csv`.
    package static var speakerColumns: [String] { Columns.speakers.map(\.name) }
    /// What the cells of each column are: string, integer, number or date.
    package static var speakerTypes: [String] { Columns.speakers.map(\.type) }

    /// The rows of `speakers.csv`: those who count first, then those without a counted quotation. The leader is no
    /// row.
    package var speakerRows: [[TableCell]] { (speakers + unscored).map(cells) }

    func speakersTable() -> Table {
        Table(
            name: "speakers", title: "Speakers and their stance on \(run.target.name)",
            columns: Columns.speakers, key: "speaker_id"
        ) { body in
            for row in speakerRows { body(row) }
        }
    }

    private func cells(_ speaker: SpeakerSummary) -> [TableCell] {
        let estimates = speaker.estimates
        let unit: ReportOptions.Unit = options.unit == .document ? .document : .quotation
        var row: [TableCell] = [
            .text(speaker.id), .text(speaker.name), TableCell(speaker.role),
            .text(speaker.aliases.joined(separator: "; ")), .text(run.target.name),
            .integer(speaker.counted.count), .integer(speaker.documents),
            .integer(speaker.sources), TableCell(estimates?.against.value),
            TableCell(estimates?.neutral.value), TableCell(estimates?.favor.value),
            TableCell(estimates?.net.value), TableCell(estimates?.net.low),
            TableCell(estimates?.net.high),
        ]
        row += [
            TableCell(estimates.map { _ in options.level }), TableCell(estimates?.net.method),
            TableCell(estimates.map { _ in unit.rawValue }), TableCell(speaker.pooled?.value),
            TableCell(speaker.pooled?.low), TableCell(speaker.pooled?.high),
            TableCell(speaker.rank?.low), TableCell(speaker.rank?.rank),
            TableCell(speaker.rank?.high), TableCell(speaker.firstPublished),
            TableCell(speaker.lastPublished), .text(run.id), .text(speaker.kind.rawValue),
            .text(merged.filter { $0.intoID == speaker.id }.map(\.id).joined(separator: "; ")),
        ]
        return row
    }

    /// The columns of `quotations.csv`.
    var quotationColumns: QuotationColumns {
        QuotationColumns(PassedColumns(documents.lazy.flatMap { $0.fields.lazy.map(\.name) }))
    }

    /// A row a quotation, whether or not it counts, then the columns of its document.
    func quotationsTable() -> Table {
        let columns = quotationColumns
        let labels = Dictionary(uniqueKeysWithValues: labels.map { ($0.quotation, $0) })
        return Table(
            name: "quotations", title: "Every quotation found", columns: columns.columns,
            key: "quote_id"
        ) { body in
            for quotation in quotations {
                body(
                    columns.cells(
                        quotation, in: document(of: quotation), of: run,
                        label: labels[quotation.id],
                        original: originalSpeakers[quotation.id]))
            }
        }
    }

    /// A row a moving word of a quotation with a stance.
    func contributionsTable() -> Table {
        Table(
            name: "contributions", title: "The words that moved each score",
            columns: Columns.contributions, reference: ("quote_id", "quotations", "quote_id")
        ) { body in
            for quotation in quotations where !quotation.movingWords.isEmpty {
                let words = CodePointSlices(quotation.text)
                for word in quotation.movingWords {
                    body([
                        .text(quotation.id), .integer(word.start), .integer(word.end),
                        .text(words[word.start, word.end]), .number(word.weight), .text(run.id),
                    ])
                }
            }
        }
    }
}
